"""What is found in one article: names, keywords, phrases.

What a corpus has millions of are structs: made and read in a tenth of a dataclass's time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple
from zlib import crc32

from msgspec import Struct, msgpack

from seedpress.model.article import Article, Seed

EntityKind = Literal["person", "organisation", "place", "event", "other"]
ENTITY_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "event", "other")


class Mention(Struct, frozen=True, gc=False, array_like=True):
    """A name in an article's text, or in its title."""

    start: int
    end: int
    text: str
    kind: EntityKind = "other"
    in_title: bool = False
    rule: str = ""  # why it was taken for a name, in words an editor understands
    entity: str = ""  # id of its entity; empty until `resolve`


# What keywords need to know of mentions: their text, their kind and the id of their entity.
Named = tuple[str, EntityKind, str]


class Naming(NamedTuple):
    """What mentions of one article are of, each once, in the order in which they stand."""

    texts: bytes  # packed
    ids: bytes  # packed; articles of equal texts and ids name the same
    each: Callable[
        [], Sequence[Named]
    ]  # made when asked for, as of few articles in a join by notes


# What the rest of the corpus must be asked of candidates: everything, whether a single word is an
# ordinary one, or nothing, for they are surely names.
Doubt = Literal["any", "word", "none"]


class Look(Struct, frozen=True, gc=False, array_like=True):
    """What mentions of one article have in common: all that decides what they stand for."""

    text: str
    kind: EntityKind
    rule: str  # why they were taken for names
    numbers: tuple[int, ...]  # of the mentions, in the order in which they stand
    said: tuple[int, int, int, int]  # what their places say, added up: hundredths of the typer's
    doubt: Doubt = "any"
    skipped: int = 0  # characters of each mention that stand before `text`
    alone: EntityKind | None = None  # what its name is of if it stands nowhere else, once told


class Person(Struct, frozen=True, gc=False, array_like=True):
    """Parts of a personal name, folded."""

    given: str
    middle: tuple[str, ...]
    surname: str
    after: str  # jr, iii
    reversed: bool = False  # the surname stands first: `Jiang Zemin`
    tails: tuple[str, ...] = ()  # what may stand for the name: `Leyen`, `von der Leyen`


class Casing(Struct, frozen=True, gc=False, array_like=True):
    """How an article writes words."""

    words: str = ""  # those that it capitalises somewhere, folded, with blanks between
    capital: tuple[int, ...] = ()  # how often it does
    lower: tuple[int, ...] = ()  # and how often not

    def packed(self) -> bytes:
        """The same as `Names` keeps it."""
        return _packed(self)


@dataclass(frozen=True, slots=True)
class Names:
    """All that recognition learns from one article alone; `resolve` weighs it corpus-wide."""

    looks: tuple[Look, ...] = ()  # in the order in which they stand first
    starts: tuple[int, ...] = ()  # of the mentions, in the text; in the title it is -1 - start
    casing: bytes = b""  # a packed `Casing`, which is needed once, or of changed articles
    # The typer's scores, as `typer.packed` keeps them: of the place of each mention, and of each
    # text of a mention by itself, in the order in which they stand first.
    scores: bytes = b""
    own: bytes = b""
    # Of each text of several words, in the order in which they stand first: the key under which
    # its spellings meet, its parts as a person's name, and whether it looks like one.
    keys: tuple[str, ...] = ()
    persons: tuple[Person | None, ...] = ()
    personal: tuple[bool, ...] = ()
    surnames: tuple[str, ...] = ()  # of persons whom it surely names in full
    acronyms: tuple[tuple[str, str], ...] = ()  # (short, long) as this article explains them
    sport: str = ""  # the team sport that it reports

    def casing_counts(self) -> Casing:
        """How the article writes words."""
        return _CASING.decode(memoryview(self.casing)[_SUM:]) if self.casing else Casing()


class Keyword(Struct, frozen=True, gc=False, array_like=True):
    """A keyword of one article, in the form in which this article has it."""

    text: str
    score: float  # higher is better, comparable within the article only
    why: str = ""
    slug: str = ""  # of the shared keyword's page; empty where it has none
    entity: str = ""  # id, where the keyword is a name
    author: bool = False  # one of the seed's own tags
    pinned: bool = False  # by the authority file


class Candidate(Struct, frozen=True, gc=False, array_like=True):
    """A noun phrase of one article and what is known of it before the corpus is."""

    text: str  # its commonest form
    words: tuple[int, ...]  # its stems, as places in `Phrases.words`
    count: int
    first: int  # words of the article before its first occurrence
    shape: str = ""  # a letter a word: P name, N noun, J adjective, G -ing form, B participle
    headline: bool = False  # stands in the title and nowhere else
    longer: int = 0  # candidates that hold all its words and more
    owner: bool = False  # stands only as the owner of something: "Brandt's plan"
    own: float = 0.0  # what it scores by itself, before the corpus says how rare its words are


@dataclass(frozen=True, slots=True)
class Phrases:
    """All that keyword extraction learns from one article alone."""

    keywords: tuple[Keyword, ...] = ()
    candidates: tuple[Candidate, ...] = ()  # what the join ranks anew; empty for `yake`
    words: str = ""  # stems of the article with blanks between, those of candidates first
    weights: tuple[float, ...] = ()  # of stems of candidates: how often and how early each stands
    linked: tuple[str, ...] = ()  # other word orders: "plan for a ceasefire"

    def stems(self) -> list[str]:
        """The stems one by one."""
        return self.words.split(" ") if self.words else []

    def packed(self) -> bytes:
        """The same as an `Analysis` keeps it: a check sum, then MessagePack."""
        return _packed(self)


_SUM = 4
_AT_HAND = 1 << 8  # articles whose phrases are unpacked
_PHRASES = msgpack.Decoder(Phrases)
_CASING = msgpack.Decoder(Casing)


def _packed(what: Phrases | Casing) -> bytes:
    data = msgpack.encode(what)
    return crc32(data).to_bytes(_SUM, "little") + data


@dataclass(frozen=True)
class Analysis:
    """Everything that one seed tells by itself: the unit of caching and of parallel work."""

    seed: Seed  # without `text` and `around`: the words are in the article
    article: Article
    names: Names
    # Its phrases: half of all that it is made of, and a join by notes need not look at them.
    packed: bytes = b""
    sketch: bytes = b""  # of its wording, to find articles in much the same words
    words: int = -1  # of the article's text; below 0: not counted

    def __post_init__(self) -> None:
        """Notice damage while a seed can be analysed anew: who decodes this then does so."""
        for data in (memoryview(self.packed), memoryview(self.names.casing)):
            if data and crc32(data[_SUM:]) != int.from_bytes(data[:_SUM], "little"):
                raise ValueError("what is packed is damaged")

    @property
    def phrases(self) -> Phrases:
        """All that keyword extraction learned; it takes much room, so few articles' is at hand."""
        return _unpacked(self.packed) if self.packed else Phrases()


@lru_cache(maxsize=_AT_HAND)
def _unpacked(packed: bytes) -> Phrases:
    return _PHRASES.decode(memoryview(packed)[_SUM:])
