"""The search index in shards: a page's path says in which; only changed ones are made again.

A small site has one shard. One of more pages than `settings.search.shard` has one for its articles
and one for the rest; with more articles those of articles double, and double again, and keywords
part from the rest when they are so many themselves. This depends on
the pages alone, as everything here does, so that an index made piece by piece has the same bytes as
one made at once. Where only facets of its pages have changed, a shard keeps all files but those of
its filters. Shard 0 stands in `pagefind/` with the program, the others in `pagefind/1/` and so
on; `shards.json` says what a reader's browser must know of all to put results of several in order.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

from seedpress.site.figures import Figures, figures_of, using_program
from seedpress.site.indexing import as_json, index, with_facets, without
from seedpress.site.pagefind import Begun, Files
from seedpress.site.reading import Reading, words_of
from seedpress.site.readings import Readings

FOLDER = "pagefind"
LISTING = f"{FOLDER}/shards.json"
MOST = 8  # shards of articles: each costs a reader some requests and some kilobytes a search
AT_ONCE = 2  # shards made at the same time; one takes up to half a gigabyte
_ARTICLES, _KEYWORDS = "articles/", "keywords/"
# What the first shard has for all of them.
_PROGRAM = ("pagefind.js", "pagefind-worker.js", "wasm.*")


@dataclass(frozen=True, slots=True)
class Index:
    """A search index: what its pages give it to read, and what its shards were made from."""

    read: dict[str, str] = field(default_factory=dict)  # digest of a page's reading, by its path
    shards: tuple[str, ...] = ()  # digest of each shard: its words, a point, its facets
    figures: tuple[Figures, ...] = ()  # of each shard


def make_index(
    pages: Mapping[str, str],
    readings: Readings,
    into: Path,
    language: str,
    size: int,
    kept: Index | None = None,
    standing: Path | None = None,
    begun: Mapping[int, Begun] | None = None,
) -> tuple[Index, set[str]]:
    """Make the shards that differ from those of the index `kept`; every file of theirs, too.

    Args:
        pages: digests of the pages in the index, by path.
        readings: what the indexer reads of these.
        into: the folder of the site to put the shards into.
        language: whose words they are.
        size: pages in a shard, about.
        kept: the index before; what stands of it in the site `standing` is not written again.
        begun: shards that Pagefind has begun to make, by number.

    Raises:
        SiteError: Pagefind failed.
        UnfitError: a page's reading is not known.
    """
    members = distribute(pages, size)
    shards = tuple(_digest_of(own, pages, language, size) for own in members)
    before = kept.shards if kept and len(kept.figures) == len(kept.shards) else ()
    alike = len(before) == len(shards)
    wanted = [n for n, digest in enumerate(shards) if not alike or digest != before[n]]
    if not alike:  # before any is kept in another's place
        readings.of(pages, None)
    figures = [*kept.figures] if kept and alike else [Figures()] * len(shards)
    of = pages, readings, into, language, standing, members, shards, before, figures, begun or {}
    making = _Making(*of)
    wanted.sort(key=lambda number: number not in making.begun)  # a program takes memory till then
    written = set[str]().union(*_at_once(making.make, wanted))
    readings.drop(len(shards))
    _write(LISTING, as_json({"shards": [asdict(of) for of in figures]}), into, standing)
    return Index(dict(pages), shards, tuple(figures)), written


@dataclass(frozen=True, slots=True)
class _Making:
    """What every shard is made from; `figures` are filled in."""

    pages: Mapping[str, str]
    readings: Readings
    into: Path
    language: str
    standing: Path | None
    members: Sequence[Sequence[str]]
    shards: Sequence[str]
    before: Sequence[str]
    figures: list[Figures]
    begun: Mapping[int, Begun]

    def make(self, number: int) -> set[str]:
        """Make one shard, and put it in; all its files."""
        alike = len(self.before) == len(self.shards)
        own = {path: self.pages[path] for path in self.members[number]}
        known = self.readings.of(own, number if alike else None)
        if self.standing and alike and self._has_the_words(number):
            files, stay = _refaceted(number, known, self.standing)
        else:
            made = _shard(number, known, self.language, self.begun.get(number))
            self.figures[number] = figures_of(made)
            files, stay = _placed(number, made), set[str]()
        for path, data in files.items():
            _write(path, data, self.into, self.standing)
        self.readings.keep(number, known)
        return {*files, *stay}

    def _has_the_words(self, number: int) -> bool:
        """Whether only facets of the shard have changed."""
        return words_of(self.shards[number]) == words_of(self.before[number])


def _at_once(make: Callable[[int], set[str]], wanted: Sequence[int]) -> list[set[str]]:
    """What `make` says of each shard, some of which are made at the same time."""
    threads = min(AT_ONCE, len(wanted), os.cpu_count() or 1)
    if threads < 2:  # a thread takes memory
        return [make(number) for number in wanted]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(make, wanted))


def distribute(pages: Mapping[str, str], size: int) -> list[list[str]]:
    """The pages of each shard, sorted: all in one, or articles apart from the rest.

    Of articles there are as many shards as a power of two, none of them empty. The other pages give
    the index a tenth of an article's words each, and are those that one more article changes; but
    of keywords, which are as many as all the rest of them, it changes few.
    """
    every = sorted(pages)
    articles = [path for path in every if path.startswith(_ARTICLES)]
    keywords = [path for path in every if path.startswith(_KEYWORDS)]
    others = [path for path in every if not path.startswith((_ARTICLES, _KEYWORDS))]
    if not articles or len(every) <= size or not (keywords or others):
        return _spread(every, size)
    apart = others and len(keywords) > size
    few = [others, keywords] if apart else [sorted([*others, *keywords])]
    return [*few, *_spread(articles, size)]


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


def _digest_of(members: Sequence[str], pages: Mapping[str, str], language: str, size: int) -> str:
    """What tells a shard from any other: of what the indexer reads, a point, and of all."""
    words = [(path, words_of(pages[path])) for path in members]
    every = [(path, pages[path]) for path in members]
    return f"{_digest(language, size, words)}.{_digest(every)}"


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _folder(number: int) -> str:
    return f"{FOLDER}/{number}" if number else FOLDER


def _refaceted(
    number: int, readings: Mapping[str, Reading], standing: Path
) -> tuple[dict[str, bytes], set[str]]:
    """The files of a shard that other facets change, and the paths of those that stay."""
    folder = standing / _folder(number)
    facets = {path: reading.facets for path, reading in readings.items()}
    files, gone = with_facets(lambda path: (folder / path).read_bytes(), [*readings], facets)
    stand = (path.relative_to(folder).as_posix() for path in _files(folder))
    stay = {path for path in stand if path not in gone}
    return _placed(number, files), {f"{_folder(number)}/{path}" for path in stay}


def _files(folder: Path) -> Iterator[Path]:
    """Every file of the shard in `folder`, but not of others in it."""
    for entry in folder.iterdir():
        if entry.is_file():
            yield entry
        elif not entry.name.isdecimal():
            yield from entry.rglob("*")


def _shard(
    number: int, readings: Mapping[str, Reading], language: str, begun: Begun | None
) -> Files:
    """The files that Pagefind makes of the pages, by path in the shard's folder."""
    days = {path: reading.day for path, reading in readings.items() if reading.day}
    facets = {path: reading.facets for path, reading in readings.items()}
    pages = ((path, reading.html) for path, reading in readings.items())
    files = index(pages, language, days, facets, begun)
    return using_program(without(files, _PROGRAM)) if number else files


def _placed(number: int, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{_folder(number)}/{path}": data for path, data in files.items()}


def _write(path: str, data: bytes, into: Path, standing: Path | None) -> None:
    """Write a file, unless the same one stands: most of a shard is as it was."""
    if standing:
        try:
            if (standing / path).read_bytes() == data:
                return
        except OSError:  # it is new, or will be put right when it is put in
            pass
    file = into / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
