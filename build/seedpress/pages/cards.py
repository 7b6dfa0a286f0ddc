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
    use = _elsewhere(shelf, entity, here)
    key = (entity.id, use.entry.id if use else "")  # of an article always the same line
    if key not in shelf.cards:  # most pages show the same
        shelf.cards[key] = _made(shelf, entity, use)
    return shelf.cards[key]


def _made(shelf: Shelf, entity: Entity, use: Use | None) -> str:
    facts = f"{shelf.words(f'kind.{entity.kind}')} · {_articles(shelf, len(entity.articles))}"
    line = f"<q>{''.join(escape(part) for part in _quote(use))}</q>" if use else ""
    name, slug = escape(entity.name), escape(entity.slug)
    return f'<p data-card="{slug}"><b>{name}</b><small>{escape(facts)}</small>{line}</p>'


def _articles(shelf: Shelf, count: int) -> str:
    if count < EXACT:
        return shelf.words("articles", n=count)
    step = 10 ** (len(str(count)) - 1)
    return shelf.words("articles_or_more", n=count // step * step)


def _elsewhere(shelf: Shelf, entity: Entity, here: Entry | None) -> Use | None:
    """A mention in a paragraph, best of an article in the reader's language."""
    # The oldest first: they introduce a name, and the next article does not displace them.
    language = here.article.fields.language if here else shelf.words.language
    first = None
    for use in shelf.uses.get(entity.id, ())[: -LOOKED_AT - 1 : -1]:
        if (here and use.entry.id == here.id) or not _in_paragraph(use):
            continue
        if use.entry.article.fields.language == language:
            return use
        first = first or use
    return first


def _in_paragraph(use: Use) -> bool:
    blocks = use.entry.article.blocks
    if use.mention.in_title or not blocks:
        return False
    return blocks[block_of(use.entry, use.mention.start)].kind == "paragraph"


def _quote(use: Use) -> tuple[str, str, str]:
    block = use.entry.article.blocks[block_of(use.entry, use.mention.start)]
    return around(block.text, use.mention.start - block.start, use.mention.end - block.start, REACH)
