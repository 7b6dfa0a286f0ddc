"""Pieces of work of which a copy of this process does some, while this one does the others.

The copy sees all that this one sees. What comes out does not depend on who did what, so what was
drawn by a copy that is ended from outside is done once more, here.
"""

import gc
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from seedpress.lots import Lots

T = TypeVar("T")


class Running(Protocol):
    """Work in another process."""

    def result(self) -> Any:
        """What came of it."""

    def end(self) -> None:
        """See to it that nothing is done any more."""


class Place(Protocol):
    """Where another process does one piece of work."""

    @property
    def copied(self) -> bool:
        """Whether it sees all that this one sees."""

    def start(self, work: Callable[[Any], Any], thing: Any) -> Running:
        """Begin."""


# A place for another process as things are now, for one that has begun with threads is not copied.
Beside = Callable[[], Place | None]


def nowhere() -> None:
    """Where all is done in this process."""


def shared(place: Place, count: int, make: Callable[[int], T]) -> list[T]:
    """What `make` gives of each number below `count`, of which a copy draws some.

    Raises:
        Exception: what `make` raised, here or there.
    """
    lots = Lots(count)
    gc.freeze()  # who looks for rubbish in it would need a copy of all that there is
    other = place.start(_drawn, (make, lots))
    try:
        found = _drawn((make, lots))
        with suppress(BrokenExecutor):
            found |= other.result()
    finally:
        other.end()
        lots.close()
    return [found[number] if number in found else make(number) for number in range(count)]


def _drawn(task: tuple[Callable[[int], T], Lots]) -> dict[int, T]:
    make, lots = task
    return {number: make(number) for number in lots}
