"""Feeds keep to their formats, and say only what is known."""

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from seedpress.exports import export
from seedpress.exports.feeds import LATEST, LATEST_OF_ENTITY, entity_feeds
from seedpress.model import Corpus, Entry
from seedpress.settings import PageSettings, Settings
from tests.records import replace

from .corpora import HOSTILE, corpus

ATOM = "{http://www.w3.org/2005/Atom}"
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SITE = Settings(name="N & <N>", site_url="https://example.org/n/")
EVERY = PageSettings(feed_articles=1)


def many(count: int) -> Corpus:
    """The corpus with `count` articles on days that follow each other."""
    made = corpus()
    first = made.entries[0]
    entries = []
    for n in range(count):
        fields = replace(first.article.fields, date=f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}")
        article = replace(first.article, fields=fields)
        entries.append(replace(first, id=f"b{n:04}", slug=f"s-{n}", article=article))
    kyiv = replace(made.entities[1], articles=tuple(e.id for e in entries))
    return replace(made, entries=tuple(entries), entities=(kyiv,), company={})


def files(made: Corpus, settings: Settings = SITE) -> dict[str, bytes]:
    return {file.path: file.data for file in export(made, settings)}


def check_atom(data: bytes) -> ElementTree.Element:
    """What RFC 4287 asks of a feed and its entries (4.1.1, 4.1.2)."""
    root = ElementTree.fromstring(data)
    assert root.tag == f"{ATOM}feed"
    for node in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = node.findall(f"{ATOM}{name}")
            assert found.text
        assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text(node, "id"))
        assert STAMP.fullmatch(text(node, "updated"))
        assert node.findall(f"{ATOM}link")
    assert text(root.find(f"{ATOM}author"), "name")
    ids = [text(entry, "id") for entry in root.iter(f"{ATOM}entry")]
    assert len(ids) == len(set(ids)) > 0
    return root


def text(node, name: str) -> str:
    return node.find(f"{ATOM}{name}").text


def test_the_corpus_feed_holds_the_dated_articles():
    root = check_atom(files(corpus())["feed.atom"])
    (entry,) = root.iter(f"{ATOM}entry")
    assert text(entry, "title") == HOSTILE.replace("\x00", "")
    assert text(entry, "updated") == "2025-03-14T00:00:00Z"
    assert text(root, "title") == "N & <N>"
    assert [link.get("href") for link in root.findall(f"{ATOM}link")] == [
        "https://example.org/n/",
        "https://example.org/n/data/feed.atom",
    ]
    assert entry.find(f"{ATOM}link").get("href") == "https://example.org/n/articles/title-1/"


