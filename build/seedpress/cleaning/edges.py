"""The page around an article: lines before it, after it and, if quite certain, within it.

Phrases know some lines wherever they stand; the rest is a question of neighbours. A learned model
gives each line the odds of being the article's; the article is the stretch of lines whose odds sum
highest (Pasternack & Roth, "Extracting article text from the web", WWW 2009).
"""

import re
from collections.abc import Sequence

from seedpress.cleaning.draft import Draft, Line, is_prose
from seedpress.cleaning.learned.features import Features
from seedpress.cleaning.learned.trees import load
from seedpress.cleaning.residue import authors, certain, likely
from seedpress.cleaning.residue.closing import ANNOUNCING, CLOSING, SOURCES
from seedpress.cleaning.residue.family import LONGEST

# Added to each line's log-odds: how much more a lost line of the article costs than one of residue.
_CARE = 1.5
# A page less of whose lines are running text is looked at line by line, another at its edges only.
_DUMP = 0.25
_MIXED = 0.45  # less than this may be a page with much above its article
_HEAD, _TAIL, _GOOD = 15, 40, 3.0
_LONG = 400  # characters; so long a paragraph of mostly running text is the article's
_ABOVE = 10  # lines above the article among which its title is sought
# Below these odds a line within the article is not the article's.
_SURE = -4.0
_WEIGHED = 30  # words; a longer line counts no more than one of so many
# What a closing line takes from the sum: so much that only a long text after it makes up for it.
_CLOSED = 60.0
# Taken from the odds of a line below the article that only teasers and author boxes have.
_STRANGE = 5.0
_DATED = re.compile(
    r"\b(?:19|20)\d\d(?:[ |·-]+\d+ min(?:ute)?s?(?: read)?)?$|\d min(?:ute)?s?(?: read)?$"
)
_SENTENCE = re.compile(r"[^a-zß-öø-ÿ].* .*[.!?…][\"'”’»)]*")
# Odds below which even a sentence before any closing line may be cut off.
_DOUBTED = -2.5
# Families whose lines stand between paragraphs too.
_BETWEEN = frozenset(("teasers", "adverts", "credits"))


def drop_around(draft: Draft) -> Draft:
    """Remove the lines before and after the article, and single lines that are surely not its."""
    lines = draft.lines
    if len(lines) < 3:
        return draft
    page = any(not gone.rule.startswith("field:title") for gone in draft.removed)
    if not page and not any(certain(line.key) for line in lines):
        return draft  # nothing says that this is more than an article
    odds = _odds(lines)
    first, last = _stretch(lines, odds)
    if first > last:
        return draft
    end = _cut(lines, odds, last + 1)
    if not _betrayed(lines[:first]):
        first = 0
    if not _betrayed(lines[end:]):
        end = len(lines)
    if 2 * _prose(lines[first:end]) < _prose(lines):
        return draft  # whatever the model says, most of the running text is the article
    taken = {i: _name(lines[i], "before the article") for i in range(first)}
    taken |= {i: _name(lines[i], "after the article") for i in range(end, len(lines))}
    taken |= {
        i: _name(lines[i], "not of the article")
        for i in range(first, end)
        if odds[i] < _SURE and len(lines[i].plain) < 200 and "|" not in lines[i].plain
    }
    return draft.without({i: rule for i, rule in taken.items() if not lines[i].fixed})


def _prose(lines: Sequence[Line]) -> int:
    """Characters of running text."""
    return sum(len(line.plain) for line in lines if is_prose(line))


def _middle(lines: Sequence[Line]) -> int:
    """The last place from which on at least half of the running text stands."""
    half = _prose(lines) / 2
    at = len(lines)
    while half > 0:
        at -= 1
        half -= len(lines[at].plain) if is_prose(lines[at]) else 0
    return at


def _betrayed(lines: Sequence[Line]) -> bool:
    """Whether phrases too, and not the model alone, say that some of these lines are residue."""
    return any(
        certain(line.key) or likely(line.key) or CLOSING.fullmatch(line.key[:LONGEST])
        for line in lines
    )


def narrow_head(draft: Draft) -> Draft:
    """Remove most lines above an article that stands far down a page, to find its title."""
    lines = draft.lines
    prose = sum(is_prose(line) for line in lines)
    if draft.fields.title or len(lines) < 2 * _ABOVE or prose > _MIXED * len(lines):
        return draft
    # Most of the running text is the article's, so it begins before the middle of that.
    latest = _middle(lines)
    if latest <= _ABOVE or not _betrayed(lines[:latest]):
        return draft
    first, last = _stretch(lines, _odds(lines))
    if not _ABOVE < first <= min(last, latest) or not _betrayed(lines[:first]):
        return draft
    above = range(first - _ABOVE)
    return draft.without({i: _name(lines[i], "before the article") for i in above})


