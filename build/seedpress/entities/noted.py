"""The note of the nodes of all names, and the nodes that it was made of.

Nearly all names are had by one article in one way: of these it holds columns, not records.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, repeat
from operator import itemgetter
from zlib import crc32

import numpy as np
from msgspec import Struct, msgpack

from seedpress.entities.count import NO_REASONS
from seedpress.entities.lone import lone
from seedpress.entities.looks import Said
from seedpress.entities.nodes import Node
from seedpress.entities.tokens import key
from seedpress.model import EntityKind
from seedpress.notes import Note

MARK = 16  # bytes of a digest
NUMBERS, SUMS = np.dtype("<i4"), np.dtype("<u4")
_Counts = dict[str, int]
_Kind = tuple[str, int, EntityKind | None]  # what it was taken for, how often, of what it is alone


class _Node(Struct, array_like=True, gc=False):
    """A name, without where it stands."""

    key: str
    spellings: _Counts
    fulls: _Counts  # empty: the spellings
    votes: _Counts
    said: Said
    reasons: dict[str, tuple[str, str]]
    only: str
    alone: EntityKind | None


class Noted(Struct, array_like=True, gc=False):
    """All nodes. Of a name that is another one in each article, the key is without the number."""

    marks: bytes  # of the articles, one after the other: places among them are told below
    # Names that stand for themselves and of which one article has one look, as most.
    keys: list[str]
    names: list[str]
    kinds: list[_Kind]
    kind: bytes  # place of each name's among them
    said: list[Said]
    where: bytes
    nodes: list[_Node]  # all others
    many: bytes  # in how many articles each is
    spread: bytes
    lone: list[int]  # places of names, and of nodes behind them, that are others in each article
    cuts: dict[str, str]  # see `shorten`
    sums: bytes  # of the keys of openings of names,
    opened: bytes  # and the place of the name that each opens


_NOTED = msgpack.Decoder(Noted)


def decoded(note: Note) -> Noted:
    """What was noted."""
    return _NOTED.decode(note)


@dataclass(slots=True)
class Restored:
    """The nodes of a note, with the articles' `numbers` of today; -1 is that of those gone."""

    noted: Noted
    numbers: Sequence[int]
    keys: list[str] = field(init=False)  # of all, in the note's order
    nodes: list[Node] = field(init=False)
    gone: set[str] = field(init=False)  # keys that an article had which is gone

    def __post_init__(self) -> None:
        noted = self.noted
        numbers = np.array(self.numbers, NUMBERS)
        where = numbers[np.frombuffer(noted.where, NUMBERS)]
        spread = numbers[np.frombuffer(noted.spread, NUMBERS)]
        many = np.frombuffer(noted.many, NUMBERS)
        first = np.cumsum(many) - many
        self.keys = [*noted.keys, *[node.key for node in noted.nodes]]
        for place in noted.lone:
            behind = place - len(noted.keys)
            number = where[place] if behind < 0 else spread[first[behind]]
            self.keys[place] = lone(self.keys[place], int(number))
        here: dict[int, set[int]] = {number: {number} for number in self.numbers}
        here[-1] = set()
        self.nodes = [*self._singles(where.tolist(), here), *self._others(spread.tolist(), here)]
        several = np.repeat(np.arange(len(many)), many)[spread < 0] + len(noted.keys)
        places = [*np.nonzero(where < 0)[0].tolist(), *several.tolist()]
        self.gone = {self.keys[place] for place in places}

    def _singles(self, where: Sequence[int], here: dict[int, set[int]]) -> Iterable[Node]:
        noted = self.noted
        code = np.frombuffer(noted.kind, NUMBERS).tolist()
        times = map([times for _, times, _ in noted.kinds].__getitem__, code)
        counts = [{name: often} for name, often in zip(noted.names, times, strict=True)]
        votes = [{kind: times} for kind, times, _ in noted.kinds]
        alone = [alone for *_, alone in noted.kinds]
        return map(
            Node,
            self.keys[: len(counts)],
            counts,
            counts,
            map(here.__getitem__, where),
            map(votes.__getitem__, code),
            noted.said,
            repeat(NO_REASONS),
            noted.names,
            map(alone.__getitem__, code),
        )

    def _others(self, spread: Sequence[int], here: dict[int, set[int]]) -> Iterable[Node]:
        noted = self.noted
        many = np.frombuffer(noted.many, NUMBERS).tolist()
        bounds = pairwise(accumulate(many, initial=0))
        for each, name, (begin, end) in zip(
            noted.nodes, self.keys[len(noted.keys) :], bounds, strict=True
        ):
            where = here[spread[begin]] if end - begin == 1 else set(spread[begin:end])
            where.discard(-1)
            counts = each.spellings
            yield Node(
                name,
                counts,
                each.fulls or counts,
                where,
                each.votes,
                each.said,
                each.reasons,
                each.only,
                each.alone,
            )


def note(
    nodes: Mapping[str, Node],
    marks: Sequence[bytes],
    cuts: dict[str, str],
    opened: Iterable[tuple[str, Collection[str]]],
) -> bytes:
    """The note of nodes that nothing has changed since they were counted.

    `opened` are names, and the keys of what they open with, see `shorten`.
    """
    plain = [node for node in nodes.values() if _is_plain(node)]
    other = [node for node in nodes.values() if not _is_plain(node)]
    kinds: dict[_Kind, int] = {}
    kind = [kinds.setdefault(_kind(node), len(kinds)) for node in plain]
    own = [(_own_key(node), node) for node in (*plain, *other)]
    place = {node.key: n for n, (_, node) in enumerate(own)}
    pairs = [(sum_of(opening), place[name]) for name, each in opened for opening in each]
    spread = [number for node in other for number in sorted(node.articles)]
    return msgpack.encode(
        Noted(
            b"".join(marks),
            [name for name, _ in own[: len(plain)]],
            [node.only for node in plain],
            [*kinds],
            _packed(kind),
            [node.said for node in plain],
            _packed([next(iter(node.articles)) for node in plain]),
            [_other(name, node) for name, node in own[len(plain) :]],
            _packed([len(node.articles) for node in other]),
            _packed(spread),
            [n for n, (name, node) in enumerate(own) if name != node.key],
            cuts,
            np.array([*map(itemgetter(0), pairs)], SUMS).tobytes(),
            _packed([*map(itemgetter(1), pairs)]),
        )
    )


def _is_plain(node: Node) -> bool:
    counts = node.spellings
    single = len(node.articles) == len(counts) == len(node.votes) == 1 and node.only in counts
    return single and not node.reasons and counts == node.fulls == {node.only: node.mentions}


def _kind(node: Node) -> _Kind:
    ((kind, times),) = node.votes.items()
    return kind, times, node.alone


def _own_key(node: Node) -> str:
    """The key without the number of the article, of a name that is another one in each."""
    if node.key[-1] != "#" or len(node.articles) > 1:
        return node.key
    own = key(node.name)
    (number,) = node.articles
    return own if lone(own, number) == node.key else node.key


def _other(name: str, node: Node) -> _Node:
    fulls = (
        {} if node.fulls == node.spellings and [*node.fulls] == [*node.spellings] else node.fulls
    )
    return _Node(
        name, node.spellings, fulls, node.votes, node.said, node.reasons, node.only, node.alone
    )


def _packed(numbers: Sequence[int]) -> bytes:
    return np.array(numbers, NUMBERS).tobytes()


def sum_of(name: str) -> int:
    """A short sum by which a name is looked up; others may have the same."""
    return crc32(name.encode("utf-8", "surrogatepass"))
