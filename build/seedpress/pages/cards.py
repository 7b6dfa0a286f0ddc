"""The hidden notes from which a script makes the card beside a link to an entity."""

from collections.abc import Iterable

from seedpress.model import Entity, Entry
from seedpress.pages.markdown import Markdown, escape
from seedpress.pages.sentences import around
from seedpress.pages.shelf import Shelf, Use, block_of

REACH = 70  # characters of context on each side of the name
LOOKED_AT = 40  # mentions looked at to find a line from another article
EXACT = 20  # articles; more are told in round numbers


def cards(shelf: Shelf, entities: Iterable[Entity], here: Entry | None = None) -> Markdown:
    """One raw HTML block with a note for each entity; empty for none."""
    notes = "".join(_card(shelf, entity, here) for entity in entities)
    if not notes:
        return Markdown("")
    return Markdown(
        f'<div hidden id="sp-cards" data-pagefind-ignore="all" data-search-exclude>{notes}</div>'
    )


def _card(shelf: Shelf, entity: Entity, here: Entry | None) -> str:
    """Name, kind, number of articles, and one line from another article than this one.

    Cards stand in very many pages: what they say must not change with every new article.
    """
    facts = f"{shelf.words(f'kind.{entity.kind}')} · {_articles(shelf, len(entity.articles))}"
    use = _elsewhere(shelf, entity, here)
    line = f"<q>{''.join(escape(part) for part in _quote(use))}</q>" if use else ""
    name, slug = escape(entity.name), escape(entity.slug)
    return f'<p data-card="{slug}"><b>{name}</b><small>{escape(facts)}</small>{line}</p>'


def _articles(shelf: Shelf, count: int) -> str:
    if count < EXACT:
        return shelf.words("articles", n=count)
    step = 10 ** (len(str(count)) - 1)
    return shelf.words("articles_or_more", n=count // step * step)


def _elsewhere(shelf: Shelf, entity: Entity, here: Entry | None) -> Use | None:
    # The oldest first: they introduce a name, and the next article does not displace them.
    uses = shelf.uses.get(entity.id, ())
    for use in uses[: -LOOKED_AT - 1 : -1]:
        blocks = use.entry.article.blocks
        if use.mention.in_title or not blocks or (here and use.entry.id == here.id):
            continue
        if blocks[block_of(use.entry, use.mention.start)].kind == "paragraph":
            return use
    return None


def _quote(use: Use) -> tuple[str, str, str]:
    block = use.entry.article.blocks[block_of(use.entry, use.mention.start)]
    return around(block.text, use.mention.start - block.start, use.mention.end - block.start, REACH)
