"""Which lines of a text are subheads, and of what level."""

import re
from collections.abc import Sequence

from seedpress.cleaning.draft import Line
from seedpress.cleaning.learned.features import Features
from seedpress.cleaning.learned.trees import load

LONGEST = 160  # characters
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?")
_HASH = re.compile(r"(#{1,6})\s+(.+?)(?:\s+#+)?")
_BULLET = re.compile(r"(?:[-*+•‣●▪◦·–]\s+)+")


def headings(lines: Sequence[Line]) -> dict[int, tuple[int, str]]:
    """Level and words of each line that is a subhead, by its place."""
    found: dict[int, tuple[int, str]] = {}
    features = Features(lines)
    model = load("headings")
    for i, line in enumerate(lines):
        if line.fixed or not line.plain or len(line.plain) > LONGEST or line.text[0] == ">":
            continue
        marked = _HASH.fullmatch(line.text)
        if marked:
            found[i] = (min(max(len(marked[1]), 2), 6), marked[2])
        elif model.odds(features.row(i)) > 0:
            found[i] = (2, _words(line.text))
    return found


def _words(text: str) -> str:
    bullet = _BULLET.match(text)
    bare = text[bullet.end() :] if bullet else text
    bold = _BOLD.fullmatch(bare)
    return bold[2] if bold else bare
