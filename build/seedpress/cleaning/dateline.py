"""Datelines: `CITY, March 4 (Agency) - ` before the first sentence."""

import re
from functools import lru_cache
from importlib import resources

from seedpress.cleaning.draft import Draft
from seedpress.cleaning.sources import is_outlet, looks_named

# A dateline stands in one of the first lines of the body, before a sentence.
_REACH = 12
_DASH = r"\s*(?:--|[–—:-])\s*"
_PLACE = r"(?P<place>[A-ZÀ-ÖØ-ÞА-Я][^()\d:–—|!?\"“”]{1,44}?)"
_DAY = (
    r"(?:,? (?:on )?(?P<day>(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? "
    r"\d{1,2}|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:,? (?:19|20)\d\d)?))"
)
_SOURCE = r"\((?P<source>[^()]{2,40})\)"
_WITH_SOURCE = re.compile(rf"{_PLACE}{_DAY}?,? ?{_SOURCE}{_DASH}(?=\S)", re.IGNORECASE)
_ONLY_SOURCE = re.compile(rf"{_SOURCE}{_DASH}(?=\S)")
_WITH_DAY = re.compile(rf"{_PLACE}{_DAY}(?:\s*(?:--|[–—:])\s*|\s-\s)(?=\S)", re.IGNORECASE)
_ONLY_PLACE = re.compile(rf"{_PLACE}(?:\s*(?:--|[–—])\s+|\s-\s|:\s+)(?=\S)")
_PLACES = frozenset(
    resources.files(__package__).joinpath("places.txt").read_text("utf-8").casefold().split("\n")
)


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
    match = _ONLY_SOURCE.match(head)
    if match and is_source(match["source"]):
        return match.end(), {"source": match["source"].strip()}
    match = _WITH_SOURCE.match(head)
    if match and is_source(match["source"]) and _is_place(match["place"], sure=False):
        return match.end(), {
            "dateline": match["place"].strip(" ,"),
            "source": match["source"].strip(),
        }
    for pattern in (_WITH_DAY, _ONLY_PLACE):
        match = pattern.match(head)
        if match and _is_place(match["place"], sure=True) and _starts(text, match):
            return match.end(), {"dateline": match["place"].strip(" ,")}
    return 0, {}


def _starts(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins after the match; `London: a city ...` is one itself."""
    return match["place"].isupper() or not text[match.end()].islower()


def is_source(text: str) -> bool:
    """Whether the words in a dateline's brackets are an agency's name."""
    return is_outlet(text) or looks_named(text.strip())


def _is_place(text: str, sure: bool) -> bool:
    """Whether `text` names a place; `sure` asks for one that the list of places holds."""
    place = text.strip(" ,")
    first = place.split(",")[0].split("/")[0].strip()
    if first.casefold() in _PLACES:
        return first[:1].isupper()
    return not sure and (place.isupper() or looks_named(place)) and len(place.split()) <= 5
