"""The title: decorated, doubled, above a byline or a date, or simply the first line."""

import re
from dataclasses import dataclass, replace

from seedpress.cleaning.byline import ALONE, by_line, glued, is_name, is_role
from seedpress.cleaning.credit import credit_line
from seedpress.cleaning.dateline import dateline
from seedpress.cleaning.dates import dated_line, is_stamp
from seedpress.cleaning.draft import Draft, Line, content_words, is_prose
from seedpress.cleaning.residue import certain, likely
from seedpress.cleaning.sources import is_outlet, looks_named

_REACH = 16  # lines of the head in which a title may stand
_LONGEST = 220  # characters
_TELLING = 60  # characters; the words of longer lines say what the article is about
_SLASHES = re.compile(r"/{2,}\s*(.+?)\s*/{2,}")
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_HASH = re.compile(r"#\s+(.+?)(?:\s+#+)?")
_LABEL = re.compile(
    r"(?:title|headline|subject|betreff|objet|asunto|titel|titre):\s+(?=\S)", re.IGNORECASE
)
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] +[\"“‘(]?[^\W_a-z]\w* \w+ \w+")
_MONTH = re.compile(r"[^\W\d_]{3,10}\.?,? (?:19|20)\d\d|\d{1,2}/(?:19|20)\d\d")
_TAIL = re.compile(r"\s+[-–—|·•]\s+(?P<source>[^|]{2,50})$")
# A title at least this likely is taken; the weights below were set by hand on real seeds.
_ENOUGH = 1.3


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int
    text: str
    score: float


def take_title(draft: Draft) -> Draft:
    """Move the title into its field, with its repetitions; lines above it are of the page."""
    if draft.fields.title:
        return _repetitions(draft, draft.fields.title)
    if len(draft.lines) < 2:
        return draft  # a title alone would leave no article
    best = max(_candidates(draft), key=lambda c: (c.score, -c.place), default=None)
    if best is None or best.score < _ENOUGH:
        return draft
    title, source = _without_source(best.text)
    taken = {best.place: "field:title"}
    above = draft.lines[: best.place]
    mark = _bare(draft.lines[best.place].key)
    same = [_bare(line.key) == mark for line in above]
    # A byline or a date above the title is its own only where nothing else stands above it.
    own = all(
        is_same or _tells((line,)) for line, is_same in zip(above, same, strict=True)
    ) and not _tells(draft.lines[best.place + 1 : best.place + 5])
    for i, is_same in enumerate(same):
        if is_same or not own:
            taken[i] = "title:repeated" if is_same else "before the title"
    draft = replace(draft, titled=True).filled(title=title, source=source).without(taken)
    return _repetitions(draft, title)


def _tells(lines: tuple[Line, ...]) -> bool:
    """Whether one of `lines` says who wrote the article or when."""
    return any(
        by_line(line.plain)
        or dated_line(line.plain)[0]
        or credit_line(line.plain)
        or glued(line.text)[0]
        for line in lines
    )


def _repetitions(draft: Draft, title: str) -> Draft:
    """Without lines among the first that only say the title once more."""
    wanted = _bare(title.casefold())
    taken: dict[int, str] = {}
    for i, line in enumerate(draft.lines[:4]):
        key = _bare(line.key)
        if key == wanted or (
            len(key) > 20 and _bare(_without_source(line.plain)[0].casefold()) == wanted
        ):
            taken[i] = "title:repeated"
    return draft.without(taken)


def _candidates(draft: Draft) -> list[_Candidate]:
    """Lines of the head that may be the title, with how likely each is."""
    lines = draft.lines
    body = _body_words(lines)
    found: list[_Candidate] = []
    prose = 0
    for i, line in enumerate(lines[:_REACH]):
        if line.fixed:
            break
        text, decorated = _undecorated(line)
        if text and _possible(text, line, decorated):
            score = _score(lines, i, text, decorated, body)
            if not prose or decorated >= 4 or _below(lines, i) >= 1.5:
                found.append(_Candidate(i, text, score - 0.8 * prose))
        elif is_prose(line):
            if dateline(line.text)[0] or glued(line.text)[0]:
                break  # the article has begun
            prose += 1
            if prose > 5:
                break
    return found


def _undecorated(line: Line) -> tuple[str, float]:
    """The title in a line and how much its decoration speaks for one."""
    for pattern, worth in ((_SLASHES, 4.0), (_HASH, 4.0), (_BOLD, 0.5)):
        match = pattern.fullmatch(line.text)
        if match:
            return next(group for group in match.groups() if group).strip(" *#"), worth
    label = _LABEL.match(line.plain)
    if label:
        return line.plain[label.end() :], 4.0
    return line.plain.rstrip("; "), 0.0


