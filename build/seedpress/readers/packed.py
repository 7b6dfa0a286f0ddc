"""Gzip, unpacked as it is read, and no further than the limits allow."""

import gzip
import io
import os
import zlib
from typing import BinaryIO

from seedpress.model import Problem
from seedpress.settings import LimitSettings

MAGIC = b"\x1f\x8b"
# What reading raises where the packed bytes are not what they should be.
DAMAGED = (gzip.BadGzipFile, EOFError, zlib.error)


class Unpacked(io.BufferedReader):
    """What a packed file holds, which ends where the limits say if it does not end before."""

    def __init__(self, packed: BinaryIO, limits: LimitSettings) -> None:
        self._size = packed.seek(0, os.SEEK_END)
        packed.seek(0)
        self._ratio = limits.archive_ratio
        self._bounded = _Bounded(packed, max(limits.seed_bytes, self._ratio * self._size))
        super().__init__(self._bounded, 1 << 16)

    def over(self, path: str) -> Problem | None:
        """The problem of a file that held more than was read of it."""
        if self._bounded.left >= 0:
            return None
        told = f"unpacks to more than limits.archive_ratio ({self._ratio}) times"
        reason = f"{told} its {self._size:,} bytes; the records before that were read"
        return Problem(path, reason, "raise the limit in mkdocs.yml")


class _Bounded(io.RawIOBase):
    def __init__(self, packed: BinaryIO, most: int) -> None:
        self._file = gzip.GzipFile(fileobj=packed, mode="rb")
        self._done = 0
        self.left = most  # negative: there was more

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._done

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.left < 0:
            return 0
        data = self._file.read1(len(buffer))
        self.left -= len(data)
        if self.left < 0:
            return 0
        self._done += len(data)
        buffer[: len(data)] = data
        return len(data)
