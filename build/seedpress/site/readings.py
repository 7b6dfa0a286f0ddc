"""What the search index reads of each page, kept between builds in a file for each shard.

Finished pages do without the marks that the indexer goes by, and are many: what was read of those
that have not changed is taken from here. A reading is known by its digest, so that one which a
killed build left, or another site, is never taken for the one that is wanted.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from seedpress.remembered import recalled
from seedpress.site.engines import UnfitError
from seedpress.site.reading import Reading
from seedpress.atomic import put

FOLDER = Path(".seedpress") / "readings"
_SUFFIX = ".msgpack"


class Readings:
    """Those of the pages made now, and those kept of all others."""

    def __init__(self, folder: Path, fresh: Mapping[str, Reading]) -> None:
        self._folder = folder
        self._fresh = fresh

    def of(self, wanted: Mapping[str, str], shard: int | None) -> dict[str, Reading]:
        """The readings with these digests, by path; kept ones from one `shard`, or from all.

        Raises:
            UnfitError: one of them is not kept; all pages have to be made again.
        """
        found = {path: self._fresh[path] for path in wanted if path in self._fresh}
        if len(found) < len(wanted):
            kept = self._all if shard is None else self.kept(shard)
            found |= {path: kept[path] for path in wanted if path in kept and path not in found}
        for path, digest in wanted.items():
            if path not in found or found[path].digest != digest:
                raise UnfitError("what the search index reads of its pages is not remembered")
        return {path: found[path] for path in wanted}

    def keep(self, shard: int, readings: Mapping[str, Reading]) -> None:
        """Keep all of one shard."""
        self._folder.mkdir(parents=True, exist_ok=True)
        put(self._folder / f"{shard}{_SUFFIX}", msgspec.msgpack.encode(readings))

    def drop(self, shards: int) -> None:
        """Forget those of all shards but the first so many."""
        kept = {f"{number}{_SUFFIX}" for number in range(shards)}
        for file in self._folder.glob(f"*{_SUFFIX}"):
            if file.name not in kept:
                file.unlink()

    @cached_property
    def _all(self) -> dict[str, Reading]:
        found: dict[str, Reading] = {}
        for file in sorted(self._folder.glob(f"*{_SUFFIX}")):
            found |= self.kept(int(file.stem)) if file.stem.isdecimal() else {}
        return found

    def kept(self, shard: int) -> dict[str, Reading]:
        """All that is kept of one shard."""
        return recalled(self._folder / f"{shard}{_SUFFIX}", dict[str, Reading]) or {}
