"""Places that stand right before a name in one stretch of capitals: `In Paris Jean Doe`."""

from collections.abc import Sequence

from seedpress.entities.gazetteer import CITY, COUNTRY, REGION, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.titles import joined, known
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_LANDS = frozenset(
    "Valley Mountains Highlands Hills Islands Peninsula Coast Plains Ranges Desert"
    " Tablelands".split()
)
_BODIES = frozenset({"United Nations", "European Union", "NATO", "African Union"})


def region_before(words: Sequence[str], first: int, last: int) -> int:
    """Where a region ends that one of its lands follows, `New South Wales Hunter Valley`, or 0."""
    if words[last - 1] not in _LANDS or joined(words[first:last]) in places():
        return 0
    ends = (end for end in range(last - 2, first, -1) if joined(words[first:end]) in places())
    end = next(ends, first)
    region = places().get(joined(words[first:end])) in (REGION, COUNTRY)
    return end if region else 0


def body_before(words: Sequence[str], first: int, last: int) -> int:
    """Where a world body ends whose man for a place it is: `United Nations Middle East envoy`."""
    for end in range(first + 1, min(first + 3, last)):
        usual = usual_names().get(key(joined(words[first:end])))
        if usual and usual.name in _BODIES and not known(words[first:last]):
            where = joined(words[end:last])
            named = usual_names().get(key(where))
            place = places().get(where) == COUNTRY or (named and named.kind == "place")
            return end if place else 0
    return 0


def place_before(
    words: Sequence[str], first: int, last: int, opened: bool, lexicon: Lexicon
) -> int:
    """Where a place ends that a person follows, `In Paris Jean Doe`; `first` where none does."""
    if known(words[first:last]) or (not opened and words[first] in lexicon.first_names):
        return first  # In San Francisco
    for end in range(last - 2, first, -1):
        person = words[end] in lexicon.first_names and words[last - 1] not in lexicon.heads
        if person and joined(words[first:end]) in places():
            return first if joined(words[first : end + 1]) in places() else end
    city = places().get(joined(words[first : last - 1])) in (CITY, COUNTRY)
    strange = opened and city and is_strange(words[last - 1], lexicon)
    return last - 1 if strange and words[first] not in lexicon.place_starts else first


def country_before(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> int:
    """Where a country of several words ends that strange ones follow: `in New Zealand Jane Doe`."""
    for end in range(first + 2, last - 1):
        known = places().get(joined(words[first:end])) == COUNTRY
        if known and all(is_strange(word, lexicon) for word in words[end:last]):
            return end
    return first


def is_strange(word: str, lexicon: Lexicon) -> bool:
    """Whether the lists know the word as no part of names: `In Madrid Telefonica fell`."""
    known = word in lexicon.heads or word in lexicon.roles or word in places()
    known = known or word.lower() in lexicon.common or word in lexicon.demonyms
    return word.isalpha() and not known and word[1:].islower()
