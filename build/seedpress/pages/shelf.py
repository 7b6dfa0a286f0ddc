"""The corpus as pages look things up in it: arranged once, before the first page is made."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from operator import attrgetter

from msgspec import Struct

from seedpress import names
from seedpress.model import (
    Corpus,
    DataFile,
    Entity,
    Entry,
    Keyword,
    Mention,
    SharedKeyword,
    mentions_of,
    times_mentioned,
)
from seedpress.pages.dateline import places_by_name
from seedpress.pages.markdown import Markdown, link
from seedpress.pages.tally import Tally
from seedpress.pages.template import Templates
from seedpress.pages.timeline import Axis, axis
from seedpress.pages.words import Words, words
from seedpress.settings import Settings

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)

Fill = Callable[..., str]
_start, _in_title = map(attrgetter, ("start", "in_title"))
_slug, _name = attrgetter("slug"), attrgetter("name", "id")


class Use(Struct, frozen=True, gc=False):
    """One mention of an entity, with the article it stands in."""

    entry: Entry
    mention: Mention


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """What page makers share; dictionaries are only read."""

    corpus: Corpus
    settings: Settings
    words: Words
    newest: tuple[Entry, ...]  # newest first, then those without a date by title
    entry: dict[str, Entry]  # by id
    entity: dict[str, Entity]  # by id
    paged: dict[str, Entity]  # of them, those with a page that can be linked to
    listed: tuple[Entity, ...]  # the same, the most shared first
    keyword: dict[str, SharedKeyword]  # by slug
    place: dict[str, int]  # by article id: its place among the newest
    named: dict[str, Counter[str]]  # by article id: entity id to mentions, in order of appearance
    places: dict[str, Entity]  # with a page, by folded spelling: for datelines
    axis: Axis | None  # of time, for charts
    files: dict[str, DataFile]  # the data files that stand beside the pages, by path
    fill: Fill  # makes a page's text of a template
    _where: dict[str, list[Entry]] = field(default_factory=dict)  # by entity id
    _counted: list["Counted"] = field(default_factory=list)  # once somebody asked

    @property
    def counted(self) -> "Counted":
        """What articles have in common, by number."""
        if not self._counted:
            self._counted.append(_count(self))
        return self._counted[0]

    def where(self, entity: Entity) -> list[Entry]:
        """The articles that name an entity, newest first; of most entities nobody asks."""
        if entity.id not in self._where:
            known = filter(self.place.__contains__, entity.articles)
            ordered = sorted(known, key=self.place.__getitem__)
            self._where[entity.id] = [self.entry[identity] for identity in ordered]
        return self._where[entity.id]

    def uses(self, entity: Entity, entry: Entry) -> list[Use]:
        """The mentions of an entity in an article."""
        found = mentions_of(entry.mentions, {entity.id})
        return [Use(entry, mention) for mention in _in_order(found)]

    def again(self, entry: Entry) -> None:
        """Look anew at an article's mentions, and at who names whom."""
        self.named.pop(entry.id, None)
        self._where.clear()
        self._counted.clear()


@dataclass(frozen=True, slots=True)
class Counted:
    """What articles have in common, to be counted by their places among the newest."""

    names: Tally[Entity]  # entities with a page, by name
    ideas: Tally[SharedKeyword]  # shared keywords that are none of these
    pinned: Set[str]  # keywords that the editor chose for some article, by slug,
    authors: Set[str]  # and those that an article's author did


class _Named(dict[str, Counter[str]]):
    """How often an article names each entity; most articles are never asked."""

    def __init__(self, entry: Mapping[str, Entry], entity: Collection[str]) -> None:
        self._entry, self._entity = entry, entity

    def __missing__(self, article: str) -> Counter[str]:
        self[article] = found = _named_in(self._entry[article], self._entity)
        return found