def test_the_json_feed_says_the_same():
    feed = json.loads(files(corpus())["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://example.org/n/data/feed.json"
    (item,) = feed["items"]
    root = check_atom(files(corpus())["feed.atom"])
    assert item["id"] == text(next(root.iter(f"{ATOM}entry")), "id")
    assert item["url"] == "https://example.org/n/articles/title-1/"
    assert item["date_published"] == "2025-03-14T00:00:00Z"
    assert item["content_text"].startswith("Kyiv & <b>Moscow</b>")
    assert item["authors"] == [{"name": "@a"}]


def test_without_an_address_of_the_site_links_start_at_the_feed():
    made = files(many(3), Settings(pages=EVERY))
    root = check_atom(made["feed.atom"])
    assert root.find(f"{ATOM}link").get("href") == "../"
    assert json.loads(made["feed.json"])["items"][0]["url"] == "../articles/s-2/"
    entity = check_atom(made["feeds/kyiv.atom"])
    assert entity.find(f"{ATOM}link").get("href") == "../../entities/kyiv/"


def test_feeds_hold_the_newest_and_are_bounded():
    made = files(many(70))
    for path, most in (("feed.atom", LATEST), ("feeds/kyiv.atom", LATEST_OF_ENTITY)):
        root = check_atom(made[path])
        days = [text(entry, "updated") for entry in root.iter(f"{ATOM}entry")]
        assert len(days) == most
        assert days == sorted(days, reverse=True)
        assert days[0] == text(root, "updated") == "2025-03-14T00:00:00Z"


@pytest.mark.parametrize(("articles", "least", "there"), [(4, 5, 0), (5, 5, 1), (1, 0, 1)])
def test_an_entity_of_few_articles_has_no_feed(articles, least, there):
    settings = Settings(pages=PageSettings(feed_articles=least))
    made = files(many(articles), settings)
    assert sum(path.startswith("feeds/") for path in made) == there


def test_without_dates_there_is_no_feed_and_no_invented_day():
    made = many(9)
    entries = tuple(
        replace(e, article=replace(e.article, fields=replace(e.article.fields, date=None)))
        for e in made.entries
    )
    assert not [path for path in files(replace(made, entries=entries)) if "feed" in path]


def other_articles(entry: Entry) -> dict[str, Entry]:
    """An article with one thing changed, by what that is."""
    article = entry.article
    told = {"title": "T", "byline": "B", "source": "S", "language": "da", "date": "2025-03-15"}
    return {
        "id": replace(entry, id="b9999"),
        "slug": replace(entry, slug="moved"),
        "seed": replace(entry, seed="moved.txt"),
        "text": replace(entry, article=replace(article, text=f"Now {article.text}")),
        "its end": replace(entry, article=replace(article, text=f"{article.text} The end.")),
        "no day": replace(
            entry, article=replace(article, fields=replace(article.fields, date=None))
        ),
        **{
            name: replace(
                entry, article=replace(article, fields=replace(article.fields, **{name: value}))
            )
            for name, value in told.items()
        },
    }


def changed(made: Corpus) -> Iterator[tuple[str, Corpus]]:
    """A corpus of one entity with one thing changed, and what that is."""
    *rest, newest = made.entries
    for what, other in other_articles(newest).items():
        ids = tuple(e.id for e in (*rest, other))
        entities = tuple(replace(each, articles=ids) for each in made.entities)
        yield what, replace(made, entries=(*rest, other), entities=entities)
    for what, value in {"name": "K", "slug": "k", "mentions": 99, "note": "N"}.items():
        entities = tuple(replace(each, **{what: value}) for each in made.entities)
        yield what, replace(made, entities=entities)


def test_no_feed_changes_under_the_same_key():
    long = "They talked of the harbour. " * 20
    made = many(12)
    articles = [replace(e.article, text=f"{e.article.text} {long}") for e in made.entries]
    entries = (replace(e, article=a) for e, a in zip(made.entries, articles, strict=True))
    made = replace(made, entries=tuple(entries))
    [before] = entity_feeds(made, SITE)
    seen = set()
    for what, other in changed(made):
        [now] = entity_feeds(other, SITE)
        seen.add((what, now.key != before.key))
        if (now.path, now.make()) != (before.path, before.make()):
            assert now.key != before.key, what
    assert {("title", True), ("text", True), ("no day", True), ("name", True)} <= seen
    assert {("seed", False), ("mentions", False), ("its end", False)} <= seen


def test_an_article_is_known_by_where_it_came_from():
    made = many(12)
    entries = tuple(replace(e, origin=(e.article, f"from {e.id}")) for e in made.entries)
    [before] = entity_feeds(replace(made, entries=entries), SITE)
    last = entries[-1]
    article = replace(last.article, text=f"Now {last.article.text}")
    for other, same in (
        (replace(last, words=99), True),
        (replace(last, article=article, origin=(article, "from elsewhere")), False),
        (replace(last, article=article), False),  # where that came from is not known
    ):
        [now] = entity_feeds(replace(made, entries=(*entries[:-1], other)), SITE)
        assert (now.key == before.key) == (now.make() == before.make()) == same


def test_two_corpora_name_their_articles_apart():
    one, two = (
        check_atom(files(corpus(), Settings(name=name))["feed.atom"]) for name in ("A", "B")
    )
    assert text(one, "id") != text(two, "id")
    assert text(next(one.iter(f"{ATOM}entry")), "id") != text(next(two.iter(f"{ATOM}entry")), "id")
