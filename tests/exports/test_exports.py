import csv
import io
import json
from xml.etree import ElementTree

import pytest

from seedpress.exports import EXPORTS, export
from seedpress.model import (
    Alias,
    Article,
    Block,
    Company,
    Corpus,
    Entity,
    Entry,
    Fields,
    Keyword,
    Mention,
    Related,
    Removal,
    SharedKeyword,
)
from seedpress.settings import Settings

TEXT = "Kyiv & <b>Moscow</b>\n\n=cmd()|'calc'!A1 \x0b😀"
HOSTILE = '=HYPERLINK("x")\x00<script>alert(1)</script>'


def corpus():
    entry = Entry(
        id="a1",
        slug="title-1",
        seed="a/b.txt",
        sha256="00",
        article=Article(
            Fields(title=HOSTILE, byline="@a", source="+s", date="2025-03-14", language="en"),
            (
                Block("paragraph", "Kyiv & <b>Moscow</b>", start=0),
                Block("paragraph", "=cmd()|'calc'!A1 \x0b😀", start=22),
            ),
            TEXT,
            (Removal(3, "Leave a Reply", "comments"),),
        ),
        keywords=(Keyword("truce", 0.5, slug="truce"), Keyword("Kyiv", 0.25, entity="place:kyiv")),
        mentions=(
            Mention(0, 4, "Kyiv", "place", entity="place:kyiv"),
            Mention(10, 16, "script", "other", in_title=True, entity="other:x"),
        ),
        related=(Related("a2", 0.5, ("place:kyiv",), ("truce",)),),
    )
    other = Entry("a2", "t-2", "c.txt", "01", Article(Fields(title="T"), (), ""), (), ())
    return Corpus(
        entries=(entry, other),
        entities=(
            Entity("other:x", HOSTILE, "other", (Alias(HOSTILE, 1),), ("a1",), 1),
            Entity("place:kyiv", "Kyiv", "place", (), ("a1", "a2"), 2, page=True, slug="kyiv"),
            Entity("place:m", "M\x00", "place", (), ("a1", "a2"), 2, page=True, slug="m"),
        ),
        keywords=(SharedKeyword("truce", "truce", ("a1", "a2")),),
        company={
            "place:kyiv": (Company("place:m", 2),),
            "place:m": (Company("place:kyiv", 2),),
        },
    )


@pytest.fixture(scope="module")
def files():
    return {page.path: page.data for page in export(corpus(), Settings(name="<N>"))}


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


@pytest.mark.parametrize("name", ["articles.csv", "entities.csv"])
def test_no_cell_begins_like_a_formula(files, name):
    rows = list(csv.reader(io.StringIO(files[name].decode("utf-8-sig"))))
    assert len(rows) > 1
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@")]
    assert any(cell.startswith("'=") for row in rows for cell in row)


@pytest.mark.parametrize("name", ["graph.graphml", "graph.gexf", "feed.atom"])
def test_xml_is_well_formed_and_without_a_clock(files, name):
    root = ElementTree.fromstring(files[name])
    assert len(root)
    assert b"lastmodified" not in files[name]
    assert b"\x00" not in files[name]


def test_graph_has_the_edge_and_its_weight(files):
    assert files["graph.graphml"].count(b"<edge ") == 1
    assert b">2</data>" in files["graph.graphml"]


def test_feed_holds_the_dated_articles(files):
    feed = json.loads(files["feed.json"])
    assert [item["summary"][:4] for item in feed["items"]] == ["Kyiv"]
    assert feed["items"][0]["url"] == "../articles/title-1/"
