"""Names that stand in single places of articles, as an earlier join saw them.

Steps over all articles ask a few thousand articles for one name each. Of those that nobody has
looked into, it is told by what was noted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import msgpack

from seedpress.entities.placed import Deferred, Placed
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

    def __init__(self, notes: Notes) -> None:
        """By what the last join noted."""
        note = notes.get(_MARK)
        self._notes = notes
        self._noted = _NOTED.decode(note) if note else {}
        self._asked: dict[bytes, dict[int, tuple[str, str]]] = {}
        self._new = self._known = 0

    def at(self, article: Sequence[Placed], place: int) -> Name:
        """The name in this place of the article."""
        if not isinstance(article, Deferred):
            return Name(article[place].key, article[place].full)
        here = self._asked.setdefault(article.mark, {})
        found = here.get(place)
        if found is None:
            found = self._noted.get(article.mark, {}).get(place)
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
