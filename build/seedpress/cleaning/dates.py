"""Dates as people write them: whole lines that are a date, and dates inside other lines."""

import datetime
import re
from functools import lru_cache

from seedpress.cleaning.draft import Draft

# Months by the first letters that tell them apart, in the languages most seeds come in.
_MONTHS = (
    ("jan", "jän", "ene", "janv", "gen", "янв", "ian", "sty", "січ"),
    ("feb", "fév", "fev", "févr", "фев", "lut", "лют"),
    ("mar", "mär", "mrt", "mars", "maa", "мар", "бер"),
    ("apr", "abr", "avr", "апр", "kwi", "кві"),
    ("may", "mai", "mag", "mei", "maj", "мая", "май", "тра"),
    ("jun", "juin", "giu", "июн", "cze", "чер"),
    ("jul", "juil", "lug", "июл", "lip", "лип"),
    ("aug", "ago", "aoû", "aou", "авг", "sie", "сер"),
    ("sep", "set", "сен", "wrz", "вер"),
    ("oct", "okt", "out", "ott", "окт", "paź", "жов"),
    ("nov", "ноя", "lis", "лис"),
    ("dec", "dez", "déc", "dic", "дек", "gru", "гру"),
)
_MONTH_OF = {name: n for n, names in enumerate(_MONTHS, 1) for name in names}
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|"
    r"januar|februar|märz|mai|juni|juli|oktober|dezember|(?:jän|mär|okt|dez)\.?|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"(?:janv|févr|avr|juil|déc)\.?|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|"
    r"(?:ene|abr|ago|dic)\.?|"
    r"gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|"
    r"(?:gen|mag|giu|lug|set|ott)\.?|"
    r"janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|(?:fev|out)\.?|"
    r"januari|februari|maart|mei|augustus|mrt\.?|"
    r"stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|"
    r"grudnia|maj|augusti|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)"
)
_YEAR = r"(?P<year{n}>(?:1[5-9]|20)\d\d)"
_FORMS = "|".join(
    (
        rf"(?P<month0>{MONTH}) (?P<day0>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR.format(n=0)}",
        rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th|\.)?(?: (?:of|de|del))? "
        rf"(?P<month1>{MONTH}),?(?: de| del)? {_YEAR.format(n=1)}",
        rf"{_YEAR.format(n=2)}[-/.](?P<month2>\d{{1,2}})[-/.](?P<day2>\d{{1,2}})",
        rf"(?P<first3>\d{{1,2}})[-/.](?P<second3>\d{{1,2}})[-/.]{_YEAR.format(n=3)}",
        rf"{_YEAR.format(n=4)}年(?P<month4>\d{{1,2}})月(?P<day4>\d{{1,2}})日",
    )
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|thu|fri|sat(?:ur)?|sun)(?:day)?\.?|montag|dienstag|"
    r"mittwoch|donnerstag|"
    r"freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|"
    r"miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|"
    r"domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|maandag|dinsdag|woensdag|donderdag|"
    r"vrijdag|zaterdag|zondag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela),? "
)
_ZONE = (
    r"(?:\(?(?:utc|gmt|est|edt|et|ct|pt|mt|pst|pdt|cst|cdt|bst|cet|cest|ist|eat|wat|sast|msk|"
    r"z|uhr|hrs?|h)\b\)?)?(?: ?[+-]\d{2}:?\d{2})?"
)
_CLOCK = rf"\d{{1,2}}[:.h]\d\d(?:[:.]\d\d(?:\.\d+)?)? ?(?:[ap]\.?m\.?)? ?{_ZONE}"
_TIME = rf"(?:,? (?:at |à |um |a las |alle |às |o |om |kl\.? ?)?|t| [|·/-] ){_CLOCK}"
_BEFORE = rf"(?:{_CLOCK},? )?"  # an hour before the day
_LEAD = (
    r"(?:(?:(?:first |originally |last |date )?(?:published|updated|posted|modified|created|"
    r"released|issued|publication date|date)|"
    r"veröffentlicht|aktualisiert|stand|publiée?|mise? à jour|modifiée?|publicado|actualizado|"
    r"atualizado|pubblicato|aggiornato|gepubliceerd|geüpdatet|bijgewerkt|opublikowano|"
    r"aktualizacja|publicerad|uppdaterad|publisert|oppdatert|publiceret|opdateret|julkaistu|"
    r"päivitetty|yayınlanma|(?:son )?güncelleme|опубликовано|обновлено|опубліковано|оновлено)"
    r"(?: (?:on|at|am|le|el|al|il|op|em|den))? ?[:|-]? ?)"
)
DATE = re.compile(rf"(?:{_WEEKDAY})?(?:{_FORMS})", re.IGNORECASE)
_HAS_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")  # without one, no date need be looked for
_AGAIN = re.sub(
    r"\?P<\w+>", "?:", rf"[\W_]+{_LEAD}{_BEFORE}(?:{_WEEKDAY})?(?:{_FORMS})(?:{_TIME})?"
)
LINE = re.compile(
    rf"[\W_]*(?P<lead>{_LEAD})?(?P<before>{_BEFORE})(?:{_WEEKDAY})?(?:{_FORMS})(?P<time>{_TIME})?"
    rf"(?P<again>{_AGAIN})?[\W_]*",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?:{_LEAD})?\b{_BEFORE}(?:{_WEEKDAY})?\b(?:{_FORMS})(?:{_TIME})?(?![\w/-])", re.IGNORECASE
)
# How far below the title a date line may stand, in lines.
_REACH = 6


