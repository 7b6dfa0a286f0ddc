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
from seedpress.site.kept_words import Words
from seedpress.site.pagefind import Files
from seedpress.site.reading import words_of
from seedpress.site.readings import Known

FEW = 4  # of so many pages of a shard one may have changed: more are as soon made anew
# What the first shard has for all of them.
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")


@dataclass(frozen=True, slots=True)
class Standing:
    """A shard that stands."""

    folder: Path
    read: Mapping[str, str]  # digests of what was read of its pages, by their paths, sorted

    def file(self, path: str) -> bytes:
        """One of its files, by its path in the folder."""
        return (self.folder / path).read_bytes()


def whole(number: int, known: Known, language: str) -> Files:
    """The files of a shard, by path in its folder, made of all its pages."""
    pages = known.html(known.paths).items()
    files = index(pages, language, known.days(), known.facets())
    return using_program(without(files, _PROGRAM)) if number else files


def renewed(
    stands: Standing, known: Known, digests: Mapping[str, str], language: str, words: Words
) -> tuple[Files, set[str]] | None:
    """The files that turn what stands into a shard of other pages, and the paths of those to go.

    None where it is better made anew.
    """
    again = [path for path, told in digests.items() if not _is_told(stands, path, told)]
    if again or len(stands.read) != len(digests):
        if len(again) > len(digests) // FEW:
            return None
        about = language, known.days(), known.facets(), words
        return mend(stands.file, [*stands.read], [*digests], known.html(again), *about)
    return with_facets(stands.file, [*digests], known.facets())


def _is_told(stands: Standing, path: str, digest: str) -> bool:
    """Whether the indexer has read the same of a page, but for facets."""
    before = stands.read.get(path, "")
    return before == digest or words_of(before) == words_of(digest)


def files_of(folder: Path) -> Iterator[str]:
    """The path of every file of the shard in `folder`, but not of others in it."""
    if not folder.is_dir():
        return
    for entry in os.scandir(folder):
        if entry.is_file():
            yield entry.name
        elif not entry.name.isdecimal():
            yield from (f"{entry.name}/{name}" for name in os.listdir(entry.path))
