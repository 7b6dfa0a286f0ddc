"""Give a surname that several people of the corpus bear to the one whom its article is about.

An article that never says the full name tells by its other names: `Jackson`, among the players of
his team, is the coach and not the preacher.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from itertools import chain

from seedpress.entities import rules
from seedpress.entities.company import Company
from seedpress.entities.gazetteer import CITY, COUNTRY, REGION, place_kind
from seedpress.entities.given import GivenNames
from seedpress.entities.kinds import LEGAL, looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME

BEARER = "surname; the article's other names are those of this bearer's articles"
_LEAST = 2  # telling names that the article shares with articles of the bearer
_PERSON, _PLACE = CLASSES.index("person"), CLASSES.index("place")
_LARGE = (CITY, REGION, COUNTRY)
_BEST = 2  # times as many by chance, since the best of several is taken
_LEAD = 2  # times as many as with articles of the next one
Bearers = dict[str, tuple[str, set[int]]]  # by key: names, articles


def bearers(
    articles: Sequence[list[Placed]],
    gists: Sequence[Gist],
    kept: frozenset[str],
    lexicon: Lexicon,
) -> list[list[Placed]]:
    """The mentions, with surnames of several people given to one where the article shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    company, bearing = _company([gist.tellers for gist in gists]), _bearing(gists)
    alone = _alone(articles, bearing.keys() - kept)
    people = {s: merged(bearing[s], lexicon) for s in set[str]().union(*alone.values())}
    several = {s: Rivals(found, company) for s, found in people.items() if len(found) > 1}
    result = [*articles]
    for number, names in alone.items():
        here = company.around((number,))
        chosen = {s: several[s].chosen(number, here) for s in names & several.keys()}
        if any(chosen.values()):
            result[number] = [_given(each, chosen.get(each.key)) for each in articles[number]]
    return result


def _alone(articles: Sequence[list[Placed]], wanted: Set[str]) -> dict[int, set[str]]:
    """The surnames that stand alone, of those `wanted`, by article."""
    found = {}
    for number, placed in enumerate(articles):
        if not wanted.isdisjoint([p.key for p in placed]):
            here = {p.key for p in placed if p.key in wanted and _may_be_surname(p)}
            if here:
                found[number] = here
    return found


def _may_be_surname(placed: Placed) -> bool:
    """Whether a name that stands alone may be a person's: no city's, unless a title shows it."""
    look = placed.look
    shown = (
        look.rule == rules.ROLE or look.kind == "person" or look.said[_PERSON] > look.said[_PLACE]
    )
    return placed.rule == SAME and (shown or place_kind(look.text) not in _LARGE)


def _company(tellers: Sequence[Sequence[str]]) -> Company:
    """What articles share of names; of those that stand in one alone nothing is to be known."""
    often = Counter(chain.from_iterable(tellers))
    several = {teller for teller, times in often.items() if times > 1}
    where: dict[str, list[int]] = defaultdict(list)
    for number, here in enumerate(tellers):
        for teller in several.intersection(here):
            where[teller].append(number)
    return Company(where.items(), len(tellers))


def _bearing(gists: Sequence[Gist]) -> dict[str, Bearers]:
    """Who bears each surname of which there are several."""
    first: dict[str, str] = {}
    several = set()
    for gist in gists:
        for each in gist.people:
            for surname in each.surnames:
                if first.setdefault(surname, each.key) != each.key:
                    several.add(surname)
    bearing: dict[str, Bearers] = defaultdict(dict)
    for number, gist in enumerate(gists):
        for each in gist.people:
            for surname in each.surnames:
                if surname in several:
                    bearing[surname].setdefault(each.key, (each.full, set()))[1].add(number)
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

    def __init__(self, people: Bearers, company: Company) -> None:
        self._people = people
        self._company = company
        self._around: dict[str, set[str]] = {}
        self._telling: dict[str, set[str]] = defaultdict(set)  # by telling name, who is beside it
        for bearer, (_, where) in people.items():
            for name in set[str]().union(*[company.around((number,)) for number in where]):
                self._telling[name].add(bearer)

    def chosen(self, number: int, here: set[str]) -> tuple[str, str] | None:
        """The key and the name of the one whose articles share most names with this article.

        Those are the names `here`, its telling ones.
        """
        shared = here & self._telling.keys()
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

    def _beside(self, bearer: str, number: int) -> set[str]:
        """The telling names of the bearer's other articles."""
        where = self._people[bearer][1]
        if number in where:
            return self._company.around(where - {number})
        if bearer not in self._around:
            self._around[bearer] = self._company.around(where)
        return self._around[bearer]


def _given(placed: Placed, bearer: tuple[str, str] | None) -> Placed:
    if bearer is None or placed.rule != SAME:
        return placed
    return placed.meaning(bearer[1], BEARER, bearer[0])
