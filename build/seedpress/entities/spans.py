"""Stretches of capitalised words that may be names, in the tokens of one block."""

from collections.abc import Iterator

from seedpress.entities.campuses import over_campus
from seedpress.entities.chambers import over_committee
from seedpress.entities.commas import over_comma
from seedpress.entities.gazetteer import COUNTRY, place_kind
from seedpress.entities.hyphens import HYPHENS, over_hyphen
from seedpress.entities.kinds import LEGAL
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.linked import (
    LONGEST,
    OF,
    capital_at,
    is_and_inside,
    near,
    over_link,
    over_particle,
    over_usual,
)
from seedpress.entities.quoted import over_quote
from seedpress.entities.small_heads import over_small_head
from seedpress.entities.spelt import over_spelt
from seedpress.entities.titles import SAINT
from seedpress.entities.tokens import Token, is_capitalised, is_elided, key
from seedpress.entities.usual_names import usual_names

_LINKS = frozenset({"of", "for", "in", "on"})
_BY_CHANNELS = frozenset("told on broadcaster channel network radio station television TV".split())
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

_YEAR = 4  # digits
_OPENING = 2  # words: In Iraq
_TOGETHER = frozenset({"U.S.", "U.N.", "U.K.", "EU", "NATO"})
_HALLOWED = frozenset(  # what is called after saints
    "Abbey Academy Anglican Basilica Bay Cathedral Catholic Cemetery Chapel Children's Church"
    " College Convent Court Episcopal Gate General Health High Hospice Hospital House Island"
    " Lutheran Medical Memorial Mercy Methodist Orthodox Palace Parish Park Place Prep Presbyterian"
    " Roman School Seminary Square University".split()
)
_OFFICERS = frozenset({"Sheriff", "Attorney", "Examiner", "Coroner", "Prosecutor"})
_OFFICES = frozenset({"Office", "Department"})
_ENDED = frozenset({"Co.", "Corp.", "Inc.", "Ltd."})  # firms, by their legal form
_HALVES = frozenset("United Secular Marxist Maoist Leninist Nationalist".split())  # of parties
_LETTERS = 4  # fewer are letters of a half
_QUOTES = frozenset("\"“'‘’")

Span = tuple[int, int, bool]  # token numbers from, up to; whether it is part of a longer one


