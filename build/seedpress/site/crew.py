"""Who makes the pages of a site: this process, or several that each take a share of them.

Pages that nobody asks for anything but their address are made alike anywhere. Every process makes
the engine ready for itself, renders, finishes and writes its share, and tells what it saw. What
comes out, down to the order of what is told, does not depend on how many there are.
"""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, wait
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path

from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.complete import Finisher, Told
from seedpress.site.engines.mkdocs import listening, loaded
from seedpress.site.engines.mkdocs_pages import MkDocsWorkshop
from seedpress.site.engines.rendered import Workshop
from seedpress.site.finishing import Whole, whole_of
from seedpress.site.finishing.context import Frame
from seedpress.site.ground import lay_ground
from seedpress.site.shared import Beside, Running, nowhere

AHEAD = 2  # processes that get ready before there is a page for them
SHARE = 64  # pages that are made at a time
PAGE = 10_000  # bytes of a source that take as long as what is done for a page of any size
ENDED = (
    "a process that rendered pages was ended from outside, and this one made them; "
    "is there enough memory?"
)
WORTH = 1500  # pages; fewer are made here before another process has begun from nothing,
WORTH_A_COPY = 40  # and still fewer before this one was copied

Share = tuple[str, ...]  # of pages, by their sources
Task = tuple[Settings, Path, Frame, Share]


@dataclass(frozen=True, slots=True)
class Made:
    """What another process tells of the pages that it made."""

    told: dict[str, Told]
    problems: tuple[Problem, ...]


# Does one piece of work in another process: gives what will be its result.
Start = Callable[[Callable[[Task], Made], Task], "Future[Made]"]


class Crew:
    """Makes the pages of one build into `staged`."""

    def __init__(
        self,
        settings: Settings,
        staged: Path,
        start: Start | None,
        told: list[str],
        beside: Beside = nowhere,
    ) -> None:
        self._settings, self._staged, self._start = settings, staged, start
        self._beside = beside
        self._told = told  # what people are to know
        self.problems: list[Problem] = []  # what other processes heard
        self.finisher: Finisher | None = None

    def get_ready(self, pages: int) -> None:
        """Have others load the engine while this process does, where so many pages are worth it."""
        if self._start and pages >= WORTH:
            nothing = self._settings, self._staged, Frame(), ()
            with suppress(BrokenExecutor):  # told once there are pages to make
                for _ in range(AHEAD):
                    self._start(make, nothing)

    def __call__(self, workshop: Workshop, sources: Sequence[str]) -> None:
        """Make these pages, now that the engine's own files are there."""
        whole = lay_ground(self._settings, self._staged, search=True)
        self.finisher = Finisher(whole)
        alike = [s for s in sources if s in whole.generated and not workshop.is_listed(s)]
        apart = set(alike)
        others = [s for s in sources if s not in apart]
        if self._start and len(alike) >= WORTH:
            self._by_many(workshop, others, alike, whole.frame)
        else:
            self._by_two(workshop, others, alike, whole)

    def _by_many(
        self, workshop: Workshop, others: Sequence[str], alike: Sequence[str], frame: Frame
    ) -> None:
        """Make `others` here, and have processes that begin from nothing make those that are `alike`."""
        assert self.finisher
        begun = self._begin(alike, frame)
        try:
            workshop.render(others, self.finisher.finish)
            for share in _shares(alike):
                self._take(workshop, share, begun.get(share))
        except BaseException:
            wait([future for future in begun.values() if not future.cancel()])
            raise  # nobody writes any more

    def _by_two(
        self, workshop: Workshop, others: Sequence[str], alike: Sequence[str], whole: Whole
    ) -> None:
        """Make `others` here, and have a copy of this process make some of those that are `alike`."""
        assert self.finisher
        place = self._beside() if len(alike) >= WORTH_A_COPY else None
        if not (place and place.copied):
            workshop.render([*others, *alike], self.finisher.finish)
            return
        half = max(0, self._half([*others, *alike]) - len(others))
        running = place.start(_make_beside, (self._settings, workshop, whole, alike[half:]))
        try:
            workshop.render([*others, *alike[:half]], self.finisher.finish)
            self._take(workshop, alike[half:], running)
        finally:
            running.end()

    def _half(self, sources: Sequence[str]) -> int:
        """How many of the first take about as long as the others."""
        folder = self._settings.docs_folder
        sizes = [*accumulate((folder / source).stat().st_size + PAGE for source in sources)]
        return bisect(sizes, sizes[-1] // 2)

    def renew(self, workshop: Workshop, sources: Sequence[str]) -> None:
        """Make some of what has changed since; copy what is no page."""
        assert self.finisher, "it was called before"
        workshop.renew(sources, self.finisher.finish)

    def finish(self) -> Finisher:
        """Who finished the pages, and now those that the engine wrote by itself."""
        assert self.finisher, "an engine that makes pages alone calls its crew"
        self.finisher.finish_files(self._staged)
        return self.finisher

    def _begin(self, sources: Sequence[str], frame: Frame) -> dict[Share, "Future[Made]"]:
        assert self._start
        begun: dict[Share, Future[Made]] = {}
        try:
            for share in _shares(sources):
                begun[share] = self._start(make, (self._settings, self._staged, frame, share))
        except BrokenExecutor:  # what was not begun is made here
            self._tell()
        return begun

    def _take(
        self, workshop: Workshop, share: Sequence[str], future: "Future[Made] | Running | None"
    ) -> None:
        """What another process made; where it was ended from outside, the same is made here."""
        assert self.finisher
        try:
            made = future.result() if future else None
        except BrokenExecutor:
            made = None
            self._tell()
        if made:
            self.finisher.told.update(made.told)
            self.problems += made.problems
        else:
            workshop.render(share, self.finisher.finish)

    def _tell(self) -> None:
        """Once, however many pages are made here for it."""
        if ENDED not in self._told:
            self._told.append(ENDED)


def make(task: Task) -> Made:
    """Make some pages in a process that does nothing else.

    Raises:
        SiteError: the engine could not go on.
    """
    settings, staged, frame, sources = task
    workshop = _workshop(settings, staged)
    finisher = Finisher(_shared(settings, frame))
    with listening() as ear:
        workshop.render(sources, finisher.finish)
    return Made(finisher.told, ear.problems(settings))


def _make_beside(task: tuple[Settings, Workshop, Whole, Sequence[str]]) -> Made:
    """Make some pages in a copy of the process that got ready for it."""
    settings, workshop, whole, sources = task
    finisher = Finisher(whole)
    with listening() as ear:
        workshop.render(sources, finisher.finish)
    return Made(finisher.told, ear.problems(settings))


@cache
def _workshop(settings: Settings, staged: Path) -> MkDocsWorkshop:
    """The engine, made ready once for all shares; this process ends with the build."""
    with listening():
        return MkDocsWorkshop(ExitStack().enter_context(loaded(settings, staged, search=True)))


@cache
def _shared(settings: Settings, frame: Frame) -> Whole:
    return replace(whole_of(settings, search=True), frame=frame)


def _shares(sources: Sequence[str]) -> Iterator[Share]:
    return (tuple(sources[at : at + SHARE]) for at in range(0, len(sources), SHARE))
