"""Puts what has changed into the site that stands, file by file, so that no link leads nowhere.

New files come first, to which nothing leads yet; then changed ones, which may lead to them; then
the lists of the search index, which name its new files; last, what nothing leads to any more is
removed. Pages that come or go may lead to others that have not come or have gone; no page that
readers are led to does. What is to be done is written down before the first step. A build that is
killed on the way is carried on by the next: every step can be taken twice.

Nothing is forced to the disk: after a power cut the states of the files tell that the site is not
the one remembered, and it is built again from pages that are still there.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from seedpress.settings import Settings
from seedpress.site.standing import Memory, forget, remember
from seedpress.site.states import state, with_folders
from seedpress.site.swapping import discard, staged_beside
from seedpress.atomic import put, remove

JOURNAL = Path(".seedpress") / "site.journal"
# Lists of the search index: they name files that must be there first.
_LISTS = ("pagefind-entry.json", "shards.json")


@dataclass(frozen=True, slots=True)
class Journal:
    """What is to be done to a site."""

    site: str  # its folder, below the root
    moves: tuple[tuple[str, int], ...]  # files to put in and their sizes, in order
    removes: tuple[str, ...]
    memory: Memory  # what is to be remembered then, of the site without those files


def plan(staged: Path, site: Path, removes: tuple[str, ...], memory: Memory, name: str) -> Journal:
    """What puts the files of `staged` into `site`, in the order in which they can be."""
    files = [path for path in sorted(staged.rglob("*")) if path.is_file()]
    paths = {path.relative_to(staged).as_posix(): path.stat().st_size for path in files}

    def turn(path: str) -> tuple[bool, bool, str]:
        return path.endswith(_LISTS), (site / path).exists(), path

    return Journal(name, tuple((p, paths[p]) for p in sorted(paths, key=turn)), removes, memory)


def carry_out(settings: Settings, journal: Journal) -> None:
    """Write the journal, then do what it says."""
    file = settings.root / JOURNAL
    file.parent.mkdir(exist_ok=True)
    put(file, msgspec.json.encode(journal))
    _do(settings, journal)


def settle(settings: Settings) -> None:
    """Carry on what a killed build had begun to do to a site."""
    file = settings.root / JOURNAL
    try:
        journal = msgspec.json.decode(file.read_bytes(), type=Journal)
    except FileNotFoundError:
        return
    except msgspec.DecodeError:  # not written here: nothing was begun
        forget(settings)
        file.unlink()
        return
    _do(settings, journal)


def abandon(settings: Settings) -> None:
    """Remove what a build that failed had staged, unless it is on its way into the site."""
    if not (settings.root / JOURNAL).exists():
        discard(staged_beside(settings.site_folder))


def _do(settings: Settings, journal: Journal) -> None:
    forget(settings)
    site = replace(settings, site=journal.site).site_folder
    staged = staged_beside(site)
    there = [_move(staged / path, site / path, size) for path, size in journal.moves]
    for path in journal.removes:
        remove(site, path)
    if all(there):
        put_in = {path: state(site / path) for path, _ in journal.moves}
        left = journal.memory
        folders = with_folders(site, left.folders, (*put_in, *journal.removes))
        remember(settings, replace(left, site=left.site | put_in, folders=folders))
    discard(staged)
    (settings.root / JOURNAL).unlink()


def _move(file: Path, target: Path, size: int) -> bool:
    """Put one file in, unless that was done before; whether it is there now."""
    if file.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        file.replace(target)
    return target.is_file() and target.stat().st_size == size
