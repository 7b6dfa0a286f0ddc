"""What pages tell machines: facts of the corpus and nothing else, safe in any words."""

import json
from html import unescape

import pytest

from seedpress.model import Alias, Corpus, DataFile, Entity, Fields
from seedpress.pages import render
from seedpress.settings import Settings
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import facts

NASTY = "</script><img src=x onerror=alert(1)> \" ' & \u2028 {{ 7*7 }} [x](y)"
STORY = [
    Draft(
        "Lindqvist opens the new quay",
        ["Mara Lindqvist opened the quay of Port Amity. The Harbour Board paid."],
        Fields(
            byline="Ada Roe",
            source="Tide Daily",
            date="2025-03-12",
            dateline="PORT AMITY",
            language="en",
            url="https://tide.example/1",
        ),
        ["new quay"],
    ),
    Draft("Dues rise", ["Lindqvist is against it, the Harbour Board says in Port Amity."]),
]
SITE = Settings(name="The quay", description="All.", site_url="https://example.org/q/", author="Ed")
FEED = DataFile("feed.atom", b"", 9, "00", "application/atom+xml", "The latest.")


def blocks(
    made: Corpus, settings: Settings = SITE, files: tuple[DataFile, ...] = ()
) -> dict[str, dict]:
    """What each page tells, by the beginning of its path."""
    pages = render(made, settings, files)
    read = {p.path: facts(str(p.data)) for p in pages if p.path.endswith(".md")}
    return {path: json.loads(unescape(block)) for path, block in read.items() if block}


def of(found: dict[str, dict], beginning: str) -> dict:
    return next(said for path, said in found.items() if path.startswith(beginning))


def test_an_article_says_what_is_known_of_it() -> None:
    said = of(blocks(corpus(STORY)), "articles/lindqvist")
    assert said["type"] == "article"
    assert said["more"] == [["article:published_time", "2025-03-12"]]
    assert said["url"].startswith("https://example.org/q/articles/lindqvist-opens")
    linked = said["linked"]
    assert linked["@context"] == "https://schema.org"
    assert linked["@type"] == "NewsArticle"
    assert linked["headline"] == "Lindqvist opens the new quay"
    assert linked["author"] == {"name": "Ada Roe"}
    assert linked["publisher"] == {"@type": "Organization", "name": "Tide Daily"}
    assert linked["datePublished"] == "2025-03-12"
    assert linked["dateline"] == "PORT AMITY"
    assert linked["inLanguage"] == "en"
    assert linked["isBasedOn"] == "https://tide.example/1"
    assert linked["keywords"] == ["new quay"]
    named = [*linked["about"], *linked["mentions"]]
    assert {"@type": "Person", "name": "Mara Lindqvist"}.items() <= linked["about"][0].items()
    assert {entity["name"]: entity["@type"] for entity in named} == {
        "Mara Lindqvist": "Person",
        "Port Amity": "Place",
        "Harbour Board": "Organization",
    }
    assert all(entity["url"].startswith("https://example.org/q/entities/") for entity in named)


def test_what_is_not_known_is_not_said() -> None:
    said = of(blocks(corpus(STORY), Settings(name="The quay")), "articles/dues")
    assert not {"url", "more", "feeds"} & said.keys()
    unknown = "author publisher datePublished dateline inLanguage isBasedOn keywords url about"
    assert not set(unknown.split()) & said["linked"].keys()
    assert said["linked"]["mentions"][0]["url"] == "../../entities/mara-lindqvist/"


def test_an_entity_says_who_it_is() -> None:
    made = corpus(STORY)
    (mara,) = (e for e in made.entities if e.name == "Mara Lindqvist")
    feed = DataFile("feeds/mara-lindqvist.atom", b"", 9, "00", "application/atom+xml")
    said = of(blocks(made, files=(FEED, feed)), f"entities/{mara.slug}.md")
    assert said["type"] == "profile"
    assert said["feeds"] == [
        ["application/atom+xml", "Mara Lindqvist – The quay", "data/feeds/mara-lindqvist.atom"]
    ]
    assert said["linked"]["@type"] == "ProfilePage"
    entity = said["linked"]["mainEntity"]
    assert entity["@type"] == "Person"
    assert entity["alternateName"] == ["Lindqvist"]
    assert "sameAs" not in entity
    assert "feeds" not in of(blocks(made), f"entities/{mara.slug}.md")


def test_the_editors_word_is_told() -> None:
    entity = Entity(
        "place:x", "X", "place", (Alias("X", 1),), (), 1, page=True, slug="x", qid="Q42", note="N."
    )
    said = of(blocks(Corpus((), (entity,), ())), "entities/x.md")["linked"]
    assert said["@type"] == "WebPage"
    assert said["mainEntity"]["sameAs"] == "https://www.wikidata.org/wiki/Q42"
    assert said["mainEntity"]["description"] == "N."


def test_the_front_page_is_a_site_and_a_data_set() -> None:
    said = of(blocks(corpus(STORY), files=(FEED,)), "index.md")
    site, data = said["linked"]["@graph"]
    assert site == {
        "@type": "WebSite",
        "name": "The quay",
        "description": "All.",
        "url": "https://example.org/q/",
        "inLanguage": "en",
    }
    assert data["@type"] == "Dataset"
    assert data["url"] == "https://example.org/q/data/"
    assert data["creator"] == {"name": "Ed"}
    assert data["temporalCoverage"] == "2025-03-12/2025-03-12"
    assert said["feeds"] == [["application/atom+xml", "The quay", "data/feed.atom"]]


def test_the_data_page_lists_its_files() -> None:
    found = blocks(corpus(STORY), files=(FEED,))
    (file,) = of(found, "data/index.md")["linked"]["distribution"]
    assert file["contentUrl"] == "https://example.org/q/data/feed.atom"
    assert file["encodingFormat"] == "application/atom+xml"
    packed = DataFile("x.csv.gz", b"", mediatype="text/csv", about="X.", packed=True)
    (file,) = of(blocks(corpus(STORY), files=(packed,)), "data/index.md")["linked"]["distribution"]
    assert file["encodingFormat"] == "application/gzip"
    plain = blocks(corpus(STORY), Settings(), files=(FEED,))
    (file,) = of(plain, "data/index.md")["linked"]["distribution"]
    assert file["contentUrl"] == "feed.atom"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "mailto:a@b.example"])
def test_only_addresses_on_the_web_are_told(url: str) -> None:
    draft = Draft("T", ["Words."], Fields(url=url))
    assert "isBasedOn" not in of(blocks(corpus([draft])), "articles/")["linked"]


def test_any_words_come_back_as_they_were() -> None:
    draft = Draft(NASTY, [NASTY], Fields(byline=NASTY, source=NASTY, dateline=NASTY))
    pages = list(render(corpus([draft]), Settings(name=NASTY, description=NASTY)))
    shown = " ".join(NASTY.split())
    for page in pages:
        block = facts(str(page.data)) if page.path.endswith(".md") else ""
        assert "<" not in block
        assert "\n" not in block
    said = of(blocks(corpus([draft]), Settings(name=NASTY, description=NASTY)), "articles/")
    assert said["title"] == said["linked"]["headline"] == shown
    assert said["site"] == shown
    assert said["linked"]["author"]["name"] == shown
