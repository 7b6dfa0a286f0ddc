"""Which lines of a text are subheads."""

import re
from collections.abc import Sequence

from seedpress.cleaning.draft import Line, is_prose

LONGEST = 120
_NUMBERED = re.compile(
    r"(?:\d{1,3}|[IVX]{1,4}|[A-H])[.):] ?(?=\S)|(?:step|part|chapter|tip|day|week|lesson|no\.|number|#)\s?\d{1,3}\b",
    re.I,
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?")
_HASH = re.compile(r"(#{1,6})\s+(.+?)(?:\s+#+)?")


def heading(lines: Sequence[Line], i: int) -> tuple[int, str]:
    """Level and words of the line at `i` if it is a subhead, else 0 and ''."""
    line = lines[i]
    marked = _HASH.fullmatch(line.text)
    if marked:
        return min(max(len(marked[1]), 2), 6), marked[2].strip(" *")
    bold = _BOLD.fullmatch(line.text)
    if bold and len(bold[2]) <= LONGEST:
        return 2, bold[2].replace("**", "").strip()
    if _bare(line) and i + 1 < len(lines) and _leads(line, lines[i + 1]):
        return 2, line.text
    return 0, ""


def _bare(line: Line) -> bool:
    text = line.text
    words = text.split()
    if not words or len(text) > LONGEST or len(words) > 16 or not any(ch.isalpha() for ch in text):
        return False
    if text[-1] in ".,;…\"”'" and not text.endswith("?"):
        return False
    if text[-1] == ":" and len(words) > 6:
        return False
    return text[0].isupper() or text[0].isdigit() or not text[0].isalnum()


def _leads(line: Line, following: Line) -> bool:
    if is_prose(following) or following.text[:2] in ("- ", "• ", "* "):
        return True
    return len(following.text) > len(line.text) or bool(_NUMBERED.match(line.text))
