"""Names that stand in single places of articles, as an earlier join saw them.

Steps over all articles ask a few thousand articles for one name each, and give some names other
meanings. Of articles that nobody has looked into, both is told by what was noted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, msgpack

from seedpress.entities.placed import Placed
from seedpress.notes import Notes, digest

_MARK = digest(b"names in places")
_PART = 64  # of them, one may be new before all are noted anew


class Name(NamedTuple):
    """The name that mentions stand for."""

    key: str
    full: str


Meanings = dict[str, tuple[str, str]]  # by key, another one with its full name


class _Noted(Struct, array_like=True, gc=False):
    names: dict[bytes, dict[int, tuple[str, str]]] = {}  # by the mark of the article, and place
    meant: dict[bytes, Meanings] = {}  # by states of articles, what a step made of their names


_NOTED = msgpack.Decoder(_Noted)


class Glances:
    """Looks at single names of articles."""

    def __init__(
        self, articles: Sequence[Sequence[Placed]], marks: Sequence[bytes], notes: Notes
    ) -> None:
        """By what the last join noted of articles with these `marks`."""
        note = notes.get(_MARK)
        self._articles, self._marks, self._notes = articles, marks, notes
        noted = _NOTED.decode(note) if note else _Noted()
        self._noted, self._meant = noted.names, noted.meant
        self._asked = _Noted({}, {})
        self._new = self._known = 0

    def at(self, articles: Sequence[Sequence[Placed]], number: int, place: int) -> Name:
        """The name in this place of one of the articles, of which steps may have changed some."""
        article, mark = articles[number], self._marks[number]
        if article is not self._articles[number] or not mark:
            return Name(article[place].key, article[place].full)
        here = self._asked.names.setdefault(mark, {})
        found = here.get(place)
        if found is None:
            found = self._noted.get(mark, {}).get(place)
            if found is None:
                self._new += 1
                found = article[place].key, article[place].full
            here[place] = found
            self._known += 1
        return Name(*found)

    def state(self, articles: Sequence[Sequence[Placed]], number: int, facts: bytes) -> bytes:
        """An article, and all that a step goes by beside it; nothing where a step changed it."""
        mark = self._marks[number] if articles[number] is self._articles[number] else b""
        return digest(mark, facts) if mark else b""

    def meant(self, state: bytes) -> Meanings | None:
        """What names of an article in this state come to mean, if that is known."""
        found = self._meant.get(state)
        if found is not None:
            self._asked.meant[state] = found
            self._known += 1
        return found

    def tell(self, state: bytes, meant: Meanings) -> None:
        """What they mean has been found out."""
        if state:
            self._asked.meant[state] = meant
            self._new, self._known = self._new + 1, self._known + 1

    def note(self) -> None:
        """Note for the next join what was asked for, if much of it is new."""
        if self._new * _PART > self._known:
            self._notes.put(_MARK, msgpack.encode(self._asked))
