"""Puts pages into the site from a process of its own, which makes the engine ready meanwhile."""

from collections.abc import Mapping, Set
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Self

from seedpress.beside import Beside, Running
from seedpress.settings import Settings

Stand = Set[str]  # sources of pages


class Stage:
    """The process, from here: a copy of this one, begun while that is small.

    To be used in a `with` statement.
    """

    def __init__(self, settings: Settings) -> None:
        """Begin to make ready."""
        self._line, own = Pipe()
        with own:
            task = settings, own, self._line
            self._running: Running[Stand] = Beside(copied=True).start(_put_in, task)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """See to it that the process is no more."""
        self._running.end()
        self._line.close()

    def is_ready(self) -> bool:
        """Wait until it is; False where no page of this site can be made alone.

        Raises:
            SiteError: the engine refused the configuration.
            BrokenExecutor: the process was ended from outside.
        """
        try:
            return bool(self._line.recv())
        except EOFError:
            self._running.result()  # raises what went wrong
            raise BrokenExecutor from None

    def put_in(self, pages: Mapping[str, str]) -> Stand:
        """Put `pages` in, as `Drafts` does; it can be asked for once.

        Raises:
            SiteError: the engine failed; the site is as it was.
            BrokenExecutor: the process was ended from outside.
        """
        with suppress(BrokenPipeError):  # that it has ended is told by its result
            self._line.send(pages)
        return self._running.result()


def _put_in(task: tuple[Settings, Connection, Connection]) -> Stand:
    """What the process does."""
    from seedpress.site.drafts import Drafts
    from seedpress.site.engines import UnfitError

    settings, line, other = task
    other.close()
    with line:
        try:
            drafts = Drafts(settings)
            line.send(True)
            return drafts.put_in(line.recv())
        except UnfitError:
            line.send(False)
            return frozenset()
