"""Read the text fixtures: title, input and expected output, parted by lines with a single dot."""

from pathlib import Path

from seedpress.cleaning import clean
from seedpress.model import Article, Fields, Seed

HERE = Path(__file__).parent
FIELDS = ("title", "byline", "source", "dateline", "date")


def cases(name: str) -> list[tuple[str, str, str]]:
    """(title, input, expected) of every fixture in a file; a dot line may be escaped as `..`."""
    parts: list[list[str]] = [[]]
    for line in (HERE / name).read_text("utf-8").split("\n"):
        if line == ".":
            parts.append([])
        else:
            parts[-1].append("." if line == ".." else line)
    found = ["\n".join(part).strip("\n") for part in parts]
    return [
        (found[i].split("\n")[-1], found[i + 1], found[i + 2]) for i in range(0, len(found) - 2, 3)
    ]


def cleaned(text: str, markup: str = "text", title: str = "") -> Article:
    """The article of a text."""
    return clean(Seed("seed.txt", "", text, markup, Fields(title=title)))  # type: ignore[arg-type]


def told(article: Article) -> str:
    """An article as fixtures write it: fields, blocks, ledger."""
    lines = [
        f"{name}: {value}"
        for name in FIELDS
        if (value := getattr(article.fields, name)) and not (name == "title" and article.title_made)
    ]
    for block in article.blocks:
        sign = {
            "heading": "#" * block.level + " ",
            "list_item": "  " * (block.level - 1) + ("1. " if block.ordered else "- "),
            "quote": "> ",
            "code": "`",
        }.get(block.kind, "")
        lines.append(f"{sign}{block.text}")
    lines += [
        f"~ {gone.line} {gone.rule}: {gone.text}"
        for gone in article.removed
        if not gone.rule.startswith("field:")
    ]
    return "\n".join(lines)
