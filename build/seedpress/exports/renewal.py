"""Brings the kept database up to date: only rows that were made of something else are made again.

What comes out has the bytes of one that is made anew, for SQLite puts both in order.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from seedpress.exports.digests import SIZE
from seedpress.exports.kept import Told
from seedpress.exports.rows import Row, RowMaker, Rows, of_corpus
from seedpress.exports.schema import clean, filling, put_in
from seedpress.exports.words import index_words, parts_of
from seedpress.model import Corpus, Entry, mentioned
from seedpress.settings import Settings

K = TypeVar("K")
V = TypeVar("V")

_SHARE = 2  # where more than one in so many articles or sheets is new, all is made anew
_JOINED = ("mentions", "article_keywords", "related")


@dataclass(frozen=True, slots=True)
class Changes:
    """Which rows are to be made again, or to go."""

    articles: Collection[str]  # ids
    joined: Collection[str]  # the same
    old: Collection[int]  # numbers of entities that were others, or are there no more
    new: Collection[int]  # and of those that are


def changes(last: Told, now: Told, corpus: Corpus) -> Changes | None:
    """What has changed since the last build; None where too much has to be told apart."""
    before, after = (len(told.numbers.articles) for told in (last, now))
    if parts_of(before) != parts_of(after):
        return None  # the index of words is of other parts
    known, told = last.every_entity(), now.every_entity()
    moved = _differing(last.numbers.articles, now.numbers.articles)
    found = Changes(
        _differing(last.articles, now.articles) | moved,
        _differing(last.joined, now.joined) | moved | _telling(moved, last, now, corpus),
        _numbers(known - told),
        _numbers(told - known),
    )
    many = max(len(found.articles), len(found.joined)) * _SHARE > after
    return None if many or len(found.new) * _SHARE > len(told) else found


def renew(
    file: Path, last: Told, now: Told, found: Changes, corpus: Corpus, settings: Settings
) -> None:
    """Bring the database in `file` from what it was made of `last` to what is told `now`.

    Raises:
        SeedpressError: there is no room to make it.
    """
    with filling(file, file, len(now.numbers.articles)) as database:
        _clear(database, last, found)
        for table, rows in of_corpus(corpus, settings, now.numbers):
            _bring(database, table, rows)
        for table, rows in _rows(now, found, corpus):
            put_in(database, table, rows)
        changed = [
            told.numbers.articles[identity]
            for told in (last, now)
            for identity in found.articles
            if identity in told.numbers.articles
        ]
        index_words(database, changed)


def _telling(articles: Set[str], last: Told, now: Told, corpus: Corpus) -> set[str]:
    """Ids of articles that tell of something that has another number now, or got or lost one.

    Of `articles` these are known.
    """
    entities = _differing(last.numbers.entities, now.numbers.entities)
    keywords = _differing(last.numbers.keywords, now.numbers.keywords)

    def tells(each: Entry) -> bool:
        return not (
            entities.isdisjoint(mentioned(each.mentions))
            and keywords.isdisjoint([keyword.slug for keyword in each.keywords])
            and articles.isdisjoint([other.id for other in each.related])
        )

    return {each.id for each in corpus.entries if tells(each)}


def _clear(database: sqlite3.Connection, last: Told, found: Changes) -> None:
    """Take away the rows that are made again, and those of what is there no more."""
    known = last.numbers.articles
    old = [(known[identity],) for identity in found.articles if identity in known]
    database.executemany("DELETE FROM articles WHERE number = ?", old)
    old = [(known[identity],) for identity in found.joined if identity in known]
    for table in _JOINED:
        database.executemany(f"DELETE FROM {table} WHERE article = ?", old)  # noqa: S608 - ours
    numbers = [(number,) for number in found.old]
    for table, column in (("entities", "number"), ("aliases", "entity")):
        database.executemany(f"DELETE FROM {table} WHERE {column} = ?", numbers)  # noqa: S608


def _bring(database: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Make a table hold these rows, all of which are made with every build."""
    there = database.execute(f"SELECT * FROM {table}")  # noqa: S608 - ours
    same = " AND ".join(f'"{column}" IS ?' for column, *_ in there.description)
    known, wanted = {*there}, clean(rows)
    old = known.difference(wanted)
    database.executemany(f"DELETE FROM {table} WHERE {same}", old)  # noqa: S608
    put_in(database, table, [row for row in wanted if row not in known])


def _rows(now: Told, found: Changes, corpus: Corpus) -> Rows:
    """The rows that are made again."""
    maker, number = RowMaker(now.numbers), now.numbers.entities
    new = {*found.new}
    yield from maker.of_entities([e for e in corpus.entities if number[e.id] in new])
    yield from maker.own_of_articles(_of(corpus.entries, found.articles))
    yield from maker.of_articles(_of(corpus.entries, found.joined), whole=False)


def _of(entries: Iterable[Entry], ids: Collection[str]) -> list[Entry]:
    return [each for each in entries if each.id in ids]


def _numbers(told: Iterable[bytes]) -> set[int]:
    """The numbers in what is told of entities."""
    return {int.from_bytes(each[SIZE:], "big") for each in told}


def _differing(before: Mapping[K, V], now: Mapping[K, V]) -> set[K]:
    """Keys that only one of the two has, or that stand for something else."""
    gone = before.keys() - now.keys()
    return gone | {key for key, value in now.items() if before.get(key) != value}
