"""The corpus as pages look things up in it: arranged once, before the first page is made."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from msgspec import Struct

from seedpress import names
from seedpress.model import Corpus, DataFile, Entity, Entry, Keyword, Mention, SharedKeyword
from seedpress.pages.dateline import places_by_name
from seedpress.pages.markdown import Markdown, link
from seedpress.pages.template import Templates
from seedpress.pages.timeline import Axis, axis
from seedpress.pages.words import Words, words
from seedpress.settings import Settings

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)

Fill = Callable[..., str]
_start, _in_title, _entity = map(attrgetter, ("start", "in_title", "entity"))


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
    where: dict[str, list[Entry]]  # by id of entities with a page: who names them, newest first
    named: dict[str, Counter[str]]  # by article id: entity id to mentions, in order of appearance
    places: dict[str, Entity]  # with a page, by folded spelling: for datelines
    axis: Axis | None  # of time, for charts
    files: dict[str, DataFile]  # the data files that stand beside the pages, by path
    fill: Fill  # makes a page's text of a template
    _grouped: dict[str, dict[str, list[Mention]]] = field(default_factory=dict)  # by article id

    def uses(self, entity: str) -> list[Use]:
        """The mentions of an entity with a page, newest article first."""
        return [
            Use(entry, mention)
            for entry in self.where.get(entity, ())
            for mention in self._mentions(entry)[entity]
        ]

    def forget(self, entry: Entry) -> None:
        """Look at an article's mentions anew."""
        self._grouped.pop(entry.id, None)

    def _mentions(self, entry: Entry) -> dict[str, list[Mention]]:
        """The mentions of an article by entity id; most articles are never asked."""
        if entry.id not in self._grouped:
            grouped: dict[str, list[Mention]] = {}
            for mention in _in_order(entry.mentions):
                grouped.setdefault(mention.entity, []).append(mention)
            self._grouped[entry.id] = grouped
        return self._grouped[entry.id]


def arrange(corpus: Corpus, settings: Settings, files: Iterable[DataFile] = ()) -> Shelf:
    """Sort the corpus and make its look-up tables."""
    by_title = sorted(corpus.entries, key=lambda e: (e.article.fields.title.casefold(), e.id))
    newest = sorted(by_title, key=lambda e: e.article.fields.date or "", reverse=True)
    entity = {e.id: e for e in corpus.entities}
    paged = {e.id: e for e in corpus.entities if has_page(e)}
    named = {entry.id: named_in(entry, entity) for entry in newest}
    where: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in newest:
        for identity in named[entry.id]:
            if identity in paged:
                where[identity].append(entry)
    return Shelf(
        corpus=corpus,
        settings=settings,
        words=words(settings.language),
        newest=tuple(newest),
        entry={e.id: e for e in corpus.entries},
        entity=entity,
        paged=paged,
        listed=tuple(most_named(paged.values())),
        keyword={k.slug: k for k in corpus.keywords},
        where=dict(where),
        named=named,
        places=places_by_name(newest, paged.values()),
        axis=axis(newest),
        files={file.path: file for file in files},
        fill=Templates(settings).fill,
    )


def named_in(entry: Entry, known: Collection[str]) -> Counter[str]:
    """How often an article names each of the `known`, in order of appearance."""
    counts = Counter(map(_entity, _in_order(entry.mentions)))
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
