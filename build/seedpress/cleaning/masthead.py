"""The column between title and text: outlet, names, posts and hours, each on a line of its own.

No line of it says by itself what it is; its neighbours do.
"""

import re
from collections.abc import Sequence

from seedpress.cleaning.byline import ALONE, by_line, in_mixed_case, is_name, is_role
from seedpress.cleaning.credit import SECTION, credit_line
from seedpress.cleaning.dates import dated_line, is_stamp
from seedpress.cleaning.draft import Draft, Line, is_prose
from seedpress.cleaning.residue import certain
from seedpress.cleaning.sources import KNOWN, is_outlet, looks_named

_REACH = 12  # lines below the title
_TOP = 2  # an agency so near the title needs no company
_LONGEST = 60  # characters
_LEAD = re.compile(
    r"(?:first |last )?(?:published|updated|posted):?|publié|mis à jour|stand:?|publicado|"
    r"actualizado|pubblicato",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [^\W\d_]{3,9}|"
    r"[^\W\d_]{3,9} \d{1,2})|(?:yesterday|today)(?:,? \d{1,2}:\d\d)?|\d+ \w+ ago|"
    r"\d{1,2}:\d\d(?: ?[ap]m)?|just now",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:source|quelle|fuente|fonte|źródło|bron|источник|джерело) ?: ?(?=[^\W\d_a-z])",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"image (?:source|caption),?(?: .{2,60})?|show caption", re.IGNORECASE)


def take_masthead(draft: Draft) -> Draft:
    """Move the outlet, the author and what else stands in such a column into their fields."""
    if not draft.fields.title:
        return draft
    kinds = _kinds(draft.lines)
    if not {*_TELLING, "outlet"} & set(kinds):
        return draft
    taken: dict[int, str] = {}
    for i, kind in enumerate(kinds):
        text = draft.lines[i].plain
        if kind == "name" and _is_author(kinds, i):
            kinds[i] = "by"
            taken[i] = "field:byline"
            draft = draft.filled(byline=in_mixed_case(text))
        elif kind in ("outlet", "source") and _near(kinds, i) & {*_SURE, "role"}:
            taken[i] = "field:source"
            draft = draft.filled(source=_SOURCE.sub("", text).partition(", ")[0])
        elif kind == "outlet" and i < _TOP and text.casefold() in KNOWN and text != text.title():
            taken[i] = "field:source"
            draft = draft.filled(source=text)
        elif kind == "caption":
            taken |= _caption(draft.lines, kinds, i)
        elif kind in _COMPANY and _near(kinds, i) & _COMPANY[kind]:
            taken[i] = _RULES[kind]
    return draft.without(taken)


_SURE = {"date", "stamp", "by"}
_TELLING = {*_SURE, "BY"}
# What must stand beside such a line, and what is then said of it in the ledger.
_COMPANY = {
    "role": {"by", "name"},
    "BY": {"by", "name"},
    "section": _SURE,
    "lead": {"date", "stamp", "since"},
    "since": {"lead"},
}
_RULES = {
    "role": "field:byline",
    "BY": "field:byline",
    "section": "navigation",
    "lead": "counters",
    "since": "counters",
}


def _near(kinds: Sequence[str], i: int) -> set[str]:
    """The kinds of the line before and of the line after."""
    return {*kinds[max(0, i - 1) : i], *kinds[i + 1 : i + 2]}


def _is_author(kinds: Sequence[str], i: int) -> bool:
    """Whether what looks like a name is the author's: below `By`, above a post or an hour."""
    after = kinds[i + 1] if i + 1 < len(kinds) else ""
    above_outlet = after == "outlet" and bool({"date", "stamp"} & set(kinds))
    return kinds[i - 1 : i] == ["BY"] or after in ("role", "stamp") or above_outlet


def _caption(lines: Sequence[Line], kinds: Sequence[str], i: int) -> dict[int, str]:
    """A picture's source and caption; the words of the caption stand on the next line."""
    alone = lines[i].plain.endswith(",") and i + 1 < len(kinds) and not kinds[i + 1]
    return {i: "credits", i + 1: "credits"} if alone else {i: "credits"}


def _kinds(lines: Sequence[Line]) -> list[str]:
    """What each line up to the first running text is; '' for anything else."""
    kinds: list[str] = []
    prose = 0
    for line in lines[:_REACH]:
        prose += is_prose(line)
        if line.fixed or prose > 1:  # one may be a standfirst
            break
        marked = line.text[:1] in "#->•"
        kinds.append("" if marked else _kind(line.plain))
    return kinds


def _kind(text: str) -> str:
    """`date`, `stamp` (surely of this page), `by`, `BY` (alone), `name`, `outlet`, `role` ..."""
    if len(text) > 2 * _LONGEST:
        return ""
    if dated_line(text)[0]:
        return "stamp" if is_stamp(text) else "date"
    if credit_line(text).get("date"):
        return "stamp"
    if by_line(text):
        return "by"
    return _kind_of_label(text) if len(text) <= _LONGEST else ""


def _kind_of_label(text: str) -> str:
    for kind, pattern in _ALONE:
        if pattern.fullmatch(text):
            return kind
    if is_role(text) and not text.startswith("The "):
        return "role"
    if is_outlet(text) or is_outlet(text.partition(", ")[0]):
        return "outlet"
    if _SOURCE.match(text) and looks_named(_SOURCE.sub("", text)):
        return "source"
    if certain(text.casefold()):
        return ""
    return "name" if 2 <= len(text.split()) <= 4 and is_name(text) else ""


_ALONE = (
    ("BY", ALONE), ("lead", _LEAD), ("since", _SINCE), ("caption", _CAPTION), ("section", SECTION),
)  # fmt: skip
