"""Names found by their words, and words that are few letters apart."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from seedpress.entities.joins.near import near
from seedpress.entities.wording import Wording

KEYS = [
    "apple",
    "apple inc",
    "kate bush",
    "bush fire inc",
    "anna 3#",
    "odd  blanks inc",
    "Odd Case",
]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["apple"], ["apple inc"]),
        (["bush"], ["bush fire inc"]),
        (["bush", "kate", "unknown"], ["bush fire inc", "kate bush"]),
        (["anna"], ["anna 3#"]),
    ],
)
def test_names_are_found_by_their_first_word(words, found):
    wording = Wording(KEYS)
    assert [k for k in wording.beginning(words) if k not in wording.odd] == found


def test_names_are_found_by_their_last_word_and_odd_ones_always():
    wording = Wording(KEYS)
    assert wording.odd == ["Odd Case", "odd  blanks inc"]
    assert wording.ending(["inc"]) == ["Odd Case", "apple inc", "bush fire inc", "odd  blanks inc"]
    assert wording.ending(["nothing"]) == wording.odd


def test_given_names_that_are_numbered_are_known():
    assert Wording(KEYS).numbered == ["anna 3#"]


@given(st.lists(st.text("abc", min_size=1, max_size=5), max_size=8), st.integers(0, 2))
def test_near_words_are_those_that_comparing_all_would_find(words, most):
    every = [
        (i, j, OSA.distance(words[i], words[j])) for i, j in combinations(range(len(words)), 2)
    ]
    assert list(near(words, most)) == [each for each in every if each[2] <= most]


def test_names_that_are_another_with_one_more_word_are_known():
    wording = Wording([*KEYS, "bush fire", "bush fire inc co"])
    assert wording.longer() == ["apple inc", "bush fire inc", "bush fire inc co"]


@given(st.sets(st.text("ab Z", min_size=1, max_size=6).filter(str.strip)), st.data())
def test_names_that_are_added_are_as_if_they_had_been_there(keys, data):
    more = data.draw(st.sets(st.sampled_from(sorted(keys)))) if keys else set()
    wording, whole = Wording(keys - more), Wording(keys)
    wording.longer()
    wording.add(more)
    assert wording.longer() == whole.longer()
    assert vars(wording) == vars(whole)


@given(
    st.lists(
        st.sampled_from(["a", "b c", "B c", " b c", "b c ", "b  c", "b\tc d", "ß c", "b\x1f c"])
    )
)
def test_odd_keys_are_those_that_are_not_written_as_keys(keys):
    assert Wording(keys).odd == sorted(
        key for key in keys if " " in key and " ".join(key.split()).casefold() != key
    )
