"""The company that names keep: what the articles of two names have in common besides.

Two spellings may be one name, or two people's; articles that share other names, which few articles
have, tell the same story.
"""

from collections.abc import Collection, Iterable, Sequence, Sized
from itertools import pairwise
from math import isqrt
from typing import Generic, TypeVar

import numpy as np

from seedpress.entities.sums import unpacked

Name = TypeVar("Name")
_FEW = 3  # articles of a name that tells a story, in a small corpus; in a large one its root
_LUCK = 1.5  # times as many names in common as two articles would share by chance
_MORE = 50  # telling names that a small corpus would have if it were larger
_MOST = 50  # articles of one name that are looked at


class Telling(Generic[Name]):
    """For each article its telling names: those that some, but few, other articles have."""

    def __init__(self, telling: list[set[Name]], names: Sized) -> None:
        """Take over those of each article, and all together."""
        self._telling, self._names = telling, names

    def around(self, numbers: Collection[int]) -> set[Name]:
        """The telling names in the articles with these numbers; nobody is to change them."""
        if len(numbers) == 1:
            (number,) = numbers
            return self._telling[number]
        return set[Name]().union(*[self._telling[number] for number in _some(numbers)])

    def is_silent(self, numbers: Collection[int]) -> bool:
        """Whether the articles with these numbers have no telling names."""
        return not any(self._telling[number] for number in _some(numbers))

    def strangers(self, one: int, two: int) -> bool:
        """Whether two articles have no telling name in common."""
        return self._telling[one].isdisjoint(self._telling[two])

    def shared(self, one: Collection[int], two: Collection[int]) -> set[Name]:
        """The telling names that articles of both have, their own names among them.

        None where long articles would have as many in common by chance.
        """
        few, many = (one, two) if len(one) <= len(two) else (two, one)
        here = self.around(few)
        if all(map(here.isdisjoint, map(self._telling.__getitem__, _some(many)))):  # as most
            return set()
        there = self.around(many)
        found = here & there
        return found if self.tells(len(found), len(here), len(there)) else set()

    def tells(self, shared: int, here: int, there: int) -> bool:
        """Whether so many telling names in common are more than chance, of so many of each."""
        return shared * (len(self._names) + _MORE) > _LUCK * here * there


class Company(Telling[str]):
    """The same by the articles of each name, which may come to be others."""

    def __init__(self, where: Iterable[tuple[str, Collection[int]]] = (), size: int = 0) -> None:
        """`where` are names, each once, with the numbers of their articles of `size`."""
        self._few = _most_of(size)
        self._where: dict[str, Collection[int]] = {}
        super().__init__([set() for _ in range(size)], self._where)
        for name, articles in where:
            if 1 < len(articles) <= self._few:
                self._where[name] = articles
                for number in articles:
                    self._telling[number].add(name)

    def place(self, name: str, articles: Collection[int]) -> None:
        """From now on, `name` stands in these articles and no others."""
        for number in self._where.pop(name, ()):
            self._telling[number].discard(name)
        if 1 < len(articles) <= self._few:
            self._where[name] = articles
            for number in articles:
                self._telling[number].add(name)


def telling(articles: Sequence[bytes]) -> Telling[int]:
    """What articles share of names, by the sums of those that each has, each once."""
    numbers, rows = unpacked(articles, 1)
    _, names, often = np.unique(rows[:, 0], return_inverse=True, return_counts=True)
    able = (often > 1) & (often <= _most_of(len(articles)))
    chosen = able[names]
    here = names[chosen].tolist()
    ends = np.cumsum(np.bincount(numbers[chosen], minlength=len(articles))).tolist()
    return Telling(
        [set(here[begin:end]) for begin, end in pairwise([0, *ends])], np.flatnonzero(able)
    )


def _most_of(size: int) -> int:
    """In how many articles of `size` a name may be that tells a story."""
    return max(_FEW, isqrt(size))


def _some(numbers: Collection[int]) -> Collection[int]:
    """Those of them that are looked at."""
    return numbers if len(numbers) <= _MOST else sorted(numbers)[:_MOST]