def _possible(text: str, line: Line, decorated: float) -> bool:
    if len(text) > _LONGEST or not any(ch.isalpha() for ch in text):
        return False
    if (
        _MONTH.fullmatch(text)
        or line.text.startswith(("- ", "• ", "> ", "|", "## ", "### "))
        or by_line(line.plain)
        or dated_line(line.plain)[0]
        or credit_line(line.plain)
    ):
        return False
    if glued(line.text)[0] or dateline(line.text)[0]:
        return False
    if decorated:
        return True
    if len(text) > 70 and text[-1] in ".!" and _SENTENCES.search(text):
        return False
    if text[-1] in ",:" or (text[-1] == "." and len(text) > 90) or text[0].islower():
        return False
    return not certain(line.key)


def _score(
    lines: tuple[Line, ...], i: int, text: str, decorated: float, body: dict[str, int]
) -> float:
    words = content_words(text.casefold())
    itself = int(len(lines[i].plain) > _TELLING)
    known = sum(min(body.get(word, 0) - itself, 3) for word in words if word in body)
    score = decorated + min(known / (len(words) + 0.5), 3.0)
    score += 1.0 if i == 0 else -0.12 * i
    count = len(text.split())
    score -= (count == 1) * 1.5 + (count == 2) * 0.5 + (text[-1] == ".") * 1.0 + (count > 25) * 1.0
    score -= 2.0 * bool(likely(lines[i].key))
    score += _below(lines, i)
    if i == 0 and len(lines) > 1 and text[-1] not in ".!" and count > 1:
        score += 0.5 * (lines[1].plain[-1:] in ".!?") + 1.0 * lines[1].gap
    if _tells(lines[:i]) and not _tells(lines[i + 1 : i + 5]):
        score -= 0.5
    score -= text[0] in "\"“'‘"
    score -= 2.0 * (i > 0 and not decorated and _is_of_the_masthead(lines, i, text))
    if i and _bare(lines[i - 1].key) == _bare(lines[i].key):
        score += 3.0 if known or not body else 1.0
    if _TAIL.search(text) and is_outlet(_TAIL.search(text)["source"]):  # type: ignore[index]
        score += 2.0
    return score


def _is_of_the_masthead(lines: tuple[Line, ...], i: int, text: str) -> bool:
    """Whether the line is an author or an outlet above a date rather than a title."""
    if i + 1 >= len(lines) or len(text.split()) > 4 or not (is_name(text) or is_outlet(text)):
        return False
    after = lines[i + 1].plain
    return is_stamp(after) or is_role(after) or is_outlet(after) or bool(credit_line(after))


def _is_above_a_date(lines: tuple[Line, ...], i: int) -> bool:
    """Whether the line may be an author's name, with the day below."""
    name = 2 <= len(lines[i].plain.split()) <= 4 and is_name(lines[i].plain)
    return name and i + 1 < len(lines) and bool(dated_line(lines[i + 1].plain)[0])


def _below(lines: tuple[Line, ...], i: int) -> float:
    """What the lines below a candidate say about it; a standfirst may stand between."""
    if i + 1 >= len(lines):
        return 0.0
    score = _start(lines, i + 1)
    following = lines[i + 1]
    if score < 1 and len(following.plain) < 200 and not by_line(following.plain):
        subhead = 0.5 * following.text.startswith(("**", "#"))
        score = max(score, 0.9 * _start(lines, i + 2) + subhead)
    return score


def _start(lines: tuple[Line, ...], i: int) -> float:
    """How surely the article begins at the line at `i`."""
    if i >= len(lines):
        return 0.0
    line = lines[i]
    text = line.plain
    if glued(line.text)[0] or by_line(text) or credit_line(text):
        return 2.5
    if dateline(line.text)[0] or ALONE.fullmatch(text):
        return 2.0
    if _is_of_the_masthead(lines, i, text):
        return 2.0
    if dated_line(text)[0] or _is_above_a_date(lines, i):
        return 1.5
    return 0.7 if is_prose(line) else 0.0


def _body_words(lines: tuple[Line, ...]) -> dict[str, int]:
    """In how many lines of running text each telling word stands."""
    counts: dict[str, int] = {}
    for line in [line for line in lines if len(line.plain) > _TELLING][:40]:
        for word in content_words(line.key):
            counts[word] = counts.get(word, 0) + 1
    return counts


def _without_source(text: str) -> tuple[str, str]:
    """`Title - Outlet` to both."""
    tail = _TAIL.search(text)
    if not tail or len(text[: tail.start()].split()) < 2:
        return text, ""
    source = tail["source"].strip()
    bar = "|" in tail.group()
    if is_outlet(source) or (bar and looks_named(source) and len(source.split()) <= 4):
        return text[: tail.start()].strip(), source
    return text, ""


def _bare(key: str) -> str:
    """A folded line without its punctuation, to compare."""
    return " ".join(re.findall(r"\w+", key))
