"""All words of an index, and where they stand: read from its files, put together, made into files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from operator import itemgetter
from typing import Any

import numpy as np

from seedpress.site.encoding import (
    Word,
    as_text,
    encoded_pages,
    field_byte,
    fields_said,
    in_columns,
    list_head,
    lists_of,
    places_as_bytes,
    words_in,
)
from seedpress.site.postings import Column, Lists, Places, upto
from seedpress.site.word_files import ends as ends_of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words, and their spellings with accents."""

    words: Lists[str]
    spellings: Lists[tuple[str, str]]  # by word and spelling

    def moved(self, places: Places) -> "Lexicon":
        """The same of pages with other numbers; -1: it goes."""
        return Lexicon(self.words.moved(places), self.spellings.moved(places))

    def joined(self, other: "Lexicon") -> "Lexicon":
        """Of these pages and others."""
        return Lexicon(self.words.joined(other.words), self.spellings.joined(other.spellings))

    def present(self) -> "Lexicon":
        """Without words and spellings that stand on no page."""
        spelled = self.spellings.present()
        words = self.words.only([*self.words.present(), *map(itemgetter(0), spelled)])
        return Lexicon(words, self.spellings.only(spelled))

    def uses(self, field: int) -> bool:
        """Whether words stand in this field, the first of which is told as -1, the second as -2."""
        return any(_is_said(lists, -1 - field) for lists in (self.words, self.spellings))

    def encoded(self) -> list[bytes]:
        """Each word as CBOR."""
        pages, at = encoded_pages(self.words)
        spelled = self._spellings()
        none = list_head(0)
        lengths = self.words.lengths.tolist()
        heads = {length: list_head(length) for length in {*lengths}}
        return [
            b"".join(
                (
                    b"\x83",
                    as_text(word),
                    heads[length],
                    pages[at[number] : at[number + 1]],
                    spelled.get(word, none),
                )
            )
            for number, (word, length) in enumerate(zip(self.words.names, lengths, strict=True))
        ]

    def weights(self) -> Column:
        """How much of a file each word takes up."""
        found: Column = np.diff(upto(self.words.weights)[self.words.starts()])
        return found

    def _spellings(self) -> dict[str, bytes]:
        """The list of spellings, by word: the one that stands on the first page first."""
        lists = self.spellings
        pages, at = encoded_pages(lists)
        starts, lengths = lists.starts(), lists.lengths.tolist()
        first = lists.numbers[starts[:-1]].tolist() if lengths else []
        found: dict[str, bytes] = {}
        for word, numbers in groupby(range(len(lengths)), lambda at: lists.names[at][0]):
            order = sorted(numbers, key=lambda number: (first[number], lists.names[number][1]))
            each = (
                (
                    b"\x82",
                    as_text(lists.names[number][1]),
                    list_head(lengths[number]),
                    pages[at[number] : at[number + 1]],
                )
                for number in order
            )
            found[word] = list_head(len(order)) + b"".join(chain.from_iterable(each))
        return found


def read_lexicon(
    files: Iterable[bytes], chunks: Sequence[Sequence[str]], fields: Mapping[int, int]
) -> Lexicon | None:
    """The words of files that are told to have these `chunks`; None where we would tell otherwise.

    Args:
        files: what each of them holds.
        chunks: the first and the last word of each.
        fields: what numbers of fields become.
    """
    parts: list[list[Word]] = []
    for data in files:
        words = words_in(data)
        if words is None:
            return None
        parts.append(words)
    words = [*chain.from_iterable(parts)]
    if ends_of([[word[0] for word in part] for part in parts]) != [[*chunk] for chunk in chunks]:
        return None
    _rename_fields(words, fields)
    return _lexicon_of(words)


def _is_said(lists: Lists[Any], field: int) -> bool:
    """Whether a word stands in that field, on any page."""
    ends = upto(lists.sizes)
    looks = np.frombuffer(lists.said, np.uint8) == field_byte(field)
    for place in np.flatnonzero(looks).tolist():  # it may be part of a number
        at = int(np.searchsorted(ends, place, "right"))
        if field in fields_said(lists.said[ends[at - 1] : ends[at]]):
            return True
    return False


def _lexicon_of(words: Sequence[Word]) -> Lexicon | None:
    """None where they are not in the order of their letters, each once."""
    spelled = {(word[0], name): pages for word in words for name, pages in word[2]}
    names, spellings = [word[0] for word in words], sorted(spelled)
    if any(one >= other for one, other in pairwise(names)):
        return None
    if len(spellings) < sum(len(word[2]) for word in words):
        return None
    return Lexicon(
        in_columns(names, [word[1] for word in words]),
        in_columns(spellings, [spelled[name] for name in spellings]),
    )


def _rename_fields(words: Sequence[Word], becomes: Mapping[int, int]) -> None:
    """A field is told by its number, from -1 down, before its places."""
    if all(one == other for one, other in becomes.items()):
        return
    for page in chain.from_iterable(lists_of(words)):
        page[2] = [becomes.get(place, place) for place in page[2]]
        page[3] = places_as_bytes(page[1], page[2])
