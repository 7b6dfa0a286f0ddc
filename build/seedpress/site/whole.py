"""Makes a whole site beside the one that stands, and puts it in its place in one step."""

from dataclasses import replace
from pathlib import Path

from seedpress.errors import SiteError
from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.complete import Finished, complete
from seedpress.site.crew import Crew
from seedpress.site.engines import ENGINES, PARTS, Changed, Rendered, UnfitError
from seedpress.site.reading import digests, read_all
from seedpress.site.readings import FOLDER, Readings
from seedpress.site.sharding import Index, make_index
from seedpress.site.standing import Memory, forget, remember
from seedpress.site.states import folders_of, states
from seedpress.site.swapping import prepare, swap_in
from seedpress.site.wanted import Wanted


def build_whole(settings: Settings, wanted: Wanted, now: Memory) -> Memory:
    """Render, finish, index and put in all of the site; what is to be remembered of it.

    Raises:
        SiteError: it failed, or found problems and is to be `strict`; the site is as it was.
    """
    forget(settings)
    staged = prepare(settings.site_folder)
    rendered, finished = _pages(settings, wanted, now, staged)
    problems = (*rendered.problems, *finished.problems)
    if wanted.strict and problems:
        raise SiteError(summary(wanted.engine, problems))
    index = Index()
    if wanted.search:
        found = finished.readings or read_all(staged, finished.pages)
        readings = Readings(settings.root / FOLDER, found)
        size = settings.search.shard
        index, _ = make_index(digests(found), readings, staged, settings.language, size)
    swap_in(staged, settings.site_folder)
    site = states(settings.site_folder)
    memory = replace(
        now,
        navigation=rendered.navigation,
        index=index,
        pages=len(finished.pages),
        site=site,
        folders=folders_of(settings.site_folder, site),
        problems=problems,
    )
    remember(settings, memory)
    return memory


def _pages(
    settings: Settings, wanted: Wanted, now: Memory, staged: Path
) -> tuple[Rendered, Finished]:
    """Render and finish all pages: piece by piece where that makes the same, else at once."""
    engine, search = wanted.engine, wanted.search
    if now.made and search and engine in PARTS:
        crew = Crew(settings, staged, wanted.start, wanted.told, wanted.beside)
        crew.get_ready(len(now.generated))
        everything = Changed(frozenset(), frozenset(), "", whole=True)
        try:
            rendered = PARTS[engine](settings, staged, everything, crew)
        except UnfitError:
            staged = prepare(settings.site_folder)
        else:
            finished = crew.finish().finished()
            return replace(rendered, problems=(*rendered.problems, *crew.problems)), finished
    rendered = ENGINES[engine](settings, staged, search)
    return rendered, complete(settings, staged, search)


def summary(engine: str, problems: tuple[Problem, ...]) -> str:
    """All problems in one line: the first, and how many more."""
    first = problems[0]
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{engine}: {first.seed}: {first.reason}{more}"
