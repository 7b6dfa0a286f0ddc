"""Names that stand in single places of articles, as an earlier join saw them.

Steps over all articles ask a few thousand articles for one name each. Of those that nobody has
looked into, it is told by what was noted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import msgpack

from seedpress.entities.placed import Placed
from seedpress.notes import Notes, digest

_MARK = digest(b"names in places")
_PART = 64  # of them, one may be new before all are noted anew


class Name(NamedTuple):
    """The name that mentions stand for."""

    key: str
    full: str


_NOTED = msgpack.Decoder(dict[bytes, dict[int, tuple[str, str]]])


class Glances:
    """Looks at single names of articles."""

    def __init__(
        self, articles: Sequence[Sequence[Placed]], marks: Sequence[bytes], notes: Notes
    ) -> None:
        """By what the last join noted of articles with these `marks`."""
        note = notes.get(_MARK)
        self._articles, self._marks, self._notes = articles, marks, notes
        self._noted = _NOTED.decode(note) if note else {}
        self._asked: dict[bytes, dict[int, tuple[str, str]]] = {}
        self._new = self._known = 0

    def at(self, articles: Sequence[Sequence[Placed]], number: int, place: int) -> Name:
        """The name in this place of one of the articles, of which steps may have changed some."""
        article, mark = articles[number], self._marks[number]
        if article is not self._articles[number] or not mark:
            return Name(article[place].key, article[place].full)
        here = self._asked.setdefault(mark, {})
        found = here.get(place)
        if found is None:
            found = self._noted.get(mark, {}).get(place)
            if found is None:
                self._new += 1
                found = article[place].key, article[place].full
            here[place] = found
            self._known += 1
        return Name(*found)

    def note(self) -> None:
        """Note for the next join what was asked for, if much of it is new."""
        if self._new * _PART > self._known:
            self._notes.put(_MARK, msgpack.encode(self._asked))
