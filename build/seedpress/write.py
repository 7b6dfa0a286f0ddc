"""Write pages below `docs/`: quietly (equal bytes stay untouched), atomically, and only ours.

The manifest `docs/.seedpress-pages` lists every file that a build wrote. It is written before the
first page (old and new paths together) and again at the end, so that after a crash the next build
still knows all that is ours. What it does not list is the publisher's and is never touched.
"""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from seedpress.errors import SeedpressError
from seedpress.model import Page, Problem

MANIFEST = ".seedpress-pages"


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did to the files of `docs/`: paths, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def write(pages: Iterable[Page], docs: Path) -> Written:
    """Make the generated part of `docs` hold exactly `pages`.

    Raises:
        SeedpressError: a page's path leaves the folder, or two pages have the same path.
        OSError: the folder cannot be written.
    """
    wanted = _by_path(pages)
    docs.mkdir(parents=True, exist_ok=True)
    ours = known_pages(docs)
    problems = tuple(
        Problem(
            path,
            "a page of this name is the publisher's own",
            "rename it, or delete it to get ours",
        )
        for path in sorted(wanted.keys() - ours)
        if (docs / path).exists()
    )
    theirs = {problem.seed for problem in problems}
    mine = {path: data for path, data in wanted.items() if path not in theirs}
    _write_manifest(docs, ours | mine.keys())
    states = {path: put(docs / path, data) for path, data in mine.items()}
    removed = sorted(ours - mine.keys() - theirs)
    for path in removed:
        remove(docs, path)
    _write_manifest(docs, set(mine))

    def those(state: str) -> tuple[str, ...]:
        return tuple(sorted(path for path, found in states.items() if found == state))

    return Written(those("new"), those("changed"), those("unchanged"), tuple(removed), problems)


def put(target: Path, data: bytes) -> str:
    """Make `target` hold `data`; says whether it was `new`, `changed` or `unchanged`."""
    try:
        if target.read_bytes() == data:
            return "unchanged"
        state = "changed"
    except FileNotFoundError:
        state = "new"
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=".seedpress-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return state


def _by_path(pages: Iterable[Page]) -> dict[str, bytes]:
    result: dict[str, bytes] = {}
    for page in pages:
        path = PurePosixPath(page.path)
        if path.is_absolute() or ".." in path.parts or not path.parts:
            raise SeedpressError(f"{page.path!r}: a page's path must stay below docs/")
        if page.path in result:
            raise SeedpressError(f"{page.path}: two pages have this path")
        data = page.data
        result[page.path] = data.encode("utf-8") if isinstance(data, str) else data
    return result


def known_pages(docs: Path) -> set[str]:
    """Paths of the files in `docs` that an earlier build wrote."""
    try:
        lines = (docs / MANIFEST).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return set()
    # A damaged line must not make us delete what lies elsewhere.
    paths = (PurePosixPath(line) for line in lines if line)
    return {str(p) for p in paths if not p.is_absolute() and ".." not in p.parts}


def _write_manifest(docs: Path, paths: Iterable[str]) -> None:
    put(docs / MANIFEST, "".join(f"{path}\n" for path in sorted(paths)).encode("utf-8"))


def remove(below: Path, path: str) -> None:
    """Delete the file `path` below a folder, and the folders in it that this leaves empty."""
    (below / path).unlink(missing_ok=True)
    folder = (below / path).parent
    while folder != below and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
