"""Makes the part of a site that has changed since the last build, and puts it in."""

from bisect import bisect
from collections.abc import Iterable, Set
from dataclasses import replace
from filecmp import cmp
from pathlib import Path

from seedpress.errors import SiteError
from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.complete import Finished
from seedpress.site.crew import Crew, Start
from seedpress.site.engines import PARTS, Changed, Rendered, UnfitError
from seedpress.site.journal import carry_out, plan
from seedpress.site.late import Late, add
from seedpress.site.reading import digests
from seedpress.site.readings import FOLDER, Readings
from seedpress.site.sharding import Index, make_index, shard_of
from seedpress.site.standing import Memory
from seedpress.site.states import state, states, with_folders
from seedpress.site.swapping import prepare
from seedpress.site.wanted import PAGES_STAND, Wanted
from seedpress.site.whole import summary


def difference(settings: Settings, kept: Memory, now: Memory) -> Changed:
    """What has changed between two builds.

    Raises:
        UnfitError: more than pages; the whole site has to be built.
    """
    if not now.made:
        raise UnfitError("it may depend on more than its pages")
    if not kept.made:
        raise UnfitError("nothing is remembered of it")
    if now.made != kept.made:
        raise UnfitError("settings, theme or programs have changed")
    of_pages = {_source(settings, problem) for problem in kept.problems}
    if not kept.index.read:
        raise UnfitError("there is no search index")
    if None in of_pages:
        raise UnfitError("it had a problem that was of no page")
    gone = kept.sources.keys() - now.sources.keys()
    new = now.sources.keys() - kept.sources.keys()
    again = {path for path, state in now.sources.items() if kept.sources.get(path) != state}
    again |= {path for path in of_pages if path in now.sources}
    again |= (kept.generated ^ now.generated) & now.sources.keys()
    if gone or new:  # the publisher's pages may link to any file
        again |= now.sources.keys() - now.generated
    return Changed(frozenset(again), frozenset(gone), kept.navigation)


def build_part(
    settings: Settings,
    wanted: Wanted,
    kept: Memory,
    now: Memory,
    changed: Changed,
    late: Late | None = None,
) -> Memory:
    """Render, finish, index and put in what has changed; what is to be remembered of it.

    Where it is to be `shown`, pages are put in before the index is made. What comes `late` is
    waited for when all else is made and nothing is put in.

    Raises:
        UnfitError: the engine cannot; nothing was touched, but for pages that were `shown`.
        SiteError: it failed, or found problems and is to be `strict`; the site is as it was.
    """
    if wanted.engine not in PARTS:
        raise UnfitError(f"{wanted.engine} renders all pages or none")
    site = settings.site_folder
    staged = prepare(site)
    crew = Crew(settings, staged, wanted.start, wanted.told, wanted.beside)
    rendered = PARTS[wanted.engine](settings, staged, changed, crew)
    finished = crew.finish().finished()
    told = (*rendered.problems, *crew.problems, *finished.problems)
    problems = _problems(settings, kept, changed, told)
    if wanted.strict and problems:
        raise SiteError(summary(wanted.engine, problems))
    drop_equal(staged, site)
    if wanted.shown:
        kept, staged = show(settings, kept, staged, rendered.gone), prepare(site)
        wanted.shown(PAGES_STAND)
    index, stale = _indexed(settings, wanted, kept, staged, finished, rendered.gone)
    memory = replace(now, navigation=rendered.navigation, index=index, problems=problems)
    if late:
        memory = _with_late(settings, kept, memory, changed, rendered, crew, late)
        drop_equal(staged, site)
    removes = {*rendered.gone, *stale, *_no_more(kept, index)} & kept.site.keys()
    return _put_in(settings, staged, kept, memory, removes)


def _with_late(
    settings: Settings,
    kept: Memory,
    memory: Memory,
    changed: Changed,
    rendered: Rendered,
    crew: Crew,
    late: Late,
) -> Memory:
    """The memory, with what came `late` made too.

    Raises:
        UnfitError: all has to be made again, now that everything is there.
    """
    came = add(settings, memory, rendered, late)
    finished = crew.finish().finished()
    if _read(kept, finished, rendered.gone) != memory.index.read:
        raise UnfitError("the search index holds what came late")
    heard = (p for p in rendered.problems if _source(settings, p) not in came.states)
    told = (*heard, *crew.problems, *finished.problems, *came.problems)
    changed = replace(changed, sources=changed.sources | came.states.keys())
    problems = _problems(settings, kept, changed, told)
    return replace(memory, sources=memory.sources | came.states, problems=problems)


