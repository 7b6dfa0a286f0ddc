"""Makes pages and writes them, those of which there are very many in several processes.

The others are copies of this process, which see the same corpus: nothing is carried over to them.
Each takes the next share as soon as it is free; who makes what makes no difference to what comes
out. Where no process can be copied, this one makes all.

There are never more of them at work than cores, for each comes to need a copy of what it sees: to
look at a thing is, in Python, to write down that one does.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from pathlib import Path

from seedpress import lots
from seedpress.beside import Running, beside
from seedpress.errors import SeedpressError
from seedpress.last_pages import Kept, LastPages, Made
from seedpress.lots import Lots
from seedpress.memory import give_back
from seedpress.model import Page, Sheaf
from seedpress.notes import Note
from seedpress.undisturbed import rarely_disturbed, undisturbed
from seedpress.write import Desk, Written

WORTH = 400  # sheaves; fewer are made here before another process has begun
MOST = 3  # other processes: each may come to need as much memory as this one
SHARES = lots.MOST

Busy = Callable[[], bool]


def never() -> bool:
    """No other process is at work."""
    return False


@dataclass(frozen=True, slots=True)
class Told:
    """What another process tells of the pages that it made."""

    states: dict[str, str]  # what became of each,
    theirs: set[str]  # and where the publisher has one of that name
    now: dict[str, Made | Kept]  # sheaves
    notes: Mapping[bytes, Note]


@dataclass(frozen=True, slots=True)
class Late:
    """Pages that come once all others stand; what stands in their places is left until then."""

    holds: Callable[[str], bool]  # whether a path is that of one of them
    sheaves: Callable[[], Iterable[Sheaf]]  # asked for when the others stand


class Press:
    """Makes the pages of one build."""

    def __init__(self, docs: Path, last: LastPages, jobs: int, is_busy: Busy = never) -> None:
        """Make ready to print into `docs` what does not stand since the `last` build.

        While some other process `is_busy`, one less makes pages.
        """
        self._last, self._desk = last, Desk(docs, last.ours)
        self._jobs, self._is_busy = jobs, is_busy
        self._many: list[Sheaf] = []  # to be made, by whoever is free
        self._lots: Lots | None = None  # numbers of shares of them, once that is begun
        self._others: list[Running[Told]] = []
        self._ahead: set[str] = set()  # names of sheaves that were made ahead of all others

    def ahead(self, sheaves: Iterable[Sheaf]) -> list[str]:
        """Make some of those that `run` will be given, now; the paths of what has become new.

        Raises:
            SeedpressError, OSError: as `run`.
        """
        made = list(sheaves)
        self._ahead |= {sheaf.name for sheaf in made}
        self._desk.write(self._last.renewed(made))
        return [path for path, found in self._desk.states.items() if found != "unchanged"]

    def run(
        self,
        sheaves: Iterable[Sheaf],
        instead: Callable[[set[str]], Iterable[Page]],
        late: Late | None = None,
    ) -> Written:
        """Make `docs` hold exactly these and what comes `late`; `instead` is as with `write`.

        Raises:
            SeedpressError: two pages have the same path, or another process was ended from outside.
            OSError: the folder cannot be written.
        """
        with rarely_disturbed():
            return self._run(sheaves, instead, late)

    def _run(
        self,
        sheaves: Iterable[Sheaf],
        instead: Callable[[set[str]], Iterable[Page]],
        late: Late | None,
    ) -> Written:
        try:
            self._desk.write(self._last.renewed(self._here(sheaves)))
            for other in self._others:
                told = _waited(other)
                self._desk.add(told.states, told.theirs)
                self._last.add(told.now, told.notes)
        finally:
            for other in self._others:
                other.end()
            if self._lots:
                self._lots.close()
        if late:
            self._desk.settle(instead, late.holds)
            self._desk.write(self._last.renewed(late.sheaves()))
        return self._desk.tidy(instead)

    def _here(self, sheaves: Iterable[Sheaf]) -> Iterator[Sheaf]:
        """Those that this process makes: all but the many, while others make these."""
        with undisturbed():
            few = self._gone_through(sheaves)
        self._lots = Lots(SHARES)
        self._call_others(len(self._many))
        yield from few
        for left, share in self._drawn():
            self._call_others(left)
            yield from share

    def _gone_through(self, sheaves: Iterable[Sheaf]) -> list[Sheaf]:
        """Those of which there are few; the many are put aside."""
        few = []
        for sheaf in sheaves:
            if sheaf.name not in self._ahead:
                if sheaf.many:
                    self._put_aside(sheaf)
                else:
                    few.append(sheaf)
        return few

    def _put_aside(self, sheaf: Sheaf) -> None:
        standing = self._last.standing(sheaf)
        if standing:
            self._desk.keep(standing)
        else:
            self._many.append(sheaf)

    def _call_others(self, left: int) -> None:
        """Have others make some of the many that are `left`, if it is worth it and a core free."""
        if left < WORTH or len(self._others) == min(self._jobs - 1, MOST):
            return
        free = min(self._jobs - 1 - self._is_busy(), MOST) - len(self._others)
        place = beside(self._jobs) if free > 0 else None
        if place and place.copied:
            give_back()  # each would come to have its own copy
            gc.freeze()  # who looks for rubbish in it would need a copy of all that there is
            for _ in range(free):
                self._others.append(place.start(_take_part, self))

    def _drawn(self) -> Iterator[tuple[int, list[Sheaf]]]:
        """Shares of the many that nobody else has drawn; how many of these are left, with each."""
        count = len(self._many)
        for number in self._lots or ():
            first = count * number // SHARES
            yield count - first, self._many[first : count * (number + 1) // SHARES]

    def part(self) -> Told:
        """What a copy of this process does: makes what nobody else does."""
        last, desk = self._last.another(), self._desk.another()
        desk.write(last.renewed(sheaf for _, share in self._drawn() for sheaf in share))
        return Told(desk.states, desk.theirs, last.now, last.notes.now)


def _take_part(press: Press) -> Told:
    return press.part()


def _waited(other: Running[Told]) -> Told:
    try:
        return other.result()
    except BrokenExecutor as error:
        raise SeedpressError(
            "a process that makes pages was ended from outside; is there enough memory? "
            "With `--jobs 1` none is started"
        ) from error
