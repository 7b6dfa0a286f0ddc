"""`corpus.sqlite` opens, finds phrases, holds together, and has the same bytes every time."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from seedpress.exports import schema
from seedpress.exports.columns import tables
from seedpress.exports.database import corpus_sqlite
from seedpress.exports.schema import APPLICATION, LAYOUT
from seedpress.model import Article, Corpus, Entry, Fields, Mention
from seedpress.settings import Settings

from .corpora import HOSTILE, TEXT, corpus

SETTINGS = Settings(name="The quay", author="Ed")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def database(tmp_path):
    file = tmp_path / "corpus.sqlite"
    file.write_bytes(corpus_sqlite(corpus(), SETTINGS))
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
        yield opened


def rows(database, sql, *values):
    return database.execute(sql, values).fetchall()


def test_it_is_whole_and_says_what_it_is(database):
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert rows(database, "PRAGMA foreign_key_check") == []
    assert rows(database, "PRAGMA user_version") == [(LAYOUT,)]
    assert rows(database, "PRAGMA application_id") == [(APPLICATION,)]
    assert dict(rows(database, "SELECT * FROM about")) == {
        "articles": "2",
        "author": "Ed",
        "first_date": "2025-03-14",
        "last_date": "2025-03-14",
        "title": "The quay",
    }


def test_every_column_is_explained(database):
    told = {t.name: [c.name for c in t.columns] for t in tables("corpus.sqlite", "en")}
    found = rows(
        database,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'articles_fts%'",
    )
    assert {name for (name,) in found} == set(told)
    for name, columns in told.items():
        assert [row[1] for row in rows(database, f"PRAGMA table_info({name})")] == columns


def test_the_full_text_index_finds_phrases_and_words_without_their_accents(tmp_path):
    entry = Entry(
        "a3",
        "t",
        "d.txt",
        "02",
        Article(Fields(title="Łódź und Zürich"), (), "The power stations fell silent."),
        (),
        (),
    )
    found = sqlite3.connect(":memory:")
    found.deserialize(corpus_sqlite(Corpus((entry,), (), ()), SETTINGS))

    def ids(query):
        return rows(
            found,
            "SELECT id FROM articles_fts JOIN articles ON number = articles_fts.rowid "
            "WHERE articles_fts MATCH ?",
            query,
        )

    with closing(found):
        assert ids('"power stations"') == [("a3",)]
        assert ids('"stations power"') == []
        assert ids("zurich") == [("a3",)]


def test_hostile_words_are_words(database):
    (title, text), *_ = rows(database, "SELECT title, text FROM articles ORDER BY id")
    assert title == HOSTILE.replace("\x00", "\ufffd")
    assert text == TEXT
    assert rows(database, "SELECT source FROM articles ORDER BY id") == [("+s",), (None,)]
    assert rows(database, "SELECT text, count FROM keyword_variants ORDER BY text") == [
        ("=truce()", 2),
        ("truce", 1),
    ]


def test_lone_surrogates_and_double_mentions_do_no_harm():
    made = corpus()
    first = made.entries[0]
    article = replace(first.article, text="a \ud800 b")
    twice = (*first.mentions, first.mentions[0], Mention(0, 4, "Kyiv", entity="unknown:x"))
    entry = replace(first, article=article, mentions=twice)
    data = corpus_sqlite(replace(made, entries=(entry,)), SETTINGS)
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(data)
        assert rows(opened, "SELECT text FROM articles") == [("a \ufffd b",)]
        assert rows(opened, "SELECT count(*) FROM mentions") == [(2,)]


def test_views_answer(database):
    title = HOSTILE.replace("\x00", "\ufffd")
    told = "SELECT entity, in_title, before, mention, after FROM mentions_in_context ORDER BY 2"
    assert rows(database, told) == [
        ("place:kyiv", 0, "", "Kyiv", TEXT[4:64]),
        ("other:x", 1, title[:10], title[10:16], title[16:76]),
    ]
    assert sorted(rows(database, "SELECT entity, month, articles FROM entities_by_month")) == [
        ("other:x", "2025-03", 1),
        ("place:kyiv", "2025-03", 1),
    ]
    assert sorted(rows(database, "SELECT article, entity, mentions FROM article_entities")) == [
        ("a1", "other:x", 1),
        ("a1", "place:kyiv", 1),
    ]
    assert rows(database, "SELECT first, second, articles FROM entity_pairs") == [
        ("other:x", "place:kyiv", 1)
    ]
    assert ("place:kyiv", "+s", "Kyiv", 1) in rows(
        database, "SELECT entity, source, spelling, mentions FROM spellings_by_source"
    )


SCRIPT = """
import hashlib
from tests.exports.corpora import corpus
from seedpress.exports import export
from seedpress.settings import Settings
for file in export(corpus(), Settings(name="N")):
    print(file.path, hashlib.sha256(file.data).hexdigest())
"""


def test_the_same_corpus_makes_the_same_bytes_in_every_run(tmp_path):
    said = []
    for seed in ("1", "2"):
        folder = tmp_path / f"t{seed}"
        folder.mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TMPDIR": str(folder)}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        said.append(done.stdout)
        assert not list(folder.iterdir())
    assert said[0] == said[1]
    assert "corpus.sqlite" in said[0]


@pytest.mark.parametrize(("many", "size"), [(1, 32_768), (1000, 4096)])
def test_pages_are_large_where_articles_are_many(monkeypatch, many, size):
    monkeypatch.setattr(schema, "_MANY", many)
    data = corpus_sqlite(corpus(), SETTINGS)
    assert int.from_bytes(data[16:18], "big") == size
    assert len(data) % size == 0


def test_the_version_of_sqlite_is_not_in_it():
    data = corpus_sqlite(corpus(), SETTINGS)
    assert data[96:100] == bytes(4)
