"""Keyword in context: a mention with the words around it, as a line that leads to its paragraph."""

from seedpress import names
from seedpress.model import Mention
from seedpress.pages.markdown import Markdown, escape, link
from seedpress.pages.shelf import Shelf, Use, block_of, title_of, to


def line(shelf: Shelf, path: str, use: Use) -> Markdown:
    """The mention in its context as one link: words before it, itself, words after it."""
    before, word, after = context(use, shelf.settings.pages.context)
    target = to(path, names.article_path(use.entry.slug)) + anchor(use)
    text = f"<span>{escape(before)}</span><b>{escape(word)}</b>{escape(after)}"
    return link(Markdown(text), target)


def anchor(use: Use) -> str:
    """The fragment that leads to the paragraph of the mention; empty for one in the title."""
    if use.mention.in_title or not use.entry.article.blocks:
        return ""
    return f"#{names.block_anchor(block_of(use.entry, use.mention.start))}"


def context(use: Use, reach: int) -> tuple[str, str, str]:
    """What stands before the mention, the mention, and what stands after it.

    The context ends with the paragraph, and else at a space within `reach` characters.
    """
    text, start, end = _surroundings(use)
    start, end = min(start, len(text)), min(end, len(text))
    left, right = max(start - reach, 0), min(end + reach, len(text))
    before, after = text[left:start], text[end:right]
    if left:
        whole = text[left - 1].isspace() or " " not in before
        before = "… " + (before if whole else before[before.index(" ") + 1 :])
    if right < len(text):
        whole = text[right].isspace() or " " not in after
        after = (after if whole else after[: after.rindex(" ")]) + " …"
    return before, text[start:end], after


def _surroundings(use: Use) -> tuple[str, int, int]:
    """The title or the paragraph around the mention, and where the mention is in it."""
    mention: Mention = use.mention
    if mention.in_title or not use.entry.article.blocks:
        return title_of(use.entry), mention.start, mention.end
    block = use.entry.article.blocks[block_of(use.entry, mention.start)]
    return block.text, mention.start - block.start, mention.end - block.start
