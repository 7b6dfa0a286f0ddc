"""The lines of a plain text to blocks: subheads, paragraphs, list items, quotations, rules."""

import re
from collections.abc import Mapping, Sequence

from seedpress.cleaning.draft import Line
from seedpress.model import Block, Removal

_BULLET = re.compile(r"(?:[-*+•‣●▪◦·–]\s+)+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s?)+(?=\S)")
_RULE = re.compile(r"(?:[-*_=~•·#]\s?){3,}")
_MARK = re.compile(r"(\*\*|__)")
_WORD = re.compile(r"[^\W\d_]{4,}")
RULE = "* * *"


def text_blocks(
    lines: Sequence[Line], heads: Mapping[int, tuple[int, str]]
) -> tuple[list[Block], list[Removal]]:
    """One block for each line, and the numbers of list items, which pages make anew.

    `heads` are level and words of the subheads, by their place.
    """
    numbers = _numbered(lines)
    blocks = [_block(line, heads.get(i), numbers.get(i, 0)) for i, line in enumerate(lines)]
    removed = [
        Removal(lines[i].number, lines[i].text[:end].strip("-*+• \t"), "list number")
        for i, end in sorted(numbers.items())
        if blocks[i].ordered
    ]
    return blocks, removed


def _block(line: Line, head: tuple[int, str] | None, number: int) -> Block:
    if line.fixed:
        return Block("code", line.text, line=line.number)
    if _RULE.fullmatch(line.text):
        return Block("rule", RULE, line=line.number)
    if number:
        words = _unmarked(line.text[number:])
        return Block("list_item", words, 1, line=line.number, ordered=True)
    if head:
        return Block("heading", _unmarked(head[1]), head[0], line=line.number)
    bullet = _BULLET.match(line.text)
    if bullet:
        depth = min(len(bullet.group().split()), 6)
        return Block("list_item", _unmarked(line.text[bullet.end() :]), depth, line=line.number)
    quote = _QUOTE.match(line.text)
    if quote:
        return Block("quote", _unmarked(line.text[quote.end() :]), line=line.number)
    return Block("paragraph", _unmarked(line.text), line=line.number)


def _numbered(lines: Sequence[Line]) -> dict[int, int]:
    """Places of the items of lists numbered 1, 2, 3 ..., with where their numbers end."""
    found: dict[int, int] = {}
    row: dict[int, int] = {}
    for i, line in enumerate(lines):
        bullet = _BULLET.match(line.text)
        match = None if line.fixed else _NUMBER.match(line.text, bullet.end() if bullet else 0)
        number = int(match[1]) if match else 0
        if number != len(row) + 1:
            found.update(row if _is_list(lines, row) else {})
            row = {}
        if match and number == len(row) + 1:
            row[i] = match.end()
    found.update(row if _is_list(lines, row) else {})
    return found


def _is_list(lines: Sequence[Line], row: Mapping[int, int]) -> bool:
    """Whether the numbered lines of `row` are a list: `1. Best for Large Groups` is a subhead."""
    heads = 0
    for i, end in row.items():
        words = _WORD.findall(lines[i].text, end)
        capital = sum(word[0].isupper() for word in words)
        heads += bool(words) and lines[i].text[-1] not in ".;," and 4 * capital >= 3 * len(words)
    return len(row) > 1 and 4 * heads < 3 * len(row)


def _unmarked(text: str) -> str:
    """Without the stars of bold words, which plain text often keeps from a page."""
    if "**" not in text and "__" not in text:
        return text
    pieces = _MARK.split(text)  # words at even places, marks between them
    opened: dict[str, int] = {}
    for i in range(1, len(pieces), 2):
        mark, before, after = pieces[i], pieces[i - 1], pieces[i + 1]
        at = opened.get(mark)
        # A pattern for the whole pair would look to the end of the text from every mark.
        if at is not None and i > at + 2 - bool(before) and not before[-1:].isspace():
            pieces[at] = pieces[i] = ""
            del opened[mark]
        elif at is None and not after[:1].isspace() and (after or i + 2 < len(pieces)):
            opened[mark] = i
    return "".join(pieces).strip()
