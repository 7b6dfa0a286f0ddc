"""Bytes to text."""

import codecs

import pytest
from ftfy.badness import MOJIBAKE_CATEGORIES, is_bad
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.readers.decode import _SUSPICIOUS, NotTextError, decode, mend

suspicious = _SUSPICIOUS.search
SIGNS = st.one_of(
    st.sampled_from(sorted({ch for each in MOJIBAKE_CATEGORIES.values() for ch in each})),
    st.characters(min_codepoint=0xA0, max_codepoint=0x25FF),
)
WORDS = "Café – “open” until 9 o’clock"


@pytest.mark.parametrize(
    ("data", "repairs"),
    [
        (WORDS.encode(), ()),
        (codecs.BOM_UTF8 + WORDS.encode(), ()),
        (WORDS.encode("utf-16"), ("decoded as UTF-16",)),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), ("decoded as UTF-16",)),
        (WORDS.encode("cp1252"), ("decoded as cp1252",)),
        (WORDS.encode().decode("latin-1").encode(), ("repaired mojibake in 1 line",)),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be", "cp1252", "mojibake"],
)
def test_encodings(data, repairs):
    assert decode(data) == (WORDS, repairs)


def test_utf_16_without_a_mark():
    assert decode("plain words".encode("utf-16-le"))[0] == "plain words"


def test_cyrillic_of_before_unicode():
    text = "Во вторник совет решил починить старый мост через реку. Работы начнутся в мае. " * 5
    assert decode(text.encode("cp1251"))[0] == text


def test_damaged_utf_8_keeps_its_other_words():
    text, repairs = decode("Müller çok déjà".encode() + b" \xff end")
    assert text == "Müller çok déjà \ufffd end"
    assert repairs == ("1 broken character replaced",)


def test_controls_and_line_ends():
    assert mend("a\r\nb\rc\x00d\u2028e\ufeff") == ("a\nb\ncd\ne", ("removed 2 control characters",))


@settings(max_examples=2000, deadline=None)
@given(st.lists(st.tuples(SIGNS, st.sampled_from([*' aZ.,?1"\n', "  ", "ab"])), max_size=4))
def test_what_is_not_suspicious_is_no_mojibake(pieces):
    text = "".join(f"{sign}{between}" for sign, between in pieces)
    assert suspicious(text) or not is_bad(text)


def test_no_sign_alone_is_mojibake_unless_it_is_suspicious():
    for number in (*range(0x80, 0x2600), 0xF8FF, 0xFB01, 0xFB02, 0xFFFD):
        sign = chr(number)
        text = f'{sign} x{sign}y {sign} A{sign}. {sign}1,{sign}"{sign}a {sign}\n{sign} '
        assert suspicious(text) or not is_bad(text), hex(number)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(200), bytes(range(256)) * 8])
def test_binary_is_no_text(data):
    with pytest.raises(NotTextError):
        decode(data)


@settings(deadline=None)  # the first loads a model of languages
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data):
    try:
        text, _ = decode(data)
    except NotTextError:
        return
    assert "\r" not in text
    assert "\0" not in text
    text.encode("utf-8")


@given(st.text(max_size=200))
def test_mending_twice_changes_nothing_more(text):
    once = mend(text)[0]
    assert mend(once)[0] == once
