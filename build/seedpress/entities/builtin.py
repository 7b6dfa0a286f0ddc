"""Find what may be a name in one article, from that article alone.

A candidate is a stretch of capitalised words, cut where titles and dates show (`spans`, `pieces`).
Whether it is a name, and of what, the whole corpus decides: the article also tells how it writes
each word elsewhere (`casing`), which acronyms it explains, and how each mention looks (`rule`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec.structs import replace

from seedpress.entities import rules
from seedpress.entities.candidates import candidates
from seedpress.entities.gazetteer import COUNTRY, country_codes, places
from seedpress.entities.lexicon import Lexicon, lists_for
from seedpress.entities.mentioned import with_mentions
from seedpress.entities.months import with_months
from seedpress.entities.sports import sport_of
from seedpress.entities.tokens import is_acronym
from seedpress.entities.typer import Scores, packed
from seedpress.model import Article, Block, Casing, Mention, Names

_WORD = re.compile(r"[a-z]+")
_ENGLISH = frozenset("the of and from after by with which has said first played results on".split())
_SURE = (rules.MID, rules.START)
_SIDES = {"North": "South", "South": "North", "East": "West", "West": "East"}
_HALF = re.compile(r"\b(North|South|East|West) ([A-Z][a-z]+?)(?:n|ns)?\b")
_ENOUGH, _SHOWN = 3, 5000
_BETWEEN = 40  # characters
_CALLED = re.compile(
    r",? \(?(?:(?:better|also|popularly|widely|commonly|formerly) known as|known as|nicknamed)"
    r" (?:the )?[\"“']?"
)
_LAST = re.compile(r", [^.;]*\band (?:the )?$")  # before the last of several
_EXPLAINED = re.compile(r"\s?\(\s?(?:the\s)?([A-Z][\w.&\-]{1,9})s?\s?\)")


def recognise(article: Article) -> Names:
    """Candidate names of `article`, in its text and its title, and how it writes its words.

    Offsets of mentions are into `article.text`, those of title mentions into its title.
    """
    language = _spoken(article)
    lists = lists_for(language)
    casing: Counter[tuple[str, bool]] = Counter()
    found: list[Mention] = []
    scores: list[Scores | tuple[()]] = []
    acronyms: dict[tuple[str, str], None] = {}
    # A made title repeats words of the text: its names are counted there.
    title = "" if article.title_made else article.fields.title
    sport = sport_of(article)
    for block in (Block("heading", title, start=-1), *article.blocks):
        if block.kind in ("code", "rule") or not block.text:
            continue
        pairs = tuple(candidates(block, language, lists, casing, bool(sport)))
        mentions = tuple(_without_opener(mention, block) for mention, _ in pairs)
        acronyms.update(dict.fromkeys(_acronyms(block, mentions, lists)))
        acronyms.update(dict.fromkeys(_nicknames(block, mentions)))
        found.extend(_placed(mention, block) for mention in mentions)
        scores.extend(around for _, around in pairs)
    halves = _halves(article)
    found = [_half(mention, halves, article.text) for mention in found]
    months = tuple(with_months(found, article, title, lists))
    if months:
        known = dict(zip(found, scores, strict=True))
        found = sorted({**known, **dict.fromkeys(months)}, key=lambda m: (not m.in_title, m.start))
        scores = [known.get(mention, ()) for mention in found]
    acronyms.update(dict.fromkeys(halves.items()))
    names = Names(casing=_counted(casing), acronyms=tuple(acronyms), sport=sport)
    return with_mentions(names, found, packed(scores))


def _counted(casing: Mapping[tuple[str, bool], int]) -> bytes:
    """How often each word stands with a capital, and how often without, as an analysis holds it."""
    words = sorted({word for word, _ in casing})
    capital, small = ([casing.get((word, is_up), 0) for word in words] for is_up in (True, False))
    return Casing(" ".join(words), tuple(capital), tuple(small)).packed()


def _halves(article: Article) -> dict[str, str]:
    """What the article calls `the North` for short: North Korea, if there is a South Korea too.

    `The North` is so beside `South Korea` alone, as `the South` is beside `North Korea`.
    """
    found = {}
    for side, country in _HALF.findall(article.text):
        whole, other = f"{side} {country}", f"{_SIDES[side]} {country}"
        if places().get(whole) == places().get(other) == COUNTRY:
            found[side] = whole
            if f" the {_SIDES[side]}" in article.text:
                found.setdefault(_SIDES[side], other)
    return found


def _half(mention: Mention, halves: dict[str, str], text: str) -> Mention:
    """The mention as a half of a country, unless it only opens a longer name: `South Korean`."""
    if mention.text not in halves or mention.in_title or mention.rule not in _SURE:
        return mention
    opens = text[mention.end : mention.end + 2].strip()[:1].isupper()
    return mention if opens else replace(mention, rule=rules.SIDE)


def _spoken(article: Article) -> str:
    """The article's language; English where three of its small words show it.

    Tables of names and numbers are easily taken for another language.
    """
    language = article.fields.language
    if language in ("", "en"):
        return language
    words = set(_WORD.findall(article.text[:_SHOWN]))
    return "en" if len(words & _ENGLISH) >= _ENOUGH else language


def _placed(mention: Mention, block: Block) -> Mention:
    """The mention of a block as one of the article, or of its title."""
    title = block.start < 0
    shift = 0 if title else block.start
    return Mention(
        mention.start + shift, mention.end + shift, mention.text, mention.kind, title, mention.rule
    )


def _acronyms(
    block: Block, mentions: tuple[Mention, ...], lists: Lexicon
) -> Iterator[tuple[str, str]]:
    """Acronyms that the block explains, as (short, long): `Long Name (LN)`."""
    for mention in mentions:
        match = _EXPLAINED.match(block.text, mention.end)
        if not match:
            continue
        fit = _may_be_short(match[1]) and fits(match[1], mention.text)
        if fit or _is_foreign(match[1], mention.text, lists):
            yield match[1], mention.text


def _without_opener(mention: Mention, block: Block) -> Mention:
    """`Senior Fisheries Survey Union (FSU)` without the word that only opens the sentence."""
    match = _EXPLAINED.match(block.text, mention.end) if mention.rule == rules.START else None
    _, divider, rest = mention.text.partition(" ")
    if not match or not divider or fits(match[1], mention.text):
        return mention
    if match[1] != "".join(word[0] for word in rest.split() if word[0].isupper()):
        return mention
    return replace(mention, start=mention.end - len(rest), text=rest, rule=rules.MID)


def _nicknames(block: Block, mentions: tuple[Mention, ...]) -> Iterator[tuple[str, str]]:
    """Other names that the block gives: `Abdurrahman Wahid, better known as Gus Dur`."""
    for one, two in pairwise(mentions):
        between = block.text[one.end : two.start]
        several = between.endswith(" the ") and _LAST.search(block.text, 0, one.start)
        called = " " in one.text and not several and _CALLED.fullmatch(between)
        if called and len(between) < _BETWEEN:
            yield two.text, one.text


def _is_foreign(short: str, long: str, lists: Lexicon) -> bool:
    """Whether the acronym is one of another language: `Workers' Party (PT)`, no country's code.

    Also that of an `Administrative Court for Sport (TAD)`.
    """
    head = re.split(" (?:of|for) ", long)[0].split()[-1]
    body = " " in long and head in lists.organisation_heads - lists.teams - lists.businesses
    return body and short.isalpha() and short.isupper() and short not in country_codes()


def _may_be_short(word: str) -> bool:
    """Whether the word has the form of an acronym: `NAFTA`, or as some papers write, `Nafta`."""
    return is_acronym(word) or (word[1:].islower() and len(word) > 3)


def fits(short: str, long: str) -> bool:
    """Whether the letters of `short` are initials of `long`, in order and none missing."""
    letters = [c for c in short.removesuffix("s") if c.isalpha()]
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
