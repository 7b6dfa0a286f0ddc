"""Pagefind's search index of the finished pages, made the same from the same pages every time.

It numbers pages in the order in which they are given. It writes filters in an order that changes
from run to run; here they are sorted, and the files named after their new contents. They are gzip
over a mark over CBOR, as `pagefind.js` reads.
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any

import cbor2

from seedpress.errors import SiteError
from seedpress.site.pagefind import Files, made_by_pagefind

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
    pages: Iterable[tuple[str, str]], language: str, days: Mapping[str, str] | None = None
) -> Files:
    """The files of the index of `pages`.

    Args:
        pages: path in the site and HTML of each; their order is part of the index.
        language: whose words they are.
        days: by page, the day that it is sorted by, read once all pages were taken; these are
            listed in `days.json`, because results of several indexes can be put in order by
            nothing else.

    Raises:
        SiteError: Pagefind failed.
    """
    files = made_by_pagefind(pages, language.partition("-")[0].lower())
    if not any(path.startswith("fragment/") for path in files):
        raise SiteError("pagefind: there is no index, as no page has words for it")
    files = without(files, _UNUSED)
    files[DAYS] = _list_days(files, days or {})
    _settle(files)
    return files


def without(files: Files, patterns: Iterable[str]) -> Files:
    """All but those whose paths are like one of the `patterns`."""
    told = tuple(patterns)
    return {
        path: data
        for path, data in files.items()
        if not any(fnmatchcase(path, pattern) for pattern in told)
    }


def _list_days(files: Files, days: Mapping[str, str]) -> bytes:
    """Which results are of which day: {day: [what Pagefind calls the page]}."""
    found: dict[str, list[str]] = {}
    if not days:
        return _as_json(found)  # most names' pages: none of them need be looked at
    for path in sorted(path for path in files if path.startswith("fragment/")):
        url = json.loads(_unpacked(files, path))["url"].lstrip("/")
        day = days.get(f"{url}index.html" if url.endswith("/") or not url else url)
        if day:
            name = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            found.setdefault(day, []).append(name)
    return _as_json(found)


def _settle(files: Files) -> None:
    """Sort what Pagefind left in chance order and rename the files to fit."""
    listing = json.loads(files[ENTRY])
    for language, about in sorted(listing["languages"].items()):
        about["hash"] = _settle_language(files, language, about["hash"])
    files[ENTRY] = _as_json(listing)


def _settle_language(files: Files, language: str, key: str) -> str:
    """Settle one language's filters and the list of them; the list's new key."""
    version, pages, chunks, filters, sorts, fields = _read(files, f"pagefind.{key}.pf_meta")
    filters = sorted(_settle_filter(files, language, name, at) for name, at in filters)
    data = _packed([version, pages, chunks, filters, sorted(sorts), fields])
    del files[f"pagefind.{key}.pf_meta"]
    key = f"{language}_{_digest(data)[:10]}"
    files[f"pagefind.{key}.pf_meta"] = data
    return key


def _settle_filter(files: Files, language: str, name: str, key: str) -> list[str]:
    _, values = _read(files, f"filter/{key}.pf_filter")
    data = _packed([name, sorted(values)])
    del files[f"filter/{key}.pf_filter"]
    key = f"{language}_{_digest(data)[:10]}"
    files[f"filter/{key}.pf_filter"] = data
    return [name, key]


def _read(files: Files, path: str) -> Any:
    return cbor2.loads(_unpacked(files, path))


def _unpacked(files: Files, path: str) -> bytes:
    data = gzip.decompress(files[path])
    if not data.startswith(_MARK):
        raise SiteError(f"pagefind: {path}: not in the form that this seedpress knows")
    return data[len(_MARK) :]


def _packed(value: object) -> bytes:
    return gzip.compress(_MARK + cbor2.dumps(value), 9, mtime=0)


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
