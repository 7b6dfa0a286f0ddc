"""Feeds of the latest articles: of the corpus, and of each entity that is in enough of them.

A feed holds only articles whose day is known, and says that day as the time of their last change:
nothing here reads a clock. Where no article has a date there is no feed.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from heapq import nlargest, nsmallest
from urllib.parse import urljoin

import msgspec

from seedpress import names
from seedpress.exports.addresses import article_url, entity_url
from seedpress.exports.atom import Feed, Item, atom, atom_entry
from seedpress.exports.json_feed import json_feed
from seedpress.model import Corpus, Entity, Entry
from seedpress.settings import Settings

LATEST, LATEST_OF_ENTITY = 50, 10  # articles in a feed
SUMMARY, LINE = 300, 120  # characters of an article's summary, in the two kinds of feeds
_encode = msgspec.msgpack.Encoder().encode
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


@dataclass(frozen=True, slots=True)
class EntityFeed:
    """The feed of an entity, to be made."""

    path: str
    key: str  # of all that it holds: equal keys, equal bytes, with the same settings
    make: Callable[[], bytes]


def entity_feeds(corpus: Corpus, settings: Settings) -> Iterator[EntityFeed]:
    """An Atom feed for each entity with enough dated articles."""
    entries = sorted(_dated(corpus), key=_age, reverse=True)
    least = max(settings.pages.feed_articles, 1)
    place = {entry.id: number for number, entry in enumerate(entries)}
    newest = _Newest(entries, settings)
    for entity in corpus.entities:
        if entity.slug and len(entity.articles) >= least:
            dated = [number for number in map(place.get, entity.articles) if number is not None]
            if len(dated) >= least:
                yield newest.feed(entity, nsmallest(LATEST_OF_ENTITY, dated))


class _Newest:
    """The dated articles, newest first, of which feeds of entities are made.

    An article's item is the same in each of these, and is made when it is first asked for.
    """

    def __init__(self, entries: Sequence[Entry], settings: Settings) -> None:
        self._entries, self._settings = entries, settings
        self._shown: dict[int, bytes] = {}
        self._items: dict[int, tuple[Item, str]] = {}

    def feed(self, entity: Entity, latest: Sequence[int]) -> EntityFeed:
        """The feed of an entity with these as its articles."""
        path = names.feed_path(entity.slug)
        shown = b"".join([self._shown.get(number) or self._show(number) for number in latest])
        told = _encode((entity.id, entity.name, entity.slug)) + shown
        key = blake2b(told, digest_size=16).hexdigest()
        return EntityFeed(path, key, partial(self._made, entity, path, latest))

    def _made(self, entity: Entity, path: str, latest: Iterable[int]) -> bytes:
        told = [self._items.get(number) or self._item(number, path) for number in latest]
        feed = _of_entity(entity, [item for item, _ in told], self._settings, path)
        return atom(feed, [written for _, written in told])

    def _item(self, number: int, path: str) -> tuple[Item, str]:
        item = _item(self._entries[number], self._settings, names.data_path(path), LINE)
        self._items[number] = item, atom_entry(item)
        return self._items[number]

    def _show(self, number: int) -> bytes:
        """All that an item is made of; its words by where they came from, if that is known."""
        entry, identity = self._entries[number], self._entries[number].identity
        fields, known = entry.article.fields, isinstance(identity, str)
        shown = fields.title, fields.date, fields.byline or fields.source, fields.language
        words = identity if known else _beginning(entry.article.text, LINE)
        self._shown[number] = _encode((entry.id, entry.slug, shown, words))
        return self._shown[number]


def _of_corpus(corpus: Corpus, settings: Settings, path: str) -> Feed | None:
    latest = nlargest(LATEST, _dated(corpus), key=_age)
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


def _dated(corpus: Corpus) -> list[Entry]:
    return [entry for entry in corpus.entries if entry.article.fields.date]


def _age(entry: Entry) -> tuple[str, str]:
    """What the newest has most of."""
    return entry.article.fields.date or "", entry.id


def _summary(entry: Entry, length: int) -> str:
    text = " ".join(_beginning(entry.article.text, length).split())
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0]}…"


def _beginning(text: str, length: int) -> str:
    """What of a text its summary is made of."""
    return text[: 2 * length]


def _urn(settings: Settings, identity: str) -> str:
    """A name for a thing of this corpus that no other corpus gives to one of its own."""
    corpus = settings.site_url or settings.name
    return uuid.uuid5(_SPACE, names.digest(f"{corpus}\n{identity}")).urn


def _address(target: str, settings: Settings, path: str) -> str:
    """`target` on the published site; without a known address of that, seen from the feed."""
    if settings.site_url:
        return urljoin(settings.site_url.rstrip("/") + "/", target)
    return "../" * path.count("/") + target
