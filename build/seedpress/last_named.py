"""What each article named when the corpus was joined last: likely, what it names this time.

`.seedpress/join-named.msgpack` holds it; it may be deleted at any time, and then nothing is likely.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec import DecodeError, Struct, msgpack

from seedpress.atomic import put
from seedpress.entities import unpacked
from seedpress.last_join import LastJoin
from seedpress.model import Naming

NAMED = "join-named.msgpack"
_IDS = msgpack.Decoder(list[str])
_SUM = hashlib.blake2b().digest_size


class Told(Struct, frozen=True, gc=False, array_like=True):
    """What one article names, packed, and what tells its mentions from others of it."""

    mark: bytes
    texts: bytes
    ids: bytes

    def naming(self) -> Naming:
        """What it names."""
        return unpacked(self.texts, self.ids)

    def entities(self) -> list[str]:
        """The ids of what it names; one may come again."""
        return _IDS.decode(self.ids)


class _Memory(Struct, array_like=True):
    made_by: str = ""
    articles: dict[bytes, Told] = {}  # by their origins
    names: dict[str, str] = {}  # of entities that are shared keywords, by id


@dataclass(frozen=True, slots=True)
class LastNamed:
    """What articles named, by place; of those that are new or changed, nothing is known."""

    last: LastJoin | None
    each: list[Told | None]
    names: dict[str, str]

    def remember(self, others: Mapping[int, Told], names: dict[str, str]) -> None:
        """Keep it for the next join, with what `others` name this time."""
        if self.last is None or not (others or names != self.names):
            return
        notes = self.last.notes("keywords")
        every = (others.get(place, told) for place, told in enumerate(self.each))
        known = {notes.origin(place): told for place, told in enumerate(every) if told}
        known.pop(b"", None)
        data = msgpack.encode(_Memory(self.last.programs("entities"), known, names))
        file = _file(self.last)
        file.unlink(missing_ok=True)  # to be read by `put` it is too large
        put(file, hashlib.blake2b(data).digest() + data)


def last_named(last: LastJoin | None, number: int) -> LastNamed:
    """What so many articles named in the `last` join."""
    memory = _recalled(last) if last else _Memory()
    if not last or memory.made_by != last.programs("entities"):
        return LastNamed(last, [None] * number, {})
    notes = last.notes("keywords")
    each = [memory.articles.get(notes.origin(place)) for place in range(number)]
    return LastNamed(last, each, memory.names)


def _file(last: LastJoin) -> Path:
    return last.folder / NAMED


def _recalled(last: LastJoin) -> _Memory:
    try:
        found = _file(last).read_bytes()
        if hashlib.blake2b(memoryview(found)[_SUM:]).digest() == found[:_SUM]:
            return msgpack.decode(memoryview(found)[_SUM:], type=_Memory)
    except (FileNotFoundError, DecodeError):
        pass
    return _Memory()
