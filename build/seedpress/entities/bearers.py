"""Give a surname that several people of the corpus bear to the one whom its article is about.

An article that never says the full name tells by its other names: `Jackson`, among the players of
his team, is the coach and not the preacher.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import partial
from operator import is_not, itemgetter

import numpy as np
from msgspec import msgpack

from seedpress.entities import rules
from seedpress.entities.company import Telling, telling
from seedpress.entities.gazetteer import CITY, COUNTRY, REGION, place_kind
from seedpress.entities.given import GivenNames
from seedpress.entities.glances import Glances, Name
from seedpress.entities.kinds import LEGAL, looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.sums import Rows, among, sum_of, unpacked
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.notes import digest

BEARER = "surname; the article's other names are those of this bearer's articles"
_LEAST = 2  # telling names that the article shares with articles of the bearer
_PERSON, _PLACE = CLASSES.index("person"), CLASSES.index("place")
_LARGE = (CITY, REGION, COUNTRY)
_BEST = 2  # times as many by chance, since the best of several is taken
_LEAD = 2  # times as many as with articles of the next one
_surname = itemgetter(0)
Bearers = dict[str, tuple[str, set[int]]]  # by key: names, articles


def bearers(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    kept: frozenset[str],
    glances: Glances,
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with surnames of several people given to one where the article shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    company = telling([gist.tellers for gist in gists])
    borne = unpacked([gist.borne for gist in gists], 3)
    wanted = _borne_by_several(borne).difference(map(sum_of, kept))
    alone = _alone([gist.alone for gist in gists], wanted)
    bearing = _bearing(borne, articles, set[int]().union(*alone.values()), glances)
    people = {s: merged(found, lexicon) for s, found in bearing.items()}
    several = {s: Rivals(found, company) for s, found in people.items() if len(found) > 1}
    result = [*articles]
    for number, names in alone.items():
        here = company.around((number,))
        chosen = {s: several[s].chosen(number, here) for s in names & several.keys()}
        if any(chosen.values()):
            facts = digest(b"bearers", msgpack.encode(sorted(chosen.items(), key=_surname)))
            step = partial(_with_bearers, articles[number], chosen)
            result[number] = glances.after(articles, number, facts, step)
    return result


def _alone(lone: Sequence[bytes], wanted: Set[int]) -> dict[int, set[int]]:
    """Of what may be surnames that stand alone, the `wanted` ones, by article."""
    numbers, rows = unpacked(lone, 1)
    chosen = among(rows[:, 0], wanted)
    found: dict[int, set[int]] = defaultdict(set)
    for number, surname in zip(numbers[chosen].tolist(), rows[chosen, 0].tolist(), strict=True):
        found[number].add(surname)
    return found


def may_be_surname(placed: Placed) -> bool:
    """Whether a name that stands alone may be a person's: no city's, unless a title shows it."""
    look = placed.look
    shown = (
        look.rule == rules.ROLE or look.kind == "person" or look.said[_PERSON] > look.said[_PLACE]
    )
    return placed.rule == SAME and (shown or place_kind(look.text) not in _LARGE)


def _borne_by_several(borne: Rows) -> set[int]:
    """The sums of surnames that several people bear."""
    _, rows = borne
    order = np.lexsort((rows[:, 1], rows[:, 2]))
    names, surnames = rows[order, 1], rows[order, 2]
    other = (surnames[1:] == surnames[:-1]) & (names[1:] != names[:-1])
    return {*surnames[1:][other].tolist()}


def _bearing(
    borne: Rows, articles: Sequence[Sequence[Placed]], wanted: Set[int], glances: Glances
) -> dict[int, Bearers]:
    """Who bears each of these surnames."""
    numbers, rows = borne
    chosen = among(rows[:, 2], wanted)
    bearing: dict[int, Bearers] = defaultdict(dict)
    named: dict[int, Name] = {}
    each = zip(numbers[chosen].tolist(), rows[chosen].tolist(), strict=True)
    for number, (place, name, surname) in each:
        one = named.get(name) or named.setdefault(name, glances.at(articles, number, place))
        bearing[surname].setdefault(one.key, (one.full, set()))[1].add(number)
    return bearing


def read(name: str, full: str, personal: bool, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """What spellings of several articles have in common, and what a person is called for short."""
    usual = usual_names().get(name)
    parts = person(full, lexicon)
    if parts and not looks_personal(full, "person" if personal else "", lexicon):
        parts = None
    if parts and not usual:
        teller = parts.surname
    elif not usual and " " not in name:
        teller = "" if name in LEGAL else name
    else:
        words = (key(usual.name) if usual else name).split()
        teller = " ".join([w for w in words if w not in LEGAL])
    if not parts or parts.after:
        return teller, ()
    return teller, tuple([tail for tail in parts.tails if tail not in usual_names()])


def merged(people: Bearers, lexicon: Lexicon) -> Bearers:
    """The bearers of a surname without second spellings of one: `George W. Bush`."""
    found: Bearers = {}
    first: dict[str, str] = {}  # by given name, the first bearer who may be called so
    alike = GivenNames(lexicon)
    for name in sorted(people, key=lambda name: (-len(people[name][1]), name)):
        full, where = people[name]
        given = _given_name(name)
        if given not in first:
            first[given] = alike.first(given, name)
        found.setdefault(first[given], (full, set()))[1].update(where)
    return found


def _given_name(name: str) -> str:
    """What somebody is called: `John` of `D. John Sauer`."""
    first, *more = name.split()
    initial = len(first.rstrip(".")) == 1 and len(more) > 1
    return more[0] if initial and len(more[0].rstrip(".")) > 1 else first


class Rivals:
    """The bearers of one surname, between whom the names beside it choose."""

    def __init__(self, people: Bearers, company: Telling[int]) -> None:
        self._people = people
        self._company = company
        self._around: dict[str, set[int]] = {}
        self._telling: dict[int, set[str]] = defaultdict(set)  # by telling name, who is beside it
        for bearer, (_, where) in people.items():
            for name in set[int]().union(*[company.around((number,)) for number in where]):
                self._telling[name].add(bearer)
        self._names = {*self._telling}

    def chosen(self, number: int, here: set[int]) -> tuple[str, str] | None:
        """The key and the name of the one whose articles share most names with this article.

        Those are the names `here`, its telling ones.
        """
        shared = here & self._names
        if len(shared) < _LEAST:  # as of most
            return None
        able = set[str]().union(*[self._telling[name] for name in shared])
        # All others share nothing.
        ranked = sorted((-len(here & self._beside(each, number)), each) for each in able)
        best, bearer = ranked[0] if ranked else (0, "")
        second = ranked[1][0] if len(ranked) > 1 else 0
        if -best < _LEAST or best > _LEAD * second:
            return None
        if not self._company.tells(-best, len(here), _BEST * len(self._beside(bearer, number))):
            return None
        return bearer, self._people[bearer][0]

    def _beside(self, bearer: str, number: int) -> set[int]:
        """The telling names of the bearer's other articles."""
        where = self._people[bearer][1]
        if number in where:
            return self._company.around(where - {number})
        if bearer not in self._around:
            self._around[bearer] = self._company.around(where)
        return self._around[bearer]


def _with_bearers(
    placed: Sequence[Placed], chosen: Mapping[int, tuple[str, str] | None]
) -> Sequence[Placed]:
    after = [_given(each, chosen.get(sum_of(each.key))) for each in placed]
    return after if any(map(is_not, placed, after)) else placed


def _given(placed: Placed, bearer: tuple[str, str] | None) -> Placed:
    if bearer is None or placed.rule != SAME:
        return placed
    return placed.meaning(bearer[1], BEARER, bearer[0])
