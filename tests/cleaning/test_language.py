"""Which language a text is in: whole articles, single sentences, and what only looks foreign."""

from pathlib import Path

import pytest

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
