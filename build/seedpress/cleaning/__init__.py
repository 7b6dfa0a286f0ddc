"""A seed to a clean article: what each rule takes is in the ledger, nothing is lost.

The rules are tried in the order of `RULES`; every one takes a draft and returns one.
"""

from collections.abc import Callable
from dataclasses import replace

from seedpress.cleaning.author_box import drop_author_box
from seedpress.cleaning.byline import take_byline
from seedpress.cleaning.credit import take_closing_credit, take_credit
from seedpress.cleaning.dateline import take_dateline
from seedpress.cleaning.dates import take_date
from seedpress.cleaning.draft import Draft
from seedpress.cleaning.edges import cut_tail, drop_around, drop_certain, narrow_head
from seedpress.cleaning.headings import headings
from seedpress.cleaning.language import detected
from seedpress.cleaning.made_title import made_title
from seedpress.cleaning.markdown_blocks import inline_text, is_whole, markdown_blocks
from seedpress.cleaning.masthead import take_masthead
from seedpress.cleaning.repeated import drop_repeated, line_marks, repeated_lines
from seedpress.cleaning.settle import settled
from seedpress.cleaning.split import split
from seedpress.cleaning.suspects import suspects
from seedpress.cleaning.text_blocks import text_blocks
from seedpress.cleaning.title import take_title
from seedpress.model import Article, Block, Seed

__all__ = ["RULES", "clean", "line_marks", "repeated_lines"]

Rule = Callable[[Draft], Draft]

FIELD_RULES: tuple[tuple[str, Rule], ...] = (
    ("title", take_title),
    ("masthead", take_masthead),
    ("credit", take_credit),
    ("byline", take_byline),
    ("date", take_date),
    ("closing credit", take_closing_credit),
    ("dateline", take_dateline),
)
RULES: tuple[tuple[str, Rule], ...] = (
    ("repeated", drop_repeated),
    ("head", narrow_head),
    *FIELD_RULES,
    ("around", drop_around),
    ("author", drop_author_box),
    ("tail", cut_tail),
    ("residue", drop_certain),
    # Once more: a removed line may have hidden them.
    *FIELD_RULES[1:],
)


def clean(seed: Seed, repeated: frozenset[str] = frozenset()) -> Article:
    """The article in `seed`: its fields, its blocks, and the ledger of what is in neither.

    `repeated` are marks of lines that other articles have too (`repeated_lines`).
    """
    draft, blocks = _structured(_ruled(split(seed, repeated)))
    if draft.markdown and not seed.fields.title:
        title = inline_text(draft.fields.title)
        draft = replace(draft, fields=replace(draft.fields, title=title))
    draft, blocks = settled(draft, blocks, _ruled)
    placed = _placed(blocks)
    text = "\n\n".join(block.text for block in placed)
    fields = draft.fields
    fields = replace(fields, language=fields.language or detected(text))
    is_made = not fields.title
    if is_made:
        fields = replace(fields, title=made_title(placed[0].text if placed else ""))
    removed = tuple(sorted((*draft.removed, *seed.around), key=lambda gone: gone.line))
    return Article(fields, placed, text, removed, is_made, suspects(placed))


def _ruled(draft: Draft) -> Draft:
    """What the rules, each in its turn, leave of `draft`."""
    for _, rule in RULES:
        draft = rule(draft)
    return draft


def _structured(draft: Draft) -> tuple[Draft, list[Block]]:
    """The blocks of the lines that are left; Markdown that would lose words is taken as text."""
    if draft.markdown:
        blocks, unseen = markdown_blocks(draft.lines)
        if is_whole(draft.lines, blocks, unseen):
            return replace(draft, removed=(*draft.removed, *unseen)), blocks
    lines = [
        line if line.fixed else replace(line, text=line.text.replace("\n", " "))
        for line in draft.lines
    ]
    blocks, unseen = text_blocks(lines, headings(lines))
    return replace(draft, removed=(*draft.removed, *unseen)), blocks


def _placed(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with their offsets in the article's text."""
    start = 0
    placed: list[Block] = []
    for block in blocks:
        placed.append(
            Block(
                block.kind, block.text, block.level, start, block.line, block.spans, block.ordered
            )
        )
        start += len(block.text) + 2
    return tuple(placed)
