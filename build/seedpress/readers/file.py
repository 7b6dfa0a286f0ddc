"""A seed file: what is known of it before it is opened, and how it is opened."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from seedpress.settings import RecordFields

_USUAL = RecordFields()


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A regular file in the seeds folder that some reader reads."""

    path: str  # relative to the seeds folder, with forward slashes
    location: Path  # where it is
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Source:
    """What readers read: a file, or a member of an archive."""

    path: str
    open: Callable[[], BinaryIO]
    fields: RecordFields = _USUAL  # what its records call theirs


def suffix(name: str) -> str:
    """The ending that chooses the reader: `.txt`, and `.jsonl.gz` for a compressed one."""
    plain = name.rpartition("/")[2].lower()
    tail = ""
    if plain.endswith(".gz"):
        plain, tail = plain[:-3], ".gz"
    _, dot, end = plain.rpartition(".")
    return f".{end}{tail}" if dot else tail


def opened(file: SeedFile) -> BufferedReader:
    """`file` opened for reading bytes.

    Raises:
        OSError: it cannot be opened, or has become something other than a regular file since it
            was found. `O_NONBLOCK` makes that sure: a pipe would wait for a writer for ever.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    handle = os.open(file.location, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(f"{file.path}: is no longer a regular file")
    return os.fdopen(handle, "rb")
