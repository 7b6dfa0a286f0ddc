"""Gets ready for the site while seeds are read and joined, in a process beside that.

A site that stands and is large takes seconds to be looked through, as do the engine's programs to
be loaded; meanwhile the join leaves a core idle. The process that did this makes the site as well.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from seedpress.beside import Running, beside
from seedpress.order import Order, Shown
from seedpress.settings import Settings
from seedpress.sited import MEMORY, SiteReport
from seedpress.workers import several

BEGIN = "begin"
SOON = 300  # pages; their paths fit into a pipe that nobody reads
WORTH = 1_000_000  # bytes of what is remembered of a site: about 3,000 pages


@dataclass(frozen=True, slots=True)
class Ready:
    """A process that is ready, or will be, to make the site of some settings."""

    _running: Running[SiteReport]
    _go: Connection
    is_awaited: bool  # somebody is to be shown pages as soon as they are there

    def show(self, some: Sequence[str]) -> None:
        """Have `some` files below `docs/` rendered, put in and shown, before the site is begun.

        Nothing, and more than are soon made, are shown with all others.
        """
        if 0 < len(some) <= SOON:
            self._go.send(tuple(some))

    def begin(self) -> None:
        """Have the site begun, now that its pages are there, all but the last."""
        self._go.send(BEGIN)

    def carry_on(self, last: Collection[str]) -> None:
        """Have it carried on, now that the `last` files below `docs/` are there, too."""
        self._go.send(tuple(last))

    def result(self) -> SiteReport:
        """What became of it.

        Raises:
            SiteError: as `build_site` does.
            BrokenExecutor: the process was ended from outside.
        """
        return self._running.result()


@contextmanager
def getting_ready(settings: Settings, order: Order, pages_follow: bool) -> Iterator[Ready | None]:
    """Begin to get ready, if `pages_follow` at once and it is worth it; None where it is not."""
    fit = pages_follow and not (order.fresh or order.pages_only)
    place = beside(order.jobs) if fit and _is_large(settings) else None
    if not place:
        yield None
        return
    waits, go = Pipe(duplex=False)
    with waits, go:
        task = settings, order.engine, order.jobs, waits, order.shown
        running = place.start(_build_when_told, task)
        try:
            yield Ready(running, go, order.shown is not None)
        finally:
            running.end()


def _is_large(settings: Settings) -> bool:
    try:
        return (settings.root / MEMORY).stat().st_size >= WORTH
    except FileNotFoundError:
        return False


def _build_when_told(task: tuple[Settings, str, int, Connection, Shown | None]) -> SiteReport:
    """What the process does; what makes a site is loaded here, while seeds are read elsewhere."""
    from seedpress.site import build_site, foresee, get_ready, show_some

    settings, engine, jobs, waits, shown = task
    kept = get_ready(settings, engine)
    foresee(settings, engine, kept, waits.poll)
    with several(jobs) as start:
        make = partial(build_site, shown=shown, start=start, beside=partial(beside, jobs))
        first = waits.recv()
        if first != BEGIN:
            kept = show_some(settings, engine, kept, shown, first)
            waits.recv()
        return make(settings, engine, kept=kept, late=cache(waits.recv))
