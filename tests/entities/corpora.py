"""Small corpora made of plain texts, and what the entities stage makes of them."""

from seedpress.entities import recognise, resolve
from seedpress.model import (
    Analysis,
    Article,
    Authority,
    Block,
    Entity,
    Fields,
    Resolution,
    Seed,
)
from seedpress.settings import EntitySettings

SETTINGS = EntitySettings()


def article(text: str, title: str = "", language: str = "") -> Article:
    """Each line a paragraph; a line that starts with `## ` a heading."""
    blocks, start = [], 0
    for line in text.strip().split("\n"):
        kind = "heading" if line.startswith("## ") else "paragraph"
        block = Block(kind, line.removeprefix("## "), start=start)
        blocks.append(block)
        start += len(block.text) + 2
    fields = Fields(title=title, language=language)
    return Article(fields, tuple(blocks), "\n\n".join(b.text for b in blocks))


def analysis(number: int, text: str, title: str = "", language: str = "") -> Analysis:
    made = article(text, title, language)
    return Analysis(Seed(f"{number:03}.txt", "0", ""), made, recognise(made, SETTINGS))


def resolved(*texts: str, authority: Authority = Authority()) -> Resolution:  # noqa: B008
    return resolve([analysis(i, t) for i, t in enumerate(texts)], authority, SETTINGS)


def found(text: str, language: str = "") -> list[str]:
    """The names in one text that is a corpus by itself, in order."""
    resolution = resolve([analysis(0, text, language=language)], Authority(), SETTINGS)
    return [mention.text for mention in resolution.mentions[0]]


def by_name(resolution: Resolution) -> dict[str, Entity]:
    return {entity.name: entity for entity in resolution.entities}


def spellings(entity: Entity) -> list[str]:
    return sorted(alias.text for alias in entity.aliases)
