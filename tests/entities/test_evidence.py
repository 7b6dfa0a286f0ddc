"""What the corpus shows is the same by the sums of earlier builds as by adding up all articles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress import notes
from seedpress.entities.evidence import gather
from seedpress.entities.lexicon import lexicon
from seedpress.notes import Notes
from tests.entities.corpora import analysis

SENTENCES = (
    "Anna Berg of Cadbury Plc waited. Harvest was late. The harvest failed.",
    "The Labour Party lost. Labour said that Mr. Berg had won in Norwich.",
    "Apple grew. An apple fell on Oleg Marin, and the Green Party met.",
)
ARTICLES = [
    analysis(number, f"{SENTENCES[number % 3]} Hill {number} Ford met Otto Q{number}m there.")
    for number in range(24)
]
EDITIONS = st.lists(st.sets(st.integers(0, 23), min_size=9), min_size=1, max_size=4)


@pytest.fixture(scope="module", autouse=True)
def heaps_of_few():
    """So that a few articles are many heaps, as in a large corpus."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(notes, "_HEAP", 1)
        yield


def shown(numbers, before):
    """The evidence of some articles by what was noted `before`, and the notes of this edition."""
    own = Notes([f"origin {number}" for number in numbers], before)
    found = gather([ARTICLES[number] for number in numbers], lexicon(), own)
    return (found.capital, found.lower, found.plain), own


@settings(deadline=None)
@given(EDITIONS)
def test_sums_of_earlier_builds_say_what_all_articles_say(editions):
    before = {}
    for edition in editions:
        numbers = sorted(edition)
        found, own = shown(numbers, before)
        assert found == shown(numbers, {})[0]
        before = own.now


def test_nothing_is_left_of_an_article_that_went():
    every = list(range(24))
    _, own = shown(every, {})
    (capital, _, plain), now = shown(every[:-1], own.now)
    assert now.changed
    assert "q23m" not in capital
    assert "otto q23m" not in plain.sure
    assert "q22m" in capital


def test_what_is_as_it_was_changes_no_note():
    _, own = shown(range(12), {})
    _, again = shown(range(12), own.now)
    assert not again.changed
