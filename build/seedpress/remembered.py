"""What a build wrote down for the next one, in files that may be deleted at any time.

Each begins with a sum of what follows, so that damage is noticed, though what is left may be read.
"""

from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from seedpress.atomic import put

T = TypeVar("T")

_SUM = 4  # bytes


def remember(file: Path, value: object) -> None:
    """Write a value down, which is of a type that `recalled` will be asked for."""
    put(file, sealed_packed(value))


def recalled(file: Path, kind: type[T]) -> T | None:
    """What stands in `file`; none where there is none, or not what was written here."""
    try:
        data = opened(file.read_bytes())
        return None if data is None else msgspec.msgpack.decode(data, type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def sealed(data: bytes) -> bytes:
    """The data behind its sum."""
    return crc32(data).to_bytes(_SUM, "little") + data


def sealed_packed(value: object) -> bytearray:
    """A value packed behind its sum, of which there may be tens of megabytes."""
    data = bytearray(_SUM)
    msgspec.msgpack.Encoder().encode_into(value, data, _SUM)
    data[:_SUM] = crc32(memoryview(data)[_SUM:]).to_bytes(_SUM, "little")
    return data


def seal_of(data: bytes) -> bytes:
    """The sum that stands before what was sealed."""
    return data[:_SUM]


def opened(found: bytes | memoryview) -> memoryview | None:
    """What was sealed; none where it is something else."""
    data = memoryview(found)[_SUM:]
    return data if crc32(data).to_bytes(_SUM, "little") == found[:_SUM] else None
