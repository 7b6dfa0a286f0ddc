"""A Markdown text to blocks whose spans keep its links, emphasis, code and images."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from seedpress.cleaning.draft import Line
from seedpress.cleaning.text_blocks import RULE
from seedpress.model import Block, BlockKind, Removal, Span, SpanKind

# Raw HTML is off: a seed's tags are its words.
# It stops at so many nested quotes and lists, and silently drops what is in them.
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
# Addresses stay as they were written; pages check them before they use them.
_PARSER.normalizeLink = lambda url: url  # type: ignore[method-assign]
_REFERENCE = re.compile(r" {0,3}\[[^\]\[]{1,200}\]:\s*\S.*")
_SPANS: dict[str, SpanKind] = {"strong": "strong", "em": "emphasis", "link": "link"}


def markdown_blocks(lines: Sequence[Line]) -> tuple[list[Block], list[Removal]]:
    """The blocks of Markdown `lines`, and the words that stand in its markup alone."""
    if not lines:
        return [], []
    first, last = lines[0].number, lines[-1].number + lines[-1].text.count("\n")
    rows = [""] * (last - first + 1)
    for line in lines:
        for k, row in enumerate(line.text.split("\n"), line.number - first):
            rows[k] = row
    walk = _Walk(first, rows)
    blocks = walk.blocks(_PARSER.parse("\n".join(rows)))
    addresses = [
        Removal(line.number, line.text, "link address")
        for line in lines
        if not line.fixed and _REFERENCE.fullmatch(line.text)
    ]
    return blocks, walk.unseen + addresses


def inline_text(text: str) -> str:
    """One line of Markdown without its markup."""
    return _flat(_PARSER.parseInline(text)[0].children or [])[0]


def is_whole(lines: Sequence[Line], blocks: Sequence[Block], removed: Sequence[Removal]) -> bool:
    """Whether every letter of `lines` is in `blocks` (text or addresses) or `removed`."""
    wanted = Counter(unescape(" ".join(line.text for line in lines)))
    found = Counter("".join(block.text for block in blocks))
    found.update("".join(span.target for block in blocks for span in block.spans))
    found.update("".join(gone.text for gone in removed))
    return all(not ch.isalnum() or found[ch] >= count for ch, count in wanted.items())


@dataclass
class _Walk:
    """Where in the nesting of a document we are."""

    first: int
    rows: list[str]
    lists: list[bool] = field(default_factory=list)  # open lists, outermost first: ordered?
    quotes: int = 0
    item_open: bool = False
    number: str = ""  # of the open item, as it was written
    unseen: list[Removal] = field(default_factory=list)  # words in markup that blocks don't show

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        found: list[Block] = []
        heading = 0
        table: Token | None = None
        for token in tokens:
            self._nest(token)
            if token.type == "heading_open":
                heading = min(max(int(token.tag[1]), 2), 6)
            elif token.type == "table_open":
                table = token
            elif token.type == "table_close" and table is not None and table.map:
                found.append(self._table(table.map[0], table.map[1]))
                table = None
            elif token.type == "inline" and table is None:
                found.extend(self._inline(token, heading))
                heading = 0
            elif token.type in ("fence", "code_block"):
                self._note(token, token.info, "code language")
                found.append(Block("code", token.content.rstrip("\n"), line=self._line(token)))
            elif token.type == "hr":
                found.append(Block("rule", RULE, line=self._line(token)))
        return found

    def _nest(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            # A list that does not begin with 1 keeps its numbers as words.
            self.lists.append(kind.startswith("ordered") and token.attrGet("start") is None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind in ("blockquote_open", "blockquote_close"):
            self.quotes += 1 if kind.endswith("open") else -1
        elif kind == "list_item_open":
            self.item_open = True
            self.number = f"{token.info}{token.markup}" if token.info else ""

    def _inline(self, token: Token, heading: int) -> list[Block]:
        for child in token.children or []:
            self._note(token, str(child.attrGet("title") or ""), "link title")
        text, spans = _flat(token.children or [])
        text, spans = _stripped(text, spans)
        if not text:
            return []
        kind: BlockKind = "paragraph"
        level = 0
        if heading:
            kind, level = "heading", heading
        elif self.lists and self.item_open:
            kind, level, self.item_open = "list_item", min(len(self.lists), 6), False
        elif self.quotes:
            kind = "quote"
        ordered = kind == "list_item" and self.lists[-1]
        if ordered:
            self._note(token, self.number, "list number")
        elif kind == "list_item" and self.number:
            shift = len(self.number) + 1
            text = f"{self.number} {text}"
            spans = tuple(replace(s, start=s.start + shift, end=s.end + shift) for s in spans)
        return [Block(kind, text, level, line=self._line(token), spans=spans, ordered=ordered)]

    def _note(self, token: Token, text: str, rule: str) -> None:
        if text.strip():
            self.unseen.append(Removal(self._line(token) or self.first, text.strip(), rule))

    def _table(self, start: int, end: int) -> Block:
        """A table as it was typed: pages show it in one width."""
        text = "\n".join(row for row in self.rows[start:end] if row)
        return Block("code", text, line=self.first + start)

    def _line(self, token: Token) -> int | None:
        return self.first + token.map[0] if token.map else None


def _flat(children: Sequence[Token]) -> tuple[str, tuple[Span, ...]]:
    """Inline tokens to text and the spans marked in it."""
    text = ""
    spans: list[Span] = []
    open_at: list[tuple[str, int, str]] = []
    for child in children:
        name = child.type.removesuffix("_open").removesuffix("_close")
        if child.type.endswith("_open"):
            open_at.append((name, len(text), str(child.attrGet("href") or "")))
        elif child.type.endswith("_close"):
            opened, start, target = open_at.pop()
            if opened in _SPANS and start < len(text):
                spans.append(Span(start, len(text), _SPANS[opened], target))
        elif child.type in ("softbreak", "hardbreak"):
            text += " " if child.type == "softbreak" else "\n"
        elif child.type == "code_inline":
            spans.append(Span(len(text), len(text) + len(child.content), "code"))
            text += child.content
        elif child.type == "image":
            words = _flat(child.children or [])[0]
            spans.append(
                Span(len(text), len(text) + len(words), "image", str(child.attrGet("src") or ""))
            )
            text += words
        else:
            text += child.content
    return text, tuple(spans)


def _stripped(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Without white space at the ends; spans move along."""
    left = len(text) - len(text.lstrip())
    bare = text.strip()
    moved = (
        Span(max(s.start - left, 0), min(s.end - left, len(bare)), s.kind, s.target) for s in spans
    )
    return bare, tuple(s for s in moved if s.start < s.end)
