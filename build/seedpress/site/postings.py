"""Where words stand, as an index lists it: for each word the pages that have it, by their numbers.

Of a large shard there are hundreds of thousands of pages in lists. So lists are columns, one after
the other, in which all pages are renumbered, taken out and put in at once; and what is said of a
page that stays, where on it the word stands, is bytes that nobody reads.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[np.int64]
Places = Column  # the new number of each page by its old one; -1: it is gone
Name = TypeVar("Name", str, tuple[str, str])  # of a list: a word, or that and a spelling

_PAGES = 1 << 32  # more than an index has


@dataclass(frozen=True, slots=True)
class Lists(Generic[Name]):
    """Lists of pages, sorted by their names; what stands in one of them, by its number."""

    names: Sequence[Name]
    lengths: Column  # of each list
    numbers: Column  # of each page in a list
    weights: Column  # of each: in how many places the word stands, and one
    sizes: Column  # of each: bytes of what is said of it
    said: bytes  # that, one after the other

    def starts(self) -> Column:
        """Where the pages of each list begin, and where all end."""
        return upto(self.lengths)

    def present(self) -> list[Name]:
        """The names of lists that are not empty."""
        return [self.names[at] for at in np.flatnonzero(self.lengths).tolist()]

    def moved(self, places: Places) -> "Lists[Name]":
        """The same with other numbers, whose order is that of the old ones, or without pages."""
        numbers = places[self.numbers]
        stay = numbers >= 0
        if stay.all():
            return replace(self, numbers=numbers)
        said = np.frombuffer(self.said, np.uint8)[np.repeat(stay, self.sizes)].tobytes()
        lengths = np.bincount(self._lists()[stay], minlength=len(self.names))
        columns = numbers[stay], self.weights[stay], self.sizes[stay]
        return Lists(self.names, lengths, *columns, said)

    def joined(self, other: "Lists[Name]") -> "Lists[Name]":
        """These and others, which have other pages."""
        lists = self._with_names(other.names)
        known = {name: at for at, name in enumerate(lists.names)}
        into = np.array([known[name] for name in other.names], np.int64)
        lengths = lists.lengths.copy()
        lengths[into] += other.lengths
        of = np.repeat(into, other.lengths)
        at = np.searchsorted(
            lists._lists() * _PAGES + lists.numbers, of * _PAGES + other.numbers
        )
        return Lists(
            lists.names,
            lengths,
            np.insert(lists.numbers, at, other.numbers),
            np.insert(lists.weights, at, other.weights),
            np.insert(lists.sizes, at, other.sizes),
            _put_in(lists.said, upto(lists.sizes)[at], other.said, other.sizes),
        )

    def only(self, names: Iterable[Name]) -> "Lists[Name]":
        """Without all lists but these, of which none has pages."""
        wanted = {*names}
        left = [at for at, name in enumerate(self.names) if name in wanted]
        if len(left) == len(self.names):
            return self
        return replace(self, names=[self.names[at] for at in left], lengths=self.lengths[left])

    def _lists(self) -> Column:
        """Which list each page is in."""
        return np.repeat(np.arange(len(self.names)), self.lengths)

    def _with_names(self, names: Sequence[Name]) -> "Lists[Name]":
        """With an empty list of each of these names that has none."""
        known = {*self.names}
        fresh: list[Name] = [name for name in names if name not in known]
        at = [bisect_left(self.names, name) for name in fresh]
        lengths = np.insert(self.lengths, at, 0) if fresh else self.lengths
        return replace(self, names=sorted(chain(self.names, fresh)), lengths=lengths)


def upto(sizes: Column) -> Column:
    """Where each of some things of these sizes begins, and where the last ends."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)))


def numbers_of(steps: Column, lengths: Column) -> Column:
    """The numbers of the pages of all lists, each of which is told as a step from the one before."""
    running = np.cumsum(steps)
    filled = lengths[lengths > 0]
    starts = np.cumsum(filled) - filled
    numbers: Column = running - np.repeat(running[starts] - steps[starts], filled)
    return numbers


def steps_of(lists: Lists[Any]) -> Column:
    """How far the number of each page is above that of the one before it in its list."""
    steps: Column = np.diff(lists.numbers, prepend=0)
    first = lists.starts()[:-1][lists.lengths > 0]
    steps[first] = lists.numbers[first]
    return steps


def _put_in(data: bytes, at: Column, new: bytes, sizes: Column) -> bytes:
    """Pieces of `new` in their places among `data`."""
    parts: list[bytes | memoryview] = []
    view, fresh, before = memoryview(data), memoryview(new), 0
    ends = upto(sizes).tolist()
    for number, place in enumerate(at.tolist()):
        parts += (view[before:place], fresh[ends[number] : ends[number + 1]])
        before = place
    return b"".join((*parts, view[before:]))
