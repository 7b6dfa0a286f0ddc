"""The lines of a plain text to blocks: subheads, paragraphs, list items, quotations, rules."""

import re
from collections.abc import Sequence

from seedpress.cleaning.draft import Line
from seedpress.cleaning.headings import headings
from seedpress.model import Block

_BULLET = re.compile(r"(?:[-*+•‣●▪◦·–]\s+)+(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?)+(?=\S)")
_RULE = re.compile(r"(?:[-*_=~•·#]\s?){3,}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
RULE = "* * *"


def text_blocks(lines: Sequence[Line]) -> list[Block]:
    """One block for each line."""
    found = headings(lines)
    return [_block(lines, i, found.get(i)) for i in range(len(lines))]


def _block(lines: Sequence[Line], i: int, head: tuple[int, str] | None) -> Block:
    line = lines[i]
    if line.fixed:
        return Block("code", line.text, line=line.number)
    if _RULE.fullmatch(line.text):
        return Block("rule", RULE, line=line.number)
    if head:
        return Block("heading", _unmarked(head[1]), head[0], line=line.number)
    bullet = _BULLET.match(line.text)
    if bullet:
        depth = min(len(bullet.group().split()), 6)
        return Block("list_item", _unmarked(line.text[bullet.end() :]), depth, line=line.number)
    quote = _QUOTE.match(line.text)
    if quote:
        return Block("quote", _unmarked(line.text[quote.end() :]), line=line.number)
    if _in_numbered_list(lines, i):
        return Block("list_item", _unmarked(line.text), 1, line=line.number, ordered=True)
    return Block("paragraph", _unmarked(line.text), line=line.number)


def _in_numbered_list(lines: Sequence[Line], i: int) -> bool:
    """Whether this line and a neighbour are both numbered."""
    if not _NUMBER.match(lines[i].text):
        return False
    near = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
    return any(_NUMBER.match(text) for text in near)


def _unmarked(text: str) -> str:
    """Without the stars of bold words, which plain text often keeps from a page."""
    return _BOLD.sub(r"\2", text).strip() if "**" in text or "__" in text else text
