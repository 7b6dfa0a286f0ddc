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
from seedpress.model import Company, Entity, Entry, Keyword, SharedKeyword, mark_of
from seedpress.notes import Notes
from seedpress.pages.cuts import Run
from seedpress.pages.dateline import places_in
from seedpress.pages.draft import Draft
from seedpress.pages.shelf import Shelf, title_of
from seedpress.pages.shown import Shown

_encode = msgspec.msgpack.Encoder().encode
_NOTHING = _encode(None)
_SIZE = 16  # bytes of a digest
_id, _slug, _text, _other = map(attrgetter, ("id", "slug", "text", "other"))
_tag = attrgetter("slug", "text", "author", "pinned")
_chosen = attrgetter("text", "slug", "entity", "author")  # what an article shows of a keyword
_why = attrgetter("id", "entities", "keywords")  # of a related article


class _Once(dict[str, bytes]):
    """What is shown of things on the pages of others, by their ids: put together once for all."""

    def __init__(self, make: Callable[[str], bytes]) -> None:
        self._make = make

    def __missing__(self, identity: str) -> bytes:
        self[identity] = made = self._make(identity)
        return made


class Keys:
    """The keys of one shelf; what several pages show of one thing is looked at once.

    What is put together here is MessagePack, in which each value tells where it ends. A thing that
    does not exist, or has no page where one is linked to, is None.
    """

    def __init__(self, shelf: Shelf, notes: Notes | None = None) -> None:
        """Make ready; `notes` tell what the last build worked out, and are to tell it the next."""
        self.notes = notes or Notes()
        self._told = _Once(self._tell)
        self._tagged = _Once(self._tag)
        self._leads = _Once(self._lead)
        self._shown = Shown(shelf)
        self._shelf, self._axis = shelf, _hash(shelf.axis).digest()

    def fill(self) -> None:
        """Get ready for the keys of all things."""
        self._shown.fill()

    def turn(self, shelf: Shelf, draft: Draft) -> None:
        """Speak of a shelf on which a draft was laid."""
        self._shelf, self._axis = shelf, _hash(shelf.axis).digest()
        self._shown.turn(shelf, draft)
        for entry in (draft.entry, *draft.others):
            for once in (self._told, self._tagged, self._leads):
                once.pop(entry.id, None)

    def article(self, entry: Entry) -> str:
        """Of an article's page.

        What it shows of its keywords, and of what it shares with related articles, is of entities
        that it names and of keywords that it has.
        """
        places, shown, related = self._shelf.places, self._shown, entry.related
        return _digest(
            self._told[entry.id],
            _best(entry.keywords, self._shelf.settings.keywords.shown),
            entry.sha256,
            entry.repairs,
            shown.spelt[entry.id],
            shown.shared[entry.id],
            [shown.faces[each.id] for each in places_in(entry, places)] if places else (),
            [*map(_why, related)],
            [*map(self._leads.__getitem__, map(_id, related))],
        )

    def entity(self, entity: Entity, company: Sequence[Company]) -> str:
        """Of an entity's pages, with the `company` in which it is shown."""
        return _digest(
            entity,
            company,
            [*map(self._shown.faces.get, map(_other, company))],
            names.feed_path(entity.slug) in self._shelf.files,
            self._axis,
            b"".join([*map(self._told.__getitem__, entity.articles)]),
        )

    def keyword(self, keyword: SharedKeyword) -> str:
        """Of a shared keyword's pages, with its articles on them."""
        tagged = b"".join([*map(self._tagged.__getitem__, keyword.articles)])
        return _digest(keyword, self._axis, tagged)

    def part_of_entity(
        self, entity: Entity, told: bytes, run: Run, number: int, of: int, once: object = ()
    ) -> str:
        """Of a part of an entity's page: what its run of articles `told`, and what is there only.

        What else these articles name is no matter of that part.
        """
        rest = run.start[1], run.end[1], number, of
        return self._part(entity.id, _face(entity), told, rest, once)

    def part_of_keyword(
        self,
        keyword: SharedKeyword,
        entries: Iterable[Entry],
        number: int,
        of: int,
        once: Sequence[object] = (),
    ) -> str:
        """Of a part of a keyword's page, with the articles on it and what is told there only."""
        shown = list(entries)
        forms = [[k.text for k in e.keywords if k.slug == keyword.slug] for e in shown]
        facts = keyword.slug, keyword.text, [v.text for v in keyword.variants]
        return self._part(facts, forms, number, of, [*map(said, shown)], once)

    def index(self, told: object, entries: Iterable[Entry] = ()) -> str:
        """Of a part of a list: what is `told` there beside `entries`, but for names in them."""
        return _digest(told, [*map(said, entries)])

    def _part(self, *parts: object) -> str:
        """A key, but where the publisher's templates may show anything of the whole."""
        return "" if self._shelf.settings.templates_folder else _digest(*parts)

    def told(self, entry: Entry) -> bytes:
        """What an article tells wherever it is shown: its words, its names and its address."""
        return self._told[entry.id]

    def _tell(self, article: str) -> bytes:
        e = self._shelf.entry.get(article)
        if e is None:
            return _NOTHING
        return _hash(said(e), mark_of(e.mentions)).digest()

    def _tag(self, article: str) -> bytes:
        """What an article gives a keyword's page, which counts its other keywords and its names."""
        shown, entry = self._shown, self._shelf.entry[article]
        own = [*map(_tag, filter(_slug, entry.keywords))]
        return _hash(said(entry), own, shown.met[article], shown.shared[article]).digest()

    def _lead(self, article: str) -> bytes:
        """What is shown of an article where it is related to another."""
        entry = self._shelf.entry.get(article)
        if entry is None:
            return _NOTHING
        fields = entry.article.fields
        return _encode((title_of(entry), entry.slug, fields.source, fields.date))


def said(entry: Entry) -> tuple[object, ...]:
    """What an article tells wherever it is shown, but for the names in it."""
    return entry.id, entry.slug, entry.seed, entry.words, entry.identity


def _best(keywords: Sequence[Keyword], shown: int) -> tuple[object, ...]:
    """What an article shows of its best keywords, each text once, and what it finds by the rest."""
    first = keywords[:shown]
    if len({*map(_text, first)}) < len(first):  # others may step in
        first = keywords
    return [*map(_chosen, first)], sorted(map(_slug, keywords[len(first) :]))


def _face(entity: Entity) -> tuple[str, ...]:
    """What a link to an entity shows and needs."""
    return entity.name, entity.kind, entity.slug, str(entity.page)


def _digest(*parts: object) -> str:
    return _hash(*parts).hexdigest()


def _hash(*parts: object) -> blake2b:
    return blake2b(_encode(parts), digest_size=_SIZE)
