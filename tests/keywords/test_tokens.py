"""Sentences and words."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.keywords.tokens import LONGEST_TEXT, sentences, stem, units
from tests.keywords.articles import article

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_sentences_end_where_they_end(case):
    text = case["text"]
    found = [text[s[0].start : s[-1].end] for s in sentences(text)]
    assert found == case["sentences"]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_tokens_stand_where_they_say_in_order(text):
    end = 0
    for sentence in sentences(text):
        assert sentence
        for token in sentence:
            assert text[token.start : token.end] == token.text
            assert token.start >= end
            end = token.end


def test_every_letter_is_in_a_token():
    text = "Ångström’s café—it’s “naïve”, R&D at 5,000 km/h (U.S.-led)."
    kept = "".join(token.text for sentence in sentences(text) for token in sentence)
    assert kept == "".join(text.split())


def test_units_keep_the_title_apart_and_stop_at_the_bound():
    made = article("x " * LONGEST_TEXT, "never read", title="A title")
    found = units(made)
    assert [unit.kind for unit in found] == ["title", "paragraph"]
    assert sum(len(unit.text) for unit in found[1:]) == LONGEST_TEXT


def test_a_made_title_is_no_unit():
    assert [unit.kind for unit in units(article("One sentence."))] == ["paragraph"]


def test_an_endless_word_is_not_stemmed():
    assert stem("s" * 1000) == "s" * 1000
