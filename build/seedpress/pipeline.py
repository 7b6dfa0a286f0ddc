"""The whole programme, top to bottom: start reading here.

seeds  -> find -> gather (read, clean, keywords, recognise) -> Analysis...
Analysis... -> join (resolve, agree, link) -> Corpus
Corpus -> render, export -> Page... -> write -> docs/ -> build_site -> site/
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from seedpress import entities, exports, keywords, link, names, pages, readers
from seedpress.cache import Cache
from seedpress.errors import SeedpressError
from seedpress.gather import Gathered, Progress, gather
from seedpress.model import Authority, Corpus, Entry, Page, Problem
from seedpress.settings import Settings
from seedpress.site import build_site
from seedpress.site.standing import forget
from seedpress.write import Written, known_pages, write

CACHE = Path(".seedpress") / "cache.sqlite"


@dataclass(frozen=True, slots=True)
class Order:
    """How a build is to be done; what it makes does not depend on it."""

    jobs: int = 1
    fresh: bool = False  # forget what is remembered
    pages_only: bool = False  # stop before the site engine
    engine: str = "mkdocs"
    progress: Progress = lambda _done, _of: None


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    seeds: int
    reused: int
    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    entities: int
    keywords: int
    links: int
    written: Written
    seconds: dict[str, float] = field(default_factory=dict)


def build(settings: Settings, order: Order) -> Report:
    """Build pages and site from the seeds.

    Raises:
        SeedpressError: a fault that stops the whole build; everything published stays as it was.
    """
    watch = _Watch()
    cache = open_cache(settings, order)
    try:
        before = cache.seeds()
        with watch("read and analyse"):
            gathered = gather_seeds(settings, cache, order)
        with watch("join"):
            corpus = join(gathered, settings)
        with watch("render"):
            made = [*pages.render(corpus, settings), *data_pages(corpus, settings)]
            gone = known_pages(settings.docs_folder) - {page.path for page in made}
            made += pages.moved(gone, corpus, settings)
        with watch("write"):
            written = write(made, settings.docs_folder)
        site_problems: tuple[Problem, ...] = ()
        if not order.pages_only:
            with watch("site and search"):
                site_problems = build_site(settings, order.engine).problems
        now = {entry.seed: entry.sha256 for entry in corpus.entries}
        cache.finish(now, set(gathered.keys))
    finally:
        cache.close()
    problems = (*corpus.problems, *written.problems, *site_problems)
    return _report(corpus, gathered, written, before, problems, watch.seconds)


def inspect(settings: Settings, order: Order) -> Corpus:
    """The joined corpus of the seeds, nothing written."""
    gathered = analyses_of(settings, order)
    return join(gathered, settings)


def analyses_of(settings: Settings, order: Order) -> Gathered:
    """The analyses of the seeds; uses the cache if there is one, and adds nothing to it."""
    path = settings.root / CACHE
    cache = Cache(path if path.exists() else None, keep=False)
    try:
        return gather_seeds(settings, cache, order)
    finally:
        cache.close()


def export(settings: Settings, order: Order, to: Path) -> Corpus:
    """Write the data files alone into the folder `to`."""
    cache = Cache(None)
    try:
        gathered = gather_seeds(settings, cache, order)
    finally:
        cache.close()
    corpus = join(gathered, settings)
    write(exports.export(corpus, settings), to)
    return corpus


def gather_seeds(settings: Settings, cache: Cache, order: Order) -> Gathered:
    """Find the seeds and bring each to its analyses."""
    folder = settings.seeds_folder
    if not folder.is_dir():
        raise SeedpressError(f"{folder}: no such folder; put your articles there, or say where")
    files, problems = readers.find(folder, settings.limits)
    gathered = gather(files, settings, cache, order.jobs, order.progress)
    return replace(gathered, problems=(*problems, *gathered.problems))


def join(gathered: Gathered, settings: Settings) -> Corpus:
    """All articles together: who is who, which keywords they share, what is related to what."""
    analyses = gathered.analyses
    authority = authority_of(settings)
    resolution = entities.resolve(analyses, authority, settings.entities)
    vocabulary = keywords.agree(analyses, resolution, authority, settings.keywords)
    return link.link(analyses, resolution, vocabulary, settings.pages, gathered.problems)


def authority_of(settings: Settings) -> Authority:
    """The editor's word."""
    return entities.load_authority(settings.authority_file)


def data_pages(corpus: Corpus, settings: Settings) -> Iterator[Page]:
    """The data files at their place among the pages."""
    for page in exports.export(corpus, settings):
        yield Page(names.data_path(page.path), page.data)


def open_cache(settings: Settings, order: Order) -> Cache:
    """The project's cache, or one that forgets where the build is to be fresh."""
    path = settings.root / CACHE
    if order.fresh:
        path.unlink(missing_ok=True)
        forget(settings)
    return Cache(path)


def entries_named(corpus: Corpus, wanted: str, settings: Settings) -> list[Entry]:
    """The entries of the seed `wanted`: as seen from the seeds folder or from here, or a record.

    Raises:
        SeedpressError: there is no such seed.
    """
    here = Path(wanted).resolve()
    folder = settings.seeds_folder.resolve()
    inside = here.relative_to(folder).as_posix() if here.is_relative_to(folder) else wanted
    found = [
        entry
        for entry in corpus.entries
        if entry.seed in (wanted, inside) or entry.seed.startswith((f"{wanted}#", f"{inside}#"))
    ]
    if not found:
        known = ", ".join(sorted(entry.seed for entry in corpus.entries)[:5])
        raise SeedpressError(f"{wanted}: no such seed was read; there are {known}, …")
    return found


class _Watch:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.seconds[stage] = time.perf_counter() - started


def _report(
    corpus: Corpus,
    gathered: Gathered,
    written: Written,
    before: dict[str, str],
    problems: tuple[Problem, ...],
    seconds: dict[str, float],
) -> Report:
    now = {entry.seed: entry.sha256 for entry in corpus.entries}
    with_page = {entity.id for entity in corpus.entities if entity.page}
    links = sum(len({m.entity for m in e.mentions} & with_page) for e in corpus.entries)

    def those(test: Callable[[str], bool], of: dict[str, str]) -> tuple[str, ...]:
        return tuple(sorted(name for name in of if test(name)))

    return Report(
        seeds=len(now),
        reused=gathered.reused,
        new=those(lambda name: name not in before, now),
        changed=those(lambda name: name in before and before[name] != now[name], now),
        removed=those(lambda name: name not in now, before),
        problems=problems,
        entities=len(with_page),
        keywords=len(corpus.keywords),
        links=links,
        written=written,
        seconds=seconds,
    )
