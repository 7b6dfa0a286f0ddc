"""Puts the pages of what was just saved into the site, before all other pages are made.

They may lead to pages that are still to come. Such a page is held back until these are there, for
no reader is to meet a link that leads nowhere.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html  # type: ignore[import-untyped]

from seedpress.settings import Settings
from seedpress.site.crew import Crew
from seedpress.site.engines import PARTS, Changed, UnfitError
from seedpress.site.part import drop_equal, show
from seedpress.site.standing import Memory
from seedpress.site.states import states
from seedpress.site.swapping import discard, prepare
from seedpress.site.wanted import SOME_STAND, Wanted

_HERE = "https://site.invalid/"  # so that what leads out of the site is told from what does not
_FOLDERS = ("articles/", "entities/", "keywords/")


def show_early(settings: Settings, wanted: Wanted, kept: Memory, some: Changed) -> Memory:
    """Render `some` of what has changed and put it in; what is remembered, with what now stands.

    Raises:
        UnfitError: the engine cannot; nothing was touched.
        SiteError: it failed; the site is as it was.
    """
    if wanted.engine not in PARTS:
        raise UnfitError(f"{wanted.engine} renders all pages or none")
    site = settings.site_folder
    staged = prepare(site)
    crew = Crew(settings, staged, wanted.start, wanted.told, wanted.beside)
    PARTS[wanted.engine](settings, staged, some, crew)
    crew.finish()
    drop_equal(staged, site)
    hold_back(staged, site)
    if not states(staged):
        discard(staged)
        return kept
    kept = show(settings, kept, staged, ())
    if wanted.shown:
        wanted.shown(SOME_STAND)
    return kept


def hold_back(staged: Path, site: Path) -> None:
    """Leave of what is `staged` only pages of articles and entities that lead to what is there."""
    leads: dict[str, list[str]] = {}
    for path in states(staged):
        if path.endswith(".html") and path.startswith(_FOLDERS):
            leads[path] = list(_targets(path, (staged / path).read_bytes()))
        else:
            (staged / path).unlink()
    while held := [path for path, to in leads.items() if not _all_there(to, staged, site)]:
        for path in held:  # what leads to it is held back, too
            (staged / path).unlink()
            del leads[path]


def _all_there(paths: list[str], staged: Path, site: Path) -> bool:
    return all((staged / path).is_file() or (site / path).is_file() for path in paths)


def _targets(path: str, page: bytes) -> Iterator[str]:
    """The files of the site that a page leads to."""
    for link in html.document_fromstring(page).xpath("//a/@href"):
        target = urljoin(_HERE + path, str(link))
        if target.startswith(_HERE):
            to = unquote(urlsplit(target).path).removeprefix("/")
            is_file = PurePosixPath(to).suffix and not to.endswith("/")
            yield to if is_file else str(PurePosixPath(to, "index.html"))
