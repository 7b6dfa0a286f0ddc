"""Who is who, as it becomes known: what mentions stand for, then which names are one entity's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from operator import attrgetter, itemgetter

from msgspec import msgpack

from seedpress import names
from seedpress.entities.assemble import Making, entities, is_worth_page
from seedpress.entities.nodes import Graph
from seedpress.entities.placed import Placed
from seedpress.model import (
    ENTITY_KINDS,
    Analysis,
    Authority,
    AuthorityEntity,
    EntityKind,
    Mention,
    Mentions,
    Named,
    Naming,
    Problem,
    Resolution,
)
from seedpress.settings import EntitySettings

Told = Mapping[str, tuple[EntityKind, str]]  # by the key of a name: kind and id of its entity
_MARK = 16  # bytes
_TEXTS = msgpack.Decoder(list[str])
_STANDING = itemgetter(0, 1)  # by number, and by what is skipped


@dataclass(frozen=True, slots=True)
class Met:
    """What the mentions of all articles stand for, and their names, before rules join any."""

    analyses: Sequence[Analysis]
    placed: Sequence[Sequence[Placed]]
    graph: Graph
    authority: Authority
    problems: tuple[Problem, ...]
    marks: Sequence[bytes] = ()  # that tell what the mentions of each article stand for, if known

    def mentions(self, told: Told) -> tuple[Mentions, ...]:
        """The mentions of each analysis, where it is known which names are one entity's."""
        each = zip(self.analyses, self.placed, strict=True)
        return tuple([Meant(one.names.starts, placed, told) for one, placed in each])

    def naming(self, place: int, ids: Mapping[str, str]) -> Naming:
        """What one article names, by the ids of its names' entities."""
        return naming(self.placed[place], ids)


@dataclass(frozen=True)
class Joined:
    """Who is who: all of it but the records that others read."""

    met: Met
    made: Sequence[tuple[str, Making]]  # entities in the making, with their ids
    editors: Mapping[str, AuthorityEntity]  # by the key of a root
    settings: EntitySettings

    def ids(self) -> dict[str, str]:
        """The id of each name's entity, by the key of the name."""
        return self._ids

    @cached_property
    def _ids(self) -> dict[str, str]:
        graph = self.met.graph
        found = {each.root: identity for identity, each in self.made}
        return found | {
            name: found[root] for name in graph.parent if (root := graph.root(name)) in found
        }

    def noted(self) -> tuple[bytes, bytes]:
        """What the next join may be told of this one, and under what it is to be noted."""
        return self.met.graph.told.noted()

    def names(self) -> dict[str, str]:
        """The names of the entities by their ids."""
        return {identity: each.name for identity, each in self.made}

    def with_page(self) -> list[str]:
        """The ids of those that are worth a page."""
        has, least = self.editors.get, self.settings.min_articles
        return [i for i, each in self.made if is_worth_page(each, has(each.root), least)]

    def naming(self, place: int) -> Naming:
        """What one article names."""
        return self.met.naming(place, self.ids())

    @cached_property
    def mentions(self) -> tuple[Mentions, ...]:
        """The mentions of each analysis."""
        return self.met.mentions(told(self.ids()))

    def resolution(self) -> Resolution:
        """The records: entities, and the mentions of each analysis."""
        seeds = (analysis.seed for analysis in self.met.analyses)
        ids = [names.article_id(seed.path, seed.record, seed.own_id) for seed in seeds]
        made = entities(self.made, ids, self.editors, self.settings)
        return Resolution(
            tuple(sorted(made, key=attrgetter("id"))),
            self.mentions,
            self.met.problems,
        )


def told(ids: Mapping[str, str]) -> Told:
    """What mentions of each name are told to be of; the kind is what its entity's id opens with."""
    kinds: dict[str, EntityKind] = {
        kind: kind for kind in ENTITY_KINDS
    }  # one text each, for all names
    return {
        name: (kinds[identity[: identity.index(":")]], identity) for name, identity in ids.items()
    }


