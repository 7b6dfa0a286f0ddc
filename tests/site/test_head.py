"""The block of facts becomes tags in the head: safe, and the same from both engines."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from seedpress.exports import export
from seedpress.model import Fields
from seedpress.names import data_path
from seedpress.pages import head as pages_head
from seedpress.pages import render
from seedpress.settings import Settings, load
from seedpress.site import ENGINES, build_site
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing import head as site_head
from seedpress.site.finishing.head import START, lift_head
from tests.pages.corpora import Draft, corpus

NASTY = "</script><script>alert(1)</script><!-- ' \" & \u2028 <b>x</b>"
PAGE = "<html><head><title>T</title></head><body><p>a</p>{}<p>b</p></body></html>"


class Head(HTMLParser):
    """What a parser finds in a page's head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.properties: dict[str, str] = {}
        self.links: list[dict[str, str | None]] = []
        self.linked = ""
        self.scripts = 0
        self._in = False
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "meta" and "property" in said:
            self.properties[str(said["property"])] = str(said["content"])
        if tag == "link" and "alternate" in str(said["rel"]):
            self.links.append(said)
        self.scripts += tag == "script"
        self._in = tag == "script" and said.get("type") == "application/ld+json"

    def handle_endtag(self, _tag: str) -> None:
        self._in = False

    def handle_data(self, data: str) -> None:
        self.linked += data if self._in else ""


def lifted(facts: dict[str, object], path: str = "a/b/index.html") -> str:
    block = json.dumps({"type": "article", "title": "T", "linked": {}} | facts)
    block = block.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;")
    return lift_head(PAGE.format(f"{START}{block}</div>\n\n"), Context(Whole(Settings()), path))


def test_both_sides_know_the_block_by_the_same_mark() -> None:
    assert site_head.START == pages_head.START


def test_a_page_without_a_block_stays_as_it_is() -> None:
    for page in (PAGE.format(""), "no head", f"{START}no head"):
        assert lift_head(page, Context(Whole(Settings()), "index.html")) == page


def test_the_block_goes_and_the_rest_stays() -> None:
    html = lifted({"title": "A"})
    assert html.partition("<body>")[2] == "<p>a</p><p>b</p></body></html>"
    assert Head(html).properties == {"og:type": "article", "og:title": "A"}


@pytest.mark.parametrize("words", [NASTY, "plain", '" onload="x', "\\u003c</SCRIPT >"])
def test_no_words_leave_their_place(words: str) -> None:
    facts = {
        "title": words,
        "description": words,
        "site": words,
        "more": [["article:published_time", words]],
        "feeds": [[words, words, "data/feed.atom"]],
        "linked": {"name": words},
    }
    html = lifted(facts)
    head = Head(html)
    assert set(head.properties.values()) == {"article", words}
    assert json.loads(head.linked) == {"name": words}
    assert head.scripts == html.count("<script") == 1
    assert not re.search("[<>&\u2028\u2029]", head.linked)
    (feed,) = head.links
    assert feed["title"] == feed["type"] == words


def test_feeds_are_found_from_any_depth() -> None:
    for path, href in (("index.html", "./data/x"), ("a/b/index.html", "../../data/x")):
        (link,) = Head(lifted({"feeds": [["t", "n", "data/x"]]}, path)).links
        assert link["href"] == href
        # The theme asks for the sitemap of a page that is an `alternate` and nothing more.
        assert str(link["rel"]).split() == ["alternate", "feed"]


@pytest.fixture
def made(tmp_path: Path) -> Settings:
    """A project with the pages and data files of two articles."""
    config = (Path(__file__).parents[2] / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"site_url: https://example.org/q/\n{config}", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("# About\n", "utf-8")
    settings = load(tmp_path / "mkdocs.yml", {"pages": {"feed_articles": 1}})
    fields = Fields(byline=NASTY, source="Tide", date="2025-03-12", language="en")
    found = corpus([Draft(f"Lindqvist {NASTY}", ["Mara Lindqvist spoke."], fields)])
    files = list(export(found, settings))
    pages = [(page.path, page.data) for page in render(found, settings, files)]
    for path, data in [*pages, *((data_path(f.path), f.data) for f in files)]:
        file = settings.docs_folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return settings


@pytest.mark.parametrize("engine", ENGINES)
def test_every_kind_of_page_tells_what_it_is(made: Settings, engine: str) -> None:
    build_site(made, engine)
    site = made.site_folder
    (article,) = (site / "articles").glob("lindqvist-*/index.html")
    kinds = {
        article: "NewsArticle",
        site / "entities/mara-lindqvist/index.html": "ProfilePage",
        site / "data/index.html": "Dataset",
    }
    for file, kind in kinds.items():
        html = file.read_text("utf-8")
        head = Head(html)
        assert json.loads(head.linked)["@type"] == kind
        assert head.properties["og:url"] == (
            f"https://example.org/q/{file.parent.relative_to(site).as_posix()}/"
        )
        assert START not in html
        assert html.count("application/ld+json") == 1
        for link in head.links:
            assert (file.parent / str(link["href"])).resolve().is_file()
    told = Head(article.read_text("utf-8"))
    said = json.loads(told.linked)
    shown = " ".join(NASTY.split())
    assert said["headline"] == told.properties["og:title"] == f"Lindqvist {shown}"
    assert said["author"] == {"name": shown}
    assert told.properties["article:published_time"] == "2025-03-12"
    assert len(Head((site / "index.html").read_text("utf-8")).links) == 2
    assert len(Head((site / "entities/mara-lindqvist/index.html").read_text("utf-8")).links) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_the_sitemap_has_every_page_and_no_data(made: Settings, engine: str) -> None:
    build_site(made, engine)
    listed = set(re.findall("<loc>(.*?)</loc>", (made.site_folder / "sitemap.xml").read_text()))
    pages = {
        file.parent.relative_to(made.site_folder).as_posix()
        for file in made.site_folder.rglob("index.html")
    }
    assert listed == {f"https://example.org/q/{path}/".replace("/./", "/") for path in pages}


def test_a_description_stands_once_for_both_who_ask() -> None:
    plain = '<meta name="description" content="a &amp; b">'
    for first in (plain, ""):
        page = PAGE.replace("<title>", f"{first}<title>")
        block = '{"type": "article", "title": "T", "linked": {}, "description": "a &#38; b"}'
        html = lift_head(page.format(f"{START}{block}</div>"), Context(Whole(Settings()), "a.html"))
        assert Head(html).properties["og:description"] == "a & b"
        assert html.count("og:description") == html.count("a &amp; b") == 1
        assert ('name="description"' in html) == bool(first)
