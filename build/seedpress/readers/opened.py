"""Open a seed file safely: never a pipe or a device, never more than the limit."""

import os
import stat
from typing import BinaryIO

from seedpress.readers.file import SeedFile
from seedpress.settings import LimitSettings


def opened(file: SeedFile) -> BinaryIO:
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


def whole(file: SeedFile, limits: LimitSettings) -> bytes:
    """All bytes of `file`.

    Raises:
        OSError: it cannot be read, or has grown beyond `limits.seed_bytes` since it was found.
    """
    with opened(file) as handle:
        data = handle.read(limits.seed_bytes + 1)
    if len(data) > limits.seed_bytes:
        raise OSError(f"{file.path}: grew beyond limits.seed_bytes while it was read")
    return data
