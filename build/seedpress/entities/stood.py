"""Where the mentions of an article stood, packed: made again without a look at how they came about.

What they were of is beside it, in a `LastNaming`; each look tells its place there.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from operator import itemgetter

from msgspec import Struct, msgpack

from seedpress.entities.naming import LastNaming, kind_of, ordered, pairs
from seedpress.entities.placed import Placed
from seedpress.model import Mention

_STANDING = itemgetter(0, 1)  # by number, and by what is skipped
_TEXTS = msgpack.Decoder(list[str])


class _Look(Struct, frozen=True, gc=False, array_like=True):
    """Mentions that look alike."""

    named: int  # place of its text among what the article names
    rule: int  # place of why they were taken for names
    skipped: int  # characters of each mention that stand before the text
    numbers: list[int]


class _Stood(Struct, frozen=True, gc=False, array_like=True):
    starts: tuple[int, ...]  # by number; in the title it is -1 - start
    rules: list[str]
    looks: list[_Look]  # in the order in which they stand


_DECODER = msgpack.Decoder(_Stood)


def packed(placed: Sequence[Placed], ids: Mapping[str, str], starts: tuple[int, ...]) -> bytes:
    """Where mentions that stand for this begin, by the ids of names' entities."""
    named = {pair: number for number, pair in enumerate(pairs(placed, ids))}
    rules: dict[str, int] = {}
    looks = [
        _Look(
            named[each.look.text, ids[each.key]],
            rules.setdefault(each.look.rule, len(rules)),
            each.look.skipped,
            [*each.look.numbers],
        )
        for each in ordered(placed)
    ]
    return msgpack.encode(_Stood(starts, [*rules], looks))


class Stood:
    """The mentions of an article that are those of the last join."""

    __slots__ = ("_by", "_ids", "_looks", "_rules", "_starts", "_texts")

    def __init__(self, last: LastNaming) -> None:
        """Unpack them."""
        stood = _DECODER.decode(last.stood)
        self._starts, self._rules, self._looks = stood.starts, stood.rules, stood.looks
        self._texts, self._ids = _TEXTS.decode(last.texts), last.entities()
        by: dict[str, list[_Look]] = {}
        for look in stood.looks:
            by.setdefault(self._ids[look.named], []).append(look)
        self._by = by

    def all(self) -> tuple[Mention, ...]:
        """All of them."""
        return self._made(self._looks)

    def of(self, entities: Set[str]) -> tuple[Mention, ...]:
        """Those of some entities."""
        by = self._by
        return self._made([look for each in entities if each in by for look in by[each]])

    def times(self) -> dict[str, int]:
        """How often each entity is mentioned, by its id, in the order in which they stand."""
        return {each: sum([len(look.numbers) for look in own]) for each, own in self._by.items()}

    def _made(self, looks: Iterable[_Look]) -> tuple[Mention, ...]:
        starts, texts, ids = self._starts, self._texts, self._ids
        found: list[tuple[int, int, Mention]] = []
        for look in looks:
            text, rule, skipped = texts[look.named], self._rules[look.rule], look.skipped
            entity = ids[look.named]
            kind = kind_of(entity)
            for number in look.numbers:
                start = starts[number]
                titled = start < 0
                start = (-1 - start if titled else start) + skipped
                mention = Mention(start, start + len(text), text, kind, titled, rule, entity)
                found.append((number, skipped, mention))
        found.sort(key=_STANDING)
        return tuple([mention for _, _, mention in found])
