"""From pages to the finished site: run the engine beside the old site, finish, index, put in.

Where little has changed only that is made, and the result is the same to the byte. Readers never
meet a page that leads nowhere, and whatever instant a build is killed at, the next one starts by
putting things right.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from seedpress.errors import SiteError
from seedpress.model import Problem
from seedpress.order import Shown
from seedpress.settings import Settings
from seedpress.site.crew import Start
from seedpress.sited import AS_IT_WAS, SiteReport
from seedpress.site.early import show_early
from seedpress.site.engines import ENGINES, LOADERS, UnfitError
from seedpress.site.fingerprint import fingerprint
from seedpress.site.journal import abandon, settle
from seedpress.site.late import Late
from seedpress.site.part import build_part, difference
from seedpress.site.readings import FOLDER, Readings
from seedpress.site.sharding import get_shards_ready
from seedpress.site.shared import Beside, nowhere
from seedpress.site.standing import Memory, is_remembered, recall
from seedpress.site.states import UnclearError, states
from seedpress.site.swapping import repair
from seedpress.site.wanted import Wanted
from seedpress.site.whole import build_whole, summary
from seedpress.manifest import known_pages

__all__ = ["ENGINES", "SiteReport", "build_site", "foresee", "get_ready", "show_some"]

IN_PART = "the pages that had changed"


def build_site(
    settings: Settings,
    engine: str = "mkdocs",
    search: bool = True,
    strict: bool = False,
    shown: Shown | None = None,
    start: Start | None = None,
    kept: Memory | None = None,
    late: Late | None = None,
    beside: Beside = nowhere,
) -> SiteReport:
    """Render `settings.docs_folder` with `engine` and put the result in at `settings.site_folder`.

    Where the site that stands is the one that would come out, it is left alone; where little has
    changed, only that is rendered.

    Args:
        settings: of the corpus; the engine reads `mkdocs.yml` in `settings.root`.
        engine: a name in `ENGINES`.
        search: make a Pagefind index, and put our search into the pages.
        strict, shown, start, beside: as in `Wanted`.
        kept: what `get_ready` found; else that is looked for now.
        late: waits for the last files of `docs/`; what is made in part is put in with them.

    Raises:
        SiteError: the engine is unknown or failed, or the index could not be made; the site that
            stood before still stands.
    """
    if engine not in ENGINES:
        raise SiteError(f"site engine `{engine}`: unknown; known are {', '.join(ENGINES)}")
    settle(settings)
    repair(settings.site_folder)
    kept = recall(settings) if kept is None else kept
    wanted = Wanted(engine, search, strict, shown, start, beside)
    made, memory = _made(settings, wanted, kept, late)
    if strict and memory.problems:
        raise SiteError(summary(engine, memory.problems))
    made = "; ".join((made, *wanted.told))
    return SiteReport(engine, memory.pages, len(memory.index.read), memory.problems, made)


def show_some(
    settings: Settings, engine: str, kept: Memory, shown: Shown | None, sources: Iterable[str]
) -> Memory:
    """Put in pages of some `sources` that have changed, while others are still being made.

    What `build_site` is to be given as `kept` afterwards. Where pages cannot be made alone, nothing
    is done.

    Raises:
        SiteError: the engine failed; the site is as it was.
    """
    wanted = Wanted(engine, shown=shown)
    try:
        changed = difference(settings, kept, _look(settings, wanted))
        some = replace(changed, sources=changed.sources & {*sources}, gone=frozenset())
        return show_early(settings, wanted, kept, some) if some.sources else kept
    except UnfitError:
        return kept
    except (SiteError, OSError):
        abandon(settings)
        raise


def get_ready(settings: Settings, engine: str) -> Memory:
    """Load the programs that make a site in part, and what is remembered of the one that stands."""
    settle(settings)
    if engine in LOADERS:
        LOADERS[engine](settings)
    return recall(settings)


def foresee(settings: Settings, engine: str, kept: Memory, called: Callable[[], bool]) -> None:
    """Get ready what `build_site` may want of what is `kept`, as long as nobody has called."""
    if kept.made:
        fingerprint(settings, engine, search=True)  # what it reads of the theme stays known
        readings = Readings(settings.root / FOLDER, {})
        get_shards_ready(kept.index, readings, settings.site_folder, called)


def _made(
    settings: Settings,
    wanted: Wanted,
    kept: Memory,
    late: Late | None,
) -> tuple[str, Memory]:
    """Build before all files are there, or else then: what was made, and what to remember of it."""
    if late:
        early = _make_early(settings, wanted, kept, late)
        if early:
            return IN_PART, early
        if not is_remembered(settings):  # pages were shown
            kept = Memory()
    return _make(settings, wanted, kept)


def _make_early(
    settings: Settings,
    wanted: Wanted,
    kept: Memory,
    late: Late,
) -> Memory | None:
    """Build what has changed, although some of it is still to come.

    None where all must be there first, which it is then.
    """
    now = _look(settings, wanted)
    try:
        try:
            changed = difference(settings, kept, now)
            if changed.sources or changed.gone:
                return build_part(settings, wanted, kept, now, changed, late)
        except UnfitError:
            pass
    except (SiteError, OSError):
        abandon(settings)
        raise
    late()
    return None


def _make(settings: Settings, wanted: Wanted, kept: Memory) -> tuple[str, Memory]:
    """Build what has changed, or all: what was made, and what is to be remembered of it."""
    now = _look(settings, wanted)
    if now.made and (now.made, now.sources) == (kept.made, kept.sources):
        return AS_IT_WAS, kept
    try:
        try:
            changed = difference(settings, kept, now)
            return IN_PART, build_part(settings, wanted, kept, now, changed)
        except UnfitError as reason:
            return f"the whole site: {reason}", build_whole(settings, wanted, now)
    except (SiteError, OSError):
        abandon(settings)  # the disk may be full
        raise


def _look(settings: Settings, wanted: Wanted) -> Memory:
    """What the site is made from, taken first: what changes meanwhile is for the next build."""
    try:
        sources = states(settings.docs_folder)
    except UnclearError:
        return Memory()
    made = fingerprint(settings, wanted.engine, wanted.search)
    return Memory(made, sources, frozenset(known_pages(settings.docs_folder)))
