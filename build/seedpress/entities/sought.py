"""What rules look for among all names, kept from one build to the next and brought up to date.

A search is for names that have a mark in common. One that came or went changes what is found of
the names that have its marks, and of no others.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt
from msgspec import Raw, Struct, msgpack

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph
from seedpress.notes import Note

_Numbers = npt.NDArray[np.int32]
Marks = Iterable[tuple[str, str]]  # of names, each with a mark; one with several follows itself
_LATE = "\0"  # opens what is known of a person who is not where the order of names has it


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """A search: by its marks of some names, and by what is found among those that share one.

    Both are a matter of the names themselves, of which are persons', and of how these are written.
    """

    marks: Callable[[Sequence[str], Graph, Lexicon], Marks]  # in the order of the names
    found: Callable[[str, list[str], Graph, Lexicon], Families]  # of a mark and who share it
    persons: bool = False  # whether it is among persons, in their order; else among all, in theirs

    @property
    def name(self) -> str:
        """What tells it from others."""
        return f"{self.found.__module__}.{self.found.__qualname__}"

    def __call__(self, graph: Graph, lexicon: Lexicon) -> Families:
        """What it finds, from nothing."""
        names = [*full_names(graph, lexicon)] if self.persons else graph.words().keys
        blocks: dict[str, list[str]] = defaultdict(list)
        for name, mark in self.marks(names, graph, lexicon):
            blocks[mark].append(name)
        several = ((mark, block) for mark, block in blocks.items() if len(block) > 1)
        return [each for mark, block in several for each in self.found(mark, block, graph, lexicon)]


class _Block(Struct, array_like=True, gc=False):
    """What was found among the names that share a mark."""

    check: int  # sum of the mark
    first: int  # number of the first of the names
    place: int  # of the mark among those of that name
    found: Families


class _Marks(Struct, array_like=True, gc=False):
    """The marks of all names, and what is found by them."""

    checks: bytes = b""  # sums
    owners: bytes = b""  # number of the name that has each
    blocks: list[_Block] = []


class _Kept(Struct, array_like=True, gc=False):
    """What a join leaves to the next; each search is read when made, for the first is awaited."""

    names: list[str] = []  # in order
    written: dict[str, str] = {}  # how those of persons are written
    searches: dict[str, Raw] = {}  # `_Marks`

    def marks(self, search: Sought) -> _Marks | None:
        """What was kept of a search, if it was made."""
        found = self.searches.get(search.name)
        return None if found is None else _MARKS.decode(found)


_MARKS = msgpack.Decoder(_Marks)


class Searching:
    """The searches of one join, by what the last one kept."""

    def __init__(self, graph: Graph, lexicon: Lexicon, before: Note | None = None) -> None:
        """Tell which names are new since, or gone."""
        self._graph, self._lexicon = graph, lexicon
        self._before, self._now = _read(before), dict[str, Raw]()
        self._people, self._names = full_names(graph, lexicon), graph.words().keys
        self._late = {name: place for place, name in enumerate(_late([*self._people]))}
        nodes = graph.nodes
        self._written = {name: nodes[name].only or nodes[name].name for name in self._people}
        self._written |= {name: _LATE + self._written[name] for name in self._late}
        self._number, self._fresh = self._compared()

    def _compared(self) -> tuple[_Numbers, _Numbers]:
        """The number of each name of before, -1 if it is another or gone; and those of new ones."""
        old, new = self._before.names, self._names
        if not old:
            return np.empty(0, np.int32), np.arange(len(new), dtype=np.int32)
        written = self._before.written
        other = {name for name, _ in written.items() ^ self._written.items()}
        other.update(self._late, [name for name in written if written[name][:1] == _LATE])
        here, there = {*new}, {*old}
        stayed, stays = np.ones(len(old), bool), np.ones(len(new), bool)
        stayed[[bisect_left(old, name) for name in (there - here) | (there & other)]] = False
        stays[[bisect_left(new, name) for name in (here - there) | (here & other)]] = False
        number = np.full(len(old), -1, np.int32)
        number[stayed] = np.flatnonzero(stays)  # both are in the order of names
        return number, np.flatnonzero(~stays).astype(np.int32)

    def found(self, search: Sought) -> Families:
        """What the search finds."""
        before, number, fresh = self._before.marks(search), self._number, self._fresh
        if before is None:
            before, number, fresh = _Marks(), number[:0], np.arange(len(self._names), dtype="i4")
        checks = np.frombuffer(before.checks, np.uint32)
        owners = number[np.frombuffer(before.owners, np.int32)]
        gone, checks, owners = checks[owners < 0], checks[owners >= 0], owners[owners >= 0]
        marked = self._marked(search, fresh)
        new = np.array([check for _, _, check in marked], np.uint32)
        whose = np.array([place for place, _, _ in marked], np.int32)
        touched = np.concatenate((gone, new))
        beside = owners[np.isin(checks, touched)]
        if len(beside):
            marked = self._marked(search, np.union1d(fresh, beside))
        wanted = {*touched.tolist()}
        blocks = [block for block in before.blocks if block.check not in wanted]
        for block in blocks:
            block.first = int(number[block.first])
        blocks += self._blocks(search, marked, wanted)
        blocks.sort(key=self._order(search))
        both = np.concatenate((checks, new)), np.concatenate((owners, whose))
        now = _Marks(both[0].tobytes(), both[1].tobytes(), blocks)
        self._now[search.name] = Raw(msgpack.encode(now))
        return [family for block in blocks for family in block.found]

    def _marked(self, search: Sought, numbers: _Numbers) -> list[tuple[int, str, int]]:
        """The marks of the names with these numbers, and sums of these; whose each is first."""
        places = {self._names[number]: number for number in numbers.tolist()}
        names = [*places]
        if search.persons:
            late = self._late
            names = [name for name in names if name in self._people]
            if not late.keys().isdisjoint(names):
                names.sort(key=lambda name: late.get(name, -1))
        return [
            (places[name], mark, crc32(mark.encode("utf-8", "surrogatepass")))
            for name, mark in search.marks(names, self._graph, self._lexicon)
        ]

    def _blocks(
        self, search: Sought, marked: Sequence[tuple[int, str, int]], wanted: Set[int]
    ) -> Iterator[_Block]:
        """What is found of those who share each of the marks that have a sum which is `wanted`."""
        blocks: dict[str, list[str]] = defaultdict(list)
        firsts: dict[str, tuple[int, int, int]] = {}
        last = place = -1
        for owner, mark, check in marked:
            place = place + 1 if owner == last else 0
            last = owner
            if check in wanted:
                firsts.setdefault(mark, (check, owner, place))
                blocks[mark].append(self._names[owner])
        for mark, names in blocks.items():
            found = search.found(mark, names, self._graph, self._lexicon) if len(names) > 1 else []
            if found:
                yield _Block(*firsts[mark], found)

    def _order(self, search: Sought) -> Callable[[_Block], tuple[int, int]]:
        """Where a block stands among others: as the first of its names does, by the search."""
        size, names = len(self._names), self._names
        late = {bisect_left(names, name): size + place for name, place in self._late.items()}
        known = late if search.persons else {}
        return lambda block: (known.get(block.first, block.first), block.place)

    def noted(self) -> bytes:
        """What the next join may be told."""
        return msgpack.encode(_Kept(self._names, self._written, self._now))


def _late(names: list[str]) -> list[str]:
    """What follows the first that is before its forerunner by the letters."""
    place = next((place for place, (a, b) in enumerate(pairwise(names), 1) if b < a), len(names))
    return names[place:]


def _read(note: Note | None) -> _Kept:
    return msgpack.decode(note, type=_Kept) if note else _Kept()
