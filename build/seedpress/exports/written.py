"""A corpus as a file, in parts, for another process: only what tables, graphs and database tell.

What there is most of is written down as it is, without any work on it here.
"""

import struct
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from seedpress.errors import SeedpressError
from seedpress.exports.rows import Numbering, numbering, of_corpus
from seedpress.model import Article, Company, Corpus, Entity, Entry, SharedKeyword
from seedpress.settings import Settings

NUMBERS, ENTITIES, KEYWORDS = "numbers", "of entities", "of keywords"
COMPANY, ARTICLES = "of company", "of articles"
_BATCH = 500

# What it is, and many of that; or else the name of a table of the database, and rows of it.
Part = tuple[str, Any]

_KINDS: dict[str, Any] = {
    NUMBERS: Numbering,
    ENTITIES: list[Entity],
    KEYWORDS: list[SharedKeyword],
    COMPANY: list[tuple[str, tuple[Company, ...]]],
    ARTICLES: list[Entry],
}
_encode = msgspec.msgpack.Encoder().encode
_decode: dict[str, Callable[[bytes], Any]] = {
    kind: msgspec.msgpack.Decoder(found).decode for kind, found in _KINDS.items()
}
_decode_rows = msgspec.msgpack.Decoder().decode


def parts(corpus: Corpus, settings: Settings, numbers: Numbering) -> Iterator[Part]:
    """All that the database holds."""
    yield from of_corpus(corpus, settings, numbers)
    for entities in _batches(corpus.entities):
        yield ENTITIES, entities
    for entries in _batches(corpus.entries):
        yield ARTICLES, entries


def write_down(corpus: Corpus, settings: Settings, file: Path) -> None:
    """Write all that is told of the corpus elsewhere into `file`.

    Raises:
        SeedpressError: there is no room for it.
    """
    try:
        with file.open("wb") as out:
            numbers = numbering(corpus, settings)
            _put(out, NUMBERS, numbers)
            for keywords in _batches(corpus.keywords):
                _put(out, KEYWORDS, keywords)
            for company in _batches(corpus.company.items()):
                _put(out, COMPANY, company)
            for kind, part in parts(corpus, settings, numbers):
                _put(out, kind, [*map(_brief, part)] if kind == ARTICLES else part)
    except OSError as error:
        reason = f"the corpus cannot be written down here for its data files: {error.strerror}"
        raise SeedpressError(f"{file.parents[1]}: {reason}") from error


def read_back(file: BinaryIO) -> Iterator[Part]:
    """What `write_down` wrote, from the numbers on."""
    while head := file.read(8):
        name, data = struct.unpack("<II", head)
        kind = file.read(name).decode()
        yield kind, _decode.get(kind, _decode_rows)(file.read(data))


def _put(out: BinaryIO, kind: str, part: Any) -> None:
    name, data = kind.encode(), _encode(part)
    out.write(struct.pack("<II", len(name), len(data)) + name)
    out.write(data)


def _brief(entry: Entry) -> Entry:
    """An article without what only `articles.jsonl` tells."""
    whole = entry.article
    article = Article(whole.fields, (), whole.text, title_made=whole.title_made)
    return Entry(
        entry.id,
        entry.slug,
        entry.seed,
        entry.sha256,
        article,
        entry.keywords,
        tuple(entry.mentions),
        entry.related,
        words=entry.words,
    )


def _batches(things: Iterable[Any]) -> Iterator[list[Any]]:
    left = iter(things)
    while batch := list(islice(left, _BATCH)):
        yield batch
