"""What the last build was made from and what came of it; if nothing changed, nothing need be done.

Two files in `.seedpress/`, both of which may be deleted at any time: `edition.json`, with which the
next build compares itself, and `build.json`, a fingerprint of all that the pages in `docs/` were
made from, of these pages themselves and of the edition: for every file its size and the time of its
last change, as Git does.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import msgspec

from seedpress.atomic import put
from seedpress.manifest import MANIFEST, known_pages
from seedpress.model import Changes, Edition, Problem
from seedpress.report import Counts, Report
from seedpress.settings import Settings
from seedpress.write import Written

State = tuple[int, int, int]  # bytes, when last written, when last touched, in nanoseconds
T = TypeVar("T")

FOLDER = Path(".seedpress")
EDITION = FOLDER / "edition.json"
BUILD = FOLDER / "build.json"
_PACKAGE = Path(__file__).parent
_NOTHING: Mapping[str, State] = MappingProxyType({})
# What pages are made with, beside what analyses depend on.
_LIBRARIES = ("anyascii", "jinja2", "msgspec", "nh3", "pyyaml")


@dataclass(frozen=True, slots=True)
class Published:
    """What was published last, and what was new in it."""

    edition: Edition
    changes: Changes


@dataclass(frozen=True, slots=True)
class _Build:
    sources: str
    pages: str
    counts: Counts
    problems: tuple[Problem, ...]


def published(settings: Settings) -> Published | None:
    """The last edition; None before the first one."""
    return _read(settings.root / EDITION, Published)


def remember_edition(settings: Settings, now: Published) -> None:
    """Keep what is published now."""
    _put(settings.root / EDITION, now, sure=True)  # nothing else tells it


def sources(settings: Settings, analysis: str) -> str:
    """A digest of all that pages are made from; empty where that cannot be told.

    `analysis` is a digest of what an analysis depends on. It must be taken before anything is
    read: what changes meanwhile is for the next build.
    """
    try:
        seeds = _states(_below(str(settings.seeds_folder)))
    except OSError:
        return ""
    made_by = programs(settings)
    return hashlib.sha256(seeds + f"{analysis}\n{made_by}".encode()).hexdigest() if made_by else ""


def programs(settings: Settings) -> str:
    """A digest of what else pages are made with: settings, templates, libraries, our own code.

    Empty where that cannot be told.
    """
    digest = hashlib.sha256(f"{settings!r}\n".encode("utf-8", "surrogatepass"))
    for library in _LIBRARIES:
        digest.update(f"{library}={version(library)}\n".encode())
    try:
        for folder in (_PACKAGE, settings.templates_folder):
            digest.update(_states(_below(str(folder))) if folder else b"-")
    except OSError:
        return ""
    return digest.hexdigest()


def recall(settings: Settings, made_from: str) -> Report | None:
    """The report of a build that has nothing to do; None if other pages would come out now."""
    kept = _read(settings.root / BUILD, _Build)
    if not made_from or kept is None or kept.sources != made_from:
        return None
    paths = known_pages(settings.docs_folder)
    if kept.pages != _pages(settings, paths):
        return None
    unchanged = Written((), (), tuple(sorted(paths)), ())
    nothing = Changes(first=False)
    return Report(kept.counts, kept.counts.articles, nothing, kept.problems, unchanged)


def remember(
    settings: Settings, made_from: str, report: Report, known: Mapping[str, State] = _NOTHING
) -> None:
    """Keep what the pages that now stand were made from, where the states of some are `known`."""
    ours = (*report.written.new, *report.written.changed, *report.written.unchanged)
    pages = _pages(settings, ours, known)
    # A page that the publisher's own stands in for may be free the next time.
    if made_from and pages and not report.written.problems:
        kept = _Build(made_from, pages, report.counts, report.problems)
        _put(settings.root / BUILD, kept)


def forget(settings: Settings) -> None:
    """Make the next build look at everything."""
    (settings.root / BUILD).unlink(missing_ok=True)


def _pages(settings: Settings, paths: Iterable[str], known: Mapping[str, State] = _NOTHING) -> str:
    """A digest of the state of our pages and of the edition; empty if one is missing."""
    below = f"{settings.docs_folder}/"
    try:
        each = (
            (path, known.get(path) or _state(below + path)) for path in sorted([*paths, MANIFEST])
        )
        return _digest(chain(each, [("", _state(str(settings.root / EDITION)))])).hex()
    except OSError:
        return ""


def _states(paths: Iterable[str]) -> bytes:
    return _digest((path, _state(path)) for path in paths)


def _state(path: str) -> State:
    found = os.lstat(path)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _digest(states: Iterable[tuple[str, State]]) -> bytes:
    lines = "".join(
        [f"{path}\0{size}\0{written}\0{touched}\n" for path, (size, written, touched) in states]
    )
    return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).digest()


def _below(folder: str) -> Iterator[str]:
    """Every path below `folder` but compiled code, in a fixed order; links are not followed."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        else:
            yield entry.path


def _read(path: Path, kind: type[T]) -> T | None:
    """What `path` holds; None where it is not there, or is nothing that was written here."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _put(path: Path, value: object, sure: bool = False) -> None:
    put(path, msgspec.json.encode(value) + b"\n", sure)
