"""Puts changed pages into a shard of the index that stands: the others need not be read again.

Pagefind reads each page by itself, and then lists where each word stands. So it is handed the
changed pages alone, and what it says of them is put into the lists, in the places that it would
have given them: the bytes are those of a shard that was made of all pages, which tests compare for
pages that hypothesis invents. Where that cannot be told, nothing is mended.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import cbor2
import numpy as np

from seedpress.site.facets import FACETS
from seedpress.site.form import (
    Listing,
    Read,
    filter_path,
    fragment_path,
    has_pages,
    listing_of,
    numbered,
    packed_words,
    unpacked,
)
from seedpress.site.kept_words import Words, lexicon_of
from seedpress.site.lexicon import Lexicon
from seedpress.site.pagefind import Files
from seedpress.site.postings import Places
from seedpress.site.word_files import SHORT, in_files

KNOWN = "1.5."  # releases of Pagefind whose lists are known here


@dataclass(frozen=True, slots=True)
class Part:
    """An index, and which numbers its pages have in the new one."""

    read: Read
    listing: Listing
    places: Places  # the new number of each of its pages; -1: it goes


@dataclass(frozen=True, slots=True)
class Mended:
    """A shard: its new files, and what its lists are to say."""

    files: Files
    order: list[str]
    pages: list[list[Any]]
    chunks: list[list[str]]
    filters: dict[str, list[list[Any]]]  # by name: values, each with the numbers of its pages


def mended(
    read: Read,
    before: Sequence[str],
    wanted: Iterable[str],
    again: Mapping[str, str],
    made: Files,
    words: Words,
) -> Mended | None:
    """The index with other pages; None where all have to be read to tell what becomes of it.

    Args:
        read: reads a file of the index as it is.
        before: the paths of its pages, by their numbers.
        wanted: the paths of the pages that it is to have, sorted.
        again: of these, those that are new or have changed: their HTML.
        made: the files that Pagefind makes of those.
        words: of the index as it is; those that come of it are kept there.
    """
    stand = listing_of(read)
    new = listing_of(made.__getitem__) if has_pages(made) else _nothing(stand)
    fresh = numbered(made.__getitem__, new.pages, [*again])
    stays = {*before} - again.keys()
    order = [*filter(stays.union(fresh).__contains__, wanted)]
    number = {path: at for at, path in enumerate(order)}
    places = ([number.get(p, -1) if p in stays else -1 for p in before], [number[p] for p in fresh])
    old = Part(read, stand, np.array(places[0], np.int64))
    add = Part(made.__getitem__, new, np.array(places[1], np.int64))
    pages = _pages(old, add)
    if pages is None or not (stand.version == new.version and new.version.startswith(KNOWN)):
        return None
    lexicon = _words(old, add, words)
    files = _in_files(lexicon, stand.language) if lexicon else None
    if not lexicon or not files:
        return None
    chunks, data = files
    kept = {*stand.words}
    files_new = {path: packed_words(each) for path, each in data.items() if path not in kept}
    words.keep([files_new[path] if path in files_new else read(path) for path in data], lexicon)
    files_new |= {at: made[at] for at in (fragment_path(name) for name, _ in new.pages)}
    return Mended(files_new, order, pages, chunks, _filters(old, add))


def _in_files(lexicon: Lexicon, language: str) -> tuple[list[list[str]], Files] | None:
    return in_files(lexicon.words.names, lexicon.encoded(), lexicon.weights(), language)


def _nothing(like: Listing) -> Listing:
    """What a shard without pages would say of itself."""
    return Listing({}, like.language, "", [like.version, [], [], [], [], []])


def _pages(old: Part, add: Part) -> list[list[Any]] | None:
    """What Pagefind calls all pages, and their words; None where two that change may be called alike.

    It makes one of two such names longer, and which depends on their order.
    """
    size = len(old.listing.language) + 1 + SHORT
    found: dict[int, list[Any]] = {}
    before, now = Counter[str](), Counter[str]()
    for part in (old, add):
        for at, page in zip(part.places.tolist(), part.listing.pages, strict=True):
            if part is old:
                before[page[0][:size]] += 1
            if at >= 0:
                now[page[0][:size]] += 1
                found[at] = page
    went = [page[0] for at, page in zip(old.places, old.listing.pages, strict=True) if at < 0]
    alike = any(before[name[:size]] > 1 for name in went)
    alike = alike or any(now[page[0][:size]] > 1 for page in add.listing.pages)
    return None if alike else [found[at] for at in sorted(found)]


def _words(old: Part, add: Part, words: Words) -> Lexicon | None:
    """All words of both; None where a field is not known to be one of both."""
    fields = old.listing.fields
    if not {*add.listing.fields} <= {*fields}:
        return None
    renamed = {-1 - at: -1 - fields.index(name) for at, name in enumerate(add.listing.fields)}
    stand, new = words.of(old.read, old.listing), lexicon_of(add.read, add.listing, renamed)
    if stand is None or new is None:
        return None
    both = stand.moved(old.places).joined(new.moved(add.places))
    if (old.places >= 0).all():
        return both
    # What a few new pages tell is soon looked through, and mostly that is all fields.
    used = all(new.uses(field) or both.uses(field) for field in range(len(fields)))
    return both.present() if used else None


def _filters(old: Part, add: Part) -> dict[str, list[list[Any]]]:
    """The filters that Pagefind makes itself, of both."""
    found: dict[str, dict[str, list[int]]] = {}
    for part in (old, add):
        for name, key in part.listing.filters:
            if name in FACETS:
                continue
            _, values = cbor2.loads(unpacked(part.read, filter_path(key)))
            known = found.setdefault(name, {})
            for value, numbers in values:
                places = [at for at in part.places[numbers].tolist() if at >= 0]
                known[value] = sorted([*known.get(value, ()), *places])
    by_value = {n: [[v, at] for v, at in sorted(own.items()) if at] for n, own in found.items()}
    return {name: values for name, values in by_value.items() if values}
