"""Clean what is clean already until nothing changes: a removed line may have hidden another.

So cleaning a cleaned article changes nothing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from seedpress.cleaning.draft import Draft, made
from seedpress.cleaning.headings import marked
from seedpress.cleaning.text_blocks import text_blocks
from seedpress.model import Block, Removal, Span

PASSES = 8  # nearly all articles need one, which finds nothing


def settled(
    draft: Draft, blocks: Sequence[Block], ruled: Callable[[Draft], Draft]
) -> tuple[Draft, list[Block]]:
    """`draft` and its blocks after as many more passes of `ruled` as change anything."""
    kept = list(blocks)
    for _ in range(PASSES):
        lines = tuple(
            made(i, block.text, gap=True, fixed=block.kind == "code")
            for i, block in enumerate(kept)
        )
        again = ruled(Draft(lines, draft.fields, repeated=draft.repeated))
        found, unseen = text_blocks(again.lines, marked(again.lines))
        if [block.text for block in found] == [block.text for block in kept]:
            break
        gone = [replace(one, line=kept[one.line].line or 0) for one in (*again.removed, *unseen)]
        left = {new.line or 0: _merged(kept[new.line or 0], new) for new in found}
        gone += [one for i, old in enumerate(kept) for one in _addresses(old, left.get(i))]
        draft = replace(draft, fields=again.fields, removed=(*draft.removed, *gone))
        kept = list(left.values())
    return draft, kept


def _addresses(old: Block, new: Block | None) -> Iterator[Removal]:
    """The addresses of the links of `old` that went with its words."""
    for span in old.spans:
        if span.target and not (new and any(span.target == one.target for one in new.spans)):
            yield Removal(old.line or 0, span.target, "link address")


def _merged(old: Block, new: Block) -> Block:
    """`new`, the same block or the end of it, with what only `old` knows."""
    if new.text == old.text:
        return old
    cut = len(old.text) - len(new.text)
    spans = tuple(
        Span(max(s.start - cut, 0), s.end - cut, s.kind, s.target)
        for s in old.spans
        if s.end > cut and old.text.endswith(new.text)
    )
    like = old if new.kind == "paragraph" or old.kind == "heading" else new
    return replace(like, text=new.text, line=old.line, spans=spans)
