"""The one place where ids, slugs, page paths and anchors are made.

Nothing from a seed reaches a path but through `slug`, whose alphabet is `a-z`, `0-9` and `-`.
"""

import hashlib
import re
from collections.abc import Callable, Iterable

from anyascii import anyascii

_GAP = re.compile(r"[^a-z0-9]+")
_WORDS = re.compile("[A-Za-z]+(?: [A-Za-z]+)*")
# Device names that Windows reserves whatever their suffix.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index)")
_RESERVED_MOST = 5  # letters of these


def slug(text: str, longest: int = 60) -> str:
    """A file name stem for `text`: ASCII, lower case, at most `longest` characters, never empty."""
    if text.isalpha() and text.isascii() and _RESERVED_MOST < len(text) <= longest:
        return text.lower()  # as half of all names are
    if text.isascii() and _RESERVED_MOST < len(text) <= longest and _WORDS.fullmatch(text):
        return text.replace(" ", "-").lower()  # as most others are
    plain = text if text.isascii() else anyascii(text)
    plain = plain.lower().replace("'", "")
    stem = _GAP.sub("-", plain).strip("-")
    if len(stem) > longest:
        cut = stem[: longest + 1].rpartition("-")[0]
        stem = (cut if len(cut) > longest // 2 else stem[:longest]).strip("-")
    if not stem:
        return digest(text)[:8]
    return f"{stem}-x" if _RESERVED.fullmatch(stem) else stem


def digest(text: str) -> str:
    """Hexadecimal SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seed_name(path: str, record: int | None) -> str:
    """How a seed is called in pages, exports and messages: `a/b.txt`, `file.jsonl#3`."""
    return path if record is None else f"{path}#{record}"


def article_id(path: str, record: int | None, own_id: str) -> str:
    """An article's id: from its seed's path and its record's own id or number, nothing else."""
    place = f"{path}#{own_id}" if own_id else seed_name(path, record)
    return f"a{digest(place)[:12]}"


def article_slug(title: str, identity: str) -> str:
    """An article's slug: readable words, then a piece of its id so that no other seed matters."""
    return f"{slug(title)}-{identity[1:7]}"


def distinct(things: Iterable[tuple[str, str]], second: Callable[[str], str]) -> dict[str, str]:
    """Give every id its own slug: `things` is (id, wished slug) in order of precedence.

    The first keeps its wish; a later one with the same wish gets `second(id)` appended, then a
    piece of its id's digest, so that what a name is called never depends on how many follow it.
    """
    taken: set[str] = set()
    result: dict[str, str] = {}
    for identity, wish in things:
        name = wish
        if name in taken:
            name = f"{wish}-{slug(second(identity))}"
        if name in taken:
            name = f"{wish}-{digest(identity)[:8]}"
        taken.add(name)
        result[identity] = name
    return result


def article_path(stem: str) -> str:
    """Path of an article's page below `docs/`."""
    return f"articles/{stem}.md"


def entity_path(stem: str) -> str:
    """Path of an entity's page below `docs/`."""
    return f"entities/{stem}.md"


def keyword_path(stem: str) -> str:
    """Path of a keyword's page below `docs/`."""
    return f"keywords/{stem}.md"


def url(path: str, directories: bool = True) -> str:
    """Address of a page on the site, relative to its root: `articles/x.md` is `articles/x/`.

    `directories` is MkDocs' `use_directory_urls`: `articles/x/`, or else `articles/x.html`.
    """
    stem = path.removesuffix(".md")
    if not directories:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"


def block_anchor(number: int) -> str:
    """Anchor of an article's block, counted from 0."""
    return f"p{number + 1}"


def data_path(name: str) -> str:
    """Path of a data file below `docs/`."""
    return f"data/{name}"


def corpus_version(digests: Iterable[tuple[str, str]]) -> str:
    """What tells one state of a corpus from another.

    `digests` are (name, SHA-256) of its data files before packing; only records count, whose other
    forms may differ from one program's version to the next.
    """
    records = [f"{path} {sha256}" for path, sha256 in digests if path.endswith(".jsonl")]
    return digest(" ".join(records))[:12]


def feed_path(stem: str) -> str:
    """Path of an entity's feed in the folder of data."""
    return f"feeds/{stem}.atom"


def part_path(path: str, number: int) -> str:
    """Path of part `number` (from 1) of a page too long for one file.

    Parts of `entities/x.md` are `entities/x/2.md` and so on: no slug holds a slash. Those of an
    index stand beside it, `articles/page-2.md`: an article's slug ends with six digits of its id.
    """
    if number == 1:
        return path
    stem = path.removesuffix(".md")
    return (
        f"{stem.removesuffix('index')}page-{number}.md"
        if stem.endswith("/index")
        else f"{stem}/{number}.md"
    )


def spellings_path(stem: str) -> str:
    """Path of the page of all spellings of an entity that has very many; no part has its name."""
    return f"entities/{stem}/spellings.md"


def sorted_path(folder: str, by: str) -> str:
    """Path of the index of one kind (`person`) or of one letter (`a` to `z`, `signs`) in `folder`.

    It lies a folder deeper than any slug's page, and its name is never a number as a part's is.
    """
    return f"{folder}/by/{by}.md"


def address(path: str, target: str, directories: bool = True) -> str:
    """Address of the page `target` relative to the page `path`, for HTML that no engine rewrites.

    `directories` is MkDocs' `use_directory_urls`: `entities/x/`, or else `entities/x.html`.
    """
    if not directories:
        return "../" * path.count("/") + url(target, directories)
    return "../" * url(path).count("/") + (url(target) or "./")


# A spreadsheet runs a cell that begins so; see OWASP, "CSV Injection".
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(text: str) -> str:
    """The text as a cell of a table; an apostrophe stands before what a spreadsheet would run."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def text_of_cell(text: str) -> str:
    """The text that `cell` made a cell of."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text
