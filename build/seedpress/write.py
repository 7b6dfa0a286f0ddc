"""Write pages below `docs/`: quietly (equal bytes stay untouched), atomically, and only ours.

The manifest `docs/.seedpress-pages` lists every file that a build wrote. New paths are added to it
before their files are written, and old ones taken away at the end, so that after a crash the next
build still knows all that is ours. What it does not list is the publisher's and is never touched.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

from seedpress.atomic import Laid, put, remove, sweep
from seedpress.errors import SeedpressError
from seedpress.manifest import MANIFEST, add_to_manifest, known_pages
from seedpress.model import Page, Problem

# Pages held in memory at a time: as many, or as many bytes and one page more.
BATCH, BATCH_BYTES = 256, 8_000_000


@dataclass(frozen=True, slots=True)
class Standing:
    """Files that an earlier build wrote, known to be as they should."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did to the files of `docs/`: paths, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def every(self) -> Iterator[str]:
        """All these paths."""
        return chain(self.new, self.changed, self.unchanged, self.removed)


def write(
    pages: Iterable[Page | Standing],
    docs: Path,
    instead: Callable[[set[str]], Iterable[Page]] = lambda _gone: (),
) -> Written:
    """Make the generated part of `docs` hold exactly `pages`, each written as it comes.

    What is said to be standing is neither read nor written.

    `instead` is given the paths that would go, and gives pages to stand there.

    Raises:
        SeedpressError: a page's path leaves the folder, or two pages have the same path.
        OSError: the folder cannot be written.
    """
    desk = Desk(docs)
    desk.write(pages)
    return desk.tidy(instead)


def _batches(pages: Iterable[Page]) -> Iterator[list[Page]]:
    batch: list[Page] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.data)
        if size >= BATCH_BYTES or len(batch) >= BATCH:
            yield batch
            batch, size = [], 0
    yield batch


class Desk:
    """Writes pages into a folder, and knows what becomes of each path.

    Several processes may each have one for the same folder, and write different pages.
    """

    def __init__(self, docs: Path, ours: frozenset[str] | None = None) -> None:
        """Make ready; what is `ours`, by an earlier build, is looked up if it is not known."""
        docs.mkdir(parents=True, exist_ok=True)
        self._docs = docs
        self._ours = frozenset(known_pages(docs)) if ours is None else ours
        self.states: dict[str, str] = {}  # what became of each page that is ours now,
        self.theirs: set[str] = set()  # and those in whose place the publisher has a page
        self._seen: set[str] = set()
        self._swept: set[str] = set()

    def write(self, pages: Iterable[Page | Standing]) -> None:
        """Write pages as they come, some at a time; leave what stands.

        Raises:
            SeedpressError: a page's path leaves the folder, or two pages have the same path.
            OSError: the folder cannot be written.
        """
        for batch in _batches(self._made(pages)):
            self._take(batch)

    def keep(self, standing: Standing) -> None:
        """Leave files as they are."""
        for path in standing.paths:
            self._claim(path)
            self.states[path] = "unchanged"

    def another(self) -> "Desk":
        """One for the same folder, in a process that writes beside this one."""
        return Desk(self._docs, self._ours)

    def add(self, states: Mapping[str, str], theirs: Iterable[str]) -> None:
        """What became of pages that another process wrote.

        Raises:
            SeedpressError: two pages have the same path.
        """
        for path in (*states, *theirs):
            self._claim(path)
        self.states.update(states)
        self.theirs.update(theirs)

    def settle(
        self, instead: Callable[[set[str]], Iterable[Page]], coming: Callable[[str], bool]
    ) -> None:
        """Remove what no page came for nor is `coming`, once there are pages `instead`."""
        left = {path for path in self._ours - self._seen if coming(path)}
        self._take(instead({*self._ours} - self._seen - left))
        self._clear(left)

    def tidy(self, instead: Callable[[set[str]], Iterable[Page]] = lambda _gone: ()) -> Written:
        """Remove what no page came for, once there are pages `instead`; what was done."""
        self._take(instead({*self._ours} - self._seen))
        self._clear()
        removed = sorted(self._ours - self._seen)
        problems = tuple(
            Problem(
                path,
                "a page of this name is the publisher's own",
                "rename it, or delete it to get ours",
            )
            for path in sorted(self.theirs)
        )
        new, changed, unchanged = (
            tuple(sorted(path for path, found in self.states.items() if found == state))
            for state in ("new", "changed", "unchanged")
        )
        return Written(new, changed, unchanged, tuple(removed), problems)

    def _clear(self, but: Set[str] = frozenset()) -> None:
        folders = {path.rpartition("/")[0] for path in self._ours | self._seen}
        for folder in folders - self._swept:
            sweep(self._docs / folder)
        self._swept |= folders
        for path in self._ours - self._seen - but:
            remove(self._docs, path)
        _write_manifest(self._docs, self.states.keys() | but)

    def _made(self, pages: Iterable[Page | Standing]) -> Iterator[Page]:
        """The pages to be written."""
        for page in pages:
            if isinstance(page, Standing):
                self.keep(page)
            else:
                yield page

    def _take(self, pages: Iterable[Page]) -> None:
        """Write some pages; they are in the manifest before the first of them is on the disk."""
        wanted = dict(self._checked(page) for page in pages)
        new = wanted.keys() - self._ours
        self.theirs |= {path for path in new if (self._docs / path).exists()}
        add_to_manifest(self._docs, new - self.theirs)
        for path, data in wanted.items():
            if path not in self.theirs:
                self.states[path] = put(self._docs / path, data)

    def _checked(self, page: Page) -> tuple[str, bytes | Laid]:
        path = PurePosixPath(page.path)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise SeedpressError(f"{page.path!r}: a page's path must stay below docs/")
        self._claim(page.path)
        data = page.data
        return page.path, data.encode("utf-8") if isinstance(data, str) else data

    def _claim(self, path: str) -> None:
        if path in self._seen:
            raise SeedpressError(f"{path}: two pages have this path")
        self._seen.add(path)


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    put(docs / MANIFEST, "".join(f"{path}\n" for path in sorted(paths)).encode("utf-8"), sure=True)
