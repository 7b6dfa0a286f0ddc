"""The files whose lines have keys, so that those which were published are not made again."""

from collections.abc import Callable

from seedpress.exports import articles, entities
from seedpress.exports.digests import Digests, digest
from seedpress.exports.spreadsheets import (
    OF_ARTICLES,
    OF_ENTITIES,
    Cells,
    article_row,
    called,
    entity_row,
    head,
    written,
)
from seedpress.exports.standing import Lines
from seedpress.model import Corpus
from seedpress.settings import Settings


def records_of_articles(corpus: Corpus, settings: Settings, digests: Digests) -> Lines:
    """Those of `articles.jsonl`."""
    line, of = articles.line_of(settings), corpus.entries
    return Lines(digests.articles, lambda number: line(of[number]))


def records_of_entities(corpus: Corpus, settings: Settings, digests: Digests) -> Lines:
    """Those of `entities.jsonl`."""
    line, of = entities.line_of(settings), corpus.entities
    return Lines(digests.entities, lambda number: line(of[number]))


def rows_of_articles(corpus: Corpus, settings: Settings, digests: Digests) -> Lines:
    """Those of `articles.csv`."""
    names, of = called(corpus.entities), corpus.entries
    return _table(OF_ARTICLES, digests.naming(names), lambda n: article_row(of[n], names, settings))


def rows_of_entities(corpus: Corpus, settings: Settings, digests: Digests) -> Lines:
    """Those of `entities.csv`."""
    of = corpus.entities
    return _table(OF_ENTITIES, digests.entities, lambda n: entity_row(of[n], settings))


KEYED: dict[str, Callable[[Corpus, Settings, Digests], Lines]] = {
    "articles.jsonl": records_of_articles,
    "entities.jsonl": records_of_entities,
    "articles.csv": rows_of_articles,
    "entities.csv": rows_of_entities,
}


def _table(columns: Cells, keys: list[bytes], row: Callable[[int], Cells]) -> Lines:
    def line(number: int) -> bytes:
        return written(row(number - 1)) if number else head(columns)

    return Lines([digest(columns), *keys], line)