def _odds(lines: Sequence[Line]) -> list[float]:
    """Log-odds of each line; between the edges of mostly running text they are taken as good."""
    features = Features(lines)
    model = load("lines")
    count = len(lines)
    dump = sum(features.prose) < _DUMP * count
    odds = [
        model.odds(features.row(i))
        if dump or ((i < _HEAD or i >= count - _TAIL) and len(lines[i].plain) < _LONG)
        else _GOOD
        for i in range(count)
    ]
    for i in range(count * 3 // 4, count):
        if _DATED.search(lines[i].key[-30:]) or authors.BOX.fullmatch(lines[i].key[:LONGEST]):
            odds[i] -= _STRANGE
    return odds


def _closings(lines: Sequence[Line], odds: Sequence[float]) -> set[int]:
    """Lines of the second half that close the article: more of the page follows them."""
    found: set[int] = set()
    strange = False
    for i in range(len(lines) - 1, len(lines) // 2, -1):
        key = lines[i].key[:LONGEST]
        if strange and CLOSING.fullmatch(key):
            found.add(i)
        strange = strange or odds[i] < -1 or bool(certain(key))
    return found


def _stretch(lines: Sequence[Line], odds: Sequence[float]) -> tuple[int, int]:
    """The first and the last line of the stretch with the highest sum (Kadane's algorithm)."""
    closings = _closings(lines, odds)
    best, best_at = -1.0, (0, -1)
    total, start = 0.0, 0
    for i, (line, one) in enumerate(zip(lines, odds, strict=True)):
        total += (one + _CARE) * min(line.plain.count(" ") + 1, _WEIGHED) ** 0.5
        if i in closings:
            total -= _CLOSED
        if total > best:
            best, best_at = total, (start, i)
        if total < 0:
            total, start = 0.0, i + 1
    return best_at


def _cut(lines: Sequence[Line], odds: Sequence[float], start: int) -> int:
    """Where the cut after the article begins: not at its references, nor at doubtful sentences."""
    for i in range(start, len(lines)):
        key = lines[i].key
        if SOURCES.fullmatch(key[:LONGEST]):
            start = i + 1
        elif certain(key) in _BETWEEN and not CLOSING.fullmatch(key[:LONGEST]):
            continue
        elif certain(key) or CLOSING.fullmatch(key[:LONGEST]):
            break
        elif _SENTENCE.fullmatch(lines[i].plain):
            if odds[i] < _DOUBTED - (2 if key.count(" ") > 5 else 0):
                break
            start = i + 1
        elif odds[i] < _DOUBTED - 1:
            break
    return start


def _name(line: Line, otherwise: str) -> str:
    return certain(line.key) or likely(line.key) or otherwise


def drop_certain(draft: Draft) -> Draft:
    """Remove lines that a family knows wherever they stand."""
    lines = draft.lines
    taken = {
        i: name for i, line in enumerate(lines) if not line.fixed and (name := certain(line.key))
    }
    for i in [i for i in taken if i + 1 < len(lines) and ANNOUNCING.fullmatch(lines[i].key)]:
        # `Read also` on a line of its own: the next names another article.
        link = lines[i + 1]
        if not (link.fixed or is_prose(link) or link.plain[-1] in ".:;,"):
            taken[i + 1] = taken[i]
    return draft.without(taken)


def cut_tail(draft: Draft) -> Draft:
    """Remove what follows the article: from the first closing line after which no prose stands."""
    lines = draft.lines
    # A long sentence of the page, say about cookies, is no prose of the article.
    around = {i for i, line in enumerate(lines) if i >= len(lines) - _TAIL and certain(line.key)}
    last = max(
        (i for i, line in enumerate(lines) if is_prose(line) and i not in around), default=-1
    )
    if last < 0:
        return draft
    taken: dict[int, str] = {}
    closing = ""
    for i in range(last + 1, len(lines)):
        name = certain(lines[i].key) or likely(lines[i].key)
        if name:
            taken[i] = name
            closing = closing or (name if CLOSING.fullmatch(lines[i].key) else "")
        elif closing and not lines[i].fixed:
            taken[i] = closing
    return draft.without(taken)
