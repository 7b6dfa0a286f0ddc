"""Who is named in full in an article, and the titles before: `Secretary of State Jane Doe`."""

import re
from collections.abc import Sequence

from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.looks import place
from seedpress.entities.people import person
from seedpress.entities.placed import Placed
from seedpress.entities.sums import packed, sum_of
from seedpress.model import Analysis

_BEFORE = 40  # characters before a name that may be a title
_TITLE = re.compile(r"(?:([A-Za-z]+) )?([A-Za-z-]+)\.? $")
_OFFICE = re.compile(r"(?:([A-Za-z]+) )?([A-Za-z-]+) of [A-Z][a-z]+ $")  # Secretary of State
_OFFICES = frozenset({"minister", "secretary"})  # of several things: the word before tells which
_SHARED = frozenset("president senator justice judge general minister governor".split())
_LONG = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general"}
_LONG |= {"prof": "professor", "col": "colonel", "capt": "captain", "pres": "president"}


def called(
    placed: Sequence[Placed], analysis: Analysis, lexicon: Lexicon
) -> tuple[bytes, list[tuple[int, list[str]]]]:
    """Who is named in full, and the titles before; see `Gist`."""
    rows, titled = [], []
    for number, each in enumerate(placed):
        parts = person(each.full, lexicon) if _is_full_name(each, lexicon) else None
        if parts:
            rows += [(number, sum_of(tail), sum_of(each.full)) for tail in parts.tails]
            titles = [title_before(each, n, analysis, lexicon) for n in each.look.numbers]
            if any(titles):
                titled.append((number, [title for title in titles if title]))
    return packed(rows), titled


def _is_full_name(placed: Placed, lexicon: Lexicon) -> bool:
    """Whether the mentions are the full name of a person who may be addressed by the surname."""
    full, look = placed.full, placed.look
    parts = person(full, lexicon) if " " in full and look.text == full else None
    sure = "person" if look.kind == "person" else ""
    return bool(parts and not parts.after and looks_personal(full, sure, lexicon))


def title_before(placed: Placed, number: int, analysis: Analysis, lexicon: Lexicon) -> str:
    """The title or office before a mention, folded; nothing where there is none."""
    start, titled = place(analysis.names.starts[number])
    start += placed.look.skipped
    text = analysis.article.fields.title if titled else analysis.article.text
    before = text[max(0, start - _BEFORE) : start]
    last = before[:-1].rpartition(" ")[2]
    plain = last.isalpha() and last.isascii() and " of " not in before
    if before[-1:] != " " or (plain and not _is_title(last, lexicon)):  # as most are
        return ""
    for form in (_TITLE, _OFFICE):
        match = form.search(before)
        if match and _is_title(match[2], lexicon):
            last = _single(match[2].lower())
            return f"{match[1]} {last}".lower() if last in _OFFICES and match[1] else last
    return ""


def _single(title: str) -> str:
    """The title in full, of one: `presidents`, as of Clinton and Bush, is `president`."""
    title = _LONG.get(title, title)
    return title[:-1] if title[:-1] in _SHARED else title


def _is_title(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.titles or word.title() in lexicon.roles
