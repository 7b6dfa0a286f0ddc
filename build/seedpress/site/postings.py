"""Where words stand, as an index lists it: pages are numbered, and each number is told as a step.

A list holds for each page `[step, places, places in fields, ...]`; a step is the page's number less
that of the page before it. Of a large shard there are hundreds of thousands: all are renumbered at once.
"""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Any

import numpy as np
import numpy.typing as npt

Pages = list[list[Any]]  # one list
Places = npt.NDArray[np.int64]  # the new number of each page by its old one; -1: it is gone

_step = itemgetter(0)


def numbers_of(pages: Pages) -> list[int]:
    """The numbers of the pages in a list."""
    return [*accumulate(map(_step, pages))]


def renumber(lists: Sequence[Pages], places: Places) -> None:
    """Give the pages of all `lists` their new numbers, whose order is that of the old ones."""
    every = [page for pages in lists for page in pages]
    steps = np.fromiter(map(_step, every), np.int64, len(every))
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    of = np.repeat(np.arange(len(lists)), lengths)  # the list that each stands in
    new = places[_numbers(steps, lengths)]
    stay = np.flatnonzero(new >= 0)
    becomes = _steps(new[stay], of[stay])
    changed = np.flatnonzero(becomes != steps[stay])
    for at, step in zip(stay[changed].tolist(), becomes[changed].tolist(), strict=True):
        every[at][0] = step
    if len(stay) < len(every):
        gone = set(np.flatnonzero(new < 0).tolist())
        starts = np.cumsum(lengths) - lengths
        for number in np.unique(of[new < 0]).tolist():
            start, pages = int(starts[number]), lists[number]
            pages[:] = [page for at, page in enumerate(pages, start) if at not in gone]


def insert(pages: Pages, new: Iterable[tuple[Any, ...]]) -> None:
    """Put further pages into a list: the number of each, which is not in it, and what follows its step."""
    numbers = numbers_of(pages)
    for number, *rest in new:
        at = bisect(numbers, number)
        pages.insert(at, [number - (numbers[at - 1] if at else 0), *rest])
        if at < len(numbers):
            pages[at + 1][0] = numbers[at] - number
        numbers.insert(at, number)


def _numbers(steps: Places, lengths: Places) -> Places:
    """The numbers of the pages of all lists, one list after the other."""
    running = np.cumsum(steps)
    filled = lengths[lengths > 0]
    starts = np.cumsum(filled) - filled
    numbers: Places = running - np.repeat(running[starts] - steps[starts], filled)
    return numbers


def _steps(numbers: Places, of: Places) -> Places:
    """What the steps are of pages with these numbers, in these lists."""
    steps = np.diff(numbers, prepend=0)
    first = np.diff(of, prepend=-1) != 0
    steps[first] = numbers[first]
    return steps
