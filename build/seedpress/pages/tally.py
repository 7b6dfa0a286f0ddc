"""What articles have in common: counted by number, for a page may tell of thousands of articles."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Generic, Protocol, TypeVar

import numpy as np

from seedpress.incidence import Ints, begins, stretches


class _Known(Protocol):
    """What stands in articles."""

    @property
    def articles(self) -> tuple[str, ...]: ...


T = TypeVar("T", bound=_Known)


class Tally(Generic[T]):
    """Which things are in which articles."""

    def __init__(self, things: Iterable[T], place: Mapping[str, int]) -> None:
        """Take them over in their order, which says who comes first of equals.

        `place` has the numbers of all articles, from 0; others do not count.
        """
        self.things: Sequence[T] = [*things]
        each = [thing.articles for thing in self.things]
        where = np.array([*map(place.get, chain.from_iterable(each), repeat(-1))], np.int64)
        thing = np.repeat(np.arange(len(each)), [*map(len, each)])[where >= 0]
        where = where[where >= 0]
        self._of = thing[np.argsort(where, kind="stable")]  # things, article by article
        self._spread = np.bincount(where, minlength=len(place))
        self._begin = begins(self._spread)

    def foremost(self, articles: Iterable[int], many: int) -> list[tuple[T, int]]:
        """The things that are in most of the articles, with their numbers: so many, most first."""
        wanted = np.array([*articles], np.int64)
        found = self._of[stretches(self._begin[wanted], self._spread[wanted])]
        counts = np.bincount(found, minlength=len(self.things))
        first = foremost(counts, many)[:many]
        return [(self.things[number], int(counts[number])) for number in first]

    def by_group(self, group: Sequence[int], groups: int) -> Ints:
        """In how many articles of each group each thing is: a row for each group.

        The group of each article is given in its place, -1 for one that is in none.
        """
        own = np.repeat(np.array(group, np.int64), self._spread)
        cells = (own * len(self.things) + self._of)[own >= 0]
        shape = groups, len(self.things)
        return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


def foremost(weights: "np.ndarray[tuple[int], np.dtype[np.number]]", many: int) -> list[int]:
    """The places of the greatest weights above 0, greatest first: so many, and equals of the last.

    Of equals the first ones come first.
    """
    found = np.flatnonzero(weights)
    if len(found) > many:
        own = weights[found]
        found = found[own >= np.partition(own, -many)[-many]]
    order = np.argsort(-weights[found], kind="stable")
    places: list[int] = found[order].tolist()
    return places
