"""Seeds to the joined corpus: all that the commands need which make no site."""

from dataclasses import replace
from pathlib import Path

from seedpress import entities, exports, keywords, link, readers
from seedpress.cache import CACHE, Cache
from seedpress.errors import SeedpressError
from seedpress.gather import Gathered, gather
from seedpress.last_join import LastJoin
from seedpress.model import Authority, Corpus, Page
from seedpress.order import Order
from seedpress.settings import Settings
from seedpress.write import write


def inspect(settings: Settings, order: Order) -> Corpus:
    """The joined corpus of the seeds, nothing written."""
    gathered = analyses_of(settings, order)
    return join(gathered, settings, LastJoin(settings, gathered.made_by, gathered.origins))


def export(settings: Settings, order: Order, to: Path) -> Corpus:
    """Write the data files alone into the folder `to`."""
    cache = Cache(None)
    try:
        gathered = gather_seeds(settings, cache, order)
    finally:
        cache.close()
    corpus = join(gathered, settings)
    write((Page(file.path, file.data) for file in exports.export(corpus, settings)), to)
    return corpus


def analyses_of(settings: Settings, order: Order) -> Gathered:
    """The analyses of the seeds; uses the cache if there is one, and adds nothing to it."""
    path = settings.root / CACHE
    cache = Cache(path if path.exists() else None, keep=False)
    try:
        return gather_seeds(settings, cache, order)
    finally:
        cache.close()


def gather_seeds(settings: Settings, cache: Cache, order: Order) -> Gathered:
    """Find the seeds and bring each to its analyses."""
    folder = settings.seeds_folder
    if not folder.is_dir():
        raise SeedpressError(f"{folder}: no such folder; put your articles there, or say where")
    files, problems = readers.find(folder, settings.limits)
    gathered = gather(files, settings, cache, order.jobs, order.progress)
    return replace(gathered, problems=(*problems, *gathered.problems))


def joined(gathered: Gathered, settings: Settings) -> Corpus:
    """The corpus of the seeds, joined by what the last join noted, and noted for the next."""
    last = LastJoin(settings, gathered.made_by, gathered.origins)
    corpus = join(gathered, settings, last)
    last.remember()
    return corpus


def join(gathered: Gathered, settings: Settings, last: LastJoin | None = None) -> Corpus:
    """All articles together: who is who, which keywords they share, what is related to what.

    With what the `last` join noted, the same comes out sooner.
    """
    analyses = gathered.analyses
    authority = authority_of(settings)
    notes = last.notes("entities") if last else None
    resolution = entities.resolve(analyses, authority, settings.entities, notes)
    notes = last.notes("keywords") if last else None
    vocabulary = keywords.agree(analyses, resolution, authority, settings.keywords, notes)
    return link.link(analyses, resolution, vocabulary, settings.pages, gathered.problems)


def authority_of(settings: Settings) -> Authority:
    """The editor's word."""
    return entities.load_authority(settings.authority_file)
