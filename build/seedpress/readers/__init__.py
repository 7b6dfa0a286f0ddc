"""Seed files to seeds: the suffix chooses the reader, one file for each format."""

from collections.abc import Callable, Iterator
from pathlib import Path

from seedpress.model import Problem, Seed
from seedpress.readers import plain
from seedpress.readers.file import SeedFile, suffix
from seedpress.readers.folder import find_files
from seedpress.settings import LimitSettings

__all__ = ["READERS", "SeedFile", "find", "read"]

Reader = Callable[[SeedFile, LimitSettings], Iterator[Seed | Problem]]

READERS: dict[str, Reader] = {
    ".txt": plain.read_text,
    ".text": plain.read_text,
    ".md": plain.read_markdown,
    ".markdown": plain.read_markdown,
}
# Formats of many articles, read record by record: the limit holds for each record.
STREAMS: frozenset[str] = frozenset()


def find(folder: Path, limits: LimitSettings) -> tuple[tuple[SeedFile, ...], tuple[Problem, ...]]:
    """The seed files below `folder`, sorted by path, and why others were left out.

    Files and folders whose names begin with a dot and the authority file are no seeds. Nothing is
    opened, so that a pipe or a device cannot stop the build.

    Raises:
        OSError: the folder cannot be listed.
    """
    return find_files(folder, limits, READERS, STREAMS)


def read(file: SeedFile, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The seeds of `file` and the problems of those that cannot be read.

    Raises:
        OSError: the file cannot be read now; its seeds are not lost, the build must stop.
    """
    yield from READERS[suffix(file.path)](file, limits)
