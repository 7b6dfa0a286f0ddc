"""Which lines of a text are subheads, and of what level."""

import re
from collections.abc import Sequence

from seedpress.cleaning.draft import Line
from seedpress.cleaning.learned.features import Features
from seedpress.cleaning.learned.trees import load

LONGEST = 160  # characters
_SENTENCE = 100  # characters
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?")
_HASH = re.compile(r"(#{1,6})\s+(.+?)(?:\s+#+)?")
_BULLET = re.compile(r"(?:[-*+•‣●▪◦·–]\s+)+")


def headings(lines: Sequence[Line]) -> dict[int, tuple[int, str]]:
    """Level and words of each line that is a subhead, by its place."""
    found = marked(lines)
    features = Features(lines)
    model = load("headings")
    for i, line in enumerate(lines):
        # No long sentence that ends with a full stop is one: not worth a question.
        sentence = len(line.plain) > _SENTENCE and line.plain[-1] == "."
        sure = i in found or not _possible(line) or sentence
        if not sure and model.odds(features.row(i)) > 0:
            found[i] = (2, _words(line.text))
    return found


def marked(lines: Sequence[Line]) -> dict[int, tuple[int, str]]:
    """The same of the lines that say of themselves that they are subheads."""
    found: dict[int, tuple[int, str]] = {}
    for i, line in enumerate(lines):
        mark = _HASH.fullmatch(line.text) if line.text[:1] == "#" and _possible(line) else None
        if mark:
            found[i] = (min(max(len(mark[1]), 2), 6), mark[2])
    return found


def _possible(line: Line) -> bool:
    return not (line.fixed or not line.plain or len(line.plain) > LONGEST or line.text[0] == ">")


def _words(text: str) -> str:
    bullet = _BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text
    bold = _BOLD.fullmatch(bare)
    return bold[2] if bold else bare
