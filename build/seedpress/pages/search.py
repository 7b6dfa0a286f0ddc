"""The search page: a place that the search's script fills, words for where it cannot, its words."""

import json
from collections.abc import Iterator

from seedpress.model import Page
from seedpress.pages.shelf import Shelf
from seedpress.pages.template import front_matter

PATH = "search.md"
WORDS = "assets/search-words.json"


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `search.md`, and what the search says in the site's language."""
    w = shelf.words
    front = front_matter(w("search"), w("search_about"), ("navigation", "toc"))
    yield Page(PATH, shelf.fill("search.md.j2", front, w=w))
    said = {**w.table["searching"], "article": w("kind.article")}
    yield Page(WORDS, json.dumps(said, ensure_ascii=False, indent=1))
