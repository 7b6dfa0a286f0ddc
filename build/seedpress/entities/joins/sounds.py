"""How words sound: spellings of one sound made equal, and what is left without the vowels.

Of many words at once it is worked out several times as fast as one by one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

MOST_EDITS = 2  # letters that two spellings of one word may differ in, if it is long
_SOUNDS = (
    ("z", "s"), ("ce", "se"), ("ci", "si"), ("cy", "sy"),
    ("kh", "h"), ("ph", "f"), ("sch", "sh"), ("tch", "ch"), ("ks", "x"), ("ck", "k"), ("qu", "k"),
    ("q", "k"), ("w", "v"), ("ts", "s"), ("dj", "j"), ("ou", "u"), ("yu", "u"),
    ("iu", "u"), ("ye", "e"), ("oe", "o"), ("ae", "a"), ("ue", "u"), ("c", "k"), ("kk", "k"),
)  # fmt: skip
_UNHEARD = re.compile("(?<=.)[aeiouyjh '-]+")  # but where a word begins
_RUN = re.compile(r"([^\n])\1+")


def edits(one: str, two: str) -> int:
    """How many letters two spellings of one word may differ in."""
    shorter = min(len(one), len(two))
    return 0 if shorter < 5 else 1 if shorter < 7 else MOST_EDITS


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The word with spellings of one sound made equal, and doubled letters single."""
    return _sounds(word)


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What is left of a word's sound without its vowels: a blocking key."""
    return _skeletons(sound(word))


def heard(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The `sound` and the `skeleton` of each of the words, which have one line each."""
    if not words:
        return [], []
    sounds = _sounds("\n".join(words))
    return sounds.split("\n"), _skeletons(sounds).split("\n")


def _sounds(lines: str) -> str:
    """The sound of a word in each line."""
    for old, new in _SOUNDS:
        lines = lines.replace(old, new)
    return _RUN.sub(r"\1", lines)


def _skeletons(lines: str) -> str:
    """What is left of each line, which is a word's sound."""
    return _RUN.sub(r"\1", _UNHEARD.sub("", lines))
