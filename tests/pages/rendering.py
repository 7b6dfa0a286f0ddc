"""Reads generated pages as the site engine does, and their HTML as a browser would."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import markdown
import yaml

from seedpress.pages.head import START

ROOT = Path(__file__).parents[2]
EXTENSIONS = ["md_in_html", "toc"]
# A publisher may add these; words must stay words all the same.
MANY = [
    *EXTENSIONS,
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.progressbar",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]


@dataclass
class Read(HTMLParser):
    """A page's HTML taken apart."""

    words: str = ""
    tags: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, attribute: str) -> list[str]:
        return [a[attribute] or "" for _tag, a in self.tags if attribute in a]

    def text(self) -> str:
        return normal(self.words)


def normal(text: str) -> str:
    """Whitespace as a browser collapses it."""
    return " ".join(text.split())


def read_html(html: str) -> Read:
    reader = Read()
    reader.feed(html)
    reader.close()
    return reader


def to_html(text: str, extensions: list[str] | None = None) -> str:
    return str(markdown.markdown(text, extensions=extensions or EXTENSIONS))


def apart(page: str) -> tuple[dict[str, object], str]:
    """Front matter and body of a page, without the block that goes into its head."""
    front, body = page.removeprefix("---\n").split("\n---\n", 1)
    loaded = yaml.safe_load(front)
    assert isinstance(loaded, dict)
    return loaded, body.replace(f"{START}{facts(page)}</div>\n\n", "")


def facts(page: str) -> str:
    """The block that goes into the page's head, as it is written; empty if there is none."""
    return page.partition(START)[2].partition("</div>")[0]


def read_page(page: str) -> Read:
    return read_html(to_html(apart(page)[1]))
