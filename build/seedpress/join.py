"""Seeds to the joined corpus: all that the commands need which make no site."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from seedpress import entities, exports, link, readers
from seedpress.agreed import Task
from seedpress.agreeing import Agreement, agreeing
from seedpress.cache import CACHE, Cache
from seedpress.errors import SeedpressError
from seedpress.gather import Gathered, gather
from seedpress.last_join import LastJoin
from seedpress.last_named import last_named
from seedpress.model import Authority, Corpus, Page, Resolution
from seedpress.order import Order
from seedpress.settings import Settings
from seedpress.write import write


def inspect(settings: Settings, order: Order) -> Corpus:
    """The joined corpus of the seeds, nothing written."""
    gathered = analyses_of(settings, order)
    last = LastJoin(settings, gathered.made_by, gathered.origins)
    return join(gathered, settings, last, order.jobs)


def export(settings: Settings, order: Order, to: Path) -> Corpus:
    """Write the data files alone into the folder `to`."""
    cache = Cache(None)
    try:
        gathered = gather_seeds(settings, cache, order)
    finally:
        cache.close()
    corpus = join(gathered, settings, jobs=order.jobs)
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


def joined(
    gathered: Gathered, settings: Settings, jobs: int = 1, later: ExitStack | None = None
) -> Corpus:
    """The corpus of the seeds, joined by what the last join noted, and noted for the next."""
    last = LastJoin(settings, gathered.made_by, gathered.origins)
    return join(gathered, settings, last, jobs, keep=True, later=later)


def join(
    gathered: Gathered,
    settings: Settings,
    last: LastJoin | None = None,
    jobs: int = 1,
    keep: bool = False,
    later: ExitStack | None = None,
) -> Corpus:
    """All articles together: who is who, which keywords they share, what is related to what.

    With what the `last` join noted, the same comes out sooner; that of this one is noted if it is
    to be `keep`t; who closes `later` waits until it is. So it does with more `jobs` than one.
    """
    authority = authority_of(settings)
    named = last_named(last, len(gathered.analyses))
    task = Task(gathered.analyses, authority, settings, last, keep, named)
    with ExitStack() as at_once, agreeing(task, jobs) as agreement:
        resolution = _resolved(task, agreement)
        begun = link.begin(gathered.analyses, resolution, gathered.origins)
        agreed = agreement.result()
        corpus = begun.corpus(
            agreed.vocabulary, agreed.doubles, settings.pages, gathered.problems, agreed.like
        )
        agreement.keep(at_once if later is None else later)
    return corpus


def _resolved(task: Task, agreement: Agreement) -> Resolution:
    """Who is who, of which the agreement is told as soon as it is known."""
    notes = task.last.notes("entities") if task.last else None
    met = entities.met(task.analyses, task.authority, notes)
    own, last = task.settings.entities, task.named.known()
    who = entities.joined(met, own, lambda: agreement.begin(met), last)
    agreement.tell(who)
    return who.resolution()


def authority_of(settings: Settings) -> Authority:
    """The editor's word."""
    return entities.load_authority(settings.authority_file)