def arrange(corpus: Corpus, settings: Settings, files: Iterable[DataFile] = ()) -> Shelf:
    """Sort the corpus and make its look-up tables."""
    by_title = sorted(corpus.entries, key=lambda e: (e.article.fields.title.casefold(), e.id))
    newest = sorted(by_title, key=lambda e: e.article.fields.date or "", reverse=True)
    entry = {e.id: e for e in corpus.entries}
    entity = {e.id: e for e in corpus.entities}
    paged = {e.id: e for e in corpus.entities if e.page and e.slug}
    return Shelf(
        corpus=corpus,
        settings=settings,
        words=words(settings.language),
        newest=tuple(newest),
        entry=entry,
        entity=entity,
        paged=paged,
        listed=tuple(most_named(paged.values())),
        keyword={k.slug: k for k in corpus.keywords},
        place={e.id: number for number, e in enumerate(newest)},
        named=_Named(entry, entity),
        places=places_by_name(newest, paged.values()),
        axis=axis(newest),
        files={file.path: file for file in files},
        fill=Templates(settings).fill,
    )


def _count(shelf: Shelf) -> Counted:
    ideas = [each for each in shelf.keyword.values() if each.entity not in shelf.paged]
    every = (keyword for entry in shelf.newest for keyword in entry.keywords)
    own = [keyword for keyword in every if keyword.pinned or keyword.author]
    return Counted(
        Tally(sorted(shelf.paged.values(), key=_name), shelf.place),
        Tally(sorted(ideas, key=_slug), shelf.place),
        {keyword.slug for keyword in own if keyword.pinned},
        {keyword.slug for keyword in own if keyword.author},
    )


def _named_in(entry: Entry, known: Collection[str]) -> Counter[str]:
    """How often an article names each of the `known`, in order of appearance."""
    counts = Counter(times_mentioned(entry.mentions))
    for unknown in [identity for identity in counts if identity not in known]:
        del counts[unknown]
    return counts


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Those in the title first, each where it stands."""
    ordered = sorted(mentions, key=_start)
    ordered.sort(key=_in_title, reverse=True)
    return ordered


def has_page(entity: Entity) -> bool:
    """Whether the entity has a page that can be linked to."""
    return entity.page and bool(entity.slug)


def block_of(entry: Entry, offset: int) -> int:
    """Number of the block of the article in which `offset` of its text lies."""
    return max(bisect_right(entry.article.blocks, offset, key=_start) - 1, 0)


def to(path: str, target: str) -> str:
    """The page `target` (a path below docs/) as a link's target on the page at `path`."""
    return "../" * path.count("/") + target


def entry_link(path: str, entry: Entry) -> Markdown:
    """A link from the page at `path` to an article, with its title."""
    return link(title_of(entry), to(path, names.article_path(entry.slug)))


def entity_link(path: str, entity: Entity) -> Markdown:
    """A link from the page at `path` to an entity's page, with its name."""
    return link(entity.name, to(path, names.entity_path(entity.slug)))


def bearer(shelf: Shelf, keyword: SharedKeyword | Keyword) -> Entity | None:
    """The entity with a page whose name the keyword is, if it is one."""
    entity = shelf.entity.get(keyword.entity)
    return entity if entity and has_page(entity) else None


def keyword_target(shelf: Shelf, keyword: SharedKeyword) -> str:
    """Path of the page that the keyword leads to: its own, or its entity's if it is a name."""
    entity = bearer(shelf, keyword)
    return names.entity_path(entity.slug) if entity else names.keyword_path(keyword.slug)


def keyword_link(shelf: Shelf, path: str, keyword: SharedKeyword) -> Markdown:
    """A link from the page at `path` to the page that a keyword leads to."""
    return link(keyword.text, to(path, keyword_target(shelf, keyword)))


def title_of(entry: Entry) -> str:
    """An article's title, or its seed's name where it has none."""
    return entry.article.fields.title.strip() or entry.seed


def most_named(entities: Iterable[Entity]) -> list[Entity]:
    """Those with a page, the most shared first."""
    shown = (e for e in entities if has_page(e))
    return sorted(shown, key=lambda e: (-len(e.articles), -e.mentions, e.name.casefold(), e.id))


def direction(entry: Entry) -> str:
    """The direction in which the article's language is written."""
    return "rtl" if entry.article.fields.language in RIGHT_TO_LEFT else "ltr"