def take_date(draft: Draft) -> Draft:
    """Move the date line below the title (or at the top of a text without one) into its field."""
    found = [
        (i, iso, bool(led))
        for i in range(min(_REACH, len(draft.lines)))
        if (line := draft.lines[i]) and not line.fixed and len(line.plain) <= 120
        for iso, led in [dated_line(line.plain)]
        if iso
    ]
    if not found:
        return draft
    date = draft.fields.date or found[0][1]
    # Lines that say more than a day ("Updated: ...") and those that say the same day again.
    taken = {i: "field:date" for i, iso, led in found if led or iso == date}
    return draft.filled(date=date).without(taken)


@lru_cache(maxsize=512)
def dated_line(text: str) -> tuple[str, str]:
    """ISO date of a line that is nothing but a date, and its leading words; '' and '' if not."""
    match = LINE.fullmatch(text) if _HAS_YEAR.search(text) else None
    return (iso(match), match["lead"] or match["again"] or "") if match else ("", "")


def is_stamp(text: str) -> bool:
    """Whether a line is a date as only pages print it: with an hour or leading words."""
    match = LINE.fullmatch(text)
    return bool(match and any(match[part] for part in ("lead", "again", "before", "time")))


def found_date(text: str) -> tuple[str, int, int]:
    """The first date in `text`: ISO, where it starts and ends."""
    match = DATE.search(text)
    return (iso(match), match.start(), match.end()) if match else ("", 0, 0)


def full_date(text: str) -> tuple[str, int, int]:
    """The same, with its weekday, its time and words such as `Last updated`."""
    match = _SPAN.search(text) if _HAS_YEAR.search(text) else None
    return (iso(match), match.start(), match.end()) if match else ("", 0, 0)


def iso(match: re.Match[str]) -> str:
    """ISO 8601 of a match of `_FORMS`, '' where there is no such day."""
    parts = {name.rstrip("01234"): value for name, value in match.groupdict().items() if value}
    year = int(parts["year"])
    if "first" in parts:
        day, month = int(parts["first"]), int(parts["second"])
        if month > 12:  # written the American way
            day, month = month, day
    else:
        day = int(parts["day"])
        month = _month(parts["month"])
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    folded = text.casefold()
    return _MONTH_OF.get(folded[:4]) or _MONTH_OF.get(folded[:3], 0)
