"""From pages to the finished site: run the engine beside the old site, finish, index, swap in.

Readers see the old site until the last step and the new one after it; whatever instant a build is
killed at, the next one starts by putting things right.
"""

from dataclasses import dataclass

from seedpress.errors import SiteError
from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.complete import complete
from seedpress.site.engines import ENGINES
from seedpress.site.indexing import index
from seedpress.site.standing import forget, recall, remember, sources
from seedpress.site.swapping import prepare, swap_in

__all__ = ["ENGINES", "SiteReport", "build_site"]


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What became of one run of the site engine."""

    engine: str
    pages: int  # HTML files of the finished site
    indexed: int = 0  # of them, in the search index; 0 when none was asked for
    problems: tuple[Problem, ...] = ()  # what the engine warned about


def build_site(
    settings: Settings, engine: str = "mkdocs", search: bool = True, strict: bool = False
) -> SiteReport:
    """Render `settings.docs_folder` with `engine` and swap the result in at `settings.site_folder`.

    Where the site that stands is the one that would come out, it is left alone.

    Args:
        settings: of the corpus; the engine reads `mkdocs.yml` in `settings.root`.
        engine: a name in `ENGINES`.
        search: make a Pagefind index and put our search into the pages, in place of the theme's.
        strict: treat the engine's warnings as errors.

    Raises:
        SiteError: the engine is unknown or failed, or the index could not be made; the site that
            stood before still stands.
    """
    if engine not in ENGINES:
        raise SiteError(f"site engine `{engine}`: unknown; known are {', '.join(ENGINES)}")
    made_from = sources(settings, engine, search)
    counts = recall(settings, made_from)
    if counts:
        return SiteReport(engine, counts["pages"], counts["indexed"])
    forget(settings)
    staged = prepare(settings.site_folder)
    problems = ENGINES[engine](settings, staged, search)
    if strict and problems:
        raise SiteError(_summary(engine, problems))
    finished = complete(settings, staged, search)
    indexed = index(staged, settings.language) if search else 0
    swap_in(staged, settings.site_folder)
    problems = (*problems, *finished.problems)
    if not problems:
        remember(settings, made_from, {"pages": finished.pages, "indexed": indexed})
    return SiteReport(engine, finished.pages, indexed, problems)


def _summary(engine: str, problems: tuple[Problem, ...]) -> str:
    first = problems[0]
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return f"{engine}: {first.seed}: {first.reason}{more}"
