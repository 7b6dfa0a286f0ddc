"""The mentions of an article, made of what they stand for and of what is known of that."""

from collections.abc import Iterable, Sequence, Set
from hashlib import blake2b
from operator import itemgetter

from msgspec import msgpack

from seedpress.entities.naming import LastNaming, Told
from seedpress.entities.placed import Placed
from seedpress.entities.stood import Stood
from seedpress.model import EntityKind, Mention, Mentions

_MARK = 16  # bytes
_STANDING = itemgetter(0, 1)  # by number, and by what is skipped


class Standing(Mentions):
    """The mentions of an article that names what it named last; unpacked when one is asked for."""

    __slots__ = ("_last", "_stood")

    def __init__(self, last: LastNaming) -> None:
        """They are what they were."""
        super().__init__()
        self._last = last
        self._stood: Stood | None = None

    def _unpacked(self) -> Stood:
        if self._stood is None:
            self._stood = Stood(self._last)
        return self._stood

    def make(self) -> tuple[Mention, ...]:
        """All of them."""
        return self._unpacked().all()

    def of(self, entities: Set[str]) -> Sequence[Mention]:
        """Those of some entities, in the order in which they stand; others are not made."""
        return self._unpacked().of(entities)

    def entities(self) -> list[str]:
        """The ids of what they are of, in no order; one may come again."""
        return self._last.entities()

    def times(self) -> dict[str, int]:
        """How often each entity is mentioned, by its id, in the order in which they stand."""
        return self._unpacked().times()

    def mark(self) -> bytes:
        """What tells them from others of the article."""
        return self._last.mark


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
