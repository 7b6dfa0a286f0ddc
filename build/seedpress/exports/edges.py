"""The edges of the graphs, written many at once.

Each is a row of bytes as long as the longest, filled up with zeros that are left out in the end:
so numpy writes in a tenth of a second what takes a loop half of one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seedpress.model import Companies, Company

_BATCH = 20_000  # edges: their rows fit into a processor's cache
_PLACE = re.compile(r"\{(\w+)\}")


class Edges:
    """Each pair of entities that stand in the same articles; an entity's edges stand together."""

    def __init__(self, company: Mapping[str, Sequence[Company]], number: Mapping[str, int]) -> None:
        """Those of a `company`; the numbers of nodes are in the order of the entities' ids."""
        pairs = company.pairs if isinstance(company, Companies) else _pairs(company)
        low, high, self._weights = (np.frombuffer(each, np.int32) for each in pairs)
        node = np.fromiter(map(number.__getitem__, company), np.int32, len(company))
        self._ends = node[low], node[high]
        self._begins = np.flatnonzero(np.diff(low, prepend=-1))  # of each entity's edges
        self._nodes = _numbers(0, len(number))

    def written(self, pattern: str, once: str, often: str) -> Iterator[bytes]:
        """The edges of each entity, by a pattern with {number}, {one}, {other} and {weight}.

        What stands for the weight is `once` if that is 1, else `often` with it in the place of {}.
        """
        most = int(self._weights.max(initial=1))
        weights = np.array(["", once, *map(often.format, range(2, most + 1))], np.bytes_)
        for first, end, begins in self._batches():
            one, other = (self._nodes[nodes[first:end]] for nodes in self._ends)
            columns = {
                "number": _numbers(first, end),
                "one": one,
                "other": other,
                "weight": weights[self._weights[first:end]],
            }
            said = _PLACE.split(pattern)  # words, and names of columns between them
            rows = np.hstack(
                [
                    _bytes(columns[each] if place % 2 else np.full(end - first, each.encode()))
                    for place, each in enumerate(said)
                ]
            )
            lengths = np.count_nonzero(rows, axis=1)
            found = rows.tobytes().translate(None, b"\0")
            cuts = [*np.add.accumulate(lengths)[begins[1:] - first - 1].tolist(), len(found)]
            yield from (found[b:e] for b, e in pairwise([0, *cuts]))

    def _batches(self) -> Iterator[tuple[int, int, NDArray[np.int64]]]:
        """Edges of some entities: the first, the end, and where those of each begin."""
        count, parts = len(self._weights), self._begins
        while len(parts):
            some = max(1, int(np.searchsorted(parts, parts[0] + _BATCH)))
            end = int(parts[some]) if some < len(parts) else count
            yield int(parts[0]), end, parts[:some]
            parts = parts[some:]


def _numbers(first: int, end: int) -> NDArray[np.bytes_]:
    return np.arange(first, end).astype(f"S{len(str(end))}")


def _bytes(column: NDArray[np.bytes_]) -> NDArray[np.uint8]:
    return column.view(np.uint8).reshape(len(column), -1)


def _pairs(company: Mapping[str, Sequence[Company]]) -> tuple[bytes, bytes, bytes]:
    """What `Companies` have as numbers, of those that were read from a file."""
    place = {identity: number for number, identity in enumerate(company)}
    pairs = [
        (place[one], place[found.other], found.articles)
        for one, several in company.items()
        for found in several
        if one < found.other
    ]
    table = np.array(pairs, np.int32).reshape(-1, 3).T
    low, high, count = (column.tobytes() for column in table)
    return low, high, count
