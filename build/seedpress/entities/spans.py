"""Stretches of capitalised words that may be names, in the tokens of one block."""

from collections.abc import Iterator

from seedpress.entities.gazetteer import TOWN, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import Token, is_capitalised, key
from seedpress.entities.usual_names import usual_names

LONGEST = 12  # words; a longer stretch is a line in capitals or a list without commas
_LINKS = frozenset({"of", "for"})
_HYPHENS = frozenset("-‐‑")
_ARTICLES = frozenset({"ul", "ur", "ud", "uz", "us", "al", "el", "as", "ad", "ar", "e", "i"})
_NOUNS = ("tion", "ment", "ity", "ness", "ence", "ance", "ics", "ing", "fare", "ology", "ture")
_SECTIONS = frozenset(
    "athletics badminton baseball basketball biathlon boxing cricket cycling "
    "equestrian football golf gymnastics hockey motorcycling olympics racing rallying "
    "rowing rugby sailing skating skiing soccer swimming tennis triathlon union "
    "league weightlifting wrestling yachting".split()
)
_NUMBERED = frozenset(
    {
        "Channel",
        "Radio",
        "Formula",
        "Route",
        "Area",
        "Apollo",
        "Boeing",
        "Airbus",
        "Falcon",
        "Division",
    }
)

Span = tuple[int, int, bool]  # token numbers from, up to; whether it is part of a longer one


