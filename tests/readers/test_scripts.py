"""Short texts in Cyrillic, Japanese and Baltic encodings from before Unicode."""

import pytest

from seedpress.readers.decode import decode
from seedpress.readers.scripts import script_encoding

SHORT = [
    ("koi8_r", "Мост закрыт"),
    ("koi8_r", "Работы начнутся в мае."),
    ("koi8_u", "Роботи почнуться в травні й триватимуть три місяці."),
    ("cp1251", "Мост закрыт"),
    ("cp1251", "Роботи почнуться в травні, повідомив голова."),
    ("cp866", "Во вторник совет решил починить старый мост."),
    ("shift_jis", "嵐で市場の屋根が崩れたが、けが人はいなかった。"),
    ("euc_jp", "彼女は子供のころから毎晩、港の船を数えていた。"),
    ("cp1257", "Merė žadėjo šią vasarą."),
    ("cp1257", "Savivaldybės taryba antradienį nusprendė sutvarkyti seną tiltą per upę."),
]
OTHERS = [
    ("cp1252", "Café – “open” until 9 o’clock"),
    ("cp1253", "Το συμβούλιο αποφάσισε την Τρίτη."),
    ("cp1255", "מועצת העיר החליטה ביום שלישי לתקן את הגשר הישן."),
    ("cp1256", "قرر المجلس يوم الثلاثاء إصلاح الجسر القديم فوق النهر."),
    ("gb18030", "镇议会星期二决定修缮河上的旧桥。"),
    ("euc_kr", "시의회는 화요일에 강 위의 오래된 다리를 수리하기로 결정했다."),
]


@pytest.mark.parametrize(("encoding", "text"), SHORT)
def test_a_headline_is_enough(encoding, text):
    assert decode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(("encoding", "text"), OTHERS)
def test_other_scripts_are_left_alone(encoding, text):
    assert script_encoding(text.encode(encoding)) == ""


def test_a_sign_cut_in_two_at_the_end_does_no_harm():
    data = "嵐で市場の屋根が崩れたが、けが人はいなかった。".encode("shift_jis")
    assert script_encoding(data[:-1]) == "shift_jis"
