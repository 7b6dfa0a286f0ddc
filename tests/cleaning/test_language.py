"""Which language a text is in: whole articles, single sentences, and what only looks foreign."""

from pathlib import Path

import pytest

from seedpress.cleaning import language
from seedpress.cleaning.language import detected
from tests.cleaning.fixtures import cleaned

SENTENCES = Path(__file__).parents[1] / "bench" / "languages.txt"
PAIRS = [
    (code, sentence)
    for line in SENTENCES.read_text("utf-8").split("\n")
    if line and not line.startswith("#")
    for code, _, sentence in [line.partition("\t")]
]
# Indonesian and Malay are one language to the eye.
CLOSE = {"id": {"id", "ms"}, "da": {"da", "no", "nb"}}


@pytest.mark.parametrize("code", sorted({code for code, _ in PAIRS}))
def test_a_sentence_is_enough(code):
    found = {detected(sentence) for own, sentence in PAIRS if own == code}
    assert found <= CLOSE.get(code, {code})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "42",
        "The ferry.",
        "1812.40 +3.10 23.14 -0.02 7620 -61 2410 +4 18900 12 14 16 18 20",
        "Obi, Adeyemi, Okafor, Balogun, Musa, Ndidi, Iwobi, Simon, Aina",
        "The trams of Athens (Αθήνα, Ελλάδα) were mended by the council in May.",
    ],
)
def test_what_only_looks_foreign_is_english(text):
    assert detected(text) == "en"


def test_an_article_says_its_language_unless_its_seed_did():
    assert (
        cleaned(
            "Der Gemeinderat hat am Dienstag beschlossen, die Brücke zu sanieren."
        ).fields.language
        == "de"
    )


ENGLISH = (
    "The council voted on Tuesday to mend the bridge that was closed by the storm, and the mayor "
    "said that work would begin in May. A ferry runs every twenty minutes until then, which is "
    "more than the firm had promised before the owners of the yard, who are her neighbours, left."
)


def test_plain_english_needs_no_model(monkeypatch):
    monkeypatch.setattr(language, "classified", None)
    assert detected(ENGLISH) == "en"


@pytest.mark.parametrize("length", [50, 90, 130, 170, 210, 250])
def test_the_model_would_say_the_same_of_a_text_of_two_languages(length, monkeypatch):
    mixed = [
        f"{english[:cut]} {foreign} {english[cut:]}"
        for code, sentence in PAIRS
        for foreign in [" ".join([sentence] * 9)[:length]]
        for english in [ENGLISH[: 300 - length]]
        for cut in (0, len(english) // 2, len(english))
    ]
    found = [detected(text) for text in mixed]
    monkeypatch.setattr(language, "_plainly_english", lambda _text: False)
    assert found == [detected(text) for text in mixed]
