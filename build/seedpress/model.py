"""The frozen types that pass between stages; nothing here does any work.

Offsets are Unicode code points. `text` of an article is its blocks joined by a blank line; its
title is not part of it. Line numbers are those of the seed's file, from 1.
"""

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "quote", "code", "rule"]
SpanKind = Literal["link", "strong", "emphasis", "code", "image"]
EntityKind = Literal["person", "organisation", "place", "event", "other"]
ENTITY_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "event", "other")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the user should know about one seed, setting or authority line."""

    seed: str
    reason: str
    remedy: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known about an article besides its words; empty where nothing is certain."""

    title: str = ""
    byline: str = ""
    source: str = ""
    dateline: str = ""
    date: str | None = None  # ISO 8601: YYYY-MM-DD
    url: str = ""
    language: str = ""  # ISO 639-1
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seed:
    """One article as it was read: decoded, mojibake repaired, lines ended by a line feed."""

    path: str  # relative to the seeds folder, with forward slashes
    sha256: str  # of the file's bytes, or of the record's
    text: str  # the body, without front matter
    markup: Literal["text", "markdown"] = "text"
    fields: Fields = Fields()  # front matter or the record's own fields
    first_line: int = 1  # line of the file on which `text` starts
    record: int | None = None  # number of the record in its file, from 1
    own_id: str = ""  # the record's own `id`
    repairs: tuple[str, ...] = ()  # what reading had to mend, in words ("decoded as cp1252")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a block's text that a Markdown seed marked; offsets into the block's text."""

    start: int
    end: int
    kind: SpanKind
    target: str = ""  # a link's or an image's address, as written: not yet checked


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, subhead, list item or quotation of an article."""

    kind: BlockKind
    text: str
    level: int = 0  # 2 to 6 for headings, nesting depth from 1 for list items, else 0
    start: int = 0  # offset of `text` in the article's text
    line: int | None = None  # of the seed
    spans: tuple[Span, ...] = ()
    ordered: bool = False  # a list item of a numbered list


@dataclass(frozen=True, slots=True)
class Removal:
    """A line, or part of one, that is not in the article's text, and the rule that took it.

    Rules that *move* words into a field are named `field:title`, `field:byline`, ...; the others
    are named after the family of residue (`comments`, `share`, ...).
    """

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Article:
    """A cleaned article."""

    fields: Fields
    blocks: tuple[Block, ...]
    text: str
    removed: tuple[Removal, ...] = ()
    title_made: bool = False  # the seed had none; this one is its first sentence


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an article's text, or in its title."""

    start: int
    end: int
    text: str
    kind: EntityKind = "other"
    in_title: bool = False
    rule: str = ""  # why it was taken for a name, in words an editor understands
    entity: str = ""  # id of its entity; empty until `resolve`


@dataclass(frozen=True, slots=True)
class Names:
    """All that recognition learns from one article alone; `resolve` weighs it corpus-wide."""

    mentions: tuple[Mention, ...] = ()
    casing: tuple[tuple[str, int, int], ...] = ()  # folded word, times capitalised, times lower
    # For each mention, the typer's scores of its place (log scale) as a person, an organisation,
    # a place or something else; empty where the place says nothing.
    scores: tuple[tuple[float, ...], ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()  # (short, long) as this article explains them


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword of one article, in the form in which this article has it."""

    text: str
    score: float  # higher is better, comparable within the article only
    why: str = ""
    slug: str = ""  # of the shared keyword's page; empty where it has none
    entity: str = ""  # id, where the keyword is a name
    author: bool = False  # one of the seed's own tags
    pinned: bool = False  # by the authority file


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase of one article and what is known of it before the corpus is."""

    text: str  # its commonest form
    words: tuple[int, ...]  # its stems, as places in `Phrases.words`
    count: int
    first: int  # words of the article before its first occurrence
    shape: str = ""  # a letter a word: P name, N noun, J adjective, G -ing form, B participle
    headline: bool = False  # stands in the title and nowhere else
    longer: int = 0  # candidates that hold all its words and more
    owner: bool = False  # stands only as the owner of something: "Brandt's plan"


@dataclass(frozen=True, slots=True)
class Phrases:
    """All that keyword extraction learns from one article alone."""

    keywords: tuple[Keyword, ...] = ()
    candidates: tuple[Candidate, ...] = ()  # what the join ranks anew; empty for `yake`
    words: tuple[str, ...] = ()  # stems of the article, sorted
    weights: tuple[float, ...] = ()  # of `words`: how often and how early each stands
    linked: tuple[str, ...] = ()  # other word orders: "plan for a ceasefire"


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that one seed tells by itself: the unit of caching and of parallel work."""

    seed: Seed  # with an empty `text`: the words are in the article
    article: Article
    names: Names
    phrases: Phrases
    sketch: tuple[int, ...] = ()  # of its wording, to find articles in much the same words


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of an entity and how often it stands in the corpus."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a spelling belongs to an entity."""

    alias: str
    rule: str  # the rule's name
    evidence: str = ""  # in words


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A name that was nearly merged into an entity, and why it was not."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Entity:
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
class AuthorityEntity:
    """What the editor says of one entity."""

    name: str  # preferred
    kind: EntityKind | None = None
    aliases: tuple[str, ...] = ()
    qid: str = ""  # Wikidata
    note: str = ""
    keep: bool = False  # gets a page however few its articles
    line: int = 0  # of the authority file


@dataclass(frozen=True, slots=True)
class Judgement:
    """The editor's word that two names are, or are not, one entity."""

    first: str  # its entity keeps the preferred name
    second: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class KeywordAuthority:
    """What the editor says of keywords."""

    prefer: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (preferred, its variants)
    ban: tuple[str, ...] = ()
    pin: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (seed, its keywords)
    lines: tuple[tuple[str, int], ...] = ()  # (what was said, line): `ban: x`, `pin: seed`


@dataclass(frozen=True, slots=True)
class Authority:
    """The editor's word, from `seeds/authority.yml`: it wins over every rule."""

    entities: tuple[AuthorityEntity, ...] = ()
    same: tuple[Judgement, ...] = ()
    not_same: tuple[Judgement, ...] = ()
    never: tuple[tuple[str, int], ...] = ()  # (name that is no entity, line)
    keywords: KeywordAuthority = KeywordAuthority()
    file: str = ""  # its name, for messages


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the entities, and for each analysis (same order) its mentions with their ids."""

    entities: tuple[Entity, ...]
    mentions: tuple[tuple[Mention, ...], ...]
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


@dataclass(frozen=True, slots=True)
class Related:
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
    mentions: tuple[Mention, ...]
    related: tuple[Related, ...] = ()
    repairs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Company:
    """How often two entities stand in the same articles."""

    other: str  # id
    articles: int


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
    company: dict[str, tuple[Company, ...]] = field(
        default_factory=dict
    )  # by entity id, most first
    everywhere: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubles: tuple[Double, ...] = ()  # most alike first


@dataclass(frozen=True, slots=True)
class Page:
    """A file to be written below `docs/`."""

    path: str  # relative, with forward slashes
    data: str | bytes