def _put_in(
    settings: Settings, staged: Path, kept: Memory, memory: Memory, removes: Set[str]
) -> Memory:
    """Put what is `staged` into the site; the memory, with the files that now stand."""
    new = states(staged).keys()
    _check_places(kept, new - kept.site.keys())
    memory = _counted(memory, kept, new, removes)
    to = settings.site_folder
    carry_out(settings, plan(staged, to, tuple(sorted(removes)), memory, settings.site))
    return memory


def _counted(memory: Memory, kept: Memory, new: Set[str], removes: Set[str]) -> Memory:
    """The memory with the files of the site that stay as they were, and the number of pages."""
    left = {p: state for p, state in kept.site.items() if p not in new and p not in removes}
    pages = sum(path.endswith(".html") for path in {*left, *new})
    return replace(memory, site=left, folders=kept.folders, pages=pages)


def show(settings: Settings, kept: Memory, staged: Path, gone: Iterable[str]) -> Memory:
    """Put pages in without their index; `kept` as if they had stood there before.

    Nothing is remembered until the index is in too: whoever is killed before makes all again.
    """
    site = settings.site_folder
    removes = set(gone) & kept.site.keys()
    new = states(staged).keys()
    _check_places(kept, new - kept.site.keys())
    carry_out(settings, plan(staged, site, tuple(sorted(removes)), Memory(), settings.site))
    left = {path: known for path, known in kept.site.items() if path not in removes}
    stand = left | {path: state(site / path) for path in new}
    return replace(kept, site=stand, folders=with_folders(site, kept.folders, (*new, *removes)))


def _indexed(
    settings: Settings,
    wanted: Wanted,
    kept: Memory,
    staged: Path,
    finished: Finished,
    gone: Iterable[str],
) -> tuple[Index, set[str]]:
    """Make the shards anew that the finished pages and those `gone` belong to; their stale files.

    Also of those that stand already: what is read of a page may change where it itself does not.
    """
    return make_index(
        _read(kept, finished, gone),
        Readings(settings.root / FOLDER, finished.readings),
        staged,
        settings.language,
        settings.search.shard,
        kept.index,
        settings.site_folder,
        wanted.beside,
    )


def _read(kept: Memory, finished: Finished, gone: Iterable[str]) -> dict[str, str]:
    """Digests of what the index reads of every page, by its path."""
    left = kept.index.read.keys() - set(finished.pages) - set(gone)
    return {path: kept.index.read[path] for path in left} | digests(finished.readings)


def _source(settings: Settings, problem: Problem) -> str | None:
    """The page below `docs/` that a problem is of; None for none."""
    prefix = f"{settings.docs}/"
    return problem.seed.removeprefix(prefix) if problem.seed.startswith(prefix) else None


def _problems(
    settings: Settings, kept: Memory, changed: Changed, found: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    """Those of pages that were left as they were, and those found now."""
    made = changed.sources | changed.gone
    old = (p for p in kept.problems if _source(settings, p) not in made)
    return tuple(dict.fromkeys((*old, *found)))


def _no_more(kept: Memory, index: Index) -> set[str]:
    """Files of shards of which there are fewer now."""
    count = len(index.shards)
    if len(kept.index.shards) <= count:
        return set()
    return {path for path in kept.site if (shard_of(path) or 0) >= count}


def drop_equal(staged: Path, site: Path) -> None:
    """Remove from `staged` what the site has already."""
    for path in states(staged):
        if (site / path).is_file() and cmp(staged / path, site / path, shallow=False):
            (staged / path).unlink()


def _check_places(kept: Memory, new: Iterable[str]) -> None:
    """No new file may have the name of a folder that stands, or the other way round.

    Raises:
        UnfitError: one has.
    """
    standing = sorted(kept.site)
    for path in new:
        after = bisect(standing, f"{path}/")
        inside = after < len(standing) and standing[after].startswith(f"{path}/")
        if inside or any(str(parent) in kept.site for parent in Path(path).parents):
            raise UnfitError(f"{path} takes the place of a folder or a file")
