"""The style sheets and scripts that pages use, as they lie in the package."""

from collections.abc import Iterator
from importlib.resources import files

from seedpress.model import Page
from seedpress.pages.shelf import Shelf


def make(_shelf: Shelf) -> Iterator[Page]:
    """Every file of `seedpress/assets`, as `assets/<name>`."""
    folder = files("seedpress") / "assets"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.is_file() and not file.name.startswith((".", "__")):
            yield Page(f"assets/{file.name}", file.read_bytes())
