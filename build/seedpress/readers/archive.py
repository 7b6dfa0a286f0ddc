"""Read `.zip`: every member that some reader reads, one after the other, none unpacked to disk."""

import os
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Protocol, cast

from seedpress.model import Problem, Seed
from seedpress.readers.file import Source, suffix
from seedpress.readers.made import too_large
from seedpress.settings import LimitSettings, RecordFields


class _Reader(Protocol):
    def __call__(self, source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]: ...


def read_zip(
    source: Source, limits: LimitSettings, readers: Mapping[str, _Reader]
) -> Iterator[Seed | Problem]:
    """The seeds of the members of an archive, in the order of their names.

    A member's path is only a name here: `pack.zip/a/b.txt`. Archives in archives are not read.
    """
    with source.open() as handle:
        try:
            archive = zipfile.ZipFile(handle)
        except zipfile.BadZipFile as error:
            yield Problem(source.path, f"is no usable archive: {error}", "pack it again")
            return
        with archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            over = _over(source.path, handle.seek(0, os.SEEK_END), members, limits)
            if over:
                yield over
                return
            for info in sorted(members, key=lambda info: info.filename):
                yield from _member(source.path, source.fields, archive, info, limits, readers)


def _over(
    path: str, size: int, members: list[zipfile.ZipInfo], limits: LimitSettings
) -> Problem | None:
    """The limit that an archive of `size` bytes is over, by what it says of its members."""
    remedy = "split it, or raise the limit in mkdocs.yml"
    if len(members) > limits.archive_files:
        told = f"holds {len(members):,} files, more than limits.archive_files"
        return Problem(path, f"{told} ({limits.archive_files:,})", remedy)
    unpacked = sum(info.file_size for info in members)
    if unpacked > limits.seed_bytes and unpacked > limits.archive_ratio * size:
        told = f"would unpack to {unpacked:,} bytes, more than limits.archive_ratio"
        return Problem(path, f"{told} ({limits.archive_ratio}) times its {size:,}", remedy)
    return None


def _member(
    path: str,
    fields: RecordFields,
    archive: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    limits: LimitSettings,
    readers: Mapping[str, _Reader],
) -> Iterator[Seed | Problem]:
    parts = [
        part for part in info.filename.replace("\\", "/").split("/") if part not in ("", ".", "..")
    ]
    name = "/".join((path, *parts)).encode("utf-8", "replace").decode()
    if not parts or any(part.startswith((".", "__MACOSX")) for part in parts):
        return
    reader = readers.get(suffix(name))
    if reader is None:
        remedy = "convert it to .txt, .md or .html, or remove it from the archive"
        yield Problem(name, f"nothing reads files that end in `{suffix(name)}`", remedy)
    elif info.file_size > limits.seed_bytes:
        yield too_large(name, limits)
    else:

        def opened() -> BinaryIO:
            return cast(BinaryIO, archive.open(info))

        try:
            yield from reader(Source(name, opened, fields), limits)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error) as error:
            yield Problem(name, f"cannot be unpacked: {error}", "pack it again without encryption")