def spans(words: list[Token], text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Yield the stretches of capitalised words, with the small words that belong inside names.

    A stretch that is too long for a name comes in parts of LONGEST words, marked as such.
    """
    position, total = 0, len(words)
    while position < total:
        word = words[position].text
        if word.islower() and word not in lexicon.particles:  # as most words are, at a glance
            position += 1
            continue
        if not _opens(words, position, text, lexicon):
            position += 1
            continue
        end = position + 1
        while end < total:
            step = _step(words, position, end, text, lexicon) or over_campus(words, position, end)
            if not step:
                break
            end += step
        end += over_small_head(words, position, end, text, lexicon) or over_committee(words, end)
        long = end - position >= LONGEST
        for first in range(position, end, LONGEST):
            yield first, min(first + LONGEST, end), long
        position = end


def _opens(words: list[Token], i: int, text: str, lexicon: Lexicon) -> bool:
    word = words[i].text
    if is_capitalised(word):
        return True
    if len(word) == _YEAR and word.isdigit():
        return _opens_games(words, i, text)
    if word in lexicon.particles and word not in ("la", "le", "e", "y", "do", "das", "ter", "ten"):
        after = i + 1
        while (
            after < len(words)
            and after < i + 3
            and (words[after].text in HYPHENS or words[after].text in lexicon.particles)
        ):
            after += 1
        return (
            after < len(words)
            and words[after].text[0].isupper()
            and near(words, after - 1, after, text)
        )
    return False


def _opens_games(words: list[Token], i: int, text: str) -> bool:
    """Whether the year at `i` opens the name of games: `2024 Olympics`, `2012 Summer Olympics`."""
    ends = (words[end].end for end in (i + 1, i + 2) if end < len(words))
    return any(key(text[words[i].start : end]) in usual_names() for end in ends)


def _step(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> int:
    """How many tokens from number `i` on go on with the name that began at `first`; 0 ends it."""
    if not near(words, i - 1, i, text):
        return 0
    word = words[i].text
    if is_capitalised(word) or is_elided(word):
        if _is_another(words, first, i, lexicon):
            return 0
        return 1 if words[i - 1].text[-1] not in "!?" and not _is_model(words, i) else 0
    if not word[0].isalnum() and word != "&":
        return _over_sign(words, first, i, text, lexicon)
    ahead = capital_at(words, i + 1, text)
    if word in lexicon.particles or word in OF:
        return over_particle(words, i, text, lexicon)
    if word in _LINKS:
        return over_link(words, first, i, text, lexicon)
    if word in ("and", "&"):
        inside = word == "&" or (ahead and is_and_inside(words, first, i, text, lexicon))
        if ahead and inside:
            return 2
        return over_spelt(words, first, i, text) if word == "and" else 0
    numbered = word.isdigit() and len(word) <= _YEAR
    return int(numbered and _is_numbered(words, first, i, text))


def _is_numbered(words: list[Token], first: int, i: int, text: str) -> bool:
    """Whether the number at `i` ends a name: `Channel 4`, what is told `France 24`; no score.

    Nor a year, but in the names of games: `Tokyo 2020`.
    """
    if len(words[i].text) == _YEAR:
        games = usual_names().get(key(text[words[first].start : words[i].end]))
        return games is not None and games.kind == "event"
    if words[i - 1].text in _NUMBERED:
        return True
    known = key(f"{words[i - 1].text} {words[i].text}") in usual_names()
    beside = (*words[max(0, first - 1) : first], *words[i + 1 : i + 2])
    return known and i - first == 1 and any(word.text in _BY_CHANNELS for word in beside)


def _is_another(words: list[Token], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether token `i` begins another name: `In Iraq U.S. troops`, `Troy, Ala. Bob Doe`.

    Or a sentence, after a firm: `by Doe & Co. Norvik was sold`.
    """
    if words[i - 1].text in _ENDED and i - first > 1:
        return words[i].text.casefold() not in LEGAL
    if words[i].text in _TOGETHER:
        return i - first <= _OPENING and place_kind(words[i - 1].text) == COUNTRY
    if _is_from(words, first, i, lexicon):
        return True
    if words[i - 1].text[-1] == "." and _is_next_sentence(words, first, i, lexicon):
        return True
    return words[i].text in lexicon.demonyms and _is_against(words, first)


def _is_from(words: list[Token], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a person's name follows a country: `envoy to the U.K. Carl Doe`.

    And `of the Security Council of Russia Carl Doe`.
    """
    land = words[i - 1].text
    opened = i - first == 1 and land in _TOGETHER
    opened = opened or (words[i - 2].text == "of" and place_kind(land) == COUNTRY)
    named = words[i].text in lexicon.first_names and i + 1 < len(words)
    after = words[i + 1].text if opened and named else ""
    return after.istitle() and after not in lexicon.heads and place_kind(words[i].text) != COUNTRY


def _is_next_sentence(words: list[Token], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether a sentence ended with what is in short: `Carl Doe Jr. He left`, `Troy, Ala. Rain`."""
    before = words[i - 1].text
    prefix = i + 1 < len(words) and words[i + 1].text in HYPHENS  # U.S. Anti-Doping Agency
    if words[i].text in lexicon.openers and len(before) > len("J.") and not prefix:
        return before not in lexicon.titles  # Mrs. May
    return i - first == 1 and _ends_in_state(words, first)


def _ends_in_state(words: list[Token], i: int) -> bool:
    """Whether token `i` is a state in short after a town and a comma: what follows is another."""
    if i < 2 or words[i - 1].text != "," or not words[i - 2].text[0].isupper():
        return False
    usual = usual_names().get(key(words[i].text))
    return usual is not None and usual.kind == "place" and place_kind(usual.name) != COUNTRY


def _is_against(words: list[Token], first: int) -> bool:
    """Whether the name stands after a prefix, so that it ends: `anti-Taliban Afghan groups`."""
    if first < 2 or words[first - 1].text not in HYPHENS:
        return False
    return words[first - 2].text.islower() and words[first - 2].end == words[first - 1].start


def _over_sign(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> int:
    """How many tokens go on with the name from a hyphen, a comma, a quote or `'s` on."""
    word, ahead = words[i].text, capital_at(words, i + 1, text)
    if word in HYPHENS:
        far = over_usual(words, first, i, text) if i - first <= _OPENING else 0
        return far or over_hyphen(words, first, i, ahead, lexicon)
    if word in _QUOTES:
        return over_quote(words, i, text, lexicon)
    if word == ",":
        return over_comma(words, first, i, text, lexicon)
    if word == "(":
        return _over_half(words, i)
    if word not in ("'s", "’s"):
        return 0
    if f"{words[i - 1].text}'s" in lexicon.possessives:
        return 2 if ahead else int(i - first <= 1)
    if ahead and i - first > 1 and words[i - 2].text in SAINT:  # St. John's Hospital
        return 2 * (words[i + 1].text in _HALLOWED)
    if words[i - 1].text in _OFFICERS and i + 1 < len(words) and words[i + 1].text in _OFFICES:
        return 2  # Norvik County Sheriff's Office
    usual = ahead and key(text[words[i - 1].start : words[i + 1].end].replace("’", "'"))
    return 2 if usual and usual in usual_names() else 0  # America's Cup


def _over_half(words: list[Token], i: int) -> int:
    """How many tokens say in brackets which half of a party: `CPI(M)`, `Janata Dal (Secular)`."""
    if [word.text for word in words[i + 2 : i + 3]] != [")"]:
        return 0
    half, glued = words[i + 1].text, words[i].start == words[i - 1].end
    letters = glued and half.isupper() and len(half) < _LETTERS and words[i - 1].text.isupper()
    return 3 if letters or half in _HALVES else 0


def _is_model(words: list[Token], i: int) -> bool:
    """Whether token `i` begins the name of a machine: `EP-3`, `F-16`, `Su-27`."""
    if i + 2 >= len(words) or len(words[i].text) > 3 or words[i + 1].text not in HYPHENS:
        return False
    return words[i + 2].text[0].isdigit() and words[i].end + 1 == words[i + 2].start
