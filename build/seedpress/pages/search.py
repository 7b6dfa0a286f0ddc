"""The search page: a place that the search's script fills, and words for where it cannot."""

from collections.abc import Iterator

from seedpress.model import Page
from seedpress.pages.shelf import Shelf
from seedpress.pages.template import fill, front_matter

PATH = "search.md"


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `search.md`."""
    w = shelf.words
    front = front_matter(w("search"), w("search_about"), ("navigation", "toc"))
    yield Page(PATH, fill("search.md.j2", front, w=w))
