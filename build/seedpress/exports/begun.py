"""Two thirds of the database, made before the corpus is joined: what its articles alone tell.

These are their table and the index of their words, which stand first in the file: so most of what
it is packed into is the same when the rest has come, and need not be packed again.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import msgspec

from seedpress.exports.digests import own_of
from seedpress.exports.kept import Shelf
from seedpress.exports.numbers import numbered
from seedpress.exports.packing import Known, Members, shape, unknown
from seedpress.exports.rows import Row, article_row
from seedpress.exports.schema import filling, index, lay_out, page, put_in
from seedpress.exports.standing import Standing, nothing_stands
from seedpress.exports.words import index_words
from seedpress.model import Entry
from seedpress.settings import Settings

_encode = msgspec.msgpack.Encoder().encode


@dataclass(frozen=True, slots=True)
class Begun:
    """A database that holds articles and nothing else."""

    file: Path
    holds: bytes  # digest of what their rows are made of
    members: Members  # of which its packed file would be made


AskBegun = Callable[[], Begun | None]  # asked once


def nothing_begun() -> None:
    """Nothing was begun with."""


@dataclass(frozen=True, slots=True)
class Before:
    """What there is of large files: made beside the join, and kept from build to build."""

    begun: AskBegun = nothing_begun  # of the database
    shelf: Shelf | None = None  # the same
    standing: Standing = nothing_stands  # of lines
    room: Path | None = None  # where packed files may lie until they are put in place


NOTHING = Before()


def begin(
    articles: Sequence[Entry], settings: Settings, folder: Path, known: Known = unknown
) -> Begun:
    """Begin with the database in a `folder`; what of it an earlier build packed may be `known`.

    Raises:
        SeedpressError: there is no room to make it.
    """
    file, packed = folder / "corpus.sqlite", folder / "members"
    with filling(file, file, len(articles)) as database:
        lay_out(database)
        put_in(database, "articles", rows_of(articles, settings))
        index_words(database)
        index(database)
    members = Members()
    if settings.data.packed_above:
        shaped = shape(blocks(file, len(articles)), 1, known)
        packed.write_bytes(shaped.data)
        members.add(packed, shaped.members)
    return Begun(file, digest(articles), members)


def rows_of(articles: Iterable[Entry], settings: Settings) -> list[Row]:
    """The rows of articles, in the order of their numbers."""
    known = {each.id: each for each in articles}
    return [article_row(n, known[i], settings) for i, n in numbered(known).items()]


def digest(articles: Iterable[Entry]) -> bytes:
    """What no other articles have whose rows would be others, with the same settings."""
    state = hashlib.blake2b()
    for each in sorted(articles, key=attrgetter("id")):
        state.update(_encode(own_of(each)))
    return state.digest()


def blocks(file: Path, articles: int) -> Iterator[bytes]:
    """What the file of a database of so many articles holds, a page at a time."""
    size = page(articles)
    with file.open("rb") as made:
        while block := made.read(size):
            yield block
