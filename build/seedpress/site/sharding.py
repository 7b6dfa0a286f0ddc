"""The search index in shards: a page's path says in which; only changed ones are made again.

A small site has one shard. One of more pages than `settings.search.shard` has one for its articles
and one for the rest; with more articles those of articles double, and double again. This depends on
the pages alone, as everything here does, so that an index made piece by piece has the same bytes as
one made at once. Shard 0 stands in `pagefind/` with the program, the others in `pagefind/1/` and so
on; `shards.json` says how many there are.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from seedpress.site.indexing import index, without
from seedpress.site.reading import Reading
from seedpress.site.readings import Readings

FOLDER = "pagefind"
LISTING = f"{FOLDER}/shards.json"
MOST = 8  # shards of articles: each costs a reader some requests and some kilobytes a search
AT_ONCE = 2  # shards made at the same time; one takes up to half a gigabyte
_ARTICLES = "articles/"
# What the first shard has for all of them.
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")


@dataclass(frozen=True, slots=True)
class Index:
    """A search index: what its pages give it to read, and what its shards were made from."""

    read: dict[str, str] = field(default_factory=dict)  # digest of a page's reading, by its path
    shards: tuple[str, ...] = ()  # digest of each shard


def make_index(
    pages: Mapping[str, str],
    readings: Readings,
    into: Path,
    language: str,
    size: int,
    kept: Index | None = None,
) -> Index:
    """Make the shards that differ from those of the index `kept`, which stands elsewhere.

    Args:
        pages: digests of the pages in the index, by path.
        readings: of these pages.
        into: the folder of the site to put the shards into.
        language: whose words they are.
        size: pages in a shard, about.
        kept: the index before.

    Raises:
        SiteError: Pagefind failed.
        UnfitError: a page's reading is not known.
    """
    members = distribute(pages, size)
    shards = tuple(_digest(language, size, [(p, pages[p]) for p in own]) for own in members)
    alike = kept is not None and len(kept.shards) == len(shards)
    before = kept.shards if kept and alike else ("",) * len(shards)
    wanted = [n for n, digest in enumerate(shards) if digest != before[n]]
    if not alike:  # before any is kept in another's place
        readings.of(pages, None)

    def make(number: int) -> None:
        own = {path: pages[path] for path in members[number]}
        known = readings.of(own, number if alike else None)
        _make_shard(number, known, into, language)
        readings.keep(number, known)

    with ThreadPoolExecutor(min(AT_ONCE, os.cpu_count() or 1)) as pool:
        list(pool.map(make, wanted))
    readings.drop(len(shards))
    listing = into / LISTING
    listing.parent.mkdir(parents=True, exist_ok=True)
    listing.write_text(json.dumps({"shards": len(shards)}), "utf-8")
    return Index(dict(pages), shards)


def distribute(pages: Mapping[str, str], size: int) -> list[list[str]]:
    """The pages of each shard, sorted: all in one, or articles apart from the rest.

    Of articles there are as many shards as a power of two, none of them empty. The other pages give
    the index a tenth of an article's words each, and are those that one more article changes.
    """
    every = sorted(pages)
    articles = [path for path in every if path.startswith(_ARTICLES)]
    others = [path for path in every if not path.startswith(_ARTICLES)]
    apart = articles and others and len(every) > size
    return [others, *_spread(articles, size)] if apart else _spread(every, size)


def _spread(paths: list[str], size: int) -> list[list[str]]:
    count = 1
    while count < MOST and len(paths) > count * max(size, 1):
        count *= 2
    while True:
        members: list[list[str]] = [[] for _ in range(count)]
        for path in paths:
            members[_number(path) % count].append(path)
        if count == 1 or all(members):
            return members
        count //= 2


def shard_of(file: str) -> int | None:
    """Which shard a file of the site is part of; None if of none."""
    folder, _, rest = file.partition("/")
    if folder != FOLDER:
        return None
    number = rest.partition("/")[0]
    return int(number) if number.isdecimal() else 0


def _number(path: str) -> int:
    return int.from_bytes(hashlib.sha256(path.encode()).digest()[:8], "big")


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _make_shard(number: int, readings: Mapping[str, Reading], into: Path, language: str) -> None:
    """Let Pagefind read what the pages give it, and put what it made where it belongs."""
    days = {path: reading.day for path, reading in readings.items() if reading.day}
    files = index(((path, reading.html) for path, reading in readings.items()), language, days)
    folder = into / FOLDER / str(number) if number else into / FOLDER
    for path, data in without(files, _PROGRAM if number else ()).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
