"""One article: what is read, and what cleaning makes of it."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list_item", "quote", "code", "rule"]
SpanKind = Literal["link", "strong", "emphasis", "code", "image"]


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
class Removal:
    """A line, or part of one, that is not in the article's text, and the rule that took it.

    Rules that *move* words into a field are named `field:title`, `field:byline`, ...; the others
    are named after the family of residue (`comments`, `share`, ...), or `page`: what stood around
    the article in a web page.
    """

    line: int
    text: str
    rule: str


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
    around: tuple[Removal, ...] = ()  # the words of a web page that are not its article's


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
class Suspect:
    """A line that was kept although it may be of the page around the article, and why."""

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
    suspects: tuple[Suspect, ...] = ()  # kept, for the editor to look at
