"""How a build is to be done."""

from collections.abc import Callable
from dataclasses import dataclass

from seedpress.held import Held

# Called with how many files of how many are done.
Progress = Callable[[int, int], None]

# Called with what can be seen now and what follows, for people.
Shown = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """How a build is to be done; what it makes does not depend on it."""

    jobs: int = 1
    fresh: bool = False  # forget what is remembered
    pages_only: bool = False  # stop before the site engine
    engine: str = "mkdocs"
    progress: Progress = lambda _done, _of: None
    # Called once or twice when pages are in and others or the search come later, by the process
    # that put them in: to which it must be possible to carry it.
    shown: Shown | None = None
    held: Held | None = None  # of the store, by a process that builds again and again
    previewed: bool = False  # whether what was saved is shown already, as far as can be told
    wait: bool = False  # where another build is at work here, for its end; else that is an error
