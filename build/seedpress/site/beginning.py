"""Begins the shards that new pages will change while these are rendered, since that is known first.

Pagefind is handed all pages of such a shard as they were, and for a new one something in its place;
when the pages are there, it is handed those that have changed. What comes out is the same; a guess
that was wrong costs no more than the time of an idle core.
"""

import os
from collections.abc import Iterator, Mapping, Set
from contextlib import ExitStack, contextmanager

from seedpress.settings import Settings
from seedpress.site.engines import Changed
from seedpress.site.finishing.search import KIND
from seedpress.site.indexing import language_of
from seedpress.site.pagefind import Begun
from seedpress.site.readings import FOLDER, Readings
from seedpress.site.sharding import AT_ONCE, distribute
from seedpress.site.standing import Memory

_LATER = '<!doctype html><html lang=""><head><title></title></head><body data-pagefind-body><p>x'
_FOLDERS = ("articles/", "entities/", "keywords/")


@contextmanager
def foreseen(
    settings: Settings, kept: Memory, coming: Set[str]
) -> Iterator[dict[int, Begun]]:
    """As `beginning`, before pages are written: of sources that are likely to be `coming`."""
    idle = (os.cpu_count() or 1) > 1
    new = {_page_of(source, settings) for source in coming - kept.sources.keys()} if idle else set()
    with ExitStack() as programs:
        yield {
            number: programs.enter_context(Begun(pages, language_of(settings.language)))
            for number, pages in _shards(new, settings, kept, frozenset())
        }


@contextmanager
def beginning(
    settings: Settings,
    kept: Memory,
    changed: Changed,
    hurry: bool = False,
    early: Mapping[int, Begun] | None = None,
) -> Iterator[dict[int, Begun]]:
    """The shards that are begun, by number: those that have new pages, if they are few.

    Where the pages are in a `hurry`, none is, as they would have to share the cores. What was begun
    `early` with the same pages is taken.
    """
    with ExitStack() as programs:
        begun: dict[int, Begun] = {}
        idle = not hurry and (os.cpu_count() or 1) > 1
        new = _new_pages(settings, kept, changed.sources) if idle else set()
        for number, pages in _shards(new, settings, kept, changed.gone):
            known = early.get(number) if early else None
            begun[number] = (
                known
                if known and known.is_of(pages)
                else programs.enter_context(Begun(pages, language_of(settings.language)))
            )
        yield begun


def _shards(
    new: Set[str], settings: Settings, kept: Memory, gone: Set[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """The numbers of shards with `new` pages, and what to begin with: their pages as they were."""
    readings = Readings(settings.root / FOLDER, {})
    for number, own in _shards_with(new, settings, kept, gone):
        known = readings.kept(number)
        if set(own) - new <= known.keys():
            yield number, {path: known[path].html if path in known else _LATER for path in own}


def _shards_with(
    new: Set[str], settings: Settings, kept: Memory, gone: Set[str]
) -> list[tuple[int, list[str]]]:
    """The numbers of shards with `new` pages and all pages of each; none if there are more."""
    left = kept.index.read.keys() - {_page_of(source, settings) for source in gone}
    members = distribute(dict.fromkeys([*left, *new], ""), settings.search.shard) if new else []
    if len(members) != len(kept.index.shards):
        return []
    found = [(number, own) for number, own in enumerate(members) if not new.isdisjoint(own)]
    return found if len(found) <= AT_ONCE else []


def _new_pages(settings: Settings, kept: Memory, sources: Set[str]) -> set[str]:
    """Those that will be in the index, if they become what their sources say."""
    docs = settings.docs_folder
    new = (s for s in sources - kept.sources.keys() if s.startswith(_FOLDERS))
    return {
        _page_of(source, settings)
        for source in new
        if source.endswith(".md") and KIND in (docs / source).read_text("utf-8", "replace")
    }


def _page_of(source: str, settings: Settings) -> str:
    stem = source.removesuffix(".md")
    return f"{stem}/index.html" if settings.directory_urls else f"{stem}.html"
