"""Pagefind's search index of the finished pages, made the same from the same pages every time.

It numbers pages in the order in which they are given. It writes filters in an order that changes
from run to run; here they are sorted, and the files named after their new contents. They are gzip
over a mark over CBOR, as its worker reads. The filters of facets are written here altogether.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

import cbor2

from seedpress.errors import SiteError
from seedpress.site.facets import FACETS, Facets, filters_of
from seedpress.site.pagefind import Begun, Files, made_by_pagefind

_MARK = b"pagefind_dcd"
# Interfaces that Pagefind brings along and our pages do not use.
_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
)

DAYS = "days.json"
ENTRY = "pagefind-entry.json"


def index(
    pages: Iterable[tuple[str, str]],
    language: str,
    days: Mapping[str, str] | None = None,
    facets: Mapping[str, Facets] | None = None,
    begun: Begun | None = None,
) -> Files:
    """The files of the index of `pages`.

    Args:
        pages: path in the site and HTML of each; their order is part of the index.
        language: whose words they are.
        days: by page, the day that it is sorted by; these are listed in `days.json`, because
            results of several indexes can be put in order by nothing else.
        facets: by page, those that its HTML does not tell.
        begun: Pagefind at work on much the same pages.

    Raises:
        SiteError: Pagefind failed.
    """
    given = dict(pages)
    files = begun.finished(given) if begun else None
    files = files or made_by_pagefind(given.items(), language_of(language))
    if not any(path.startswith("fragment/") for path in files):
        raise SiteError("pagefind: there is no index, as no page has words for it")
    files = without(files, _UNUSED)
    listed = listing_of(files.__getitem__)
    order = _numbered(files.__getitem__, listed.pages, [*given])
    files[DAYS] = _list_days(listed.pages, order, days or {})
    filters = [_settle_filter(files, listed.language, name, at) for name, at in listed.filters]
    filters += _add_facets(files, listed.language, order, facets or {})
    del files[listed.path]
    _relist(files, listed, filters)
    return files


def language_of(language: str) -> str:
    """What Pagefind calls the language of a site."""
    return language.partition("-")[0].lower()


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
    order = _numbered(standing, listed.pages, paths)
    files: Files = {}
    filters = [[name, at] for name, at in listed.filters if name not in FACETS]
    filters += _add_facets(files, listed.language, order, facets)
    _relist(files, listed, filters)
    old = {_filter_path(at) for name, at in listed.filters if name in FACETS}
    return files, {listed.path, *old} - files.keys()


def without(files: Files, patterns: Iterable[str]) -> Files:
    """All but those whose paths are like one of the `patterns`."""
    told = tuple(patterns)
    return {
        path: data
        for path, data in files.items()
        if not any(fnmatchcase(path, pattern) for pattern in told)
    }


@dataclass(frozen=True, slots=True)
class Listing:
    """What the lists of an index say."""

    entry: dict[str, Any]
    language: str
    key: str  # of the list in the language
    about: list[Any]  # that list: version, pages, chunks of words, filters, sorts, fields

    @property
    def path(self) -> str:
        return f"pagefind.{self.key}.pf_meta"

    @property
    def pages(self) -> list[list[Any]]:
        """By their numbers: name and number of words."""
        return list(self.about[1])

    @property
    def starts(self) -> list[str]:
        """The first word of each file of words, sorted."""
        return [chunk[0] for chunk in self.about[2]]

    @property
    def filters(self) -> list[list[str]]:
        """Name, and the key of its file."""
        return list(self.about[3])


def listing_of(read: Callable[[str], bytes]) -> Listing:
    """What the index says of itself whose files `read` reads."""
    entry = json.loads(read(ENTRY))
    ((language, about),) = entry["languages"].items()  # for we said which it is
    key = about["hash"]
    return Listing(entry, language, key, cbor2.loads(_unpacked(read, f"pagefind.{key}.pf_meta")))


def _relist(files: Files, listed: Listing, filters: Iterable[list[str]]) -> None:
    """Write the lists anew, in a fixed order, with these `filters`; their key says what is in."""
    version, pages, chunks, _, sorts, fields = listed.about
    data = _packed([version, pages, chunks, sorted(filters), sorted(sorts), fields])
    key = f"{listed.language}_{_digest(data)[:10]}"
    files[f"pagefind.{key}.pf_meta"] = data
    language = listed.entry["languages"][listed.language] | {"hash": key}
    files[ENTRY] = as_json(listed.entry | {"languages": {listed.language: language}})


def _numbered(
    read: Callable[[str], bytes], pages: Sequence[list[Any]], paths: Sequence[str]
) -> list[str]:
    """The paths of the pages by their numbers: all as given, unless Pagefind left some out."""
    if len(pages) == len(paths):
        return list(paths)
    known = {_url(path): path for path in paths}
    fragments = (_unpacked(read, f"fragment/{name}.pf_fragment") for name, *_ in pages)
    return [known[json.loads(fragment)["url"]] for fragment in fragments]


def _url(path: str) -> str:
    """What Pagefind calls a page."""
    return f"/{path.removesuffix('index.html') if f'/{path}'.endswith('/index.html') else path}"


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
    _, values = cbor2.loads(_unpacked(files.__getitem__, _filter_path(key)))
    del files[_filter_path(key)]
    return _add_filter(files, language, name, sorted(values))


def _add_facets(
    files: Files, language: str, order: Sequence[str], facets: Mapping[str, Facets]
) -> list[list[str]]:
    filters = filters_of([facets.get(path, ()) for path in order])
    return [_add_filter(files, language, name, values) for name, values in filters.items()]


def _add_filter(files: Files, language: str, name: str, values: list[list[Any]]) -> list[str]:
    data = _packed([name, values])
    key = f"{language}_{_digest(data)[:10]}"
    files[_filter_path(key)] = data
    return [name, key]


def _filter_path(key: str) -> str:
    return f"filter/{key}.pf_filter"


def _unpacked(read: Callable[[str], bytes], path: str) -> bytes:
    data = gzip.decompress(read(path))
    if not data.startswith(_MARK):
        raise SiteError(f"pagefind: {path}: not in the form that this seedpress knows")
    return data[len(_MARK) :]


def _packed(value: object) -> bytes:
    return gzip.compress(_MARK + cbor2.dumps(value), 9, mtime=0)


def as_json(value: object) -> bytes:
    """The same text for the same value, without needless space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
