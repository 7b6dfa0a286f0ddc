"""Which language an article is written in."""

import re
from itertools import pairwise

from seedpress.languages import classified

SHORTEST = 25  # bytes; below, a guess is worth less than the most frequent language
_SAMPLE = 300  # characters
_MOSTLY = 0.7
# Tables and lists of names look a little like many languages, and surely like none.
_SURE = 0.5
# Nigerian Pidgin is served by the rules for English better than by none; so is what is no language.
_AS = {"pcm": "en", "zxx": "en"}
# Words that hardly another language has, and some that others have too.
_ENGLISH_ALONE = frozenset(
    "the and that with this which from been would could should their they his were has its said "
    "what when where there about into than after before our your she other between these those "
    "such while during through".split()
)
_ENGLISH = _ENGLISH_ALONE | frozenset("is was of had have by it be not are who more her".split())
_WORD = re.compile(r"[^\W\d_]+")
_GAP = 13  # words between two of these, at most
_ENOUGH, _ENOUGH_ALONE = 6, 4  # of either in a sample
_STRANGE = 2  # letters beyond ASCII, at most


def detected(text: str) -> str:
    """ISO 639-1 code of the language of `text`; English where it is too short to tell."""
    sample = _of_one_script(text[:_SAMPLE])
    if len(sample.encode("utf-8", "replace")) < SHORTEST:
        return "en"
    if _plainly_english(sample):
        return "en"
    code, confidence = classified(sample)
    return _AS.get(code, code) if confidence >= _SURE else "en"


def _of_one_script(text: str) -> str:
    """`text` without the few words that a text in Latin letters quotes in others."""
    if text.isascii():
        return text
    latin = [ch for ch in text if ch < "\u0250" or not ch.isalpha()]
    return "".join(latin) if len(latin) > _MOSTLY * len(text) else text


def _plainly_english(text: str) -> bool:
    """Whether small words of English stand all over `text`, and hardly a letter that it lacks.

    Then the model, half a second to load, need not be asked: it would say the same.
    """
    if sum(ch.isalpha() and not ch.isascii() for ch in text) > _STRANGE:
        return False
    words = _WORD.findall(text.lower())
    places = [place for place, word in enumerate(words) if word in _ENGLISH]
    gaps = (b - a - 1 for a, b in pairwise((-1, *places, len(words))))
    return (
        len(places) >= _ENOUGH
        and sum(words[place] in _ENGLISH_ALONE for place in places) >= _ENOUGH_ALONE
        and max(gaps) <= _GAP
    )
