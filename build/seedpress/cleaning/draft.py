"""An article while it is being cleaned: its lines, its fields, and the ledger of what was taken."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from seedpress.model import Fields, Removal

_MARKS = re.compile(r"^(?:[-*+•‣●▪◦·>#]+\s+)+|\*\*|__|^//|//$")
_LINK = re.compile(r"!?\[([^\]\[]{0,300})\]\([^()\s]{0,1000}\)")
_MARK_SIGNS = frozenset("-*+•‣●▪◦·>#/")
_QUOTES = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a seed, or a paragraph joined from hard-wrapped lines."""

    number: int  # of the file, of its first line
    text: str  # without white space at its ends
    key: str  # folded, without markup: what rules compare
    plain: str  # without markup, case kept: what rules measure
    gap: bool = False  # a blank line stands before it
    fixed: bool = False  # code and the like: no rule may touch it


@dataclass(frozen=True, slots=True)
class Draft:
    """What rules pass on: each returns a new one."""

    lines: tuple[Line, ...]
    fields: Fields
    removed: tuple[Removal, ...] = ()
    repeated: frozenset[str] = frozenset()  # marks of lines that other articles have too
    markdown: bool = False
    titled: bool = False  # the title was found on a line of its own

    def without(self, taken: Mapping[int, str]) -> "Draft":
        """Without the lines at these places; `taken` names the rule for each."""
        if not taken:
            return self
        gone = tuple(
            Removal(line.number, line.text, taken[i])
            for i, line in enumerate(self.lines)
            if i in taken
        )
        left = tuple(line for i, line in enumerate(self.lines) if i not in taken)
        return replace(self, lines=left, removed=(*self.removed, *gone))

    def filled(self, **values: Any) -> "Draft":
        """With these fields, where they were empty."""
        new = {k: v for k, v in values.items() if v and not getattr(self.fields, k)}
        return replace(self, fields=replace(self.fields, **new)) if new else self

    def shortened(self, place: int, end: int, rule: str) -> "Draft":
        """With the first `end` characters of the line at `place` moved to the ledger."""
        line = self.lines[place]
        gone = Removal(line.number, line.text[:end].strip(), rule)
        rest = made(line.number, line.text[end:].strip(), gap=line.gap)
        lines = (*self.lines[:place], rest, *self.lines[place + 1 :])
        return replace(self, lines=lines, removed=(*self.removed, gone))


def made(number: int, text: str, gap: bool = False, fixed: bool = False) -> Line:
    """A line from its text."""
    plain = text
    if "](" in plain:
        plain = _LINK.sub(r"\1", plain)
    if plain[:1] in _MARK_SIGNS or "**" in plain or "__" in plain or plain[-2:] == "//":
        plain = _MARKS.sub("", plain)
    plain = " ".join(plain.split())
    key = plain.casefold()
    if not key.isascii():
        for curved, straight in _QUOTES:
            key = key.replace(curved, straight)
    return Line(number, text, key, plain, gap, fixed)


def is_prose(line: Line) -> bool:
    """Whether the line is running text rather than a heading, a label or an item."""
    text = line.plain
    return line.fixed or len(text) >= 140 or (len(text) >= 70 and text[-1] in ".!?…\"”’'»。")


@lru_cache(maxsize=2048)
def content_words(key: str) -> frozenset[str]:
    """The words of a folded line that tell its subject: those of four letters and more."""
    return frozenset(_WORD.findall(key)) - _COMMON


_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "about after also been before best from have here home into just like more most much news only "
    "other over some such than that their them then there these they this those time very were "
    "what "
    "when where which while will with work would your".split()
)
