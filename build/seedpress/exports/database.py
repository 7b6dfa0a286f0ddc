"""`corpus.sqlite`: the corpus as a database, with a full-text index; opens in Datasette.

Rows are inserted in a fixed order into an empty file that nothing else writes to, so the same
corpus has the same bytes with the same version of SQLite. The one place where SQLite stamps its own
version (bytes 96 to 99 of the header, only for information) is overwritten; how it lays out the
full-text index may still differ between versions.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from seedpress.errors import SeedpressError
from seedpress.exports.addresses import article_url, entity_url, keyword_urls
from seedpress.exports.characters import sql_text
from seedpress.model import Alias, Corpus, Entity, Entry
from seedpress.settings import Settings

LAYOUT = 1  # `PRAGMA user_version`: grows when tables or columns change their meaning
# "seed": tells `file` and others whose database this is (https://www.sqlite.org/fileformat.html).
APPLICATION = 0x73656564
_STAMP = slice(96, 100)
_SETUP = f"""
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {LAYOUT};
"""
_NUMBERS = ("mentions", "related")  # tables without words
Value = str | int | float | None
Row = tuple[Value, ...]


def corpus_sqlite(corpus: Corpus, settings: Settings) -> bytes:
    """The database's bytes; rows are streamed into a file of its own.

    Raises:
        SeedpressError: there is no room for that file.
    """
    with TemporaryDirectory(prefix="seedpress-") as folder:
        file = Path(folder) / "corpus.sqlite"
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            try:
                _fill(database, corpus, settings)
            except sqlite3.OperationalError as error:
                reason = f"the database of the corpus cannot be made here: {error}"
                raise SeedpressError(f"{file.parents[1]}: {reason}") from error
        data = bytearray(file.read_bytes())
    data[_STAMP] = bytes(4)
    return bytes(data)


def _fill(database: sqlite3.Connection, corpus: Corpus, settings: Settings) -> None:
    database.executescript(_SETUP)
    database.execute("BEGIN")
    statements = (files(__package__) / "database.sql").read_text("utf-8").split(";\n")
    indexes = [statement for statement in statements if statement.startswith("CREATE INDEX")]
    for statement in statements:
        if statement not in indexes:
            database.execute(statement)
    for table, width, rows in _tables(corpus, settings):
        marks = ", ".join("?" * width)
        insert = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - names of our own
        database.executemany(insert, rows if table in _NUMBERS else map(_clean, rows))
    for command in ("rebuild", "optimize"):
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES (?)", (command,))
    for statement in indexes:  # cheaper when the rows are there
        database.execute(statement)
    database.execute("COMMIT")
    database.execute("VACUUM")


def _tables(corpus: Corpus, settings: Settings) -> Iterator[tuple[str, int, Iterable[Row]]]:
    """Every table's name, number of columns and rows; those that others refer to come first."""
    article = {entry.id: n for n, entry in enumerate(corpus.entries, 1)}
    entity = {found.id: n for n, found in enumerate(corpus.entities, 1)}
    keyword = {shared.slug: n for n, shared in enumerate(corpus.keywords, 1)}
    yield "about", 2, _about(corpus, settings)
    yield "sources", 2, _sources(corpus)
    yield "articles", 15, (_article(article[e.id], e, settings) for e in corpus.entries)
    yield "entities", 9, (_entity(entity[e.id], e, settings) for e in corpus.entities)
    yield "aliases", 3, (r for e in corpus.entities for r in _spellings(entity[e.id], e.aliases))
    yield "mentions", 5, (r for e in corpus.entries for r in _mentions(article[e.id], e, entity))
    yield "keywords", 6, _keywords(corpus, entity, settings)
    yield (
        "keyword_variants",
        3,
        (r for k in corpus.keywords for r in _spellings(keyword[k.slug], k.variants)),
    )
    yield (
        "article_keywords",
        5,
        (
            (article[e.id], rank, k.text, round(k.score, 6), keyword.get(k.slug))
            for e in corpus.entries
            for rank, k in enumerate(e.keywords, 1)
        ),
    )
    yield (
        "related",
        3,
        (
            (article[e.id], article[r.id], r.score)
            for e in corpus.entries
            for r in e.related
            if r.id in article
        ),
    )


def _clean(row: Row) -> Row:
    return tuple([sql_text(value) if type(value) is str else value for value in row])


def _about(corpus: Corpus, settings: Settings) -> list[Row]:
    """What is known of the corpus as a whole, by name."""
    dates = [e.article.fields.date for e in corpus.entries if e.article.fields.date]
    known = {
        "address": settings.site_url,
        "articles": str(len(corpus.entries)),
        "author": settings.author,
        "description": settings.description,
        "first_date": min(dates, default=""),
        "last_date": max(dates, default=""),
        "title": settings.name,
    }
    return [(name, value) for name, value in known.items() if value]


def _sources(corpus: Corpus) -> list[Row]:
    counts = Counter(sql_text(entry.article.fields.source) for entry in corpus.entries)
    return [(name, count) for name, count in sorted(counts.items()) if name]


def _article(number: int, entry: Entry, settings: Settings) -> Row:
    fields, text = entry.article.fields, entry.article.text
    return (
        number,
        entry.id,
        fields.title,
        int(entry.article.title_made),
        fields.byline or None,
        fields.source or None,
        fields.url or None,
        fields.dateline or None,
        fields.date or None,
        fields.language or None,
        len(text.split()),
        article_url(entry, settings),
        entry.seed,
        entry.sha256,
        text,
    )


def _entity(number: int, entity: Entity, settings: Settings) -> Row:
    return (
        number,
        entity.id,
        entity.name,
        entity.kind,
        len(entity.articles),
        entity.mentions,
        entity_url(entity, settings),
        entity.qid or None,
        entity.note or None,
    )


def _spellings(number: int, spellings: Iterable[Alias]) -> list[Row]:
    """Each spelling once; the first count holds."""
    counts = {sql_text(s.text): s.count for s in reversed([*spellings])}
    return [(number, text, count) for text, count in sorted(counts.items())]


def _mentions(number: int, entry: Entry, entity: dict[str, int]) -> list[Row]:
    return sorted(
        {
            (number, int(m.in_title), m.start, m.end, entity[m.entity])
            for m in entry.mentions
            if m.entity in entity
        }
    )


def _keywords(corpus: Corpus, entity: dict[str, int], settings: Settings) -> Iterator[Row]:
    url = keyword_urls(corpus, settings)
    for number, shared in enumerate(corpus.keywords, 1):
        yield (
            number,
            shared.slug,
            shared.text,
            len(shared.articles),
            entity.get(shared.entity),
            url(shared),
        )
