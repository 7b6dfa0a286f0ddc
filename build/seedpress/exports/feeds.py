"""Feeds of the latest articles: of the corpus, and of each entity that is in enough of them.

A feed holds only articles whose day is known, and says that day as the time of their last change:
nothing here reads a clock. Where no article has a date there is no feed.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urljoin

from seedpress import names
from seedpress.exports.addresses import article_url, entity_url
from seedpress.exports.atom import Feed, Item, atom, atom_entry
from seedpress.exports.json_feed import json_feed
from seedpress.model import Corpus, Entity, Entry
from seedpress.settings import Settings

LATEST, LATEST_OF_ENTITY = 50, 10  # articles in a feed
SUMMARY, LINE = 300, 120  # characters of an article's summary, in the two kinds of feeds
# Names of feeds and articles all over the world, whatever host they are on: RFC 9562.
_SPACE = uuid.UUID("6f0b2c52-0d2c-5a53-9d7e-1f0d7c3c7a11")


def feed_atom(corpus: Corpus, settings: Settings) -> bytes | None:
    """The latest dated articles as an Atom feed; None where none is dated."""
    feed = _of_corpus(corpus, settings, "data/feed.atom")
    return atom(feed) if feed else None


def feed_json(corpus: Corpus, settings: Settings) -> bytes | None:
    """The same articles with their text as a JSON feed."""
    feed = _of_corpus(corpus, settings, "data/feed.json")
    return json_feed(feed) if feed else None


def entity_feeds(corpus: Corpus, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """An Atom feed for each entity with enough dated articles: (path, bytes)."""
    newest = _newest(corpus)
    wanted = {
        entity.id
        for entity in corpus.entities
        if entity.slug and len(entity.articles) >= settings.pages.feed_articles
    }
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in newest:
        for identity in {m.entity: None for m in entry.mentions if m.entity in wanted}:
            entries[identity].append(entry)
    items: dict[str, tuple[Item, str]] = {}  # by article: it is the same in each of these feeds
    for entity in corpus.entities:
        if entity.slug and len(entries[entity.id]) >= max(settings.pages.feed_articles, 1):
            path = names.feed_path(entity.slug)
            latest = entries[entity.id][:LATEST_OF_ENTITY]
            for entry in latest:
                if entry.id not in items:
                    item = _item(entry, settings, names.data_path(path), LINE)
                    items[entry.id] = item, atom_entry(item)
            told = [items[entry.id] for entry in latest]
            feed = _of_entity(entity, [item for item, _ in told], settings, path)
            yield path, atom(feed, [written for _, written in told])


def _of_corpus(corpus: Corpus, settings: Settings, path: str) -> Feed | None:
    latest = _newest(corpus)[:LATEST]
    if not latest:
        return None
    home = names.url("index.md", settings.directory_urls)
    return Feed(
        id=_urn(settings, ""),
        title=settings.name,
        about=settings.description,
        author=settings.author or settings.name,
        page=_address(home, settings, path),
        itself=_address(path, settings, path) if settings.site_url else "",
        language=settings.language,
        items=tuple(_item(entry, settings, path, SUMMARY, whole=True) for entry in latest),
    )


def _of_entity(entity: Entity, items: list[Item], settings: Settings, name: str) -> Feed:
    path = names.data_path(name)
    return Feed(
        id=_urn(settings, entity.id),
        title=f"{entity.name} – {settings.name}",
        about="",
        author=settings.author or settings.name,
        page=_address(entity_url(entity, settings) or "", settings, path),
        itself=_address(path, settings, path) if settings.site_url else "",
        language=settings.language,
        items=tuple(items),
    )


def _item(entry: Entry, settings: Settings, path: str, length: int, whole: bool = False) -> Item:
    fields = entry.article.fields
    return Item(
        id=_urn(settings, entry.id),
        page=_address(article_url(entry, settings), settings, path),
        title=fields.title,
        date=f"{fields.date}T00:00:00Z",
        author=fields.byline or fields.source,
        language=fields.language,
        summary=_summary(entry, length),
        text=entry.article.text if whole else "",
    )


def _newest(corpus: Corpus) -> list[Entry]:
    dated = [entry for entry in corpus.entries if entry.article.fields.date]
    return sorted(dated, key=lambda e: (e.article.fields.date or "", e.id), reverse=True)


def _summary(entry: Entry, length: int) -> str:
    text = " ".join(entry.article.text[: 2 * length].split())
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0]}…"


def _urn(settings: Settings, identity: str) -> str:
    """A name for a thing of this corpus that no other corpus gives to one of its own."""
    corpus = settings.site_url or settings.name
    return uuid.uuid5(_SPACE, names.digest(f"{corpus}\n{identity}")).urn


def _address(target: str, settings: Settings, path: str) -> str:
    """`target` on the published site; without a known address of that, seen from the feed."""
    if settings.site_url:
        return urljoin(settings.site_url.rstrip("/") + "/", target)
    return "../" * path.count("/") + target
