"""Puts changed pages into a shard of the index that stands: the others need not be read again.

Pagefind reads each page by itself, and then lists where each word stands. So it is handed the
changed pages alone, and what it says of them is put into the lists, in the places that it would
have given them: the bytes are those of a shard that was made of all pages, which tests compare for
pages that hypothesis invents. Where that cannot be told, nothing is mended.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import cbor2
import numpy as np

from seedpress.site.encoding import lists_of, places_as_bytes, words_in
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
from seedpress.site.pagefind import Files
from seedpress.site.postings import Pages, Places, insert, numbers_of, renumber
from seedpress.site.word_files import SHORT, Word, ends, in_files
from seedpress.undisturbed import undisturbed

KNOWN = "1.5."  # releases of Pagefind whose lists are known here


@dataclass(frozen=True, slots=True)
class Part:
    """An index, and which numbers its pages have in the new one."""

    read: Read
    listing: Listing
    places: Places  # the new number of each of its pages; -1: it goes

    def words(self) -> list[Word] | None:
        """All its words, sorted; None where it tells of its files what we would not."""
        files: list[list[Word]] = []
        for path in self.listing.words:
            words = words_in(unpacked(self.read, path))
            if words is None:
                return None
            files.append(words)
        told = [chunk[:2] for chunk in self.listing.about[2]]
        return [*chain.from_iterable(files)] if ends(files) == told else None


@dataclass(frozen=True, slots=True)
class Mended:
    """A shard: its new files, and what its lists are to say."""

    files: Files
    order: list[str]
    pages: list[list[Any]]
    chunks: list[list[str]]
    filters: dict[str, list[list[Any]]]  # by name: values, each with the numbers of its pages


def mended(
    read: Read, before: Sequence[str], wanted: Iterable[str], again: Mapping[str, str], made: Files
) -> Mended | None:
    """The index with other pages; None where all have to be read to tell what becomes of it.

    Args:
        read: reads a file of the index as it is.
        before: the paths of its pages, by their numbers.
        wanted: the paths of the pages that it is to have, sorted.
        again: of these, those that are new or have changed: their HTML.
        made: the files that Pagefind makes of those.
    """
    stand = listing_of(read)
    new = listing_of(made.__getitem__) if has_pages(made) else _nothing(stand)
    fresh = numbered(made.__getitem__, new.pages, [*again])
    stays = {*before} - again.keys()
    stand_now = stays | {*fresh}
    order = [path for path in wanted if path in stand_now]
    number = {path: at for at, path in enumerate(order)}
    places = ([number.get(p, -1) if p in stays else -1 for p in before], [number[p] for p in fresh])
    old = Part(read, stand, np.array(places[0], np.int64))
    add = Part(made.__getitem__, new, np.array(places[1], np.int64))
    pages = _pages(old, add)
    if pages is None or not (stand.version == new.version and new.version.startswith(KNOWN)):
        return None
    with undisturbed():
        words = _words(old, add)
        files = in_files(words, stand.language, len(order)) if words else None
    if not files:
        return None
    chunks, data = files
    kept = {*stand.words}
    files_new = {path: packed_words(each) for path, each in data.items() if path not in kept}
    files_new |= {at: made[at] for at in (fragment_path(name) for name, _ in new.pages)}
    return Mended(files_new, order, pages, chunks, _filters(old, add))


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


def _words(old: Part, add: Part) -> list[Word] | None:
    """All words of both; None where a field is not known to be one of both."""
    words, new = old.words(), add.words()
    fields = old.listing.fields
    if words is None or new is None or not {*add.listing.fields} <= {*fields}:
        return None
    _rename_fields(new, add.listing.fields, fields)
    renumber([*lists_of(words)], old.places)
    if (old.places < 0).any():
        words = [*filter(_is_there, words)]
        if not _all_used(fields, chain(words, new)):
            return None
    known = {word[0]: word for word in words}
    for word in new:
        if word[0] not in known:
            known[word[0]] = [word[0], [], []]
            words.append(known[word[0]])
        _join(known[word[0]], word, add.places)
    for word in words:
        if len(word[2]) > 1:
            word[2].sort(key=lambda spelling: (spelling[1][0][0], spelling[0]))
    words.sort(key=lambda word: word[0])
    return words


def _join(word: Word, new: Word, places: Places) -> None:
    """Add to a word the pages that it stands on anew."""
    _insert(word[1], new[1], places)
    known = {spelling[0]: spelling[1] for spelling in word[2]}
    for spelling, pages in new[2]:
        if spelling not in known:
            known[spelling] = []
            word[2].append([spelling, known[spelling]])
        _insert(known[spelling], pages, places)


def _insert(pages: Pages, new: Pages, places: Places) -> None:
    numbers = (int(places[number]) for number in numbers_of(new))
    insert(
        pages,
        (
            (n, page[1], page[2], places_as_bytes(page[1], page[2]))
            for n, page in zip(numbers, new, strict=True)
        ),
    )


def _is_there(word: Word) -> bool:
    """Whether a word still stands on any page; spellings that do not are taken out."""
    word[2] = [spelling for spelling in word[2] if spelling[1]]
    return bool(word[1] or word[2])


def _rename_fields(words: Sequence[Word], own: Sequence[str], all_fields: Sequence[str]) -> None:
    """A field is told by its number, from -1 down, before its places."""
    becomes = {-1 - at: -1 - all_fields.index(name) for at, name in enumerate(own)}
    for pages in lists_of(words):
        for page in pages:
            page[2] = [becomes.get(place, place) for place in page[2]]


def _all_used(fields: Sequence[str], words: "chain[Word]") -> bool:
    """Whether words stand in every field: else one may have gone with the pages that had it."""
    wanted = {-1 - at for at in range(len(fields))}
    for pages in lists_of([*words]):
        for page in pages:
            if page[2]:
                wanted.difference_update(page[2])
                if not wanted:
                    return True
    return False


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
