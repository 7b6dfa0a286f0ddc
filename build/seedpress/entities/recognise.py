"""Find what may be a name in one article, from that article alone.

A candidate is a stretch of capitalised words, cut where titles and dates show (`spans`, `pieces`).
Whether it is a name, and of what, the whole corpus decides: the article also tells how it writes
each word elsewhere (`casing`), which acronyms it explains, and how each mention looks (`rule`).
"""

import re
from collections import Counter
from collections.abc import Iterator

from seedpress.entities import rules
from seedpress.entities.lexicon import Lexicon, lexicon
from seedpress.entities.pieces import Piece, joined, known, pieces
from seedpress.entities.spans import spans
from seedpress.entities.tokens import Token, is_acronym, is_capitalised, tokens
from seedpress.model import Article, Block, EntityKind, Mention, Names
from seedpress.settings import EntitySettings

_ENDS = frozenset(".!?:;…•*·|/>")
_OPENING = frozenset("\"“‘'«(„[")
_DASHES = frozenset("-–—")
_EXPLAINED = re.compile(r"\s?\(\s?(?:the\s)?([A-Z][\w.&\-]{1,9})s?\s?\)")


def recognise(article: Article, settings: EntitySettings) -> Names:
    """Candidate names of `article`, in its text and its title, and how it writes its words.

    Offsets of mentions are into `article.text`, those of title mentions into its title.
    """
    lists = lexicon()
    casing: Counter[tuple[str, bool]] = Counter()
    found: list[Mention] = []
    acronyms: dict[tuple[str, str], None] = {}
    for block in (Block("heading", article.fields.title, start=-1), *article.blocks):
        if block.kind in ("code", "rule") or not block.text:
            continue
        mentions = tuple(_block(block, lists, casing))
        acronyms.update(dict.fromkeys(_acronyms(block, mentions)))
        found.extend(_placed(mention, block) for mention in mentions)
    capital = {word for word, _ in casing}
    counts = ((w, casing[w, True], casing[w, False]) for w in sorted(capital))
    return Names(tuple(found), tuple(counts), acronyms=tuple(acronyms))


def _placed(mention: Mention, block: Block) -> Mention:
    """The mention of a block as one of the article, or of its title."""
    title = block.start < 0
    shift = 0 if title else block.start
    return Mention(
        mention.start + shift, mention.end + shift, mention.text, mention.kind, title, mention.rule
    )


def _block(block: Block, lists: Lexicon, casing: Counter[tuple[str, bool]]) -> Iterator[Mention]:
    """Candidates of one block, with offsets into it; adds what it shows about casing."""
    text = block.text
    words = tokens(text)
    style = _style(block, words, lists)
    starts = _sentence_starts(words, text)
    for number, word in enumerate(words):
        if word.text.islower():
            casing[word.text, False] += 1
        elif (
            style == rules.MID
            and not starts[number]
            and word.text[0].isupper()
            and not is_acronym(word.text)
        ):
            casing[word.text.lower(), True] += 1
    for first, last in spans(words, text, lists):
        stretch = [word.text for word in words[first:last]]
        rule = rules.START if style == rules.MID and starts[first] else style
        before = _title_before(words, first, text, lists)
        for piece in pieces(stretch, rule != rules.MID, lists):
            yield _mention(text, words, first, piece, rule, before and piece[0] == 0)


def _mention(
    text: str, words: list[Token], first: int, piece: Piece, rule: str, titled: bool
) -> Mention:
    """The candidate that `piece` of the stretch beginning at token `first` is."""
    begin, end, person = piece
    start, stop = words[first + begin].start, words[first + end - 1].end
    name = text[start:stop]
    kind: EntityKind = "other"
    person = person or titled
    if person and not is_acronym(name):
        kind, rule = "person", (rules.ROLE if rule in (rules.MID, rules.START) else rule)
    elif rule == rules.START and begin:
        rule = rules.MID
    elif rule in (rules.MID, rules.START) and is_acronym(name):
        rule = rules.CODE
    return Mention(start, stop, name, kind, False, rule)


def _style(block: Block, words: list[Token], lists: Lexicon) -> str:
    """How the block uses capitals: MID for ordinary text, else HEADLINE or CAPITALS."""
    letters = [w.text for w in words if w.text[0].isalpha()]
    if not letters:
        return rules.MID
    upper = sum(w.isupper() and len(w) > 1 for w in letters)
    if len(letters) >= 3 and upper > 0.7 * len(letters):
        return rules.CAPITALS
    long = [w for w in letters[1:] if len(w) > 3 or w.lower() in lists.common]
    long = [w for w in long if w.lower() not in _SMALL_WORDS]
    capital = sum(is_capitalised(w) for w in long)
    common = sum(is_capitalised(w) and w.lower() in lists.common for w in long)
    share = 0.6 if block.kind == "heading" or len(letters) < 25 else 0.8
    if len(long) >= 2 and capital > share * len(long) and common >= max(2, 0.25 * len(long)):
        return rules.HEADLINE
    return rules.MID


_SMALL_WORDS = frozenset(
    "of for the and a an in on at to by with from as is or but nor with over into after amid than".split()
)


def _sentence_starts(words: list[Token], text: str) -> list[bool]:
    """For each token, whether its capital may only show that a sentence begins."""
    result = []
    fresh = True
    for number, word in enumerate(words):
        result.append(fresh)
        sign = word.text
        if sign in _ENDS:
            fresh = True
        elif sign in _OPENING:
            fresh = fresh or (sign in '"“„«' and _opens_quote(words, number, text))
        elif sign in _DASHES:
            fresh = fresh or not (number + 1 < len(words) and words[number + 1].start == word.end)
        elif not fresh or sign.isalnum() or sign[0].isalnum():
            fresh = False
    return result


def _opens_quote(words: list[Token], number: int, text: str) -> bool:
    """Whether a quotation mark opens a quoted sentence, as far as the signs around it show."""
    spot = words[number].start
    return spot == 0 or text[spot - 1].isspace()


def _title_before(words: list[Token], first: int, text: str, lists: Lexicon) -> bool:
    """Whether a title in lower case stands right before token `first`: `spokesman John Doe`."""
    if first == 0:
        return False
    word = words[first - 1]
    return (
        word.text.islower()
        and word.text in lists.titles
        and text[word.end : words[first].start] == " "
    )


def _acronyms(block: Block, mentions: tuple[Mention, ...]) -> Iterator[tuple[str, str]]:
    """Acronyms that the block explains, as (short, long): `Long Name (LN)`."""
    for mention in mentions:
        match = _EXPLAINED.match(block.text, mention.end)
        if match and is_acronym(match[1]) and fits(match[1], mention.text):
            yield match[1], mention.text


def fits(short: str, long: str) -> bool:
    """Whether the letters of `short` are initials of `long`, in order, none of its capitals missing."""
    letters = [c for c in short if c.isalpha()]
    parts = [w for w in re.split(r"[\s\-]+", long) if w]
    capitals = [w[0] for w in parts if w[0].isupper()]
    every = [w[0].upper() for w in parts]
    wanted = [c.upper() for c in letters]
    return wanted in (capitals, every) or (len(wanted) > 2 and _within(wanted, long.upper(), parts))


def _within(letters: list[str], long: str, parts: list[str]) -> bool:
    """Whether the letters stand in order in the name, each part giving its first one."""
    place = -1
    for letter in letters:
        place = long.find(letter, place + 1)
        if place < 0:
            return False
    firsts = [w[0] for w in parts if w[0].isupper()]
    return len(firsts) <= len(letters) and letters[0] == long[0]


__all__ = ["fits", "joined", "known", "recognise"]
