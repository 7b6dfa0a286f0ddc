"""From what the engine rendered to a whole site: every page finished, and read for the index.

Pages that are rendered one by one are finished as they come, before they are written; those that
the engine wrote by itself afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.finishing import (
    MARK,
    Context,
    Whole,
    compact,
    context_of,
    finish_page,
    judge_page,
    unmarked,
)
from seedpress.site.ground import lay_ground
from seedpress.site.reading import Reading, is_marked, read


@dataclass(frozen=True, slots=True)
class Told:
    """What finishing saw of one page."""

    button: bool  # the search button found its place
    problems: tuple[Problem, ...]
    reading: Reading | None  # what the search index reads, of a page marked for it


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing saw."""

    pages: tuple[str, ...]  # their paths, sorted
    readings: Mapping[str, Reading]
    problems: tuple[Problem, ...] = ()


_NO_PLACE = Problem(
    "mkdocs.yml",
    "the theme has no header that the search button fits into",
    "use the theme `material`, or link to the page `search/` yourself",
)


class Finisher:
    """Finishes pages, and keeps what it was told of them."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole
        self.told: dict[str, Told] = {}  # by path in the site

    def finish(self, path: str, source: str, html: str) -> str:
        """The page as it is published; of what was made from another's `source` we look for it."""
        ours = source in self._whole.generated
        context = Context(self._whole, path, source) if ours else context_of(self._whole, path)
        published, self.told[path] = _finished(html, context)
        return published

    def finish_files(self, staged: Path) -> None:
        """Finish every page below `staged` that was not finished before."""
        for file in sorted(staged.rglob("*.html")):
            path = file.relative_to(staged).as_posix()
            if path not in self.told:
                html = file.read_text("utf-8")
                published = self.finish(path, "", html)
                if published != html:
                    file.write_text(published, "utf-8", newline="")

    def finished(self) -> Finished:
        """What was told of all pages, in their order."""
        told = {path: self.told[path] for path in sorted(self.told)}
        readings = {path: page.reading for path, page in told.items() if page.reading}
        problems = dict.fromkeys(problem for page in told.values() for problem in page.problems)
        no_place = self._whole.search and not any(page.button for page in told.values())
        return Finished(tuple(told), readings, (*problems, *((_NO_PLACE,) if no_place else ())))


def complete(settings: Settings, staged: Path, search: bool) -> Finished:
    """Finish every page below `staged`; `search` says that Pagefind's index comes next."""
    finisher = Finisher(lay_ground(settings, staged, search))
    finisher.finish_files(staged)
    return finisher.finished()


def _finished(html: str, context: Context) -> tuple[str, Told]:
    """What the index reads is taken out of a page, then the marks for that."""
    done = finish_page(html, context)
    reading = read(done) if context.whole.search and is_marked(done) else None
    published = compact(unmarked(done, context), context)
    return published, Told(MARK in done, judge_page(html, done, context), reading)
