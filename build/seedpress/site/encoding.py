"""Words of an index as CBOR: of a page, where a word stands is taken as it was written.

To read and write hundreds of thousands of small lists takes as long as all else that mends a shard.
A list holds for each page `[step, places, places in fields]`.
"""

import re
from collections.abc import Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

import cbor2
import numpy as np
import numpy.typing as npt

from seedpress.site.postings import Column, Lists, Name, numbers_of, steps_of, upto

Word = list[Any]  # word, its pages, its spellings with accents: [spelling, pages] of each
Pages = list[list[Any]]  # one list

_NUMBER = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a.{4})"
_PLACE = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4})"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..)" + _PLACE + rb"*"
# No word has a control character, so that none is taken for a page.
_PAGE = re.compile(rb"\x83" + _NUMBER + rb"(" + _LIST + _LIST + rb")", re.DOTALL)
_PAGE_OF_THREE, _LIST_HEAD, _TEXT_HEAD = 0x83, 0x80, 0x60
_SMALL = 24  # numbers below have a head of one byte
_WIDER = ((_SMALL, 1), (1 << 8, 2), (1 << 16, 4))  # from where on one says how many follow


def words_in(data: bytes) -> list[Word] | None:
    """The words of one file, each page with its bytes; None where these cannot be told."""
    words: list[Word] = cbor2.loads(data)[0]
    every = [*chain.from_iterable(lists_of(words))]
    written = _PAGE.findall(data)
    if len(written) != len(every) or not all(_is_plain(word) for word in words):
        return None
    for page, said in zip(every, written, strict=True):
        page.append(said)
    return words


def lists_of(words: Sequence[Word]) -> "chain[Pages]":
    """The list of pages of each word, followed by those of its spellings."""
    return chain.from_iterable((word[1], *(s[1] for s in word[2])) for word in words)


def in_columns(names: Sequence[Name], lists: Sequence[Pages]) -> Lists[Name]:
    """Lists as `words_in` gives them."""
    every = [*chain.from_iterable(lists)]
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    steps = np.fromiter(map(itemgetter(0), every), np.int64, len(every))
    weights = np.fromiter((len(p[1]) + len(p[2]) + 1 for p in every), np.int64, len(every))
    said = [page[3] for page in every]
    sizes = np.fromiter(map(len, said), np.int64, len(said))
    return Lists(names, lengths, numbers_of(steps, lengths), weights, sizes, b"".join(said))


def encoded_pages(lists: Lists[Name]) -> tuple[bytes, list[int]]:
    """The pages of all lists as CBOR, and where those of each begin, and end."""
    steps = steps_of(lists)
    heads = 2 + _further(steps)
    ends = upto(heads + lists.sizes)
    starts = ends[:-1]
    written = np.empty(ends[-1], np.uint8)
    is_said = np.ones(ends[-1], np.bool_)
    for at in range(int(heads.max(initial=0))):
        is_said[starts[heads > at] + at] = False
    written[is_said] = np.frombuffer(lists.said, np.uint8)
    written[starts] = _PAGE_OF_THREE
    _write_numbers(written, starts + 1, steps)
    return written.tobytes(), ends[lists.starts()].tolist()


def places_as_bytes(places: Sequence[int], in_fields: Sequence[int]) -> bytes:
    """What is said of a page."""
    return cbor2.dumps(places) + cbor2.dumps(in_fields)


def fields_said(said: bytes) -> list[int]:
    """Of that, the second part."""
    *_, in_fields = cbor2.loads(b"\x82" + said)
    return list(in_fields)


def field_byte(field: int) -> int:
    """A byte that stands in what is said of a page on which a word is in that field."""
    return cbor2.dumps(field)[-1]


def as_number(number: int) -> bytes:
    """A number as CBOR."""
    return _head(0, number)


def list_head(length: int) -> bytes:
    """How a list of so many begins."""
    return _head(_LIST_HEAD, length)


def as_text(word: str) -> bytes:
    """A word as CBOR."""
    data = word.encode()
    return _head(_TEXT_HEAD, len(data)) + data


def _is_plain(word: Word) -> bool:
    return word[0].isprintable() and all(spelling[0].isprintable() for spelling in word[2])


def _head(kind: int, number: int) -> bytes:
    if number < _SMALL:
        return bytes((kind + number,))
    size = next(size for least, size in reversed(_WIDER) if number >= least)
    return bytes((kind + _told(size),)) + number.to_bytes(size)


def _told(size: int) -> int:
    """The byte that says that a number follows in so many."""
    return 0x17 + size.bit_length()


def _further(numbers: Column) -> Column:
    """How many bytes follow the first of each number."""
    return np.select([numbers >= least for least, _ in _WIDER[::-1]], [s for _, s in _WIDER[::-1]])


def _write_numbers(into: npt.NDArray[np.uint8], at: Column, numbers: Column) -> None:
    further = _further(numbers)
    into[at] = numbers  # the large ones are written again
    for _, size in _WIDER:
        own = np.flatnonzero(further == size)
        into[at[own]] = _told(size)
        for byte in range(size):
            into[at[own] + 1 + byte] = numbers[own] >> 8 * (size - 1 - byte) & 0xFF
