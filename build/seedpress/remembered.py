"""What a build wrote down for the next one, in files that may be deleted at any time."""

from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


def recalled(file: Path, kind: type[T]) -> T | None:
    """What stands in `file`; none where there is none, or nothing that was written here."""
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=kind)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
