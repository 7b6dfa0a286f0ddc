"""What rules will look for among all names, told by a copy of the process before they do.

Each search is a matter of names alone, so it makes no difference to what comes out who makes it:
what is not told yet when a rule comes to it, the rule searches itself, unless it is sure to be told
soon: a search that is brought up to date takes a tenth of one from nothing.
"""

import sys
from contextlib import suppress
from multiprocessing import Pipe

from msgspec import msgpack

from seedpress.entities.joins import SEARCHES
from seedpress.entities.lexicon import lexicon
from seedpress.entities.nodes import Families, Graph, Search
from seedpress.entities.sought import Searching, Sought
from seedpress.notes import Notes, digest

_ROOM = 1 << 20  # bytes that wait in the pipe, so that who searches need not
_MARK = digest(b"what is sought")
_FAMILIES = msgpack.Decoder(Families)


class Foreseen:
    """What another process finds, in the order of `SEARCHES`; made before that is copied."""

    def __init__(self, waits: bool = False) -> None:
        """Make the pipe that it is told by; who asks `waits` for what is to be told."""
        self._waits = waits
        self._hears, self._says = Pipe(duplex=False)
        if sys.platform == "linux":
            import fcntl

            with suppress(OSError):  # the system allows less
                fcntl.fcntl(self._says.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)
        self._told: dict[Search, bytes] = {}
        self._heard = 0  # searches

    def tell(self, graph: Graph, notes: Notes | None = None) -> None:
        """What the copy does: makes all searches, for as long as anybody listens.

        With `notes`, those that may be brought up to date since the last join are no more than
        that, and are kept for the next.
        """
        self._hears.close()
        lists = lexicon()
        searching = Searching(graph, lists, notes.last(_MARK) if notes else None)
        with self._says, suppress(BrokenPipeError):
            for search in SEARCHES:
                if isinstance(search, Sought):
                    found = searching.found(search)
                else:
                    found = search(graph, lists)
                self._says.send_bytes(msgpack.encode(found))
        if notes:
            notes.put(_MARK, searching.noted())

    def listen(self) -> "Foreseen":
        """What the process itself does, now that there is a copy of it."""
        self._says.close()
        return self

    def found(self, search: Search) -> Families | None:
        """What the search finds, if that has been told, or is to be and that is waited for."""
        with suppress(EOFError):  # that it has ended, who waits for what it is to do notices
            while self._is_awaited(search) or (self._heard < len(SEARCHES) and self._hears.poll()):
                self._told[SEARCHES[self._heard]] = self._hears.recv_bytes()
                self._heard += 1
        told = self._told.pop(search, None)
        return None if told is None else _FAMILIES.decode(told)

    def _is_awaited(self, search: Search) -> bool:
        return self._waits and search in SEARCHES[self._heard :]

    def close(self) -> None:
        """Listen no more."""
        self._hears.close()
        self._told.clear()
