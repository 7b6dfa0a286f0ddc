"""The words of a shard of the search index, kept between builds as the next one wants them.

To read them out of the index' own files takes longer than all else that mends a shard. They are
known by the bytes of these files, so that none are ever taken for those of another index.
"""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Generic

import msgspec
import numpy as np

from seedpress.atomic import put
from seedpress.remembered import opened, sealed
from seedpress.site.form import Listing, Read, listing_of, unpacked
from seedpress.site.lexicon import Lexicon, read_lexicon
from seedpress.site.postings import Column, Lists, Name
from seedpress.undisturbed import undisturbed

_LENGTH = 32  # of a digest


class _Lists(msgspec.Struct, Generic[Name], array_like=True, frozen=True):
    names: list[Name]
    columns: tuple[tuple[str, bytes], ...]  # of each the kind of its numbers, and these
    said: bytes


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    words: _Lists[str]
    spellings: _Lists[tuple[str, str]]


class Words:
    """Those of one shard, in a file if there is one: a digest of the index' files, then the words."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file

    def of(self, read: Read, listing: Listing) -> Lexicon | None:
        """The words of the index whose files `read` reads; None where these cannot be told."""
        return self._kept(_digest(map(read, listing.words))) or lexicon_of(read, listing)

    def keep(self, files: Iterable[bytes], lexicon: Lexicon) -> None:
        """Keep the words that are in these files."""
        if self._file:
            kept = _Kept(_as_kept(lexicon.words), _as_kept(lexicon.spellings))
            put(self._file, _digest(files) + sealed(msgspec.msgpack.encode(kept)))

    def foresee(self, read: Read) -> None:
        """See to it that those of an index are kept."""
        listing = listing_of(read)
        digest = _digest(map(read, listing.words))
        if self._file and self._first(_LENGTH) != digest:
            lexicon = lexicon_of(read, listing)
            if lexicon:
                self.keep(map(read, listing.words), lexicon)
            else:
                put(self._file, digest)  # nor will they be told the next time

    def _kept(self, digest: bytes) -> Lexicon | None:
        data = self._first()
        if data[:_LENGTH] != digest:
            return None
        words = opened(memoryview(data)[_LENGTH:])
        try:
            kept = msgspec.msgpack.decode(words or b"", type=_Kept)
        except msgspec.DecodeError:
            return None
        return Lexicon(_lists_of(kept.words), _lists_of(kept.spellings))

    def _first(self, length: int = -1) -> bytes:
        """The beginning of the file, or all of it; nothing where there is none."""
        try:
            with (self._file or Path()).open("rb") as file:
                return file.read(length)
        except OSError:
            return b""


def lexicon_of(
    read: Read, listing: Listing, fields: Mapping[int, int] | None = None
) -> Lexicon | None:
    """The words of an index whose `fields` have other numbers; None where these cannot be told."""
    files = (unpacked(read, path) for path in listing.words)
    with undisturbed():
        return read_lexicon(files, [chunk[:2] for chunk in listing.about[2]], fields or {})


def _digest(files: Iterable[bytes]) -> bytes:
    digest = hashlib.sha256()
    for data in files:
        digest.update(len(data).to_bytes(8))
        digest.update(data)
    return digest.digest()


def _as_kept(lists: Lists[Name]) -> _Lists[Name]:
    columns = (lists.lengths, lists.numbers, lists.weights, lists.sizes)
    return _Lists(list(lists.names), tuple(map(_packed, columns)), lists.said)


def _packed(column: Column) -> tuple[str, bytes]:
    """As few bytes a number as do."""
    kind = np.min_scalar_type(int(column.max(initial=0))).newbyteorder("<")
    return kind.str, column.astype(kind).tobytes()


def _lists_of(kept: _Lists[Name]) -> Lists[Name]:
    columns = [np.frombuffer(data, kind).astype(np.int64) for kind, data in kept.columns]
    lengths, numbers, weights, sizes = columns
    return Lists(kept.names, lengths, numbers, weights, sizes, kept.said)
