"""What the search index reads of each page, kept between builds in files for each shard.

Finished pages do without the marks that the indexer goes by, and are many: what was read of those
that have not changed is taken from here. A reading is known by its digest, so that one which a
killed build left, or another site, is never taken for the one that is wanted. Facets change with
most builds, and are few beside the words: so these are in a file of their own.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from seedpress.atomic import put
from seedpress.remembered import recalled, sealed
from seedpress.site.engines import UnfitError
from seedpress.site.facets import Facets
from seedpress.site.kept_words import Words
from seedpress.site.reading import Reading, words_of

T = TypeVar("T")

FOLDER = Path(".seedpress") / "readings"
_FACETS, _PAGES, _WORDS = _SUFFIXES = (".facets", ".pages", ".words")


class _About(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """What is kept of a page beside its HTML."""

    digest: str
    day: str
    facets: Facets


class _Page(msgspec.Struct, array_like=True, frozen=True, gc=False):
    words: str  # digest of its HTML
    html: msgspec.Raw


_Shard = dict[str, _About]
_Pages = dict[str, _Page]


class Known:
    """The readings of the pages of one shard."""

    def __init__(
        self,
        about: _Shard,
        fresh: Mapping[str, Reading],
        kept: Callable[[], _Pages],
        are_new: bool,
    ) -> None:
        self._about, self._fresh, self._kept = about, fresh, cache(kept)
        self.are_new = are_new  # whether of any page the HTML is not the one that is kept

    @property
    def paths(self) -> list[str]:
        """Of all pages, in their order."""
        return [*self._about]

    def days(self) -> dict[str, str]:
        """By which pages can be sorted, as ISO dates."""
        return {path: about.day for path, about in self._about.items() if about.day}

    def facets(self) -> dict[str, Facets]:
        """The facets of all pages."""
        return {path: about.facets for path, about in self._about.items()}

    def html(self, paths: Iterable[str]) -> dict[str, str]:
        """The HTML of some pages.

        Raises:
            UnfitError: one is not kept; all pages have to be made again.
        """
        return {path: self._html(path) for path in paths}

    def about(self) -> bytes:
        """All but the HTML, to be kept."""
        return msgspec.msgpack.encode(self._about)

    def pages(self) -> bytes:
        """All HTML, to be kept."""
        return msgspec.msgpack.encode({path: self._page(path) for path in self._about})

    def _html(self, path: str) -> str:
        if path in self._fresh:
            return self._fresh[path].html
        return msgspec.msgpack.decode(self._page(path).html, type=str)

    def _page(self, path: str) -> _Page:
        words = words_of(self._about[path].digest)
        if path in self._fresh:
            return _Page(words, msgspec.Raw(msgspec.msgpack.encode(self._fresh[path].html)))
        page = self._kept().get(path)
        if page is None or page.words != words:
            raise _unknown()
        return page


class Readings:
    """Those of the pages made now, and those kept of all others."""

    def __init__(self, folder: Path, fresh: Mapping[str, Reading]) -> None:
        self._folder = folder
        self._fresh = fresh

    def of(self, wanted: Mapping[str, str], shard: int | None) -> Known:
        """The readings with these digests, by path; kept ones from one `shard`, or from all.

        Raises:
            UnfitError: one of them is not kept; all pages have to be made again.
        """
        fresh = {path: self._fresh[path] for path in wanted if path in self._fresh}
        kept: _Shard = {}
        if len(fresh) < len(wanted):
            kept = self._all if shard is None else self._recalled(shard, _FACETS, _Shard)
        about: _Shard = {}
        for path, digest in wanted.items():
            new = fresh.get(path)
            own = _About(new.digest, new.day, new.facets) if new else kept.get(path)
            if own is None or own.digest != digest:
                raise _unknown()
            about[path] = own
        if shard is not None:
            are_new = len(kept) < len(about) or any(
                path not in about or words_of(own.digest) != words_of(about[path].digest)
                for path, own in kept.items()
            )
            return Known(about, fresh, lambda: self._recalled(shard, _PAGES, _Pages), are_new)
        pages = self._all_pages if kept else {}  # now: they are kept in one another's place
        return Known(about, fresh, lambda: pages, True)

    def keep(self, shard: int, known: Known) -> None:
        """Keep all of one shard."""
        self._folder.mkdir(parents=True, exist_ok=True)
        if known.are_new:
            put(self._file(shard, _PAGES), sealed(known.pages()))
        put(self._file(shard, _FACETS), sealed(known.about()))

    def drop(self, shards: int) -> None:
        """Forget those of all shards but the first so many, and what writers that were killed left.

        Nobody may be writing there.
        """
        kept = {self._file(number, suffix) for number in range(shards) for suffix in _SUFFIXES}
        for file in self._folder.glob("*"):
            if file not in kept and file.is_file():
                file.unlink()

    def words(self, shard: int) -> Words:
        """Where the words of a shard are kept."""
        return Words(self._file(shard, _WORDS))

    @cached_property
    def _all(self) -> _Shard:
        return self._recalled_all(_FACETS, _Shard)

    @cached_property
    def _all_pages(self) -> _Pages:
        return self._recalled_all(_PAGES, _Pages)

    def _recalled(self, shard: int, suffix: str, kind: type[dict[str, T]]) -> dict[str, T]:
        return recalled(self._file(shard, suffix), kind) or {}

    def _recalled_all(self, suffix: str, kind: type[dict[str, T]]) -> dict[str, T]:
        found: dict[str, T] = {}
        for file in sorted(self._folder.glob(f"*{suffix}")):
            found |= recalled(file, kind) or {}
        return found

    def _file(self, shard: int, suffix: str) -> Path:
        return self._folder / f"{shard}{suffix}"


def _unknown() -> UnfitError:
    return UnfitError("what the search index reads of its pages is not remembered")
