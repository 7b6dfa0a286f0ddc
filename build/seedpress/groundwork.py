"""Begins with the data files while the corpus is joined, which leaves a core idle.

What articles alone tell is known before the join; a copy of this process, which sees them, puts
it into the database. Whoever makes the rest of that asks for it.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from seedpress.beside import Running, beside, come_second
from seedpress.exports.begun import Begun, begin, nothing_begun
from seedpress.exports.kept import Shelf
from seedpress.exports.publication import WORTH
from seedpress.last_packed import LastPacked
from seedpress.link import articles
from seedpress.lock import BUILDING
from seedpress.model import Analysis
from seedpress.settings import Settings

_NEARLY = 50  # of so many articles one may be new to a database that is kept

Known = tuple[Sequence[Analysis], Sequence[str]]  # analyses, and where each came from, if known


@contextmanager
def begun_beside(
    known: Known, new: int, settings: Settings, jobs: int
) -> Iterator[Callable[[], Begun | None]]:
    """Begin, if it is worth it; what to ask, once, for what came of it.

    Where few articles are `new` it is not: the database that is kept will be brought up to date.
    """
    nearly = shelf(settings).holds and new * _NEARLY <= len(known[0])
    place = beside(jobs) if len(known[0]) >= WORTH and not nearly else None
    if not (place and place.copied):
        yield nothing_begun
        return
    with TemporaryDirectory(prefix="seedpress-") as folder:
        running = place.start(_begin, (known, settings, Path(folder)))
        del known  # only the join needs them
        try:
            yield partial(_waited, running)
        finally:
            running.end()  # it works in the folder


def shelf(settings: Settings) -> Shelf:
    """Where the database of a project is kept."""
    return Shelf(settings.root / BUILDING.parent)


def _begin(task: tuple[Known, Settings, Path]) -> Begun:
    """What the process does."""
    gc.disable()  # to look for rubbish in what was copied would need a second copy
    come_second()
    known, settings, folder = task
    found = articles(*known)
    return begin(found, settings, folder, LastPacked(settings).get)


def _waited(running: Running[Begun]) -> Begun | None:
    """What was begun; nothing where the process was ended from outside, and all is yet to do."""
    try:
        return running.result()
    except BrokenExecutor:
        return None
