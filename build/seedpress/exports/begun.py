"""Two thirds of the database, made before the corpus is joined: what its articles alone tell.

These are their table and the index of their words, which stand first in the file: so most of what
it is packed into is the same when the rest has come, and need not be packed again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from seedpress.exports.packing import OF_DATABASE, Known, Members, shape, unknown
from seedpress.exports.rows import Row, article_row
from seedpress.exports.schema import filling, index, index_words, lay_out, put_in
from seedpress.model import Entry
from seedpress.settings import Settings

_encode = msgspec.msgpack.Encoder().encode
_BLOCK = 1_048_576  # bytes read at once: of a packed file, a member each


@dataclass(frozen=True, slots=True)
class Begun:
    """A database that holds articles and nothing else."""

    file: Path
    holds: bytes  # digest of what their rows are made of
    members: Members  # of which its packed file would be made


def begin(
    articles: Sequence[Entry], settings: Settings, folder: Path, known: Known = unknown
) -> Begun:
    """Begin with the database in a `folder`; what of it an earlier build packed may be `known`.

    Raises:
        SeedpressError: there is no room to make it.
    """
    file, packed = folder / "corpus.sqlite", folder / "members"
    with filling(file) as database:
        lay_out(database)
        put_in(database, "articles", rows_of(articles, settings))
        index_words(database)
        index(database)
    members = Members()
    if settings.data.packed_above:
        shaped = shape(blocks(file), 1, known, OF_DATABASE)
        packed.write_bytes(shaped.data)
        members.add(packed, shaped.members)
    return Begun(file, digest(articles), members)


def rows_of(articles: Iterable[Entry], settings: Settings) -> list[Row]:
    """The rows of articles, numbered in their order."""
    return [article_row(number, each, settings) for number, each in enumerate(articles, 1)]


def digest(articles: Iterable[Entry]) -> bytes:
    """What no other articles have whose rows would be others, with the same settings."""
    state = hashlib.blake2b()
    for each in articles:
        told = each.id, each.slug, each.seed, each.sha256, each.words, each.identity
        state.update(_encode(told))
    return state.digest()


def blocks(file: Path) -> Iterator[bytes]:
    """What a file holds, some at a time."""
    with file.open("rb") as made:
        while block := made.read(_BLOCK):
            yield block
