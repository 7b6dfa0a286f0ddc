"""What the pages of one thing show, as a key: where it is equal, the pages have the same bytes.

A key holds everything that a page maker looks up in the shelf for that thing, and no more: the
number of an entity's articles is no part of the pages that only link to it. Whoever makes a page
show more has to add it here; `tests/pages/test_keys.py` finds out what is missing.
"""

from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from seedpress import names
from seedpress.model import Entity, Entry, Keyword, Related, SharedKeyword
from seedpress.pages.shelf import Shelf, Use, bearer, has_page, title_of

_encode = msgspec.msgpack.Encoder().encode


class Keys:
    """The keys of one shelf; what several pages show of one thing is looked at once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._told: dict[str, bytes] = {}
        self._tagged: dict[str, bytes] = {}
        self._axis = _encode(shelf.axis)

    def article(self, entry: Entry, shared: Iterable[Entity]) -> str:
        """Of an article's page, with the entities that are `shared`."""
        shelf = self._shelf
        lists = entry.keywords, entry.sha256, entry.repairs
        known = [shelf.entity[identity].name for identity in shelf.named[entry.id]]
        spelt = [(_face(e), [alias.text for alias in e.aliases]) for e in shared]
        related = [self._related(each) for each in entry.related]
        return _digest(
            self.told(entry),
            self._keywords(entry),
            _encode((lists, known, spelt, related)),
        )

    def entity(self, entity: Entity, others: Iterable[tuple[Entity, int]]) -> str:
        """Of an entity's pages, with those in whose company it is shown, and how often."""
        shelf = self._shelf
        company = list(others)
        articles = dict.fromkeys(use.entry.id for use in shelf.uses.get(entity.id, ()))
        return _digest(
            _encode((entity, [(_face(other), count) for other, count in company])),
            b"feed" if names.feed_path(entity.slug) in shelf.files else b"",
            self._axis,
            *(self.told(shelf.entry[identity]) for identity in articles),
        )

    def keyword(self, keyword: SharedKeyword, entries: Iterable[Entry]) -> str:
        """Of a shared keyword's pages, with the articles on them in their order."""
        return _digest(_encode(keyword), self._axis, *map(self.tagged, entries))

    def part_of_entity(self, entity: Entity, uses: Iterable[Use], number: int, of: int) -> str:
        """Of a further part of an entity's page, with the mentions on it."""
        shown = list(uses)
        articles = dict.fromkeys(use.entry.id for use in shown)
        places = [(u.entry.id, u.mention.start, u.mention.end, u.mention.in_title) for u in shown]
        told = (self.told(self._shelf.entry[identity]) for identity in articles)
        return self._part(_encode((entity.id, _face(entity), places, number, of)), *told)

    def part_of_keyword(
        self, keyword: SharedKeyword, entries: Iterable[Entry], number: int, of: int
    ) -> str:
        """Of a further part of a keyword's page, with the articles on it."""
        shown = list(entries)
        forms = [[k.text for k in e.keywords if k.slug == keyword.slug] for e in shown]
        facts = keyword.slug, keyword.text, [v.text for v in keyword.variants]
        return self._part(_encode((facts, forms, number, of)), *map(self.told, shown))

    def _part(self, *parts: bytes) -> str:
        """A key, but where the publisher's templates may show anything of the whole."""
        return "" if self._shelf.settings.templates_folder else _digest(*parts)

    def told(self, entry: Entry) -> bytes:
        """What an article tells wherever it is shown: its words, its names and its address."""
        if entry.id not in self._told:
            parts = entry.id, entry.slug, entry.seed, entry.article, entry.mentions
            self._told[entry.id] = blake2b(_encode(parts)).digest()
        return self._told[entry.id]

    def tagged(self, entry: Entry) -> bytes:
        """What an article gives a keyword's page, which counts its other keywords and its names."""
        if entry.id not in self._tagged:
            self._tagged[entry.id] = blake2b(self.told(entry) + self._tags(entry)).digest()
        return self._tagged[entry.id]

    def _tags(self, entry: Entry) -> bytes:
        shelf = self._shelf
        own = sorted(
            (k.slug, k.text, k.author, k.pinned) for k in entry.keywords if k.slug in shelf.keyword
        )
        known = (shelf.entity[identity] for identity in shelf.named[entry.id])
        faces = sorted(_face(entity) for entity in known if has_page(entity))
        texts = [self._shared_keyword(shelf.keyword[slug]) for slug, *_ in own]
        return _encode((own, faces, texts))

    def _keywords(self, entry: Entry) -> bytes:
        """What is shown of an article's keywords besides themselves."""
        shelf = self._shelf
        shared = (shelf.keyword.get(k.slug) for k in entry.keywords)
        return _encode(
            [
                (self._bearer(own), self._shared_keyword(other) if other else None)
                for own, other in zip(entry.keywords, shared, strict=True)
            ]
        )

    def _shared_keyword(self, keyword: SharedKeyword) -> tuple[object, ...]:
        return keyword.slug, keyword.text, self._bearer(keyword)

    def _bearer(self, keyword: SharedKeyword | Keyword) -> tuple[str, ...]:
        entity = bearer(self._shelf, keyword)
        return _face(entity) if entity else ()

    def _related(self, related: Related) -> tuple[object, ...] | None:
        """What is shown of a related article, and why it is."""
        shelf = self._shelf
        other = shelf.entry.get(related.id)
        if other is None:
            return None
        fields = other.article.fields
        lead = title_of(other), other.slug, fields.source, fields.date
        shared = [shelf.entity[e].name for e in related.entities if e in shelf.entity]
        ideas = [shelf.keyword[k].text for k in related.keywords if k in shelf.keyword]
        return lead, shared, ideas


def _face(entity: Entity) -> tuple[str, ...]:
    """What a link to an entity shows and needs."""
    return entity.name, entity.kind, entity.slug, str(entity.page)


def _digest(*parts: bytes) -> str:
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()
