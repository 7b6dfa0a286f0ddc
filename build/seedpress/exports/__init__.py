"""Data files for other programs: one row a kind, one file each; made from the corpus alone."""

import hashlib
from collections.abc import Callable, Iterator
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
from seedpress.exports.spreadsheets import articles_csv, entities_csv, keywords_csv
from seedpress.model import Corpus, DataFile
from seedpress.settings import Settings

Maker = Callable[[Corpus, Settings], bytes | None]  # None: there is nothing to put in

# File name → its media type, and what makes it.
EXPORTS: dict[str, tuple[str, Maker]] = {
    "articles.jsonl": ("application/jsonl", articles_jsonl),
    "entities.jsonl": ("application/jsonl", entities_jsonl),
    "keywords.jsonl": ("application/jsonl", keywords_jsonl),
    "articles.csv": ("text/csv", articles_csv),
    "entities.csv": ("text/csv", entities_csv),
    "keywords.csv": ("text/csv", keywords_csv),
    "corpus.sqlite": ("application/vnd.sqlite3", corpus_sqlite),
    "graph.graphml": ("application/graphml+xml", graph_graphml),
    "graph.gexf": ("application/gexf+xml", graph_gexf),
    "feed.atom": ("application/atom+xml", feed_atom),
    "feed.json": ("application/feed+json", feed_json),
}


def export(corpus: Corpus, settings: Settings) -> Iterator[DataFile]:
    """Every data file, its path relative to the folder of data.

    Those of the corpus come first, then what describes and checks them, then the entities' feeds,
    which hold nothing that the others do not.
    """
    told: list[DataFile] = []

    def file(path: str, data: bytes, mediatype: str) -> DataFile:
        made = _file(path, data, mediatype, settings.language)
        told.append(replace(made, data=b""))  # one file's bytes in memory at a time
        return made

    for path, (mediatype, make) in EXPORTS.items():
        data = make(corpus, settings)
        if data is not None:
            yield file(path, data, mediatype)
    yield file("datapackage.json", datapackage(told, settings), "application/json")
    yield file("SHA256SUMS", checksums(told), "text/plain")
    for path, data in entity_feeds(corpus, settings):
        yield _file(path, data, "application/atom+xml", settings.language)


def _file(path: str, data: bytes, mediatype: str, language: str) -> DataFile:
    return DataFile(
        path=path,
        data=data,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        mediatype=mediatype,
        about=about(path, language),
        tables=tables(path, language),
    )
