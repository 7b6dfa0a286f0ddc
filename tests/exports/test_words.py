"""The index of words finds what SQLite's own finds, in however many parts it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from seedpress.exports import words
from seedpress.exports.schema import lay_out

ARTICLES = "INSERT INTO articles VALUES (?, ?, ?, 0, '', '', '', '', '', '', 0, '', '', '', ?)"
ASKED = ("power", '"power station"', "station*", "title : power", "zurich", "power NOT silent", "x")


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
        lay_out(opened)
        yield opened


def put(database: sqlite3.Connection, count: int) -> None:
    for number in range(1, count + 1):
        title = "Power" if number % 3 else "Zürich"
        text = " ".join((f"w{number}", "power station" * (number % 4), "silent " * (number % 5)))
        database.execute(ARTICLES, (number, f"a{number}", title, text))


def found(database: sqlite3.Connection) -> list[list[tuple[int, float]]]:
    ask = "SELECT rowid, round(rank, 9) FROM articles_fts WHERE articles_fts MATCH ? ORDER BY 1"
    return [database.execute(ask, (asked,)).fetchall() for asked in ASKED]


def parts(database: sqlite3.Connection) -> int:
    ((count,),) = database.execute("SELECT count(DISTINCT segid) FROM articles_fts_idx")
    return int(count)


@pytest.mark.parametrize("count", [0, 1, 7, 300])
@pytest.mark.parametrize("part", [1, 10, 1000])
def test_the_same_is_found(
    count: int, part: int, database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_PART", part)
    put(database, count)
    words.index_words(database)
    database.execute("INSERT INTO articles_fts (articles_fts, rank) VALUES ('integrity-check', 1)")
    ours, number = found(database), parts(database)
    database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
    assert ours == found(database)
    assert number > 1 or count < 2 * part


def test_more_can_be_put_into_it(
    database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "_PART", 2)
    put(database, 100)
    words.index_words(database)
    database.execute(ARTICLES, (1000, "a1000", "New", "power of words"))
    database.execute("INSERT INTO articles_fts (rowid, title, text) VALUES (1000, 'New', 'power')")
    database.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")
    assert parts(database) == 1
    ask = "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'new power'"
    assert database.execute(ask).fetchall() == [(1,)]
