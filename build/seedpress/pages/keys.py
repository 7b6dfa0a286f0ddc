"""What the pages of one thing show, as a key: where it is equal, the pages have the same bytes.

A key holds everything that a page maker looks up in the shelf for that thing, and no more: the
number of an entity's articles is no part of the pages that only link to it. Whoever makes a page
show more has to add it here; `tests/pages/test_keys.py` finds out what is missing.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b
from operator import attrgetter

import msgspec

from seedpress import names
from seedpress.model import Company, Entity, Entry, Related, SharedKeyword
from seedpress.pages.dateline import places_in
from seedpress.pages.draft import Draft
from seedpress.pages.shelf import Shelf, Use, title_of

_encode = msgspec.msgpack.Encoder().encode
_NOTHING = _encode(None)
_SIZE = 16  # bytes of a digest
_entity, _slug, _other = map(attrgetter, ("entity", "slug", "other"))


class _Once(dict[str, bytes]):
    """What is shown of things on the pages of others, by their ids: put together once for all."""

    def __init__(self, make: Callable[[str], bytes]) -> None:
        self._make = make

    def __missing__(self, identity: str) -> bytes:
        self[identity] = made = self._make(identity)
        return made


class Keys:
    """The keys of one shelf; what several pages show of one thing is looked at once.

    What is put together here is MessagePack, in which each value tells where it ends.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._told = _Once(self._tell)
        self._tagged = _Once(self._tag)
        self._faces = _Once(lambda entity: _encode(_face(shelf.entity[entity])))
        self._spelt = _Once(self._spell)
        self._borne = _Once(self._bear)
        self._shared = _Once(self._share)
        self._leads = _Once(self._lead)
        self._axis = _encode(shelf.axis)
        self._names = {entity.id: entity.name for entity in shelf.corpus.entities}
        self._texts = {keyword.slug: keyword.text for keyword in shelf.corpus.keywords}

    def turn(self, shelf: Shelf, draft: Draft) -> None:
        """Speak of a shelf on which a draft was laid."""
        self._shelf, self._axis = shelf, _encode(shelf.axis)
        for entry in (draft.entry, *draft.others):
            for once in (self._told, self._tagged, self._leads):
                once.pop(entry.id, None)
        for entity in draft.entities:
            self._names[entity.id] = entity.name
            for once in (self._faces, self._spelt, self._borne):
                once.pop(entity.id, None)
        for keyword in draft.keywords:
            self._shared.pop(keyword.slug, None)
            self._texts[keyword.slug] = keyword.text

    def article(self, entry: Entry) -> str:
        """Of an article's page."""
        shelf = self._shelf
        named = shelf.named[entry.id]
        return _digest(
            self._told[entry.id],
            (entry.keywords, entry.sha256, entry.repairs),
            [*map(self._borne.__getitem__, map(_entity, entry.keywords))],
            [*map(self._shared.__getitem__, map(_slug, entry.keywords))],
            [*map(self._names.__getitem__, named)],
            [*map(self._spelt.__getitem__, filter(shelf.paged.__contains__, named))],
            [self._faces[each.id] for each in places_in(entry, shelf.places)],
            [*map(self._related, entry.related)],
        )

    def entity(self, entity: Entity, company: Sequence[Company]) -> str:
        """Of an entity's pages, with the `company` in which it is shown."""
        shelf = self._shelf
        return _digest(
            entity,
            company,
            [*map(self._faces.__getitem__, map(_other, company))],
            names.feed_path(entity.slug) in shelf.files,
            self._axis,
            [self._told[entry.id] for entry in shelf.where.get(entity.id, ())],
        )

    def keyword(self, keyword: SharedKeyword, entries: Iterable[Entry]) -> str:
        """Of a shared keyword's pages, with the articles on them in their order."""
        return _digest(keyword, self._axis, [*map(self.tagged, entries)])

    def part_of_entity(self, entity: Entity, uses: Iterable[Use], number: int, of: int) -> str:
        """Of a further part of an entity's page, with the mentions on it."""
        shown = list(uses)
        articles = dict.fromkeys(use.entry.id for use in shown)
        places = [(u.entry.id, u.mention.start, u.mention.end, u.mention.in_title) for u in shown]
        told = [self.told(self._shelf.entry[identity]) for identity in articles]
        return self._part(entity.id, _face(entity), places, number, of, told)

    def part_of_keyword(
        self, keyword: SharedKeyword, entries: Iterable[Entry], number: int, of: int
    ) -> str:
        """Of a further part of a keyword's page, with the articles on it."""
        shown = list(entries)
        forms = [[k.text for k in e.keywords if k.slug == keyword.slug] for e in shown]
        facts = keyword.slug, keyword.text, [v.text for v in keyword.variants]
        return self._part(facts, forms, number, of, [*map(self.told, shown)])

    def index(self, told: object, entries: Iterable[Entry] = ()) -> str:
        """Of a part of a list: what is `told` there beside `entries`."""
        return _digest(told, [*map(self.told, entries)])

    def _part(self, *parts: object) -> str:
        """A key, but where the publisher's templates may show anything of the whole."""
        return "" if self._shelf.settings.templates_folder else _digest(*parts)

    def told(self, entry: Entry) -> bytes:
        """What an article tells wherever it is shown: its words, its names and its address."""
        return self._told[entry.id]

    def tagged(self, entry: Entry) -> bytes:
        """What an article gives a keyword's page, which counts its other keywords and its names."""
        return self._tagged[entry.id]

    def _tell(self, article: str) -> bytes:
        e = self._shelf.entry[article]
        return _hash(e.id, e.slug, e.seed, e.words, e.identity, e.mentions).digest()

    def _tag(self, article: str) -> bytes:
        shelf = self._shelf
        own = sorted(
            (k.slug, k.text, k.author, k.pinned)
            for k in shelf.entry[article].keywords
            if k.slug in shelf.keyword
        )
        paged = filter(shelf.paged.__contains__, shelf.named[article])
        texts = [self._shared[slug] for slug, *_ in own]
        return _hash(
            self._told[article], own, [*map(self._faces.__getitem__, paged)], texts
        ).digest()

    def _spell(self, identity: str) -> bytes:
        """What an article tells of an entity that it names."""
        entity = self._shelf.entity[identity]
        return _hash(_face(entity), [alias.text for alias in entity.aliases]).digest()

    def _bear(self, identity: str) -> bytes:
        """What is shown of an entity as a keyword: where it has no page, nothing."""
        return self._faces[identity] if identity in self._shelf.paged else _NOTHING

    def _share(self, slug: str) -> bytes:
        """What is shown of a shared keyword; there need not be one."""
        keyword = self._shelf.keyword.get(slug)
        if keyword is None:
            return _NOTHING
        return _encode((keyword.slug, keyword.text)) + self._borne[keyword.entity]

    def _related(self, related: Related) -> tuple[bytes, list[str | None], list[str | None]]:
        """What is shown of a related article, and why it is."""
        shared = [*map(self._names.get, related.entities)]
        return self._leads[related.id], shared, [*map(self._texts.get, related.keywords)]

    def _lead(self, article: str) -> bytes:
        """What is shown of an article where it is related to another; there need not be one."""
        entry = self._shelf.entry.get(article)
        if entry is None:
            return _NOTHING
        fields = entry.article.fields
        return _encode((title_of(entry), entry.slug, fields.source, fields.date))


def _face(entity: Entity) -> tuple[str, ...]:
    """What a link to an entity shows and needs."""
    return entity.name, entity.kind, entity.slug, str(entity.page)


def _digest(*parts: object) -> str:
    return _hash(*parts).hexdigest()


def _hash(*parts: object) -> blake2b:
    return blake2b(_encode(parts), digest_size=_SIZE)
