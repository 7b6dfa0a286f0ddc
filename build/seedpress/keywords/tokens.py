"""Words of an article, sentence by sentence: the ground that every extractor walks on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import Stemmer

from seedpress.keywords.lexicon import lists
from seedpress.model import Article

# No unit is scanned further than this, so that hostile seeds cost what long articles cost.
LONGEST_TEXT = 200_000
LONGEST_WORD = 60

# A word keeps its inner hyphens, apostrophes, dots and ampersands: U.S.-backed, O'Brien, AT&T.
_TOKEN = re.compile(
    # Nothing begins with a blank; and most words, at a glance: what is below says the same of them.
    r"(?=\S)(?:(?P<plain>[A-Za-z]{1,60}+(?=[ ,]))"
    r"|(?P<address>(?:https?://|www\.)\S{0,2000}[\w/]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4})"
    r"|(?P<number>\d+(?:[.,]\d+){0,6}(?:st|nd|rd|th|s|%)?(?![-‐‑]?[^\W_]))"
    r"|(?P<word>(?:[A-Z]|Mr|Mrs|Ms|Dr|Rep|Sen|Gen|Col|Capt|Lt|Gov|Sgt|St|Prof|Adm|Maj|Cmdr|Rev|Mt|Ft)"
    r"\.(?= {1,2}[A-Z][\w.])"
    r"|(?:[^\W\d_]\.){2,8}(?:-[^\W_]{1,40})?(?![^\W_])"
    r"|\d{1,3}(?:,\d{3}){1,3}-[^\W_]{1,40}"
    r"|[^\W_]{1,60}(?:(?:[.&/+]|[-‐‑]['’]?|['’](?!s\b))[^\W_]{1,60}){0,6})"
    r"|(?P<possessive>['’]s\b)"
    r"|(?P<mark>[^\w\s]))"
)
# "400m", "4bn-dollar"
_MEASURE = re.compile(
    r"\d+(?:[.,]\d+)*(?:k|m|mn|bn|tn|mm|cm|km|kg|ft|lbs?|mph|kph|pc|pp|kw|mw|gw)(?:-(?:dollars?|euros?))?"
)
_CLOSERS = "\"'”’)]»"

_stemmer = Stemmer.Stemmer("english", 0)  # what it remembers costs more than its work


class Token(NamedTuple):
    """A word, number or mark and where it stands.

    A named tuple, since a long article has thousands: made in a third of a dataclass's time.
    """

    text: str
    lower: str
    start: int  # offset in its unit
    end: int
    kind: str  # `word`, `number`, `possessive`, `address`, `mark`


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text that no phrase may leave: the title, a heading, a paragraph, an item."""

    text: str
    kind: str  # `title` or the kind of its block


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a lower-cased word; hyphens and apostrophes do not count."""
    if len(word) > LONGEST_WORD:
        return word
    return str(_stemmer.stemWord(word.replace("’", "'")))


def key(phrase: str) -> tuple[str, ...]:
    """What two forms of a phrase have in common: its stems, hyphens and possessives ignored."""
    plain = phrase.lower()
    if not plain.replace(" ", "").isalpha():
        plain = plain.replace("’", "'").replace("-", " ").replace("‑", " ")
    return tuple([stem(word.removesuffix("'s")) for word in plain.split()])


def units(article: Article) -> tuple[Unit, ...]:
    """The title, if the seed had one, and the prose blocks, in order, as far as `LONGEST_TEXT`."""
    title = () if article.title_made or not article.fields.title else (article.fields.title,)
    found = [Unit(text[:LONGEST_TEXT], "title") for text in title]
    left = LONGEST_TEXT
    for block in article.blocks:
        if block.kind in {"code", "rule"} or left <= 0:
            continue
        found.append(Unit(block.text[:left], block.kind))
        left -= len(block.text)
    return tuple(found)


def sentences(text: str) -> Iterator[tuple[Token, ...]]:
    """Tokens of `text`, one tuple a sentence; a line feed or a tab ends a sentence too."""
    current: list[Token] = []
    made = tuple.__new__  # as `Token` does it, in half the time
    previous_end, may_end = 0, False
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word, kind = match[0], match.lastgroup
        plain = kind == "plain"
        if plain:
            token = made(Token, (word, word.lower(), start, end, "word"))
        else:
            token = _token(word, kind or "mark", start, end)
        if current and start > previous_end:
            gap = text[previous_end:start]
            broken = gap != " " and ("\n" in gap or "\t" in gap)
            if broken or (may_end and _ended(current, token)):
                yield tuple(current)
                current = []
        current.append(token)
        previous_end, may_end = end, not plain
    if current:
        yield tuple(current)


def _token(text: str, kind: str, start: int, end: int) -> Token:
    if kind == "word" and text[0].isdigit() and _MEASURE.fullmatch(text):
        kind = "number"
    return Token(text, text.lower().replace("’", "'"), start, end, kind)


def _ended(tokens: list[Token], following: Token) -> bool:
    """Whether the last tokens end a sentence: a stop that no abbreviation or initial explains."""
    at = len(tokens) - 1
    while at > 0 and tokens[at].text in _CLOSERS:
        at -= 1
    if tokens[at].text in {"!", "?", "…"}:
        return True
    # "... in the U.S. He said"
    if tokens[at].kind == "word" and tokens[at].text.endswith("."):
        return following.text in lists()["openers"]
    if tokens[at].text != ".":
        return False
    before = tokens[at - 1] if at else tokens[at]
    initial = len(before.text) == 1 and before.text.isupper()
    return not (initial or before.lower in lists()["abbreviations"])
