"""What tells whether a file has changed, as Git tells it: its size and the times of its changes."""

import os
from collections.abc import Iterator
from pathlib import Path

from seedpress.atomic import TEMPORARY

# Bytes, when last written, when last touched in any way, both in nanoseconds.
State = tuple[int, int, int]
States = dict[str, State]


class UnclearError(Exception):
    """What lies in a folder cannot be told: there are links to elsewhere."""


def states(folder: Path) -> States:
    """The state of every file below `folder`, by its path seen from there, sorted.

    Raises:
        UnclearError: there is a symbolic link.
        OSError: the folder cannot be read.
    """
    return dict(_below(str(folder), ""))


def state(file: Path) -> State:
    """The state of one file."""
    return _of(file.stat())


def _below(folder: str, prefix: str) -> Iterator[tuple[str, State]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith(TEMPORARY):
            continue  # a file on its way to its name
        if entry.is_symlink():
            raise UnclearError
        if entry.is_dir():
            yield from _below(entry.path, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}", _of(entry.stat())


def _of(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
