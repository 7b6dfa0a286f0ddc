"""What each article named when the corpus was joined last: likely, what it names this time.

`.seedpress/join-named.msgpack` holds it; it may be deleted at any time, and then nothing is likely.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from seedpress.entities import LastNames, LastNaming
from seedpress.last_join import LastJoin
from seedpress.remembered import recalled, remember

NAMED = "join-named.msgpack"


class _Memory(Struct, array_like=True):
    made_by: str = ""
    articles: dict[bytes, LastNaming] = {}  # by their origins
    names: dict[str, str] = {}  # of entities that are shared keywords, by id
    ids: dict[str, str] = {}  # see `LastNames`


@dataclass(frozen=True, slots=True)
class LastNamed:
    """What articles named, by place; of those that are new or changed, nothing is known."""

    last: LastJoin | None
    each: list[LastNaming | None]
    names: dict[str, str]
    ids: dict[str, str] = field(default_factory=dict)

    def known(self) -> LastNames:
        """The same for who resolves names."""
        return LastNames(self.each, self.ids)

    def remember(
        self, others: Mapping[int, LastNaming], names: dict[str, str], ids: Mapping[str, str | None]
    ) -> None:
        """Keep it for the next join, with what `others` name this time.

        `ids` are those that are new, or of other entities; None is that of a name that is gone.
        """
        if self.last is None or not (others or ids or names != self.names):
            return
        own = {name: identity for name, identity in ids.items() if identity is not None}
        stay = {name: i for name, i in self.ids.items() if name not in ids}
        notes = self.last.notes("entities")
        every = (others.get(place, told) for place, told in enumerate(self.each))
        known = {notes.origin(place): told for place, told in enumerate(every) if told}
        known.pop(b"", None)
        file = _file(self.last)
        file.unlink(missing_ok=True)  # to be read by `put` it is too large
        remember(file, _Memory(self.last.programs("entities"), known, names, stay | own))


def last_named(last: LastJoin | None, number: int) -> LastNamed:
    """What so many articles named in the `last` join."""
    memory = (recalled(_file(last), _Memory) if last else None) or _Memory()
    if not last or memory.made_by != last.programs("entities"):
        return LastNamed(last, [None] * number, {})
    notes = last.notes("entities")
    each = [memory.articles.get(notes.origin(place)) for place in range(number)]
    return LastNamed(last, each, memory.names, memory.ids)


def _file(last: LastJoin) -> Path:
    return last.folder / NAMED
