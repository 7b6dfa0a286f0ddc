"""Words sound the same one by one and all at once, and spellings of one sound meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedpress.entities.joins.sounds import edits, heard, skeleton, sound

_LETTERS = "aeiouyhjczskpqtwdx '-ł"


@given(st.lists(st.text(_LETTERS, max_size=9)))
def test_all_at_once_is_one_by_one(words: list[str]) -> None:
    sounds, skeletons = heard(words)
    assert sounds == [*map(sound, words)]
    assert skeletons == [*map(skeleton, words)]


@pytest.mark.parametrize(
    ("one", "two"),
    [("zelensky", "zelenskyy"), ("khaddafi", "haddaphy"), ("organisation", "organization")],
)
def test_spellings_of_one_sound_have_one_skeleton(one: str, two: str) -> None:
    assert skeleton(one) == skeleton(two)


def test_a_word_keeps_its_first_letter() -> None:
    assert skeleton("aoun") == "an"


def test_short_words_have_one_spelling() -> None:
    assert [edits("khan", "kahn"), edits("ahmed", "ahmad"), edits("mohammed", "mohamed")] == [
        0,
        1,
        2,
    ]
