"""Watches what a build reads: seeds, authority file, settings, the publisher's pages, templates."""

import os
import queue
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from watchfiles import Change, DefaultFilter, watch

from seedpress.manifest import MANIFEST
from seedpress.settings import Settings

Wanted = Callable[[Change, str], bool]


class Watcher:
    """Gathers the changed files of several folders, each watched by a thread of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._stop = threading.Event()
        self._changes: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._listening: list[threading.Event] = []

    def __enter__(self) -> Self:
        settings = self._settings
        self._start(settings.seeds_folder, DefaultFilter(), deep=True)
        self._start(settings.root, is_settings, deep=False)
        if settings.templates_folder and settings.templates_folder.is_dir():
            self._start(settings.templates_folder, DefaultFilter(), deep=True)
        if settings.docs_folder.is_dir():
            self._start(settings.docs_folder, NotOurs(settings.docs_folder), deep=True)
        # What is saved during the first build must be heard.
        for listening in self._listening:
            listening.wait(timeout=5)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop.set()

    def wait(self) -> list[str]:
        """Wait for the next changes; the names of the changed files, sorted."""
        changed: set[str] = set()
        while not changed:
            try:
                # A wait without an end would not hear Ctrl-C on every system.
                changed.add(self._changes.get(timeout=1))
            except queue.Empty:
                continue
        while not self._changes.empty():
            changed.add(self._changes.get())
        return sorted(changed)

    def _start(self, folder: Path, wanted: Wanted, *, deep: bool) -> None:
        listening = threading.Event()
        self._listening.append(listening)
        threading.Thread(
            target=self._watch, args=(folder, wanted, deep, listening), daemon=True
        ).start()

    def _watch(self, folder: Path, wanted: Wanted, deep: bool, listening: threading.Event) -> None:
        batches = watch(
            folder,
            watch_filter=wanted,
            recursive=deep,
            stop_event=self._stop,
            debounce=400,
            rust_timeout=200,
            yield_on_timeout=True,
            raise_interrupt=False,
        )
        for batch in batches:
            listening.set()
            for _, path in sorted(batch):
                self._changes.put(Path(path).name)


def is_settings(_change: Change, path: str) -> bool:
    """Is it mkdocs.yml, or a file that it may inherit?"""
    file = Path(path)
    return file.suffix in {".yml", ".yaml"} and not file.name.startswith(".")


class NotOurs:
    """Is it a file of `docs/` that no build wrote? Ours would make a build start the next."""

    def __init__(self, docs: Path) -> None:
        self._docs = docs.resolve()
        self._usual = DefaultFilter()
        self._ours: set[str] = set()
        self._learnt: os.stat_result | None = None
        self._learn()

    def __call__(self, change: Change, path: str) -> bool:
        """Decide on one changed file."""
        file = Path(path)
        if not self._usual(change, path) or file.name.startswith(".seedpress-"):
            return False
        self._learn()
        return file.relative_to(self._docs).as_posix() not in self._ours

    def _learn(self) -> None:
        """Add what the manifest lists now to what it ever listed: removed pages were ours too."""
        manifest = self._docs / MANIFEST
        try:
            found = manifest.stat()
            if self._learnt and _times(found) == _times(self._learnt):
                return  # a build writes very many files between two changes of it
            lines = manifest.read_text("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            path = line
            while path and path not in self._ours:
                self._ours.add(path)
                path = path.rpartition("/")[0]
        self._learnt = found


def _times(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
