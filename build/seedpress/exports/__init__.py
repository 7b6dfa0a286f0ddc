"""Data files for other programs: one row a kind, one file each; made from the corpus alone."""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from seedpress.exports.articles import articles_jsonl
from seedpress.exports.checksums import checksums
from seedpress.exports.columns import about, tables
from seedpress.exports.database import corpus_sqlite
from seedpress.exports.datapackage import datapackage
from seedpress.exports.entities import entities_jsonl
from seedpress.exports.feeds import entity_feeds, feed_atom, feed_json
from seedpress.exports.graph import graph_gexf, graph_graphml
from seedpress.exports.keywords import keywords_jsonl
from seedpress.exports.packing import SUFFIX, Shaped, lines
from seedpress.exports.spreadsheets import articles_csv, entities_csv, keywords_csv
from seedpress.model import Corpus, DataFile
from seedpress.settings import Settings

# What makes a file's bytes: at once, bit by bit, or not at all where there is nothing to put in.
Maker = Callable[[Corpus, Settings], bytes | Iterator[bytes] | None]

DATABASE = "corpus.sqlite"
# File name → its media type, and what makes it.
EXPORTS: dict[str, tuple[str, Maker]] = {
    "articles.jsonl": ("application/jsonl", articles_jsonl),
    "entities.jsonl": ("application/jsonl", entities_jsonl),
    "keywords.jsonl": ("application/jsonl", keywords_jsonl),
    "articles.csv": ("text/csv", articles_csv),
    "entities.csv": ("text/csv", entities_csv),
    "keywords.csv": ("text/csv", keywords_csv),
    DATABASE: ("application/vnd.sqlite3", corpus_sqlite),
    "graph.graphml": ("application/graphml+xml", graph_graphml),
    "graph.gexf": ("application/gexf+xml", graph_gexf),
    "feed.atom": ("application/atom+xml", feed_atom),
    "feed.json": ("application/feed+json", feed_json),
}
# Never packed: feed readers look for them under their names.
READ_AS_THEY_ARE = ("feed.atom", "feed.json")
DESCRIPTIONS = {"datapackage.json": "application/json", "SHA256SUMS": "text/plain"}
FEED = "application/atom+xml"


def export(corpus: Corpus, settings: Settings) -> Iterator[DataFile]:
    """Every data file as it is, none packed, its path relative to the folder of data.

    Those of the corpus come first, then what describes and checks them, then the entities' feeds,
    which hold nothing that the others do not.
    """
    told: list[DataFile] = []
    for name in EXPORTS:
        made = chunks(name, corpus, settings)
        if made is not None:
            file = described(name, _joined(made), settings.language)
            del made
            told.append(replace(file, data=b""))  # one file's bytes in memory at a time
            yield file
    yield from descriptions(told, settings)
    for feed in entity_feeds(corpus, settings):
        yield described(feed.path, feed.make(), settings.language)


def chunks(name: str, corpus: Corpus, settings: Settings) -> Iterable[bytes] | None:
    """The bytes of one of the `EXPORTS`; None where there is nothing to put in."""
    made = EXPORTS[name][1](corpus, settings)
    return lines(made) if isinstance(made, bytes) else made


def descriptions(files: Sequence[DataFile], settings: Settings) -> Iterator[DataFile]:
    """What describes and checks `files`."""
    package = described("datapackage.json", datapackage(files, settings), settings.language)
    yield package
    yield described("SHA256SUMS", checksums([*files, package]), settings.language)


def described(name: str, data: bytes, language: str, shaped: Shaped | None = None) -> DataFile:
    """A data file with all that is told of it; `shaped` is how its bytes came about."""
    packed = shaped is not None and shaped.packed
    laid = shaped.laid if shaped else None
    content = shaped.content if shaped and not packed else ""
    mediatype = EXPORTS[name][0] if name in EXPORTS else DESCRIPTIONS.get(name, FEED)
    return DataFile(
        path=f"{name}{SUFFIX}" if packed else name,
        data=data,
        size=len(laid or data),
        sha256=laid.sha256 if laid else content or hashlib.sha256(data).hexdigest(),
        mediatype=mediatype,
        about=about(name, language),
        tables=tables(name, language),
        packed=packed,
        content=shaped.content if shaped and packed else "",
        laid=laid,
        unpacked=shaped.size if shaped and packed else 0,
        members=shaped.members if shaped else (),
        keys=shaped.keys if shaped else b"",
    )


def _joined(made: Iterable[bytes]) -> bytes:
    out = io.BytesIO()  # a list to be joined would need twice the memory
    for chunk in made:
        out.write(chunk)
    return out.getvalue()
