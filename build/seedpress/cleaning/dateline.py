"""Datelines: `CITY, March 4 (Agency) - ` before the first sentence."""

import re
from functools import lru_cache

from seedpress.cleaning.dates import MONTH
from seedpress.cleaning.draft import Draft
from seedpress.cleaning.places import is_place
from seedpress.cleaning.sources import KNOWN, is_outlet, looks_named

# A dateline stands in one of the first lines of the body, before a sentence.
_REACH = 12
_DASH = r"\s*\.?(?:--|[–—:-])\s*"
_RULE = r"(?:\s*(?:--|[–—:])\s*|\s-\s)"  # a hyphen within a word is none
_PLACE = r"(?P<place>[A-ZÀ-ÖØ-ÞŁŚŻŹĆА-Я][^()\d:–—|!?\"“”]{1,44}?)"
_DAY = (
    rf"(?:on )?(?:(?:{MONTH}) \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th|\.)?(?: de)? (?:{MONTH})|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:,? (?:19|20)\d\d)?"
)
_SOURCE = r"\((?P<source>[^()]{2,40})\)"
_FORMS = tuple(
    re.compile(form + r"(?=\S)", re.IGNORECASE)
    for form in (
        rf"{_PLACE}(?:,? {_DAY})?,? ?{_SOURCE}{_DASH}",
        rf"(?:{_DAY} ?)?{_SOURCE}{_DASH}",
        rf"{_PLACE},? {_DAY}(?:, (?P<source>[A-Z][\w ]{{1,20}}))?{_RULE}",
        rf"{_PLACE}{_RULE}{_DAY}{_RULE}",
        rf"{_PLACE}\. {_DAY}\. (?P<source>[^\W\d_a-z]\w{{1,20}}){_RULE}",
    )
)
# How many of the forms have brackets, and what each of the others has: a sign and a day.
_BRACKETED = 2
_SIGN = re.compile("[-–—:]")
_TOLD = re.compile(r"\d|day", re.IGNORECASE)
_ONLY_PLACE = re.compile(rf"{_PLACE}(?:\s*(?:--|[–—])\s+|\s-\s|:\s+)(?=\S)")


def take_dateline(draft: Draft) -> Draft:
    """Move a dateline and its agency from before the first sentence into their fields."""
    for i in range(min(_REACH, len(draft.lines))):
        line = draft.lines[i]
        if line.fixed:
            return draft
        end, values = dateline(line.text)
        if not end:
            continue
        known = "dateline" if "dateline" in values else "source"
        if getattr(draft.fields, known) not in ("", values[known]):
            return draft
        return draft.filled(**values).shortened(i, end, f"field:{known}")
    return draft


@lru_cache(maxsize=512)
def dateline(text: str) -> tuple[int, dict[str, str]]:
    """Where the dateline at the start of `text` ends, and its fields; 0 if there is none."""
    head = text[:120]
    if len(text) < 40:
        return 0, {}
    for form in _able(head):
        match = form.match(head)
        values = _values(text, match) if match else {}
        if match and values:
            if "dateline" not in values:  # `(ANSA) - ROMA, 12 SET - `
                more, further = dateline(text[match.end() :])
                return match.end() + more, {**further, **values}
            return match.end(), values
    match = _ONLY_PLACE.match(head) if _SIGN.search(head) else None
    if match and _starts(text, match) and is_place(match["place"], sure=True):
        return match.end(), {"dateline": match["place"].strip(" ,")}
    return 0, {}


def _able(head: str) -> tuple[re.Pattern[str], ...]:
    """The forms that `head` may have: most lines have none of their signs."""
    bracketed = _FORMS[:_BRACKETED] if "(" in head else ()
    return bracketed + (_FORMS[_BRACKETED:] if _SIGN.search(head) and _TOLD.search(head) else ())


def _values(text: str, match: re.Match[str]) -> dict[str, str]:
    """The fields of a dateline with a day or an agency; none if it is something else."""
    groups = match.groupdict()
    place, source = (groups.get("place") or "").strip(" ,"), (groups.get("source") or "").strip()
    if source and not is_source(source):
        return {}
    if place and not (
        is_place(place, sure=not groups.get("source")) and (source or _starts(text, match))
    ):
        return {}
    return {name: said for name, said in (("dateline", place), ("source", source)) if said}


def _starts(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins after the match; `London: a city ...` is one itself."""
    return match["place"].isupper() or not text[match.end()].islower()


def is_source(text: str) -> bool:
    """Whether the words in a dateline's brackets are an agency's name."""
    first = re.split("[/-]", text.casefold())[0].strip()  # `dpa/lni`
    return first in KNOWN or is_outlet(text) or looks_named(text.strip())
