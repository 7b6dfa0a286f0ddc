import csv
import io
import json

import pytest

from seedpress.exports import EXPORTS, export
from seedpress.model import Corpus
from seedpress.settings import Settings

from .corpora import TEXT, corpus


@pytest.fixture(scope="module")
def files():
    return {file.path: file.data for file in export(corpus(), Settings(name="<N>"))}


def lines(data):
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def test_every_row_of_the_table_makes_its_file(files):
    assert set(files) == {*EXPORTS, "datapackage.json", "SHA256SUMS"}


def test_articles_follow_the_contract(files):
    first, second = lines(files["articles.jsonl"])
    wanted = (
        "id slug url seed sha256 title byline source dateline date language words text blocks "
        "removed keywords mentions title_mentions related"
    )
    assert set(wanted.split()) <= set(first)
    assert first["url"] == "articles/title-1/"
    assert first["text"] == TEXT
    for block in first["blocks"]:
        assert TEXT[block["start"] :].startswith(block["text"])
    assert first["mentions"] == [{"entity": "place:kyiv", "start": 0, "end": 4, "text": "Kyiv"}]
    assert [m["text"] for m in first["title_mentions"]] == ["script"]
    assert first["removed"] == [{"line": 3, "text": "Leave a Reply", "rule": "comments"}]
    assert second["date"] is None


def test_entities_without_a_page_are_told_too(files):
    by_id = {e["id"]: e for e in lines(files["entities.jsonl"])}
    assert by_id["other:x"]["slug"] is None
    assert by_id["other:x"]["url"] is None
    assert by_id["place:kyiv"]["url"] == "entities/kyiv/"
    assert [e["id"] for e in lines(files["entities.jsonl"])] == sorted(by_id)


@pytest.mark.parametrize("name", ["articles.csv", "entities.csv", "keywords.csv"])
def test_no_cell_begins_like_a_formula(files, name):
    rows = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"))))
    assert len(rows) > 1
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    assert any(cell.startswith("'=") for row in rows for cell in row)


def test_addresses_follow_the_settings():
    files = {f.path: f.data for f in export(corpus(), Settings(directory_urls=False))}
    assert lines(files["articles.jsonl"])[0]["url"] == "articles/title-1.html"
    assert lines(files["entities.jsonl"])[1]["url"] == "entities/kyiv.html"
    assert lines(files["keywords.jsonl"])[0]["url"] == "keywords/truce.html"


def test_no_articles_make_files_too():
    files = {f.path for f in export(Corpus((), (), ()), Settings())}
    assert files == {*EXPORTS, "datapackage.json", "SHA256SUMS"} - {"feed.atom", "feed.json"}