def spans(words: list[Token], text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the stretches of capitalised words, with the small words that belong inside names.

    A stretch that is too long for a name comes in parts of LONGEST words, marked as such.
    """
    position, total = 0, len(words)
    while position < total:
        if not _opens(words, position, text, lexicon):
            position += 1
            continue
        end = position + 1
        while end < total and (step := _step(words, position, end, text, lexicon)):
            end += step
        long = end - position >= LONGEST
        for first in range(position, end, LONGEST):
            yield first, min(first + LONGEST, end), long
        position = end


def _opens(words: list[Token], i: int, text: str, lexicon: Lexicon) -> bool:
    word = words[i].text
    if is_capitalised(word):
        return True
    if word in lexicon.particles and word not in ("la", "le", "e", "y", "do", "das", "ter", "ten"):
        after = i + 1
        while (
            after < len(words)
            and after < i + 3
            and (words[after].text in _HYPHENS or words[after].text in lexicon.particles)
        ):
            after += 1
        return (
            after < len(words)
            and words[after].text[0].isupper()
            and _near(words, after - 1, after, text)
        )
    return False


def _near(words: list[Token], a: int, b: int, text: str) -> bool:
    """Whether only a blank, or nothing, stands between two tokens."""
    gap = text[words[a].end : words[b].start]
    return gap in ("", " ", "\u00a0")


def _step(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> int:
    """How many tokens from number `i` on go on with the name that began at `first`; 0 ends it."""
    if not _near(words, i - 1, i, text):
        return 0
    word = words[i].text
    if is_capitalised(word):
        return 1 if words[i - 1].text[-1] not in "!?" and not _is_model(words, i) else 0
    ahead = _capital_at(words, i + 1, text)
    if word in _HYPHENS:
        return _hyphen(words, first, i, ahead, lexicon)
    if word == "&":
        return 2 if ahead else 0
    if word in lexicon.particles:
        return _particle(words, i, text, lexicon)
    if word in _LINKS:
        return _link(words, first, i, text, lexicon)
    if word == "and":
        return 2 if ahead and _and_inside(words, first, i, text, lexicon) else 0
    if word in ("'s", "’s"):
        return (
            2
            if ahead and f"{words[i - 1].text}'s" in lexicon.possessives
            else (1 if f"{words[i - 1].text}'s" in lexicon.possessives and i - first <= 1 else 0)
        )
    if word.isdigit() and len(word) <= 3 and words[i - 1].text in _NUMBERED:
        return 1
    return 0


def _is_model(words: list[Token], i: int) -> bool:
    """Whether token `i` begins the name of a machine: `EP-3`, `F-16`, `Su-27`."""
    if i + 2 >= len(words) or len(words[i].text) > 3 or words[i + 1].text not in _HYPHENS:
        return False
    return words[i + 2].text[0].isdigit() and words[i].end + 1 == words[i + 2].start


def _capital_at(words: list[Token], i: int, text: str) -> bool:
    return i < len(words) and words[i].text[0].isupper() and _near(words, i - 1, i, text)


def _hyphen(words: list[Token], first: int, i: int, ahead: bool, lexicon: Lexicon) -> int:
    """`Jean-Claude`, `Jae-in`, but neither `Russia-Ukraine` nor `Moscow-based`."""
    if not ahead and _is_joined(words, i):
        return 4
    if not ahead:
        return 2 if _is_syllable(words, first, i, lexicon) else 0
    glued = words[i].start == words[i - 1].end and words[i + 1].start == words[i].end
    return 2 if glued and not _is_pair(words, i, lexicon) else 0


def _is_joined(words: list[Token], i: int) -> bool:
    """Whether an Arabic article in lower case stands between hyphens: `Inzamam-ul-Haq`."""
    if i + 3 >= len(words) or words[i + 1].text not in _ARTICLES:
        return False
    glued = all(words[j].end == words[j + 1].start for j in range(i - 1, i + 3))
    return glued and words[i + 2].text in _HYPHENS and words[i + 3].text[0].isupper()


def _is_syllable(words: list[Token], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a syllable in lower case after the hyphen belongs to a person: `Moon Jae-in`."""
    if i - first < 2 or i + 1 >= len(words):
        return False
    before, after = words[i - 1], words[i + 1]
    word = after.text
    glued = before.end == words[i].start and words[i].end == after.start
    if not glued or not word.islower() or not word.isalpha() or len(word) > 5:
        return False
    ordinary = word in lexicon.common and word != "in"
    return not ordinary and not word.endswith("ed") and len(before.text) < 7


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


def _particle(words: list[Token], i: int, text: str, lexicon: Lexicon) -> int:
    """`von`, `de la`, `al-` between two capitalised words."""
    end = i + 1
    while (
        end < len(words)
        and end < i + 3
        and (words[end].text in lexicon.particles or words[end].text in _HYPHENS)
    ):
        end += 1
    return end + 1 - i if _capital_at(words, end, text) else 0


def _link(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> int:
    """`of` or `for`, with or without `the`, inside the name of an institution, place or event."""
    head = words[i - 1].text
    if _is_usual(words, first, i, text):
        return 2
    if any(words[j].text == "of" for j in range(max(first, i - LONGEST), i)):
        return 0
    known = head in lexicon.of_heads or any(
        words[j].text in lexicon.of_heads for j in range(first, i)
    )
    if words[i].text == "of" and _is_of_common(words, i, text, lexicon):
        return 2
    if not known or (
        words[i].text == "for"
        and head not in lexicon.organisation_heads
        and not head.startswith("Cent")
    ):
        return 0
    if _capital_at(words, i + 1, text):
        return 2
    if i + 2 < len(words) and words[i + 1].text == "the" and _capital_at(words, i + 2, text):
        return 3
    return 0


def _is_of_common(words: list[Token], i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether capitals of two common words show that they are a name: `Line of Control`."""
    if not _capital_at(words, i + 1, text) or i < 2 or not words[i - 2].text[0].isalnum():
        return False  # at the start of a sentence a capital says nothing
    before, after = words[i - 1].text, words[i + 1].text
    if {before, after} & (lexicon.roles | lexicon.titles | lexicon.calendar):
        return False
    return before.lower() in lexicon.common and after.lower() in lexicon.common


def _is_usual(words: list[Token], first: int, i: int, text: str) -> bool:
    """Whether a usual name goes on over token `i`: `U.N. High Commissioner for Refugees`."""
    last = i + 1
    while _capital_at(words, last, text) and last - i < 5:
        if key(text[words[first].start : words[last].end]) in usual_names():
            return True
        last += 1
    return False


def _and_inside(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether `and` joins common nouns in an institution's name: `Food and Drug Administration`."""
    before, after = words[i - 1].text, words[i + 1].text
    last = i + 1
    while _capital_at(words, last + 1, text) and last - i < 5:
        last += 1
    whole = text[words[first].start : words[i - 1].end]
    if key(text[words[first].start : words[last].end]) in usual_names():
        return True
    if whole in places() or key(whole) in usual_names():
        return False
    adjective = before.endswith(("ic", "al", "ion", "ity", "ment", "ing", "ics", "ies"))
    if not (before.lower() in lexicon.common or adjective) or before in lexicon.first_names:
        return False
    if any(words[j].text in ("of", "for") for j in range(max(first, i - LONGEST), i)):
        return after.lower() in lexicon.common or "-" in after or after.endswith(_NOUNS)
    return (
        last > i + 1
        and words[last].text in lexicon.organisation_heads
        and (after.lower() in lexicon.common or after.endswith((*_NOUNS, "ic", "al")))
    )
