"""Bylines: who wrote the article, on a line of its own or glued to the first sentence."""

import re
from dataclasses import replace
from functools import lru_cache

from seedpress.cleaning.dates import dated_line, found_date
from seedpress.cleaning.draft import Draft
from seedpress.cleaning.places import is_town
from seedpress.cleaning.sources import KNOWN, is_outlet, looks_named

_BY = re.compile(
    r"[\W_]*(?:(?:(?:written|posted|reported|published|created|words|text|texte|story|article|"
    r"report|authored|analysis|opinion|interview) )?"
    r"(?:by|von|par|por|di|door|автор)\b ?:? ?|(?:av|af|od|autor) ?: ?|"
    r"(?:author|autor|autorin|auteur|autore|interview|text|texte|texto|testo|words|tekst|"
    r"автор) ?: ?|"
    r"(?:oprac|opr)\. ?)",
    re.IGNORECASE,
)
ALONE = re.compile(r"(?:written )?(?:by|von|par|por|di|door):?", re.IGNORECASE)
# Where its author was: `By Sam Pryce at Mill Lane`.
_IN = re.compile(r"(?<=[^\W\d_]) (?:at|in|aus|à|en) [^\W\d_a-zß-öø-ÿ][\w .'’-]{2,40}$")
_DATED = re.compile(r"(?P<date>.{6,60}?)[\s|·,-]+(?P<by>by .{2,60})", re.IGNORECASE)
# Names that weblogs give to whoever wrote something.
_NOBODY = frozenset(("admin", "administrator", "editor", "staff", "webmaster", "guest", "root"))
_PARTICLES = frozenset(
    "de da do dos du la le van von der den del di el al bin ibn and & und et y of ter "
    "ten dr mr".split()
)
_SMALL = _PARTICLES - {"dr", "mr", "bin"}
_NUMERALS = frozenset(("II", "III", "IV", "MD", "AP", "AFP", "BBC"))
_PIECE = re.compile(r"[^\W\d_]+")
_SEPARATED = re.compile(r"\s*(?:\s[|·•–—/]\s|\s-\s|[|·•])\s*")
_ROLE = re.compile(
    r"(?:staff|senior|chief|guest|contributing|managing|associate|special|political|sports|"
    r"business)\b.*|"
    r".*\b(?:writer|editor|reporter|correspondent|contributor|columnist|author|journalist|"
    r"analyst|lecturer|professor|m\.?d|ph\.?d|r\.?[dn]|mba|esq|jr|sr)\.?(?: (?:of|in|for|at) .*)?",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*\.?|\d+[A-Z]?|&")
# How far below the title a byline may stand, in lines.
_REACH = 6
_LONGEST = 120


def take_byline(draft: Draft) -> Draft:
    """Move the byline into its field, and the source and date that stand on the same line."""
    places = range(min(_REACH, len(draft.lines)))
    for i in places:
        line = draft.lines[i]
        if line.fixed:
            return draft
        values = by_line(line.plain) if len(line.plain) <= _LONGEST else {}
        if values:
            return draft.filled(**values).without({i: "field:byline"})
        cut, values = glued(line.text)
        if cut:
            return draft.filled(**values).shortened(i, cut, "field:byline")
    return _bare_name(draft)


@lru_cache(maxsize=512)
def by_line(text: str) -> dict[str, str]:
    """Fields of a line that is nothing but a byline; empty if it is something else."""
    behind = _DATED.fullmatch(text)
    if behind and (date := dated_line(behind["date"])[0]):
        name = by_line(behind["by"]).get("byline", "")
        nobody = name.casefold() in _NOBODY
        return {"date": date} if nobody or not name else {"byline": name, "date": date}
    lead = _BY.match(text)
    if not lead:
        return {}
    rest = text[lead.end() :].strip(" .,;|*_")
    values: dict[str, str] = {}
    date, start, end = found_date(rest)
    if date:
        if end < len(rest) - 30:
            return {}
        values["date"] = date
        rest = re.sub(
            r"[\W_]*(?:(?:last )?(?:updated|published|posted)(?: on)?[\W_]*)?(?:on)?[\W_]*$",
            "",
            rest[:start],
            flags=re.IGNORECASE,
        )
    parts = [
        part
        for i, part in enumerate(_SEPARATED.split(rest))
        if part and not (i and (part[0] == "@" or is_role(part)))
    ]
    if len(parts) > 1 and looks_named(parts[-1]):
        values["source"] = parts.pop()
    if len(parts) != 1:
        return {}
    name, source = _without_source(_IN.sub("", parts[0]))
    if source:
        values["source"] = source
    if not is_name(name):
        return {}
    return {"byline": in_mixed_case(name), **values}


def in_mixed_case(name: str) -> str:
    """A name in capitals as it is usually written; outlets and initials stay as they are."""
    words = name.split()
    loud = all(word.isupper() or word in _PARTICLES for word in words)
    if not loud or len(words) < 2 or is_outlet(name):
        return name
    return " ".join(
        word.lower()
        if i and word.lower() in _SMALL
        else word
        if "." in word or word in _NUMERALS or len(word) == 1
        else _PIECE.sub(lambda piece: piece[0].capitalize(), word)
        for i, word in enumerate(words)
    )


@lru_cache(maxsize=512)
def glued(text: str) -> tuple[int, dict[str, str]]:
    """Where a byline like `by Ann Bell · Daily StarThe first words` ends, and its fields."""
    lead = _BY.match(text[:20])
    if not lead:
        return 0, {}
    head = text[: lead.end() + 110]
    point = re.compile(r" [·•|] ").search(head, lead.end())
    if not point:
        return 0, {}
    name = head[lead.end() : point.start()].strip()
    if not is_name(name):
        return 0, {}
    end = _seam(head, point.end(), name)
    return (
        (end, {"byline": in_mixed_case(name), "source": head[point.end() : end].strip()})
        if end
        else (0, {})
    )


def _seam(text: str, start: int, name: str) -> int:
    """Where the outlet's name that begins at `start` is glued to a sentence; 0 if nowhere."""
    rest = text[start:]
    if rest.startswith(name) and rest[len(name) : len(name) + 1].isupper():
        return start + len(name)
    seams = [
        m.end(1)
        for m in re.finditer(
            r"([^\W\d_][a-zß-öø-ÿа-я.]|[A-Z][A-Z]|[A-Z0-9.])(?=[\"“‘'(]?[A-ZÀ-ÖØ-ÞА-Я0-9][^\W_]?)",
            rest,
        )
    ]
    known = [s for s in seams if rest[:s].casefold() in KNOWN]
    if known:
        return start + known[-1]
    for seam in seams:
        outlet = rest[:seam]
        if is_outlet(outlet) and _starts_sentence(rest[seam:]):
            return start + seam
    for seam in seams:
        if (
            looks_named(rest[:seam])
            and len(rest[:seam].split()) <= 4
            and _starts_sentence(rest[seam:])
        ):
            return start + seam
    return 0


def _starts_sentence(text: str) -> bool:
    words = text.split()
    words = [word.rstrip(".,:;!?…") or word for word in words]
    return len(words) > 1 and (
        words[0][-1:].islower()
        or len(words[0]) == 1
        or "'" in words[0]
        or "’" in words[0]
        or words[1][:1].islower()
    )


def _without_source(text: str) -> tuple[str, str]:
    """`Ann Bell, Daily Star` to name and outlet; roles and degrees after a comma are dropped."""
    name, comma, last = text.rpartition(", ")
    if not comma:
        return text, ""
    first, _, rest = text.partition(", ")
    if ", " in rest and _ROLE.fullmatch(rest.partition(", ")[0]):
        return first, ""  # `Ann Bell, Lecturer in Transport, Lund University`
    degree = last.isupper() and len(last) <= 4 and last.casefold() not in KNOWN
    if degree or _ROLE.fullmatch(last) or (is_town(last) and not is_outlet(last)):
        return _without_source(name)[0], ""
    if is_outlet(last) or (len(last.split()) == 1 and last[:1].isupper() and " " in name):
        return name, last
    return text, ""


def is_name(text: str) -> bool:
    """Whether `text` could be the names of people or of a desk."""
    words = text.replace(",", " ").split()
    if not words or len(words) > 12 or len(text) > 90 or not text[0].isalnum():
        return False
    if not all(_NAME_WORD.fullmatch(word) for word in words):
        return False
    return all(
        word[:1].isupper() or word[:1].isdigit() or word.casefold() in _PARTICLES for word in words
    )


def is_role(text: str) -> bool:
    """Whether `text` is what somebody does at an outlet: `Senior Reporter`."""
    return len(text.split()) <= 6 and text[-1:] not in ".!?" and bool(_ROLE.fullmatch(text))


def _bare_name(draft: Draft) -> Draft:
    """A line that is only a name, between the title and a date line, is a byline."""
    if not draft.titled or len(draft.lines) < 2:
        return draft
    line, following = draft.lines[0], draft.lines[1]
    words = line.plain.split()
    led = dated_line(following.plain)[1]
    if led and 2 <= len(words) <= 5 and is_name(line.plain) and not line.fixed:
        return replace(draft.filled(byline=in_mixed_case(line.plain))).without({0: "field:byline"})
    return draft
