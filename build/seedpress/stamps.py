"""What tells one state of a seed file from another; what stands as it stood is not read again.

A file's size, times and number are believed, as Git believes them, where it had rested a while
when its bytes were last looked at: what is written twice within one tick of a disk's clock may have
the same times, and other bytes.
"""

import hashlib
import os
import time
from collections.abc import Mapping, Sequence

import msgspec

from seedpress.readers import SeedFile
from seedpress.readers.file import opened

KEY = "stamps"  # of the cache
_RESTED = 3_000_000_000  # nanoseconds; the clocks of the coarsest disks tick every two seconds


class Stamp(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The state of one file."""

    status: tuple[int, int, int, int] | None  # bytes, last written, touched, its number; None: gone
    digest: str  # of its bytes; empty: they may not be read, as its reader will tell
    rested: bool = False  # had not been touched for a while: with this status, it has these bytes


def stamped(files: Sequence[SeedFile], before: Mapping[str, Stamp]) -> list[Stamp]:
    """The stamps of `files`; those that stand as they did `before` are not opened.

    Raises:
        OSError: one cannot be read now.
    """
    settled = time.time_ns() - _RESTED
    return [_stamp(file, settled, before.get(file.path)) for file in files]


def has_changed(file: SeedFile, before: Stamp) -> bool:
    """Whether `file` is another than that of the stamp, which was made before it was read."""
    status = _status(file)
    if status is None:
        return True
    return status != before.status and _digest(file) != before.digest


def kept(files: Sequence[SeedFile], stamps: Sequence[Stamp]) -> dict[str, Stamp]:
    """The stamps that can be believed later, by path."""
    pairs = zip(files, stamps, strict=True)
    return {file.path: stamp for file, stamp in pairs if stamp.rested and stamp.digest}


def _stamp(file: SeedFile, settled: int, before: Stamp | None) -> Stamp:
    status = _status(file)
    if before is not None and status == before.status:
        return before
    rested = status is not None and max(status[1], status[2]) < settled
    return Stamp(status, _digest(file), rested)


def _digest(file: SeedFile) -> str:
    try:
        with opened(file) as data:
            return hashlib.file_digest(data, "sha256").hexdigest()[:32]
    except (PermissionError, FileNotFoundError):
        return ""


def _status(file: SeedFile) -> tuple[int, int, int, int] | None:
    try:
        found = os.stat(file.location)  # noqa: PTH116 - of ten thousand files, twice as fast
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
