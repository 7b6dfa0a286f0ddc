"""The hidden notes from which a script makes the card beside a link to an entity."""

from collections.abc import Iterable

from seedpress.model import Entity, Entry
from seedpress.pages.markdown import Markdown, escape
from seedpress.pages.sentences import around
from seedpress.pages.shelf import Shelf, Use, block_of

REACH = 70  # characters of context on each side of the name
LOOKED_AT = 40  # mentions looked at to find a line from another article


def cards(shelf: Shelf, entities: Iterable[Entity], here: Entry | None = None) -> Markdown:
    """One raw HTML block with a note for each entity; empty for none."""
    notes = "".join(_card(shelf, entity, here) for entity in entities)
    if not notes:
        return Markdown("")
    return Markdown(
        f'<div hidden id="sp-cards" data-pagefind-ignore="all" data-search-exclude>{notes}</div>'
    )


def _card(shelf: Shelf, entity: Entity, here: Entry | None) -> str:
    """Name, kind, number of articles, and one line from another article than this one."""
    w = shelf.words
    facts = f"{w(f'kind.{entity.kind}')} · {w('articles', n=len(entity.articles))}"
    use = _elsewhere(shelf, entity, here)
    line = f"<q>{''.join(escape(part) for part in _quote(use))}</q>" if use else ""
    name, slug = escape(entity.name), escape(entity.slug)
    return f'<p data-card="{slug}"><b>{name}</b><small>{escape(facts)}</small>{line}</p>'


def _elsewhere(shelf: Shelf, entity: Entity, here: Entry | None) -> Use | None:
    for use in shelf.uses.get(entity.id, ())[:LOOKED_AT]:
        blocks = use.entry.article.blocks
        if use.mention.in_title or not blocks or (here and use.entry.id == here.id):
            continue
        if blocks[block_of(use.entry, use.mention.start)].kind == "paragraph":
            return use
    return None


def _quote(use: Use) -> tuple[str, str, str]:
    block = use.entry.article.blocks[block_of(use.entry, use.mention.start)]
    return around(block.text, use.mention.start - block.start, use.mention.end - block.start, REACH)
