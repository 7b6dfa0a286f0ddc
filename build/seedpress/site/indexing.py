"""Pagefind's search index of the finished pages, made the same from the same pages every time.

It numbers pages in the order in which they are given. It writes filters in an order that changes
from run to run; here they are sorted, and the files named after their new contents. The filters of
facets are written here altogether. An index that stands is mended where few pages have changed.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

import cbor2

from seedpress.errors import SiteError
from seedpress.site.facets import FACETS, Facets, filter_as_bytes, filters_of
from seedpress.site.form import (
    ENTRY,
    Listing,
    as_json,
    digest,
    filter_path,
    fragment_path,
    has_pages,
    listing_of,
    numbered,
    packed,
    packed_list,
    unpacked,
    with_words_packed,
)
from seedpress.site.kept_words import Words
from seedpress.site.mending import mended
from seedpress.site.pagefind import Files, made_by_pagefind

# Interfaces that Pagefind brings along and our pages do not use.
_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)

DAYS = "days.json"
DATE = "date"  # the one thing that pages are sorted by


def index(
    pages: Iterable[tuple[str, str]],
    language: str,
    days: Mapping[str, str] | None = None,
    facets: Mapping[str, Facets] | None = None,
) -> Files:
    """The files of the index of `pages`.

    Args:
        pages: path in the site and HTML of each; their order is part of the index.
        language: whose words they are.
        days: by page, the day that it is sorted by; these are listed in `days.json`, because
            results of several indexes can be put in order by nothing else.
        facets: by page, those that its HTML does not tell.

    Raises:
        SiteError: Pagefind failed.
    """
    given = dict(pages)
    files = made_by_pagefind(given.items(), language_of(language))
    if not has_pages(files):
        raise SiteError("pagefind: there is no index, as no page has words for it")
    files = without(files, _UNUSED)
    listed = listing_of(files.__getitem__)
    with_words_packed(files, listed.words)
    order = numbered(files.__getitem__, listed.pages, [*given])
    files[DAYS] = _list_days(listed.pages, order, days or {})
    filters = [_settle_filter(files, listed.language, name, at) for name, at in listed.filters]
    filters += _add_facets(files, listed.language, order, facets or {})
    del files[listed.path]
    _relist(files, listed, filters)
    return files


def language_of(language: str) -> str:
    """What Pagefind calls the language of a site."""
    return language.partition("-")[0].lower()


def mend(
    read: Callable[[str], bytes],
    before: Sequence[str],
    wanted: Sequence[str],
    again: Mapping[str, str],
    language: str,
    days: Mapping[str, str],
    facets: Mapping[str, Facets],
    words: Words | None = None,
) -> tuple[Files, set[str]] | None:
    """What `index` would make of the `wanted` pages, if there is an index of nearly the same pages.

    Args:
        read: reads a file of that.
        before: the paths of its pages, sorted.
        wanted: those of the pages of the new one, sorted.
        again: of the latter, those that are new or have changed: their HTML.
        language, days, facets: as `index` is given them, of the `wanted` pages.
        words: of that index, and then of the new one, if they are kept.

    Returns:
        Files that are new or take the place of others, and the paths of those to be removed; None
        where all pages have to be read.
    """
    listed = listing_of(read)
    made = made_by_pagefind(again.items(), language_of(language)) if again else {}
    if not _is_sorted(read, listed):
        return None
    new = mended(read, numbered(read, listed.pages, before), wanted, again, made, words or Words())
    if not new:
        return None
    files = new.files
    files[DAYS] = _list_days(new.pages, new.order, days)
    filters = [_add_filter(files, listed.language, n, values) for n, values in new.filters.items()]
    filters += _add_facets(files, listed.language, new.order, facets)
    dated = [(days[path], at) for at, path in enumerate(new.order) if path in days]
    sorts = [[DATE, [at for _, at in sorted(dated)]]] if dated else []
    about = [listed.version, new.pages, new.chunks, [], sorts, listed.fields]
    _relist(files, replace(listed, about=about), filters)
    return files, _paths(listed) - _paths(listing_of(files.__getitem__))


def _paths(listed: Listing) -> set[str]:
    """The files that an index' lists name, and the list itself."""
    filters = {filter_path(at) for _, at in listed.filters}
    return {listed.path, *listed.words, *filters, *(fragment_path(n) for n, _ in listed.pages)}


