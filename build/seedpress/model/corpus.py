"""All articles together: entities, the vocabulary, what is related to what; and pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from seedpress.atomic import Laid
from seedpress.model.analysis import EntityKind, Keyword, Mention
from seedpress.model.article import Article, Problem
from seedpress.model.changes import Changes


class Alias(Struct, frozen=True, gc=False):
    """One spelling of an entity and how often it stands in the corpus."""

    text: str
    count: int


# Rules of reasons that are no rule of ours.
SAME_NAME = "the name itself"
EDITORS_WORD = "the editor says so"


class Reason(Struct, frozen=True, gc=False):
    """Why a spelling belongs to an entity."""

    alias: str
    rule: str  # the rule's name
    evidence: str = ""  # in words

    @property
    def is_rules(self) -> bool:
        """Whether a rule of ours joined it, so that the editor may say otherwise."""
        return self.rule not in (SAME_NAME, EDITORS_WORD)


class NearMiss(Struct, frozen=True, gc=False):
    """A name that was nearly merged into an entity, and why it was not."""

    name: str
    why: str


class Entity(Struct, frozen=True, gc=False):
    """A person, organisation, place or event under its preferred name."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[Alias, ...]
    articles: tuple[str, ...]  # ids, sorted
    mentions: int
    reasons: tuple[Reason, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    page: bool = False  # worth a page of its own
    slug: str = ""  # given by `link` to those with a page
    qid: str = ""  # Wikidata, from the authority file
    note: str = ""  # the editor's


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the entities, and for each analysis (same order) its mentions with their ids."""

    entities: tuple[Entity, ...]
    mentions: tuple[Sequence[Mention], ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedKeyword:
    """A keyword of the corpus: one idea under its preferred form."""

    slug: str
    text: str
    articles: tuple[str, ...]  # ids, sorted
    variants: tuple[Alias, ...] = ()
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The keywords the corpus agreed on: shared ones, and each analysis' own in the same order."""

    shared: tuple[SharedKeyword, ...]
    keywords: tuple[tuple[Keyword, ...], ...]
    everywhere: tuple[str, ...] = ()  # said once for the corpus, dropped from the articles
    problems: tuple[Problem, ...] = ()


class Related(Struct, frozen=True, gc=False):
    """Another article and what it shares with this one."""

    id: str
    score: float
    entities: tuple[str, ...]  # ids, most telling first
    keywords: tuple[str, ...]  # slugs, most telling first


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as published: with its address and its place among the others."""

    id: str
    slug: str
    seed: str  # path in the seeds folder, `file.jsonl#3` for a record
    sha256: str
    article: Article
    keywords: tuple[Keyword, ...]
    mentions: Sequence[Mention]  # or `Mentions`
    related: tuple[Related, ...] = ()
    repairs: tuple[str, ...] = ()
    words: int = -1  # of the article's text; counted once, for many ask
    # An article, and what tells it from any other that is made; None where nothing certain does.
    origin: tuple[Article, str] | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.words < 0:
            object.__setattr__(self, "words", len(self.article.text.split()))

    @property
    def identity(self) -> str | Article:
        """What tells its article from any other: where it came from, or else all its words."""
        if self.origin and self.origin[0] is self.article:
            return self.origin[1]
        return self.article


class Company(Struct, frozen=True, gc=False):
    """How often two entities stand in the same articles."""

    other: str  # id
    articles: int


class Companies(dict[str, tuple[Company, ...]]):
    """The company of each entity, by its id; and the same as numbers, for whoever writes it all.

    It is made as a whole and stays as it is.
    """

    # Of each pair once: places of the two among the keys, the lower first, and their articles. As
    # four bytes a number; the pairs of each entity stand together, in the order of the keys.
    pairs: tuple[bytes, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Double:
    """Two articles in much the same words."""

    first: str  # id
    second: str  # id, greater than `first`
    score: float  # 1.0: the same words


@dataclass(frozen=True, slots=True)
class Corpus:
    """The joined corpus: all that pages and exports are made from."""

    entries: tuple[Entry, ...]  # sorted by id
    entities: tuple[Entity, ...]  # sorted by id
    keywords: tuple[SharedKeyword, ...]  # sorted by slug
    # by entity id, most first
    company: dict[str, tuple[Company, ...]] = field(default_factory=dict)
    everywhere: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubles: tuple[Double, ...] = ()  # most alike first
    changes: Changes = field(default_factory=Changes)  # against the edition before


@dataclass(frozen=True, slots=True)
class Page:
    """A file to be written below `docs/`."""

    path: str  # relative, with forward slashes
    data: str | bytes | Laid


class Sheaf(Struct, frozen=True, gc=False):
    """Pages that are made together, and only if what they show has changed."""

    name: str  # no two of a corpus have the same
    key: str  # of what they show: equal keys, equal pages; empty: that is not known
    make: Callable[[], Iterable[Page]]
    # The same pages as sheaves of their own, where some may stand though others have to be made.
    parts: Callable[[], Iterable["Sheaf"]] | None = None
    many: bool = False  # one of very many: any process that sees the corpus may make it
