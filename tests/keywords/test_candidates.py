"""Noun phrases and names, whole."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.keywords.candidates import LINKED, LONGEST, read
from seedpress.keywords.tokens import Unit

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "phrases.yml").read_text("utf-8"))
FAILURES = yaml.safe_load((HERE / "phrases_known_failures.yml").read_text("utf-8"))


def found(text: str) -> list[str]:
    return [
        " ".join(token.text for token in occurrence.words)
        for occurrence in read([Unit(text, "paragraph")]).occurrences
    ]


def check(case):
    phrases = found(case["text"])
    assert [wanted for wanted in case.get("has", ()) if wanted not in phrases] == []
    assert [phrase for phrase in case["hasnt"] if phrase in phrases] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_candidates(case):
    check(case)


@pytest.mark.xfail(strict=True, reason="known failure")
@pytest.mark.parametrize("case", FAILURES, ids=lambda case: case["why"])
def test_known_failures(case):
    check(case)


WORDS = st.sampled_from(
    "the harbour council of Odile Brandt said new ferry , . ' - in 1990".split()
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_candidates_are_short_runs_of_the_text(words):
    text = " ".join(words)
    for occurrence in read([Unit(text, "paragraph")]).occurrences:
        assert len(occurrence.words) <= LONGEST
        assert len(occurrence.tags) == len(occurrence.words)
        assert set(occurrence.tags) & set("NP")


def test_capitals_of_a_headline_are_no_names():
    reading = read(
        [Unit("Council Says Ferry Plan Was Too Dear", "title"), Unit("The plan fell.", "paragraph")]
    )
    headline = [o for o in reading.occurrences if o.headline]
    assert headline
    assert all("P" not in occurrence.tags for occurrence in headline)


def test_other_word_orders_are_kept_within_a_bound():
    reading = read([Unit("A plan for a ceasefire. " * 3, "paragraph")])
    assert reading.linked == ("plan for a ceasefire",)
    many = " ".join(f"The plan{n} for a bridge{n}." for n in range(500))
    assert len(read([Unit(many, "paragraph")]).linked) <= LINKED
