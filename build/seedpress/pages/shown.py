"""What articles show of the entities that they name and of the keywords that they share.

That is part of the keys of pages (`keys.py`). Asked for all articles, it is gathered from the side
of entities and keywords, which takes a fifth of the time.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Generic, TypeVar

import msgspec

from seedpress.model import Entity, SharedKeyword, mentioned
from seedpress.pages.draft import Draft
from seedpress.pages.shelf import Shelf
from seedpress.pages.spellings import elsewhere

T = TypeVar("T")
_encode = msgspec.msgpack.Encoder().encode
_articles, _slug = map(attrgetter, ("articles", "slug"))


class _Lists(dict[str, list[T]], Generic[T]):
    """Of articles, by id: worked out when one is asked for, unless all were."""

    def __init__(self, make: Callable[[str], list[T]]) -> None:
        self._make = make

    def __missing__(self, article: str) -> list[T]:
        self[article] = made = self._make(article)
        return made


class Shown:
    """Of each article, by its id, in the order of ids and slugs: one packed value for each."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.faces: dict[str, bytes] = {}  # by id, what leads to an entity that has a page
        self._led: dict[str, bytes] = {}  # by slug, the same of a shared keyword
        self.met = _Lists(self._met)  # faces of those entities that have one,
        self.spelt = _Lists(self._spelt)  # with their spellings; the names of the others;
        self.shared = _Lists(self._shared)  # and shared keywords
        self._look(shelf.paged.values(), shelf.corpus.keywords)

    def turn(self, shelf: Shelf, draft: Draft) -> None:
        """Speak of a shelf on which a draft was laid."""
        self._shelf = shelf
        entities = {entity.id: entity for entity in draft.entities}
        own = {keyword.slug for keyword in draft.keywords}
        every = shelf.keyword.values()
        keywords = [each for each in every if each.slug in own or each.entity in entities]
        paged = entities.keys() & shelf.paged.keys()
        self._look([entities[identity] for identity in paged], keywords)
        articles = *map(_articles, draft.entities), *map(_articles, keywords)
        gone = {draft.entry.id}.union(*articles)
        for lists in (self.met, self.spelt, self.shared):
            for article in gone & lists.keys():
                del lists[article]

    def fill(self) -> None:
        """Look at all articles."""
        met: defaultdict[str, list[bytes]] = defaultdict(list)
        spelt: defaultdict[str, list[bytes | str]] = defaultdict(list)
        for entity in self._shelf.corpus.entities:
            face = self.faces.get(entity.id)
            if face is None:
                for article in entity.articles:
                    spelt[article].append(entity.name)
            else:
                forms = _spelt(face, entity)
                for article in entity.articles:
                    met[article].append(face)
                    spelt[article].append(forms)
        shared: defaultdict[str, list[bytes]] = defaultdict(list)
        for keyword in self._shelf.corpus.keywords:
            led = self._led[keyword.slug]
            for article in keyword.articles:
                shared[article].append(led)
        self.met.update(met)
        self.spelt.update(spelt)
        self.shared.update(shared)

    def _look(self, paged: Iterable[Entity], keywords: Iterable[SharedKeyword]) -> None:
        """See how things look that are new."""
        self.faces |= {e.id: _encode((e.name, e.kind, e.slug)) for e in paged}
        faces = self.faces
        self._led |= {k.slug: _encode((k.slug, k.text, faces.get(k.entity))) for k in keywords}

    def _ids(self, article: str) -> list[str]:
        return sorted({*mentioned(self._shelf.entry[article].mentions)})

    def _met(self, article: str) -> list[bytes]:
        return [self.faces[identity] for identity in self._ids(article) if identity in self.faces]

    def _spelt(self, article: str) -> list[bytes | str]:
        known = self._shelf.entity
        named = [known[identity] for identity in self._ids(article) if identity in known]
        faces = [(self.faces.get(entity.id), entity) for entity in named]
        return [entity.name if face is None else _spelt(face, entity) for face, entity in faces]

    def _shared(self, article: str) -> list[bytes]:
        slugs = sorted({*map(_slug, self._shelf.entry[article].keywords)})
        return [self._led[slug] for slug in slugs if slug in self._led]


def _spelt(face: bytes, entity: Entity) -> bytes:
    """What an article tells of an entity that it names."""
    return face + _encode(elsewhere(entity))
