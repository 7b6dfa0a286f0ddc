"""What tells whether a file has changed, as Git tells it: its size and the times of its changes."""

import os
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
    found: States = {}
    folders = [(str(folder), "")]
    while folders:
        folders += _look_into(*folders.pop(), found)
    return dict(sorted(found.items()))


def state(file: Path) -> State:
    """The state of one file."""
    return _of(file.stat())


def _look_into(folder: str, prefix: str, found: States) -> list[tuple[str, str]]:
    """Add what a folder holds to what is `found`; the folders in it, and what their paths begin with."""
    inner = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(TEMPORARY):
                continue  # a file on its way to its name
            if entry.is_dir(follow_symlinks=False):
                inner.append((entry.path, f"{prefix}{entry.name}/"))
            elif entry.is_symlink():
                raise UnclearError
            else:
                found[prefix + entry.name] = _of(entry.stat(follow_symlinks=False))
    return inner


def _of(found: os.stat_result) -> State:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
