"""The search index in shards: a page's path says in which; only changed ones are made again.

A small site has one shard. One of more pages than `settings.search.shard` has one for its articles
and one for the rest; with more articles those of articles double, and double again, and keywords
part from the rest when they are so many themselves. This depends on the pages alone, as everything
here does, so that an index made piece by piece has the same bytes as one made at once. A shard of
which little has changed keeps most files (`shard.py`). Shard 0 stands in `pagefind/` with the
program, the others in `pagefind/1/` and so on; `shards.json` says what a reader's browser must know
of all to put results of several in order.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path

from seedpress.site.figures import Figures, figures_of
from seedpress.site.form import as_json
from seedpress.site.pagefind import Files
from seedpress.site.reading import words_of
from seedpress.site.readings import Known, Readings
from seedpress.site.shard import Standing, files_of, renewed, whole
from seedpress.site.shared import Beside, nowhere, shared

FOLDER = "pagefind"
LISTING = f"{FOLDER}/shards.json"
MOST = 8  # shards of articles: each costs a reader some requests and some kilobytes a search
AT_ONCE = 2  # shards made at the same time; one takes up to half a gigabyte
_ARTICLES, _KEYWORDS = "articles/", "keywords/"


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
    beside: Beside = nowhere,
) -> tuple[Index, set[str]]:
    """Make the shards that differ from those of the index `kept`; which files of theirs are to go.

    Args:
        pages: digests of the pages in the index, by path.
        readings: what the indexer reads of these.
        into: the folder of the site to put the shards into.
        language: whose words they are.
        size: pages in a shard, about.
        kept: the index before; what stands of it in the site `standing` is not written again.
        beside: where a copy of this process makes some of several shards that stand.

    Raises:
        SiteError: Pagefind failed.
        UnfitError: a page's reading is not known.
    """
    members = distribute(pages, size)
    shards = tuple(_digest_of(own, pages, language, size) for own in members)
    if not (kept and len(kept.figures) == len(kept.shards) == len(shards)):
        kept = None
        readings.of(pages, None)  # before any is kept in another's place
    wanted = [n for n, digest in enumerate(shards) if not kept or digest != kept.shards[n]]
    before = distribute(kept.read, size) if kept and standing and wanted else []
    figures, gone = [*kept.figures] if kept else [Figures()] * len(shards), set[str]()
    making = _Making(pages, readings, into, language, standing, kept, before, members)
    for number, made in zip(wanted, _made(making, wanted, beside), strict=True):
        figures[number] = made.figures
        gone |= made.gone
    readings.drop(len(shards))
    _write(LISTING, as_json({"shards": [asdict(of) for of in figures]}), into, standing)
    return Index(dict(pages), shards, tuple(figures)), gone - {LISTING}


def get_shards_ready(kept: Index, readings: Readings, site: Path, called: Callable[[], bool]) -> None:
    """Get ready what mends the shards of an index that stands, as long as nobody has called."""
    for number in range(len(kept.shards)):
        if called():
            return
        stands = Standing(site / _folder(number), {})
        readings.words(number).foresee(stands.file)


@dataclass(frozen=True, slots=True)
class _Made:
    """A shard that was made."""

    figures: Figures
    gone: set[str]  # files that stand and are no more of it


@dataclass(frozen=True, slots=True)
class _Making:
    """What every shard is made from."""

    pages: Mapping[str, str]
    readings: Readings
    into: Path
    language: str
    site: Path | None
    kept: Index | None  # of as many shards
    before: Sequence[Sequence[str]]  # the pages of each shard of that, where it stands in `site`
    members: Sequence[Sequence[str]]

    def make(self, number: int) -> _Made:
        """Make one shard, and put it in."""
        own = {path: self.pages[path] for path in self.members[number]}
        known = self.readings.of(own, number if self.kept else None)
        part = None
        if self.site and self.kept and self.before:
            read = {path: self.kept.read[path] for path in self.before[number]}
            stands = Standing(self.site / _folder(number), read)
            part = renewed(stands, known, own, self.language, self.readings.words(number))
        files, gone = part or self._whole(number, known)
        for path, data in files.items():
            _write(f"{_folder(number)}/{path}", data, self.into, self.site)
        self.readings.keep(number, known)
        return _Made(figures_of(files), {f"{_folder(number)}/{path}" for path in gone})

    def _whole(self, number: int, known: Known) -> tuple[Files, set[str]]:
        files = whole(number, known, self.language)
        self.readings.words(number).foresee(files.__getitem__)  # for the next build to mend
        stand = files_of(self.site / _folder(number)) if self.site else ()
        return files, {*stand} - files.keys()


def _made(making: _Making, wanted: Sequence[int], beside: Beside) -> list[_Made]:
    """The `wanted` shards: those that stand by two processes, for it is Python that mends them."""
    place = beside() if making.kept and len(wanted) > 1 else None
    if place and place.copied:
        return shared(place, len(wanted), lambda at: making.make(wanted[at]))
    threads = min(AT_ONCE, len(wanted), os.cpu_count() or 1)
    if threads < 2:  # a thread takes memory
        return [making.make(number) for number in wanted]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(making.make, wanted))


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
    every = [pages[path] for path in members]
    words = _digest(language, str(size), *members, *map(words_of, every))
    return f"{words}.{_digest(*members, *every)}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _folder(number: int) -> str:
    return f"{FOLDER}/{number}" if number else FOLDER


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
