"""The candidates of one block, each with the rule that found it and what stands around it."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from seedpress.entities import rules
from seedpress.entities.capitals import ENDS, style_of
from seedpress.entities.chambers import with_state
from seedpress.entities.features import of_context
from seedpress.entities.gazetteer import CITY, COUNTRY, REGION, TOWN, place_kind
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.pieces import Piece, pieces
from seedpress.entities.spans import spans
from seedpress.entities.sports import (
    in_brackets,
    is_home,
    is_host,
    is_nation,
    is_nation_playing,
    is_opponent,
    is_placed,
    is_result,
    is_score,
)
from seedpress.entities.tickers import is_ticker
from seedpress.entities.tokens import Token, is_acronym, tokens
from seedpress.entities.typer import Scores, score, weights
from seedpress.model import Block, EntityKind, Mention

_OPENING = frozenset("\"“‘'«(„[")
_CLOSING = frozenset('"”')
_SEVERAL = 2  # words of a work's name
_DASHES = frozenset("-–—")
_NOUNS = frozenset({"de", "lb", "gsw", "nds"})  # languages that capitalise every noun
_DISMISSALS = frozenset({"c", "b", "lbw"})  # c Smith b Jones, in a cricket scoreboard
_LOUD = (rules.HEADLINE, rules.CAPITALS)
Casing = Counter[tuple[str, bool]]  # folded word, whether capitalised: how often


def candidates(
    block: Block, language: str, lists: Lexicon, casing: Casing, sport: bool = False
) -> Iterator[tuple[Mention, Scores | tuple[()]]]:
    """Candidates of one block, with offsets into it; adds to `casing` what the block shows.

    In an article about a team `sport`, names in lines of results are organisations.
    Each comes with the typer's scores of its place, none in headlines. In a `language` other than
    English less is taken for a name, and in one that capitalises nouns only what else is known.
    """
    text = block.text
    words = tokens(text)
    style = style_of(block, words, lists)
    starts = _sentence_starts(words, text)
    _count(words, starts, style, casing)
    for first, last, long in spans(words, text, lists):
        stretch = [word.text for word in words[first:last]]
        opens = starts[first] or (stretch[0] in lists.openers and _after_short(words, first))
        rule = rules.START if style == rules.MID and opens else style
        if rule not in _LOUD and (long or _is_foreign(language, rule)):
            rule = rules.HEADLINE  # whatever it is, only known names in it are names
        before = _title_before(words, first, text, lists)
        said = words[first - 1].text if first else ""
        for piece in pieces(stretch, rule != rules.MID, lists, said):
            if _is_money(words, first + piece[1]) or _is_word(
                stretch, piece, language, starts[first], lists
            ):
                continue
            mention = _mention(text, words, first, piece, rule, before and piece[0] == 0)
            mention = with_state(mention, words[first - 1] if first and not piece[0] else None)
            if is_ticker(text, mention.start, mention.end):
                continue
            if sport:
                mention = _in_sport(mention, words, first + piece[0], first + piece[1])
            if not long and mention.rule == rules.HEADLINE != style:
                mention = _formed(mention, lists)
            if mention.rule in _LOUD:
                yield mention, ()
            else:
                around = of_context(words, first + piece[0], first + piece[1], mention.rule, lists)
                yield mention, score(around, weights())


def _in_sport(mention: Mention, words: list[Token], first: int, last: int) -> Mention:
    """The candidate as a team where its place shows one, as a place where it stands in brackets."""
    place = place_kind(mention.text)
    if place and (
        in_brackets(words, first, last)
        or is_placed(words, first)
        or is_host(words, last)
        or (place == COUNTRY and is_home(words, last))
    ):
        return replace(mention, kind="place")
    playing = is_nation(mention.text) and is_nation_playing(words, first, last)
    if playing or _is_team(mention.text, words, first, last):
        return replace(mention, kind="organisation")
    return mention


def _is_team(name: str, words: list[Token], first: int, last: int) -> bool:
    """Whether the name stands in a line of results, or is a town's with a score."""
    if is_result(words, first, last):
        return True
    town = place_kind(name) in (TOWN, CITY, REGION)
    return town and (is_score(words, last) or is_opponent(words, first))


