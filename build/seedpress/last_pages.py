"""Which pages stand as they should: made from the same as now, and untouched since.

`.seedpress/pages.msgpack` holds for every sheaf its key, its files and their states, and for some
what was noted when they were made; it may be deleted at any time, and then every page is made.
"""

import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from copy import copy
from pathlib import Path

from msgspec import Struct

from seedpress.last_build import State
from seedpress.manifest import known_pages
from seedpress.model import Page, Sheaf
from seedpress.notes import Note, Notes
from seedpress.remembered import recalled, remember
from seedpress.settings import Settings
from seedpress.write import Standing, Written

MEMORY = Path(".seedpress") / "pages.msgpack"


class Kept(Struct, frozen=True, gc=False, array_like=True):
    """A sheaf that was written, and stands as long as its files have these states."""

    key: str
    files: tuple[tuple[str, State], ...]  # by path below `docs/`
    parts: tuple[str, ...] = ()  # names of sheaves that it is made of


class Made(Struct, frozen=True, gc=False):
    """A sheaf that has been made."""

    key: str
    paths: tuple[str, ...]
    parts: tuple[str, ...] = ()


class _Memory(Struct, frozen=True, array_like=True):
    made_by: str = ""  # digest of settings and programs
    sheaves: dict[str, Kept] = {}
    notes: dict[bytes, bytes] = {}  # by the names of sheaves


class LastPages:
    """The pages of the last build, and by and by those of this one."""

    def __init__(self, settings: Settings, made_by: str) -> None:
        """Recall the last build; `made_by` is a digest of all that pages depend on but sheaves.

        An empty one says that this is not known: then every page is made.
        """
        self._settings = settings
        self._below = f"{settings.docs_folder}{os.sep}"  # a path takes as long as a look at a file
        self._made_by = made_by
        kept = recalled(settings.root / MEMORY, _Memory) or _Memory()
        if not made_by or kept.made_by != made_by:
            kept = _Memory()
        self._last = kept.sheaves
        self.notes = Notes(before=kept.notes)  # of who makes pages
        self.ours = frozenset(known_pages(settings.docs_folder))  # by an earlier build
        self.states: dict[str, State] = {}  # of files that stand or were written, once remembered
        self._now: dict[str, Made | Kept] = {}

    def standing(self, sheaf: Sheaf) -> Standing | None:
        """What stands of a sheaf, if all of it does."""
        kept = self._last.get(sheaf.name)
        if not (kept and sheaf.key and kept.key == sheaf.key and self._stands(kept)):
            return None
        self._now[sheaf.name] = kept
        if kept.parts:
            self._now |= {name: self._last[name] for name in kept.parts if name in self._last}
        return Standing(tuple([path for path, _ in kept.files]))

    def renewed(self, sheaves: Iterable[Sheaf]) -> Iterator[Page | Standing]:
        """The pages of sheaves that have to be made, and what stands of the others."""
        for sheaf in sheaves:
            yield from self._renewed(sheaf)

    def _renewed(self, sheaf: Sheaf) -> Generator[Page | Standing, None, tuple[str, ...]]:
        """The same of one sheaf; in the end, its paths."""
        standing = self.standing(sheaf)
        if standing:
            yield standing
            return standing.paths
        if sheaf.parts:
            paths: list[str] = []
            names: list[str] = []
            for part in sheaf.parts():
                paths += yield from self._renewed(part)
                names += [part.name] if part.key else []
            made = Made(sheaf.key, tuple(paths), tuple(names))
        else:
            pages = list(sheaf.make())
            made = Made(sheaf.key, tuple(page.path for page in pages))
            yield from pages
        if sheaf.key:
            self._now[sheaf.name] = made
        return made.paths

    def another(self) -> "LastPages":
        """The same, for a process that renews pages beside this one."""
        other = copy(self)
        other._now = {}
        return other

    @property
    def now(self) -> dict[str, Made | Kept]:
        """What stands or has been made so far, by the names of sheaves."""
        return self._now

    def add(self, made: Mapping[str, Made | Kept], notes: Mapping[bytes, Note]) -> None:
        """What another process renewed, and what it noted."""
        self._now |= made
        for name, note in notes.items():
            self.notes.put(name, note)

    def remember(self, written: Written) -> None:
        """Keep what has been made and was `written`, not what the publisher's own stands for."""
        ours = {*written.new, *written.changed, *written.unchanged}
        sheaves: dict[str, Kept] = {}
        for name, made in self._now.items():
            if isinstance(made, Kept):
                sheaves[name] = made
                self.notes.get(name.encode())  # to be kept with it
                self.states.update(made.files)
            elif ours.issuperset(made.paths):
                files = tuple((path, self._once(path)) for path in made.paths)
                sheaves[name] = Kept(made.key, files, made.parts)
        notes = {name: bytes(note) for name, note in self.notes.now.items() if note}
        remember(self._settings.root / MEMORY, _Memory(self._made_by, sheaves, notes))

    def _stands(self, kept: Kept) -> bool:
        below, ours, look = self._below, self.ours, os.lstat
        try:
            for path, state in kept.files:
                found = look(below + path)
                now = found.st_size, found.st_mtime_ns, found.st_ctime_ns
                if now != state or path not in ours:
                    return False
        except OSError:
            return False  # it is not there any more: to be made again
        return True

    def _once(self, path: str) -> State:
        """The state of a file, looked at once: a part's page is its whole's too."""
        if path not in self.states:
            self.states[path] = self._state(path)
        return self.states[path]

    def _state(self, path: str) -> State:
        found = os.lstat(self._below + path)
        return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def forget(settings: Settings) -> None:
    """Make the next build make every page."""
    (settings.root / MEMORY).unlink(missing_ok=True)
