"""The files of one shard: of the one that stands as many stay as can, and else all are made.

Where only facets of its pages have changed, it keeps all but its filters; where some pages have
changed, what these tell is put among what the others told.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from seedpress.site.figures import using_program
from seedpress.site.indexing import index, mend, with_facets, without
from seedpress.site.pagefind import Files
from seedpress.site.reading import Reading, words_of

FEW = 4  # of so many pages of a shard one may have changed: more are as soon made anew
# What the first shard has for all of them.
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")


@dataclass(frozen=True, slots=True)
class Standing:
    """A shard that stands."""

    folder: Path
    read: Mapping[str, str]  # digests of what was read of its pages, by their paths, sorted


def whole(number: int, readings: Mapping[str, Reading], language: str) -> Files:
    """The files of a shard, by path in its folder, made of all its pages."""
    pages = ((path, reading.html) for path, reading in readings.items())
    files = index(pages, language, _days(readings), _facets(readings))
    return using_program(without(files, _PROGRAM)) if number else files


def renewed(
    stands: Standing, readings: Mapping[str, Reading], digests: Mapping[str, str], language: str
) -> tuple[Files, set[str]] | None:
    """The files that turn what stands into a shard of other pages, and the paths of those that stay.

    None where it is better made anew.
    """

    def read(path: str) -> bytes:
        return (stands.folder / path).read_bytes()

    again = {p: readings[p].html for p, told in digests.items() if not _is_told(stands, p, told)}
    if again or len(stands.read) != len(readings):
        if len(again) > len(readings) // FEW:
            return None
        about = language, _days(readings), _facets(readings)
        found = mend(read, [*stands.read], [*readings], again, *about)
        if not found:
            return None
        files, gone = found
    else:
        files, gone = with_facets(read, [*readings], _facets(readings))
    return files, {path for path in _files(stands.folder) if path not in gone}


def _is_told(stands: Standing, path: str, digest: str) -> bool:
    """Whether the indexer has read the same of a page, but for facets."""
    return words_of(stands.read.get(path, "")) == words_of(digest)


def _days(readings: Mapping[str, Reading]) -> dict[str, str]:
    return {path: reading.day for path, reading in readings.items() if reading.day}


def _facets(readings: Mapping[str, Reading]) -> dict[str, tuple[tuple[str, str], ...]]:
    return {path: reading.facets for path, reading in readings.items()}


def _files(folder: Path) -> Iterator[str]:
    """The path of every file of the shard in `folder`, but not of others in it."""
    for entry in os.scandir(folder):
        if entry.is_file():
            yield entry.name
        elif not entry.name.isdecimal():
            yield from (f"{entry.name}/{name}" for name in os.listdir(entry.path))
