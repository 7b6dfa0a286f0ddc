"""An article's blocks as Markdown, with the first mention of each entity linked to its page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from seedpress import names
from seedpress.model import Block, Entry, Span
from seedpress.pages.markdown import Markdown, escape_lines, link, outside, within

DEEPEST = 6  # levels of nested lists that a page shows; deeper items stay on the last
MOST_SIGNS = 2_000  # active characters in one block; a block with more is shown as plain text
MOST_STYLES = 300  # marked stretches in one block; a block with more is shown without any

_TAGS = {"strong": "strong", "emphasis": "em", "code": "code"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of a block's text that is a link."""

    start: int
    end: int
    target: str


def body(entry: Entry, targets: Mapping[str, str]) -> Markdown:
    """All blocks of the article; `targets` says where the page of an entity (by id) is."""
    links = _first_mentions(entry, targets)
    lines: list[str] = []
    blocks = entry.article.blocks
    number = 0
    while number < len(blocks):
        kind = blocks[number].kind
        end = number + 1
        while kind in ("list_item", "quote") and end < len(blocks) and blocks[end].kind == kind:
            end += 1
        group = [(i, blocks[i], links.get(i, [])) for i in range(number, end)]
        lines += (
            _list(group)
            if kind == "list_item"
            else _quote(group)
            if kind == "quote"
            else _one(*group[0])
        )
        number = end
    return Markdown("\n".join(lines))


def _first_mentions(entry: Entry, targets: Mapping[str, str]) -> dict[int, list[Anchor]]:
    """The links to entities by block: first mention each, not in headings, links or code."""
    seen: set[str] = set()
    links: dict[int, list[Anchor]] = {}
    blocks = entry.article.blocks
    number = 0
    free = 0  # end of the last link: mentions may overlap
    for mention in sorted(entry.mentions, key=lambda m: (m.start, -m.end)):
        if mention.in_title or mention.entity in seen or mention.entity not in targets:
            continue
        while number + 1 < len(blocks) and blocks[number + 1].start <= mention.start:
            number += 1
        if (
            not blocks
            or mention.start < free
            or not _linkable(blocks[number], mention.start, mention.end)
        ):
            continue
        seen.add(mention.entity)
        free = mention.end
        start = blocks[number].start
        anchor = Anchor(mention.start - start, mention.end - start, targets[mention.entity])
        links.setdefault(number, []).append(anchor)
    return links


def _linkable(block: Block, start: int, end: int) -> bool:
    """Whether the stretch of the article's text may become a link where it stands."""
    start, end = start - block.start, end - block.start
    if block.kind in ("heading", "code", "rule") or not 0 <= start < end <= len(block.text):
        return False
    taken = (s for s in block.spans if s.kind in ("link", "code", "image"))
    return not any(s.start < end and start < s.end for s in taken)


def _one(number: int, block: Block, links: Sequence[Anchor]) -> list[str]:
    """A heading, paragraph, code block or rule, which carries the anchor of its number."""
    place = f'id="{names.block_anchor(number)}"'
    if block.kind == "heading":
        level = min(max(block.level, 2), 6)
        state, words = _words(block, ())
        return [f"<h{level} {place}{state}>{words}</h{level}>"]
    if block.kind == "code":
        return [f"<pre {place}><code>{escape_lines(block.text)}</code></pre>"]
    if block.kind == "rule":
        return [f"<hr {place}>"]
    return [_paragraph(number, block, links)]


def _paragraph(number: int, block: Block, links: Sequence[Anchor]) -> str:
    state, words = _words(block, links)
    return f'<p id="{names.block_anchor(number)}"{state}>{words}</p>'


def _words(block: Block, links: Sequence[Anchor]) -> tuple[str, str]:
    """The attribute that makes a block Markdown, and its words; one of mere signs is none.

    What an engine does with a sign takes longer the more of them there are: 100,000 take minutes.
    """
    if len(block.text) > MOST_SIGNS:
        words = within(block.text)
        if words.count("&#") > MOST_SIGNS:
            return "", words.strip()
    return " markdown", inline(block, links)


def _quote(group: Sequence[tuple[int, Block, Sequence[Anchor]]]) -> list[str]:
    inside = [_paragraph(i, block, links) for i, block, links in group]
    return ["<blockquote markdown>", *inside, "</blockquote>"]


def _list(group: Sequence[tuple[int, Block, Sequence[Anchor]]]) -> list[str]:
    """Neighbouring list items; a deeper list lies inside the item before it, as far as DEEPEST."""
    lines: list[str] = []
    opened: list[str] = []  # tags of the open lists; each has one open item
    for number, block, links in group:
        depth = min(max(block.level, 1), len(opened) + 1, DEEPEST)
        tag = "ol" if block.ordered else "ul"
        while len(opened) > depth or (len(opened) == depth and opened[-1] != tag):
            lines += ["</li>", f"</{opened.pop()}>"]
        if len(opened) < depth:
            opened.append(tag)
            lines.append(f"<{tag} markdown>")
        else:
            lines.append("</li>")
        lines.append('<li markdown="block">')
        lines.append(_paragraph(number, block, links))
    for tag in reversed(opened):
        lines += ["</li>", f"</{tag}>"]
    return lines


def inline(block: Block, links: Sequence[Anchor]) -> Markdown:
    """A block's text with its links and with what a Markdown seed marked."""
    anchors = sorted((*links, *_outside_links(block)), key=lambda a: a.start)
    styles = [s for s in block.spans if s.kind in _TAGS and s.start < s.end]
    if len(styles) > MOST_STYLES:
        styles = []
    parts: list[str] = []
    at = 0
    for anchor in anchors:
        if anchor.start < at:
            continue
        parts += _styled(block.text, at, anchor.start, styles)
        text = Markdown("".join(_styled(block.text, anchor.start, anchor.end, styles)))
        parts.append(link(text, anchor.target))
        at = anchor.end
    return Markdown("".join((*parts, *_styled(block.text, at, len(block.text), styles))).strip())


def _outside_links(block: Block) -> Iterator[Anchor]:
    for span in block.spans:
        target = outside(span.target) if span.kind == "link" else None
        if target and block.text[span.start : span.end].strip():
            yield Anchor(span.start, span.end, target)


def _styled(text: str, start: int, end: int, styles: Sequence[Span]) -> list[str]:
    """The stretch of text, each piece of it inside the tags of the spans that cover it."""
    cuts = {start, end}
    cuts.update(cut for s in styles for cut in (s.start, s.end) if start < cut < end)
    order = sorted(cuts)
    parts: list[str] = []
    for left, right in pairwise(order):
        tags = sorted({_TAGS[s.kind] for s in styles if s.start <= left and right <= s.end})
        opening = "".join(f"<{tag}>" for tag in reversed(tags))
        parts.append(opening + within(text[left:right]) + "".join(f"</{tag}>" for tag in tags))
    return parts
