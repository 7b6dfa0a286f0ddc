"""Names that stand in single places of articles, as an earlier join saw them.

Steps over all articles ask a few thousand articles for one name each, and give names in some
hundreds other meanings. Of articles that nobody has looked into, both is told by what was noted.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct, msgpack

from seedpress.entities.placed import Deferred, Placed
from seedpress.entities.tally import mark_of
from seedpress.notes import Notes, digest

_MARK = digest(b"names in places")
_PART = 64  # of them, one may be new before all are noted anew


class Name(NamedTuple):
    """The name that mentions stand for."""

    key: str
    full: str


class _Noted(Struct, array_like=True, gc=False):
    names: dict[bytes, dict[int, tuple[str, str]]] = {}  # by the mark of the article, and place
    after: dict[bytes, bytes] = {}  # by states of articles, their marks after a step


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
        self._noted, self._after = noted.names, noted.after
        self._asked = _Noted({}, {})
        self._new = self._known = 0

    def at(self, articles: Sequence[Sequence[Placed]], number: int, place: int) -> Name:
        """The name in this place of one of the articles, of which steps may have changed some."""
        article, mark = articles[number], self._mark(articles, number)
        if not mark:
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

    def after(
        self,
        articles: Sequence[Sequence[Placed]],
        number: int,
        facts: bytes,
        step: Callable[[], Sequence[Placed]],
    ) -> Sequence[Placed]:
        """An article after a step that goes by the article and these `facts` alone.

        The step gives the same mentions where it changes none. It is taken at once where it is not
        known what comes of it.
        """
        before, mark = articles[number], self._mark(articles, number)
        if not mark:
            return step()
        state, after = digest(mark, facts), None
        known = self._after.get(state)
        if known is None:
            self._new, after = self._new + 1, step()
            known = mark_of(before, after, number, mark) if after is not before else b""
        self._asked.after[state] = known
        self._known += 1
        if not known:
            return before
        return Deferred(lambda: [*(step() if after is None else after)], known)

    def _mark(self, articles: Sequence[Sequence[Placed]], number: int) -> bytes:
        """What tells the mentions of an article as they are now; nothing where nobody knows."""
        article = articles[number]
        if article is self._articles[number]:
            return self._marks[number]
        return article.mark if isinstance(article, Deferred) else b""

    def note(self) -> None:
        """Note for the next join what was asked for, if much of it is new."""
        if self._new * _PART > self._known:
            self._notes.put(_MARK, msgpack.encode(self._asked))
