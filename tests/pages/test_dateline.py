"""A dateline on its article's page leads to the pages of its places."""

import pytest

from seedpress.model import Alias, Entity, Entry, Fields
from seedpress.names import article_path
from seedpress.pages.dateline import dateline, places_by_name, places_in
from seedpress.pages.keys import Keys
from seedpress.pages.shelf import arrange
from seedpress.settings import Settings
from tests.pages.corpora import Draft, corpus
from tests.pages.test_pages import pages
from tests.records import replace

GENEVA = Entity(
    "place:geneva",
    "Geneva",
    "place",
    (Alias("Genève", 2),),
    ("a", "b"),
    3,
    page=True,
    slug="geneva",
)
LAKE = Entity("place:geneva-2", "Geneva", "place", (), ("a",), 1, page=True, slug="geneva-2")
FIRM = Entity("organisation:bern", "Bern", "organisation", (), ("a",), 1, page=True, slug="bern")


def entry(said: str) -> Entry:
    return corpus([Draft("T", ["Words."], Fields(dateline=said))]).entries[0]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("GENEVA", "[GENEVA](../entities/geneva.md)"),
        ("Genève", "[Genève](../entities/geneva.md)"),
        ("BERN/GENEVA, Switzerland", "BERN&#47;[GENEVA](../entities/geneva.md)&#44; Switzerland"),
        ("Oslo", "Oslo"),
        ("/", "&#47;"),
        ("", ""),
    ],
)
def test_places_with_a_page_are_linked(said: str, shown: str) -> None:
    each = entry(said)
    places = places_by_name([each], [LAKE, FIRM, GENEVA])
    assert dateline(each, "articles/t.md", places) == shown
    assert places_in(each, places) == [GENEVA] * shown.count("geneva.md")


def test_without_a_dateline_nothing_is_looked_up() -> None:
    assert places_by_name([entry("")], [GENEVA]) == {}


def test_the_page_shows_it_and_its_key_has_the_place() -> None:
    made = corpus([Draft("T", ["Words."], Fields(dateline="GENEVA", source="AP"))])
    keys = set()
    for slug in ("geneva", "genf"):
        there = replace(made, entities=(replace(GENEVA, slug=slug),))
        page = pages(there)[article_path(made.entries[0].slug)]
        assert f"<bdi>[GENEVA](../entities/{slug}.md)</bdi> · <bdi>AP</bdi>" in page
        keys.add(Keys(arrange(there, Settings())).article(there.entries[0]))
    assert len(keys) == 2
