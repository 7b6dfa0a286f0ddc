"""Words of an index as CBOR: of a page that stays, where they stand is taken as it was written.

To write hundreds of thousands of small lists takes as long as all else that mends a shard. So each
page of a word's list gets a fourth part when it is read, `[step, places, in fields, bytes of both]`.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Any

import cbor2

from seedpress.site.postings import Pages

_NUMBER = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a.{4})"
_PLACE = rb"(?:[\x00-\x17\x20-\x37]|[\x18\x38].|[\x19\x39]..|[\x1a\x3a].{4})"
_LIST = rb"(?:[\x80-\x97]|\x98.|\x99..)" + _PLACE + rb"*"
# No word has a control character, so that none is taken for a page.
_PAGE = re.compile(rb"\x83" + _NUMBER + rb"(" + _LIST + _LIST + rb")", re.DOTALL)
_SMALL = 24  # lists shorter than that have a head of one byte


def words_in(data: bytes) -> list[list[Any]] | None:
    """The words of one file, each page with its bytes; None where these cannot be told."""
    words: list[list[Any]] = cbor2.loads(data)[0]
    every = [*chain.from_iterable(lists_of(words))]
    written = _PAGE.findall(data)
    if len(written) != len(every) or not all(_is_plain(word) for word in words):
        return None
    for page, told in zip(every, written, strict=True):
        page.append(told)
    return words


def lists_of(words: Sequence[list[Any]]) -> "chain[Pages]":
    """The list of pages of each word, followed by those of its spellings."""
    return chain.from_iterable((word[1], *(s[1] for s in word[2])) for word in words)


def encoded(words: Sequence[list[Any]], steps: Sequence[bytes]) -> bytes:
    """The words of one file as CBOR, with what `steps_upto` gives."""
    return b"".join((b"\x81", _head(len(words)), *(_word(word, steps) for word in words)))


def steps_upto(pages: int) -> list[bytes]:
    """How a page begins whose number is so many above that of the one before it, for each of them."""
    return [b"\x83" + cbor2.dumps(step) for step in range(pages)]


def places_as_bytes(places: Sequence[int], in_fields: Sequence[int]) -> bytes:
    """The fourth part of a page."""
    return cbor2.dumps(places) + cbor2.dumps(in_fields)


def _is_plain(word: list[Any]) -> bool:
    return word[0].isprintable() and all(spelling[0].isprintable() for spelling in word[2])


def _word(word: list[Any], steps: Sequence[bytes]) -> bytes:
    spellings = [b"\x82" + cbor2.dumps(name) + _pages(own, steps) for name, own in word[2]]
    own = _pages(word[1], steps)
    return b"".join((b"\x83", cbor2.dumps(word[0]), own, _head(len(spellings)), *spellings))


def _pages(pages: Pages, steps: Sequence[bytes]) -> bytes:
    return _head(len(pages)) + b"".join([steps[page[0]] + page[3] for page in pages])


def _head(length: int) -> bytes:
    """How a list of so many begins."""
    if length < _SMALL:
        return bytes((0x80 + length,))
    size = next(size for size in (1, 2, 4) if length < 256**size)
    return bytes((0x97 + size.bit_length(),)) + length.to_bytes(size)
