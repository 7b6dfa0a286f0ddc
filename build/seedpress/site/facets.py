"""The facets of many values, which we put into the search index ourselves.

The names and keywords of an article change more often than its words do: a name becomes shared, and
with it the page of every article that has it. Pagefind would have to read all pages of a shard
again; so it is not told of these facets, and we write their filter files beside those that it wrote.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

FACETS = ("entity", "keyword")

Facets = tuple[tuple[str, str], ...]  # name and value of each, as they come on the page


def filters_of(pages: Sequence[Facets]) -> dict[str, list[list[Any]]]:
    """By facet: its values, sorted, each with the numbers of the pages that have it."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, facets in enumerate(pages):
        for name, value in dict.fromkeys(facets):
            found.setdefault(name, {}).setdefault(value, []).append(number)
    return {name: [[v, found[name][v]] for v in sorted(found[name])] for name in sorted(found)}


def digest_of(facets: Iterable[tuple[str, str]]) -> str:
    """Tells the facets of a page from any others."""
    return hashlib.sha256(repr(tuple(facets)).encode("utf-8", "replace")).hexdigest()[:20]

