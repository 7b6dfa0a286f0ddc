"""What articles name: the texts of their mentions with the entities that these are of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from msgspec import Struct, msgpack

from seedpress.entities.placed import Placed
from seedpress.model import ENTITY_KINDS, EntityKind, Named, Naming

Told = Mapping[str, tuple[EntityKind, str]]  # by the key of a name: kind and id of its entity
_TEXTS = msgpack.Decoder(list[str])


class LastNaming(Struct, frozen=True, gc=False, array_like=True):
    """What one article named when the corpus was joined last."""

    mark: bytes  # that tells its mentions from others of it
    texts: bytes  # packed, as in `Naming`
    ids: bytes
    placed: bytes = b""  # that tells what its mentions stood for; nothing where nobody knows
    stood: bytes = b""  # where its mentions stand, see `stood.packed`

    def naming(self) -> Naming:
        """What it named."""
        return unpacked(self.texts, self.ids)

    def entities(self) -> list[str]:
        """The ids of what it named; one may come again."""
        return _TEXTS.decode(self.ids)


@dataclass(frozen=True, slots=True)
class LastNames:
    """What articles named in the last join, by place; of those that are new, nothing is known."""

    each: Sequence[LastNaming | None] = ()
    ids: Mapping[str, str] = field(default_factory=dict)  # of names' entities, see `Joined.own`


class _Told(dict[str, tuple[EntityKind, str]]):
    """What names are told to be of, as far as somebody asked."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        super().__init__()
        self._ids = ids

    def __missing__(self, name: str) -> tuple[EntityKind, str]:
        identity = self._ids[name]
        found = self[name] = kind_of(identity), identity
        return found


def kind_of(identity: str) -> EntityKind:
    """What an entity is, which its id opens with."""
    return _kinds()[identity[: identity.index(":")]]


@cache
def _kinds() -> dict[str, EntityKind]:
    return {kind: kind for kind in ENTITY_KINDS}


def told(ids: Mapping[str, str]) -> Told:
    """What mentions of each name are told to be of."""
    return _Told(ids)


def naming(placed: Sequence[Placed], ids: Mapping[str, str]) -> Naming:
    """What mentions are of that stand for this, by the ids of names' entities."""
    both = pairs(placed, ids)
    texts, own = [text for text, _ in both], [identity for _, identity in both]
    return unpacked(msgpack.encode(texts), msgpack.encode(own))


def pairs(placed: Sequence[Placed], ids: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Each text and the id of what it is of, once."""
    return dict.fromkeys((each.look.text, ids[each.key]) for each in ordered(placed))


def unpacked(texts: bytes, ids: bytes) -> Naming:
    """What an article names: packed texts, each with the id of its entity."""
    return Naming(texts, ids, lambda: _named(_TEXTS.decode(texts), _TEXTS.decode(ids)))


def _named(texts: Sequence[str], ids: Sequence[str]) -> list[Named]:
    own = told({identity: identity for identity in ids})
    return [(text, *own[identity]) for text, identity in zip(texts, ids, strict=True)]


def ordered(placed: Sequence[Placed]) -> Sequence[Placed]:
    """In the order in which their mentions are told, which nearly all are in."""
    numbers = [each.look.numbers[0] for each in placed]
    if len({*numbers}) == len(numbers) and numbers == sorted(numbers):
        return placed
    return sorted(placed, key=lambda each: (each.look.numbers[0], each.look.skipped))
