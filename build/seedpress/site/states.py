"""What tells whether a file has changed, as Git tells it: its size and the times of its changes.

A folder that nobody changed holds the names that it held. So where the states of folders are known,
too, none need be listed: of a site with a folder for each page that is half of the work.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from seedpress.atomic import TEMPORARY

# Bytes, when last written, when last touched in any way, both in nanoseconds.
State = tuple[int, int, int]
States = dict[str, State]
# When names in it came or went last, and it was last touched in any way; by path, the first is "".
Folders = dict[str, tuple[int, int]]


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


def are_as_they_were(folder: Path, files: Mapping[str, State], folders: Folders) -> bool:
    """Whether `folder` holds these `files` and no others; False also where that cannot be told."""
    try:
        found = [_of(os.lstat(f"{folder}/{path}")) for path in files]
        return found == [*files.values()] and all(
            _of_folder(folder, path) == known for path, known in folders.items()
        )
    except OSError:
        return False


def folders_of(folder: Path, files: Iterable[str]) -> Folders:
    """The states of all folders that lead to some `files` below `folder`, and of that itself."""
    return with_folders(folder, {}, files)


def with_folders(folder: Path, folders: Folders, changed: Iterable[str]) -> Folders:
    """The states of `folders`, now that files at these paths were `changed`, put in or removed."""
    again: set[str] = {""}
    for path in changed:
        while path and (path := path.rpartition("/")[0]) not in again:
            again.add(path)
    found = {path: known for path, known in folders.items() if path not in again}
    for path in sorted(again):
        try:
            found[path] = _of_folder(folder, path)
        except FileNotFoundError:  # it went with its last file
            continue
    return found


def _of_folder(folder: Path, path: str) -> tuple[int, int]:
    found = os.lstat(f"{folder}/{path}" if path else folder)
    return found.st_mtime_ns, found.st_ctime_ns


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
