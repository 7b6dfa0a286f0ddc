"""Commas inside names: `Construction, Forestry, Mining and Energy Union`."""

from functools import cache

from seedpress.entities.gazetteer import TOWN, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.linked import capital_at
from seedpress.entities.tokens import Token, key
from seedpress.entities.usual_names import usual_names

_MOST = 6  # things that one body is for
_NOUNS = ("ing", "try", "ture", "ment", "ence", "ion", "ity", "ime", "al", "ic")
_OF = frozenset({"of", "for"})


def over_comma(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> int:
    """How many tokens from the comma on go on with the name of a body for several things.

    Each is one ordinary word, and the last one leads to the body: `Mining and Energy Union`.
    """
    if words[first].text in _usual_openings():
        for last in range(min(len(words), i + _MOST), i + 1, -1):
            if key(text[words[first].start : words[last - 1].end]) in usual_names():
                return last - i  # Bureau of Alcohol, Tobacco and Firearms
    opens = i - 1 == first or words[i - 2].text in _OF or words[i - 2].text == "The"
    if not opens or not _is_thing(words[i - 1].text, lexicon):
        return 0
    at = i
    while at < i + 2 * _MOST and _follows(words, at, text, lexicon):
        at += 2
    at += at + 1 < len(words) and words[at].text == "," and words[at + 1].text == "and"
    if at == i or at + 1 >= len(words) or words[at].text != "and":
        return 0
    last = at + 1
    while capital_at(words, last, text) and last - at < _MOST:
        last += 1
    body = words[last - 1].text in lexicon.organisation_heads - lexicon.businesses - lexicon.teams
    led = i - 1 > first and _is_thing(words[at + 1].text, lexicon)
    return at + 2 - i if last > at + 1 and (led or (body and last > at + 2)) else 0


@cache
def _usual_openings() -> frozenset[str]:
    """The words that usual names of bodies with commas in them begin with, but universities."""
    named = {usual.name for usual in usual_names().values() if usual.kind == "organisation"}
    return frozenset(name.split()[0] for name in named if "," in name) - {"University"}


def _follows(words: list[Token], at: int, text: str, lexicon: Lexicon) -> bool:
    """Whether a comma and a thing stand at token `at`, and a comma or `and` after them."""
    if at + 2 >= len(words) or words[at].text != "," or words[at + 2].text not in (",", "and"):
        return False
    return capital_at(words, at + 1, text) and _is_thing(words[at + 1].text, lexicon)


def _is_thing(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is an ordinary one with a capital, and the name of nothing."""
    named = (
        word in lexicon.first_names or places().get(word, TOWN) != TOWN or word in lexicon.demonyms
    )
    plain = word.lower() in lexicon.common or word.endswith(_NOUNS)
    return word[0].isupper() and plain and not named and word not in lexicon.calendar
