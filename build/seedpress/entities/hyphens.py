"""Hyphens inside a stretch of capitalised words: of one name, or between two things."""

import re

from seedpress.entities.gazetteer import REGION, TOWN, place_kind, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import Token, is_capitalised, key
from seedpress.entities.usual_names import usual_names

HYPHENS = frozenset("-‐‑")
# Arabic articles, and the small words of towns: `Inzamam-ul-Haq`, `Port-au-Prince`.
_ARTICLES = frozenset(
    "ul ur ud uz us al el as ad ar e i of on upon under sur sous de du des la le les lez lès "
    "en et au aux am im na a".split()
)
# A Korean syllable in Latin letters.
_SYLLABLE = re.compile(
    r"(?:[bcdghjklmnprst]|ch|kk|pp|ss|sh|tt)?[wy]?(?:ae|eo|eu|oo|ou|ee|ui|oe|[aeiou])(?:ng|[hklmnpbt])?"
)
_PREFIXES = frozenset("Pro Anti Ex Non Post Pre Mid".split())  # Pro-Ankara gunmen
_BODIES_OPEN = frozenset(
    "Anti Civil Inter Non Self".split()
)  # Self-Defense Forces, and inside a name
_MATTERS = ("tion", "ing", "ism", "ment")
_OWNS = frozenset({"'s", "’s"})
_PARTIES = frozenset("DRI")  # Carl Doe, D-Calif.
_STATES = frozenset("New North South West Rhode Georgia Washington".split())  # or first words
_SECTIONS = frozenset(
    "athletics badminton baseball basketball biathlon boxing cricket cycling "
    "equestrian football golf gymnastics hockey motorcycling olympics racing rallying "
    "rowing rugby sailing skating skiing soccer swimming tennis triathlon union "
    "league weightlifting wrestling yachting".split()
)


def over_hyphen(words: list[Token], first: int, i: int, ahead: bool, lexicon: Lexicon) -> int:
    """`Jean-Claude`, `Jae-in`, but neither `Russia-Ukraine` nor `Moscow-based`."""
    if not ahead and _is_joined(words, i):
        return 4
    if not ahead:
        return 2 if _is_syllable(words, first, i, lexicon) else 0
    glued = words[i].start == words[i - 1].end and words[i + 1].start == words[i].end
    opened = glued and i - first == 1
    if opened and (words[first].text in _PREFIXES or _is_member(words, first, i + 1)):
        return 2 * _is_against_something(words, first, i + 1, lexicon)
    if glued and words[i - 1].text in _BODIES_OPEN and _is_of_body(words, i + 1, lexicon):
        return 2
    double = glued and _is_double(words, first, i, lexicon)
    return 2 if double or (glued and not _is_pair(words, i, lexicon)) else 0


def _is_member(words: list[Token], first: int, i: int) -> bool:
    """Whether a party and a state stand at `first` and `i`: `R-Utah`; not `D-Link`."""
    state = words[i].text
    if words[first].text not in _PARTIES:
        return False
    usual = usual_names().get(key(state))
    known = state in _STATES or place_kind(state) == REGION
    return known or (state[-1] == "." and usual is not None and usual.kind == "place")


def _is_against_something(words: list[Token], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether the stretch is a body's name: `Anti-Corruption Foundation`; not `Anti-Putin`."""
    matter = words[i].text.lower() in lexicon.common or words[i].text.endswith(_MATTERS)
    return words[first].text in ("Anti", "Non") and matter and _is_of_body(words, i, lexicon)


def _is_of_body(words: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether the capitalised words from `i` on end in a body: `Corruption Prosecutor's Office`."""
    end = i
    while end + 1 < len(words) and (words[end + 1].text.istitle() or words[end + 1].text in _OWNS):
        end += 1
    heads = lexicon.organisation_heads
    return any(words[j].text in heads or words[j].text == "Treaty" for j in range(i + 1, end + 1))


def _is_joined(words: list[Token], i: int) -> bool:
    """Whether a small word stands between hyphens: `Inzamam-ul-Haq`, `Port-of-Spain`."""
    if i + 3 >= len(words) or words[i + 1].text not in _ARTICLES:
        return False
    glued = all(words[j].end == words[j + 1].start for j in range(i - 1, i + 3))
    return glued and words[i + 2].text in HYPHENS and words[i + 3].text[0].isupper()


def _is_syllable(words: list[Token], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a syllable in lower case after the hyphen belongs to a person: `Moon Jae-in`."""
    if i - first < 2 or i + 1 >= len(words):
        return False
    before, after = words[i - 1], words[i + 1]
    word = after.text
    glued = before.end == words[i].start and words[i].end == after.start
    if not glued or not word.islower() or not word.isalpha() or len(word) > 5:
        return False
    ordinary = word in lexicon.common and word != "in" and not _is_korean(words, i, lexicon)
    return not ordinary and not word.endswith("ed") and len(before.text) < 7


def _is_korean(words: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether two syllables follow a family name, be the second a word too: `Lee Hyo-min`."""
    family, one, two = words[i - 2].text, words[i - 1].text, words[i + 1].text
    syllables = all(_SYLLABLE.fullmatch(each.lower()) for each in (one, two))
    if not syllables or family.casefold() not in lexicon.family_first:
        return False
    return f"{family} {one}" not in places() and one.lower() not in lexicon.common


def _is_double(words: list[Token], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a given name before shows a surname of two, be the second a word: `Hayes-White`.

    Where a capital follows, as in a headline, it may be `Anna Berg-Backed Plan`.
    """
    if i - first < 2 or words[i - 2].text not in lexicon.first_names:
        return False
    left, right = words[i - 1].text, words[i + 1].text
    place = places().get(left, TOWN) != TOWN or left in lexicon.demonyms
    if not left.isalpha() or left.isupper() or place:
        return False
    if right in lexicon.demonyms or right.endswith("ed") or left.lower() in lexicon.common:
        return False
    after = words[i + 2].text if i + 2 < len(words) else ""
    return bool(after) and not is_capitalised(after)


def _is_pair(words: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether the hyphen joins two things: `Russia-Ukraine`, `U.S.-Led`, `Franco-German`."""
    left, right = words[i - 1].text, words[i + 1].text
    if left.lower() in _SECTIONS:
        return True  # Cricket-India
    if "." in left or left in lexicon.demonyms or right in lexicon.demonyms:
        return True
    if all(places().get(word, TOWN) != TOWN for word in (left, right)):
        return f"{left}-{right}" not in places() and key(f"{left} {right}") not in usual_names()
    if left.isupper() and len(left) > 1 and right.isupper() and len(right) <= 3:
        return False
    return (
        right.lower() in lexicon.common
        and right not in lexicon.first_names
        and left not in lexicon.first_names
    )