def _is_foreign(language: str, rule: str) -> bool:
    """Whether a capital means less in this language: a sentence start, or any noun in German."""
    if language in ("", "en"):
        return False
    return language in _NOUNS or rule == rules.START


def _is_word(stretch: list[str], piece: Piece, language: str, starts: bool, lists: Lexicon) -> bool:
    """Whether a name is more likely a word of another language: `Banque`, `Auch` in German."""
    if language in ("", "en") or piece[1] - piece[0] > 1:
        return False
    if stretch[piece[0]] in lists.generic:
        return True
    town = place_kind(stretch[piece[0]]) == TOWN
    return town and (language in _NOUNS or (starts and piece[0] == 0))


def _formed(mention: Mention, lists: Lexicon) -> Mention:
    """The end of the candidate that has the form of a person's name, else the candidate."""
    words = tokens(mention.text)
    for number in range(max(0, len(words) - 3), len(words) - 1):
        if words[number].text in lists.first_names and words[-1].text not in lists.heads:
            start = words[number].start
            return replace(
                mention,
                start=mention.start + start,
                text=mention.text[start:],
                kind="person",
                rule=rules.FORM,
            )
    return mention


def _is_money(words: list[Token], after: int) -> bool:
    """Whether letters and a currency sign are a sum: `US $8`; not `cost California $8`."""
    sign = after < len(words) and words[after].text in ("$", "€", "£")
    return sign and words[after - 1].text.isupper()


def _count(words: list[Token], starts: list[bool], style: str, casing: Casing) -> None:
    """Count words in lower case, and those whose capital only a name explains."""
    casing.update([(word.text, False) for word in words if word.text.islower()])
    if style == rules.MID:
        inside = [word.text for word, starts in zip(words, starts, strict=True) if not starts]
        named = [text for text in inside if text[0].isupper() and not is_acronym(text)]
        # A capital of another script may count as lower case too.
        casing.update([(text.lower(), True) for text in named if not text.islower()])


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
    elif rule in (rules.MID, rules.START) and is_acronym(name):
        rule = rules.CODE
    elif rule == rules.START and begin:
        rule = rules.MID
    return Mention(start, stop, name, kind, False, rule)


def _sentence_starts(words: list[Token], text: str) -> list[bool]:
    """For each token, whether its capital may only show that a sentence begins."""
    result = []
    fresh = True
    for number, word in enumerate(words):
        result.append(fresh)
        sign = word.text
        if sign.isalpha():  # as most are
            fresh = False
        elif sign in ENDS:
            fresh = True
        elif sign in _OPENING:
            fresh = fresh or (sign in '"“„«' and _opens_quote(words, number, text))
        elif sign in _DASHES:
            fresh = fresh or not (number + 1 < len(words) and words[number + 1].start == word.end)
        elif not fresh or sign.isalnum() or sign[0].isalnum():
            fresh = False
    return result


def _after_short(words: list[Token], first: int) -> bool:
    """Whether what stands before ends in a dot that may end a sentence too: `U.S.`, `Jr.`."""
    return first > 0 and words[first - 1].text[-1] == "." != words[first - 1].text


def _opens_quote(words: list[Token], number: int, text: str) -> bool:
    """Whether a quotation mark opens a quoted sentence, as far as the signs around it show."""
    spot = words[number].start
    return spot == 0 or (text[spot - 1].isspace() and not _is_work(words, number))


def _is_work(words: list[Token], number: int) -> bool:
    """Whether the quotation mark opens a work's name within a sentence: `the "Tonight Show"`."""
    inside = number + 1
    while inside < len(words) and words[inside].text[0].isupper():
        inside += 1
    closed = inside < len(words) and words[inside].text in _CLOSING
    return closed and inside - number > _SEVERAL and words[number - 1].text.islower()


def _title_before(words: list[Token], first: int, text: str, lists: Lexicon) -> bool:
    """Whether a title in lower case stands right before token `first`: `spokesman John Doe`."""
    if first == 0:
        return False
    word = words[first - 1]
    return (
        word.text.islower()
        and (word.text in lists.titles or word.text in _DISMISSALS)
        and text[word.end : words[first].start] == " "
    )
