"""The style sheet and scripts that pages use."""

from collections.abc import Iterator
from importlib.resources import files

from seedpress.model import Page
from seedpress.pages.shelf import Shelf

# The rooms of the style sheet, in the order of the cascade: each is a file of `assets/look`.
LOOK = (
    "colours",
    "type",
    "frame",
    "drawer",
    "shared",
    "columns",
    "article",
    "fold",
    "entity",
    "chart",
    "indexes",
    "data",
    "home",
    "network",
    "table",
    "card",
    "print",
)


def make(_shelf: Shelf) -> Iterator[Page]:
    """Every script of `seedpress/assets` as `assets/<name>`, and the look as one style sheet."""
    folder = files("seedpress") / "assets"
    rooms = [(folder / "look" / f"{name}.css").read_text("utf-8") for name in LOOK]
    yield Page("assets/seedpress.css", "\n".join(rooms))
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.is_file() and file.name.endswith(".js"):
            yield Page(f"assets/{file.name}", file.read_bytes())