def _is_sorted(read: Callable[[str], bytes], listed: Listing) -> bool:
    """Whether pages are sorted by their days alone, and as text."""
    days = {name: day for day, names in json.loads(read(DAYS)).items() for name in names}
    dated = [(days[n], at) for at, (n, _) in enumerate(listed.pages) if n in days]
    return listed.sorts == ([[DATE, [at for _, at in sorted(dated)]]] if dated else [])


def with_facets(
    standing: Callable[[str], bytes], paths: Sequence[str], facets: Mapping[str, Facets]
) -> tuple[Files, set[str]]:
    """An index whose pages have other facets than before: its new lists and filters.

    Args:
        standing: reads a file of the index as it is.
        paths: of the pages, in their order.
        facets: of each.

    Returns:
        Files that are new or take the place of others, and the paths of those to be removed.
    """
    listed = listing_of(standing)
    order = numbered(standing, listed.pages, paths)
    files: Files = {}
    filters = [[name, at] for name, at in listed.filters if name not in FACETS]
    filters += _add_facets(files, listed.language, order, facets)
    _relist(files, listed, filters)
    old = {filter_path(at) for name, at in listed.filters if name in FACETS}
    return files, {listed.path, *old} - files.keys()


def without(files: Files, patterns: Iterable[str]) -> Files:
    """All but those whose paths are like one of the `patterns`."""
    told = tuple(patterns)
    return {
        path: data
        for path, data in files.items()
        if not any(fnmatchcase(path, pattern) for pattern in told)
    }


def _relist(files: Files, listed: Listing, filters: Iterable[list[str]]) -> None:
    """Write the lists anew, in a fixed order, with these `filters`; their key says what is in."""
    version, pages, chunks, _, sorts, fields = listed.about
    data = packed([version, pages, chunks, sorted(filters), sorted(sorts), fields])
    key = f"{listed.language}_{digest(data)[:10]}"
    files[f"pagefind.{key}.pf_meta"] = data
    language = listed.entry["languages"][listed.language] | {"hash": key, "page_count": len(pages)}
    files[ENTRY] = as_json(listed.entry | {"languages": {listed.language: language}})


def _list_days(
    pages: Sequence[list[Any]], order: Sequence[str], days: Mapping[str, str]
) -> bytes:
    """Which results are of which day: {day: [what Pagefind calls the page]}."""
    found: dict[str, list[str]] = {}
    for name, path in sorted((page[0], path) for page, path in zip(pages, order, strict=True)):
        if path in days:
            found.setdefault(days[path], []).append(name)
    return as_json(found)


def _settle_filter(files: Files, language: str, name: str, key: str) -> list[str]:
    _, values = cbor2.loads(unpacked(files.__getitem__, filter_path(key)))
    del files[filter_path(key)]
    return _add_filter(files, language, name, sorted(values))


def _add_facets(
    files: Files, language: str, order: Sequence[str], facets: Mapping[str, Facets]
) -> list[list[str]]:
    filters = filters_of([facets.get(path, ()) for path in order])
    return [
        _add_packed(files, language, name, packed_list(filter_as_bytes(name, values, len(order))))
        for name, values in filters.items()
    ]


def _add_filter(files: Files, language: str, name: str, values: list[list[Any]]) -> list[str]:
    return _add_packed(files, language, name, packed([name, values]))


def _add_packed(files: Files, language: str, name: str, data: bytes) -> list[str]:
    key = f"{language}_{digest(data)[:10]}"
    files[filter_path(key)] = data
    return [name, key]
