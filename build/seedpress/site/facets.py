"""The facets of many values, which we put into the search index ourselves.

The names and keywords of an article change more often than its words do: a name becomes shared, and
with it the page of every article that has it. Pagefind would have to read all pages of a shard
again; so it is not told of these facets, and we write their filter files beside those that it wrote.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from seedpress.site.encoding import as_number, as_text, list_head

FACETS = ("entity", "keyword")

Facets = tuple[tuple[str, str], ...]  # name and value of each, as they come on the page


def filters_of(pages: Sequence[Facets]) -> dict[str, list[list[Any]]]:
    """By facet: its values, sorted, each with the numbers of the pages that have it."""
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, facets in enumerate(pages):
        for name, value in facets:
            own = found[name][value]
            if not own or own[-1] != number:
                own.append(number)
    return {name: [[v, found[name][v]] for v in sorted(found[name])] for name in sorted(found)}


def filter_as_bytes(name: str, values: Iterable[list[Any]], pages: int) -> bytes:
    """The filter of that name and these values as CBOR, in a third of the time of any values."""
    known = [*map(as_number, range(pages))]
    each = [
        b"".join((b"\x82", as_text(value), list_head(len(own)), *(known[at] for at in own)))
        for value, own in values
    ]
    return b"".join((b"\x82", as_text(name), list_head(len(each)), *each))


def digest_of(facets: Iterable[tuple[str, str]]) -> str:
    """Tells the facets of a page from any others."""
    return hashlib.sha256(repr(tuple(facets)).encode("utf-8", "replace")).hexdigest()[:20]