def naming(placed: Sequence[Placed], ids: Mapping[str, str]) -> Naming:
    """What mentions are of that stand for this, by the ids of names' entities."""
    pairs = dict.fromkeys((each.look.text, ids[each.key]) for each in _ordered(placed))
    texts, own = [text for text, _ in pairs], [identity for _, identity in pairs]
    return unpacked(msgpack.encode(texts), msgpack.encode(own))


def unpacked(texts: bytes, ids: bytes) -> Naming:
    """What an article names: packed texts, each with the id of its entity."""
    return Naming(texts, ids, lambda: _named(_TEXTS.decode(texts), _TEXTS.decode(ids)))


def _named(texts: Sequence[str], ids: Sequence[str]) -> list[Named]:
    own = told({identity: identity for identity in ids})
    return [(text, *own[identity]) for text, identity in zip(texts, ids, strict=True)]


def _ordered(placed: Sequence[Placed]) -> Sequence[Placed]:
    """In the order in which their mentions are told, which nearly all are in."""
    numbers = [each.look.numbers[0] for each in placed]
    if len({*numbers}) == len(numbers) and numbers == sorted(numbers):
        return placed
    return sorted(placed, key=lambda each: (each.look.numbers[0], each.look.skipped))


def _place(meant: tuple[Placed, tuple[EntityKind, str]]) -> tuple[int, int]:
    look = meant[0].look
    return look.numbers[0], look.skipped


class Meant(Mentions):
    """The mentions of an article, as what they are known to be of."""

    __slots__ = ("_mark", "_of", "_placed", "_starts")

    def __init__(self, starts: Sequence[int], placed: Sequence[Placed], told: Told) -> None:
        """Make them of where they begin, what they stand for and what that is told to be of."""
        super().__init__()
        self._starts, self._placed = starts, placed
        self._of = [told[each.key] for each in placed]
        self._mark = b""

    def make(self) -> tuple[Mention, ...]:
        """All of them."""
        return _mentions(self._starts, zip(self._placed, self._of, strict=True))

    def entities(self) -> list[str]:
        """The ids of what they are of, in no order; one may come again."""
        return [identity for _, identity in self._of]

    def times(self) -> dict[str, int]:
        """How often each entity is mentioned, by its id, in the order in which they stand."""
        alike = zip(self._placed, self._of, strict=True)
        found: dict[str, int] = {}
        for placed, (_, identity) in sorted(alike, key=_place):
            found[identity] = found.get(identity, 0) + len(placed.look.numbers)
        return found

    def mark(self) -> bytes:
        """What tells them from others of the article, which has all other say in them."""
        if not self._mark:
            told = msgpack.encode((self._of, [each.look for each in self._placed]))
            self._mark = blake2b(told, digest_size=_MARK).digest()
        return self._mark


def _mentions(
    starts: Sequence[int], meant: Iterable[tuple[Placed, tuple[EntityKind, str]]]
) -> tuple[Mention, ...]:
    found: list[Mention | None] = [None] * len(starts)
    within: list[tuple[int, int, Mention]] = []  # what stands in them behind something
    for each, (kind, entity) in meant:
        look = each.look
        text, rule, skipped, length = look.text, look.rule, look.skipped, len(look.text)
        for number in look.numbers:
            start = starts[number]
            titled = start < 0
            if titled:
                start = -1 - start
            if skipped:
                start += skipped
                mention = Mention(start, start + length, text, kind, titled, rule, entity)
                within.append((number, skipped, mention))
            else:
                found[number] = Mention(start, start + length, text, kind, titled, rule, entity)
    if not within:
        return tuple(filter(None, found))
    within += [(number, 0, mention) for number, mention in enumerate(found) if mention]
    return tuple([mention for _, _, mention in sorted(within, key=_STANDING)])
