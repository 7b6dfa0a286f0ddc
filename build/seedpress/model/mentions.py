"""The mentions of one article: of most of them nobody asks more than what they are of."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import overload

from msgspec import msgpack

from seedpress.model.analysis import Mention


class Mentions(Sequence[Mention]):
    """The mentions of one article in the order in which they stand, made when one is asked for."""

    __slots__ = ("_by", "_made")

    def __init__(self) -> None:
        """Make none yet."""
        self._made: tuple[Mention, ...] | None = None
        self._by: dict[str, list[Mention]] = {}  # by the ids of their entities, once asked for

    @abstractmethod
    def make(self) -> tuple[Mention, ...]:
        """All of them."""

    @abstractmethod
    def entities(self) -> Iterable[str]:
        """The ids of what they are of, in no order; one may come again."""

    @abstractmethod
    def times(self) -> dict[str, int]:
        """How often each entity is mentioned, by its id, in the order in which they stand."""

    @abstractmethod
    def mark(self) -> bytes:
        """What tells them from others of the same article: equal marks, equal mentions."""

    def of(self, entities: Set[str]) -> Sequence[Mention]:
        """Those of some entities, in the order in which they stand."""
        if len(entities) > 1:
            return [mention for mention in self.all() if mention.entity in entities]
        if not self._by:
            for mention in self.all():
                self._by.setdefault(mention.entity, []).append(mention)
        return [mention for each in entities for mention in self._by.get(each, ())]

    def all(self) -> tuple[Mention, ...]:
        """All of them, made once."""
        if self._made is None:
            self._made = self.make()
        return self._made

    @overload
    def __getitem__(self, place: int) -> Mention: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Mention, ...]: ...

    def __getitem__(self, place: int | slice) -> Mention | tuple[Mention, ...]:
        """One of them, or some."""
        return self.all()[place]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.all())

    def __iter__(self) -> Iterator[Mention]:
        """One after the other."""
        return iter(self.all())

    def __eq__(self, other: object) -> bool:
        """Whether others are the same, made or not."""
        return isinstance(other, Sequence) and self.all() == tuple(other)

    def __hash__(self) -> int:
        """That of all of them."""
        return hash(self.all())


def mentioned(mentions: Sequence[Mention]) -> Iterable[str]:
    """The ids of what `mentions` are of, in no order; one may come again."""
    if isinstance(mentions, Mentions):
        return mentions.entities()
    return [mention.entity for mention in mentions]


def mentions_of(mentions: Sequence[Mention], entities: Set[str]) -> Sequence[Mention]:
    """Those of some entities, in the order in which they stand."""
    if isinstance(mentions, Mentions):
        return mentions.of(entities)
    return [mention for mention in mentions if mention.entity in entities]


def times_mentioned(mentions: Sequence[Mention]) -> dict[str, int]:
    """How often `mentions` are of each entity, by its id, in the order in which they stand."""
    if isinstance(mentions, Mentions):
        return mentions.times()
    found: dict[str, int] = {}
    for mention in sorted(mentions, key=lambda mention: (not mention.in_title, mention.start)):
        found[mention.entity] = found.get(mention.entity, 0) + 1
    return found


def mark_of(mentions: Sequence[Mention]) -> bytes:
    """What tells `mentions` from others of the same article."""
    return mentions.mark() if isinstance(mentions, Mentions) else msgpack.encode(mentions)
