"""Seed files to seeds: the suffix chooses the reader, one file for each format."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from seedpress.model import Problem, Seed
from seedpress.readers import archive, extra, html, plain, records
from seedpress.readers.file import SeedFile, Source, opened, suffix
from seedpress.readers.folder import find_files
from seedpress.settings import LimitSettings, ReaderSettings

__all__ = ["READERS", "SeedFile", "find", "read"]

_USUAL = ReaderSettings()

Reader = Callable[[Source, LimitSettings], Iterator[Seed | Problem]]

_SINGLE: dict[str, Reader] = {
    ".txt": plain.read_text,
    ".text": plain.read_text,
    ".md": plain.read_markdown,
    ".markdown": plain.read_markdown,
    ".html": html.read_html,
    ".htm": html.read_html,
    ".docx": extra.read_docx,
    ".pdf": extra.read_pdf,
}
# Formats of many articles, read record by record: the limit holds for each of them.
_MANY: dict[str, Reader] = {
    ".jsonl": records.read_jsonl,
    ".jsonl.gz": records.read_jsonl_gz,
    ".csv": records.read_csv,
    ".warc": extra.read_warc,
    ".warc.gz": extra.read_warc,
}
READERS: dict[str, Reader] = {
    **_SINGLE,
    **_MANY,
    ".zip": partial(archive.read_zip, readers={**_SINGLE, **_MANY}),
}


def find(folder: Path, limits: LimitSettings) -> tuple[tuple[SeedFile, ...], tuple[Problem, ...]]:
    """The seed files below `folder`, sorted by path, and why others were left out.

    Files and folders whose names begin with a dot and the authority file are no seeds. Nothing is
    opened, so that a pipe or a device cannot stop the build.

    Raises:
        OSError: the folder cannot be listed.
    """
    return find_files(folder, limits, READERS, {*_MANY, ".zip"})


def read(
    file: SeedFile, limits: LimitSettings, settings: ReaderSettings = _USUAL
) -> Iterator[Seed | Problem]:
    """The seeds of `file` and the problems of those that cannot be read.

    Raises:
        OSError: the file cannot be read now; its seeds are not lost, the build must stop.
    """
    try:
        source = Source(file.path, partial(opened, file), settings.fields)
        yield from READERS[suffix(file.path)](source, limits)
    except PermissionError as error:
        reason = f"may not be read: {error.strerror}"
        yield Problem(file.path, reason, "give yourself the right to read it (chmod u+r)")
