"""Credit lines: outlet, date, byline and section on one line, above or below the article."""

import re
from functools import lru_cache

from seedpress.cleaning.byline import by_line, in_mixed_case, is_name
from seedpress.cleaning.dates import dated_line, full_date
from seedpress.cleaning.draft import Draft, is_prose
from seedpress.cleaning.places import is_town
from seedpress.cleaning.residue import certain
from seedpress.cleaning.sources import KNOWN, is_outlet

LONGEST = 160  # characters
# How far below the title such a line may stand, in lines.
_REACH = 8
_PARTS = re.compile(r"\s+[|·•–—/-]\s+|[|·•;]|,\s+|(?<=[^\W\d_]{4})\.\s+")
_BARS = re.compile(r"[|·•]")
SECTION = re.compile(
    r"(?:in )?(?:(?:breaking|world|local|national|international|business|sports?|political|"
    r"special|news|"
    r"photo|guest|lead|top|in depth) )?(?:news|world|politics|business|sports?|opinion|analysis|"
    r"commentary|comment|editorial|features?|features? story|report|reports|interview|explainer|"
    r"review|culture|science|health|technology|tech|europe|africa|asia|americas|international|"
    r"national|local|story|essay|column|blog|letters?|dispatch|profile|obituary|timeline|"
    r"fact check|live|exclusive|update|updated|published|meinung|nachrichten|politik|"
    r"opinión|análisis|noticias|política|internacional|mundo|analyse|actualités|monde|opinione|"
    r"notizie|opinião|sociedad|sociedade|società|société|economía|economia|économie|wirtschaft|"
    r"panorama|lokales|regional|on|avec|\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?|"
    r"today|yesterday|\d+[ -]min(?:ute)?s?(?: read)?):?",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:(?:[Bb]y|BY|[Ff]rom) )?(?:the )?(?P<name>[^\W\d_].{2,60} (?:staff|newsroom|reporters|"
    r"correspondents|team|editors|editorial board|desk|bureau))"
)


def take_credit(draft: Draft) -> Draft:
    """Move lines of outlet, date and byline at the head and at the very end into their fields."""
    taken: dict[int, str] = {}
    for i, line in enumerate(draft.lines[:_REACH]):
        if line.fixed or is_prose(line):
            break
        values = credit_line(line.plain)
        if values:
            taken[i] = "field:credit"
            draft = draft.filled(**values)
    return draft.without(taken)


def take_closing_credit(draft: Draft) -> Draft:
    """Move the credit or the date just below the last paragraph, where the head told no date."""
    lines = draft.lines
    last = max((i for i, line in enumerate(lines) if is_prose(line)), default=-1)
    if draft.fields.date or last < 0:
        return draft
    for i in range(last + 1, len(lines)):
        text = lines[i].plain
        values = {} if lines[i].fixed else credit_line(text)
        alone = i == len(lines) - 1
        date, led = dated_line(text) if len(text) <= LONGEST else ("", "")
        if not values.get("date") and date and (led or alone):
            values = {"date": date}
        if values.get("date"):
            return draft.filled(**values).without({i: "field:credit"})
        if certain(lines[i].key) in ("", "comments"):
            break
    return draft


@lru_cache(maxsize=512)
def credit_line(text: str) -> dict[str, str]:
    """Fields of a line made of outlet, date, byline and section alone; empty for any other line.

    A line that is only a byline or only a date is left to the rules for those.
    """
    text = text.strip(" *_()[]-–—|·•")
    if not text or len(text) > LONGEST or by_line(text):
        return {}
    staff = _staff(text)
    if staff:
        return staff
    date, start, end = full_date(text)
    barred = bool(_BARS.search(text))
    parts = [
        bare
        for part in _PARTS.split(f"{text[:start]} | {text[end:]}")
        if (bare := part.strip(" *_()[]:,.-–—|·•"))
    ]
    values: dict[str, str] = {"date": date} if date else {}
    for part in parts:
        known = _part(part, barred)
        if known is None or set(known) & set(values):
            return {}
        values |= known
    # Without a date, only `Outlet / By Ann Bell` is sure to be such a line.
    enough = {"byline", "source"} <= set(values) and any(by_line(part) for part in parts)
    # `LONDON 1996-08-30`, as agencies file: no field would keep the town, so the line stays.
    filed = list(values) == ["date"] and any(is_town(p) and p.isupper() for p in parts)
    return values if parts and (date or enough) and not filed else {}


def _part(text: str, barred: bool) -> dict[str, str] | None:
    """What one part of a credit line says; None if it is something else."""
    if SECTION.fullmatch(text):
        return {}
    if is_outlet(text) and not text.rpartition(" ")[2].islower():
        return {"source": text}
    if is_town(text):
        return {}
    found = _staff(text) or by_line(text)
    if found:
        return found
    if barred and re.fullmatch("[A-Z]{2,5}", text):
        return {"source": text}
    if barred and 2 <= len(text.split()) <= 4 and is_name(text):
        return {"byline": in_mixed_case(text)}
    return None


def _staff(text: str) -> dict[str, str]:
    """The newsroom of an outlet as the author: `Lantern News staff`."""
    match = _STAFF.fullmatch(text)
    if match:
        words = match["name"].split()
        for count in (1, 2):  # `staff`, `graphics desk`
            outlet = " ".join(words[:-count])
            known = outlet.casefold() in KNOWN
            if (known or (" " in outlet and not words[-count - 1].islower())) and is_outlet(outlet):
                return {"byline": match["name"], "source": outlet}
    return {}
