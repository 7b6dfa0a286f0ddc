"""What `corpus.sqlite` is made of, in parts, and as a file for another process.

What there is most of, articles and entities, is written down as it is, without any work on it here.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from seedpress.errors import SeedpressError
from seedpress.exports.characters import sql_text
from seedpress.exports.rows import (
    Numbering,
    Record,
    RowMaker,
    Rows,
    numbering,
    of_corpus,
    record,
)
from seedpress.model import Corpus, Entity
from seedpress.settings import Settings

ENTITIES, ARTICLES = "of entities", "of articles"
_BATCH = 500
_NUMBERS = "numbers"

# What it is, and many of that: `Entity`, `Record`, or else rows of the table with that name.
Part = tuple[str, Any]

_encode = msgspec.msgpack.Encoder().encode
_decode: dict[str, Callable[[bytes], Any]] = {
    _NUMBERS: msgspec.msgpack.Decoder(Numbering).decode,
    ENTITIES: msgspec.msgpack.Decoder(list[Entity]).decode,
    ARTICLES: msgspec.msgpack.Decoder(list[Record]).decode,
}
_decode_rows = msgspec.msgpack.Decoder().decode


def parts(corpus: Corpus, settings: Settings) -> Iterator[Part]:
    """All that the database holds."""
    yield from of_corpus(corpus, settings)
    for entities in _batches(corpus.entities):
        yield ENTITIES, entities
    for records in _batches(map(record, corpus.entries)):
        yield ARTICLES, records


def write_down(corpus: Corpus, settings: Settings, file: Path) -> None:
    """Write all that the database is made of into `file`.

    Raises:
        SeedpressError: there is no room for it.
    """
    numbers = numbering(corpus, settings)
    try:
        with file.open("wb") as out:
            _put(out, _NUMBERS, _encode(numbers))
            for kind, part in parts(corpus, settings):
                try:
                    _put(out, kind, _encode(part))
                except UnicodeEncodeError:  # half a pair of surrogates
                    for table, rows in _cleaned(kind, part, numbers):
                        _put(out, table, _encode(rows))
    except OSError as error:
        reason = f"the corpus cannot be written down here for its database: {error.strerror}"
        raise SeedpressError(f"{file.parents[1]}: {reason}") from error


def read_back(file: BinaryIO) -> tuple[Numbering, Iterator[Part]]:
    """What `write_down` wrote."""
    written = _read(file)
    return next(written)[1], written


def _read(file: BinaryIO) -> Iterator[Part]:
    while head := file.read(8):
        name, data = struct.unpack("<II", head)
        kind = file.read(name).decode()
        yield kind, _decode.get(kind, _decode_rows)(file.read(data))


def _put(out: BinaryIO, kind: str, data: bytes) -> None:
    name = kind.encode()
    out.write(struct.pack("<II", len(name), len(data)) + name)
    out.write(data)


def _cleaned(kind: str, part: Any, numbers: Numbering) -> Iterator[Part]:
    """The rows of a part, without what UTF-8 cannot hold."""
    maker = RowMaker(numbers)
    made: dict[str, Callable[[Any], Rows]] = {
        ENTITIES: maker.of_entities,
        ARTICLES: maker.of_articles,
    }
    for table, rows in made[kind](part) if kind in made else [(kind, part)]:
        yield table, [[sql_text(v) if isinstance(v, str) else v for v in row] for row in rows]


def _batches(things: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(things)
    while batch := list(islice(left, _BATCH)):
        yield batch
