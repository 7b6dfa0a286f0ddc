"""Keywords of articles in languages that have no lexicon here."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.keywords import extract
from seedpress.keywords.languages import language
from seedpress.settings import KeywordSettings
from tests.keywords.articles import article
from tests.keywords.test_hostile import TEXTS

CASES = yaml.safe_load(Path(__file__).with_name("foreign.yml").read_text("utf-8"))
CODES = [case["language"] for case in CASES]


def texts(*paragraphs, code, **given) -> list[str]:
    made = article(*paragraphs, language=code, **given)
    return [keyword.text for keyword in extract(made, KeywordSettings()).keywords]


@pytest.mark.parametrize("case", CASES, ids=CODES)
def test_phrases_and_names_whole(case):
    found = texts(*case["text"].splitlines(), code=case["language"])
    assert [wanted for wanted in case["has"] if wanted not in found] == []
    assert [phrase for phrase in case["hasnt"] if phrase in found] == []


@pytest.mark.parametrize("case", CASES, ids=CODES)
def test_no_function_word_at_an_edge(case):
    known = language(case["language"])
    closed = known.determiners | known.prepositions | known.function | known.times
    for text in texts(*case["text"].splitlines(), code=case["language"]):
        words = text.lower().split()
        assert not {words[0], words[-1]} & closed, text


def test_a_region_of_a_language_is_the_language():
    assert texts("El acuerdo salarial llegó.", code="es-MX") == ["acuerdo salarial"]


def test_forms_of_a_word_are_one_keyword():
    found = texts("La central eléctrica paró.", "Las centrales eléctricas pararon.", code="es")
    assert len(found) == 1


def test_every_list_of_a_language_is_there():
    for code in CODES:
        known = language(code)
        assert known.determiners
        assert known.prepositions
        assert known.function
        assert known.times
        assert known.empty
    assert language("fi") is None


WORDS = st.sampled_from(
    "el la de Marta Ruiz acuerdo salarial dijo que l'offre van , . ' 1990".split()
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from(CODES))
def test_keywords_stand_in_the_text(words, code):
    text = " ".join(words)
    for keyword in texts(text, code=code):
        assert keyword.lower().replace(" ", "") in text.lower().replace(" ", "")


@pytest.mark.parametrize("kind", sorted(TEXTS))
def test_no_text_stalls(kind):
    assert len(texts(TEXTS[kind], code="fr")) <= KeywordSettings().count
