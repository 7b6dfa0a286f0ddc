"""Every column of every file is explained, in every language, and nothing else is."""

import csv
import io
import json
from importlib.resources import files

import pytest
import yaml

from seedpress.exports import EXPORTS, export
from seedpress.exports.columns import about, tables
from seedpress.settings import Settings

from .corpora import corpus

FOLDER = files("seedpress.exports") / "meanings"
LANGUAGES = sorted(f.name.removesuffix(".yml") for f in FOLDER.iterdir())
SIMPLE = {"string": str, "integer": int, "number": float, "date": str, "array": list}


def load(language):
    return yaml.safe_load((FOLDER / f"{language}.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def made():
    return {file.path: file for file in export(corpus(), Settings())}


@pytest.mark.parametrize("name", ["articles.jsonl", "entities.jsonl", "keywords.jsonl"])
def test_records_have_the_fields_that_are_explained(made, name):
    (table,) = made[name].tables
    for line in made[name].data.decode().splitlines():
        record = json.loads(line)
        assert list(record) == [column.name for column in table.columns]
        for column in table.columns:
            assert record[column.name] is None or isinstance(
                record[column.name], SIMPLE[column.type]
            )


@pytest.mark.parametrize("name", ["articles.csv", "entities.csv", "keywords.csv"])
def test_tables_have_the_columns_that_are_explained(made, name):
    (table,) = made[name].tables
    head, *body = csv.reader(io.StringIO(made[name].data.decode("utf-8-sig")))
    assert head == [column.name for column in table.columns]
    for row in body:
        for column, cell in zip(table.columns, row, strict=True):
            assert column.type != "integer" or int(cell) >= 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_explains_the_same(language):
    english, other = load("en"), load(language)
    assert {of: list(said) for of, said in other.items()} == {
        of: list(said) for of, said in english.items()
    }
    assert all(text for said in other.values() for text in said.values())


def test_nothing_is_explained_for_no_one():
    used = {column.meaning for name in EXPORTS for t in tables(name, "en") for column in t.columns}
    english = load("en")
    said = {text for of, texts in english.items() if of != "files" for text in texts.values()}
    assert said == used
    assert set(english["files"]) == {*EXPORTS, "datapackage.json", "SHA256SUMS"}


def test_a_language_that_nobody_wrote_is_english():
    assert (
        about("corpus.sqlite", "xx")
        == about("corpus.sqlite", "en-GB")
        == load("en")["files"]["corpus.sqlite"]
    )
    assert about("corpus.sqlite", "de-AT") == load("de")["files"]["corpus.sqlite"]
    assert about("feeds/x.atom", "en") == ""
