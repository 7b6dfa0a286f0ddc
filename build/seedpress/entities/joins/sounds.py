"""How words sound: spellings of one sound made equal, and what is left without the vowels.

Of many words at once it is worked out several times as fast as one by one.
"""

from collections.abc import Sequence
from functools import lru_cache

MOST_EDITS = 2  # letters that two spellings of one word may differ in, if it is long
_SOUNDS = (
    ("z", "s"), ("ce", "se"), ("ci", "si"), ("cy", "sy"),
    ("kh", "h"), ("ph", "f"), ("sch", "sh"), ("tch", "ch"), ("ks", "x"), ("ck", "k"), ("qu", "k"),
    ("q", "k"), ("w", "v"), ("ts", "s"), ("dj", "j"), ("ou", "u"), ("yu", "u"),
    ("iu", "u"), ("ye", "e"), ("oe", "o"), ("ae", "a"), ("ue", "u"), ("c", "k"), ("kk", "k"),
)  # fmt: skip
_UNHEARD = "aeiouyjh '-"  # but where a word begins
_FIRST = {letter: chr(0x0E + place) for place, letter in enumerate(_UNHEARD)}  # no word has these
_NOTHING = dict.fromkeys(map(ord, _UNHEARD))


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
    return _single(lines)


def _skeletons(lines: str) -> str:
    """What is left of each line, which is a word's sound."""
    lines = f"\n{lines}"
    for letter, first in _FIRST.items():
        lines = lines.replace(f"\n{letter}", f"\n{first}")
    lines = lines.translate(_NOTHING)
    for letter, first in _FIRST.items():
        lines = lines.replace(first, letter)
    return _single(lines[1:])


def _single(lines: str) -> str:
    """The lines with letters that follow themselves once."""
    for letter in {*lines} - {"\n"}:
        while letter * 2 in lines:
            lines = lines.replace(letter * 2, letter)
    return lines
