"""Every kind of page, in the order in which they are made; a new kind is a file and a row here."""

from collections.abc import Callable, Iterable, Iterator

from seedpress.model import Corpus, DataFile, Page
from seedpress.pages import (
    article,
    article_index,
    changes,
    chronicle,
    data,
    entity,
    entity_index,
    health,
    home,
    keyword,
    keyword_index,
    matrix,
    network,
    search,
    static,
)
from seedpress.pages.moved import moved
from seedpress.pages.shelf import Shelf, arrange
from seedpress.settings import Settings

__all__ = ["PAGES", "moved", "render"]

Maker = Callable[[Shelf], Iterator[Page]]

PAGES: tuple[tuple[str, Maker], ...] = (
    ("home", home.make),
    ("articles", article.make),
    ("entities", entity.make),
    ("keywords", keyword.make),
    ("index of articles", article_index.make),
    ("index of entities", entity_index.make),
    ("index of keywords", keyword_index.make),
    ("network of entities", network.make),
    ("matrix of entities", matrix.make),
    ("timeline", chronicle.make),
    ("health of the corpus", health.make),
    ("data for researchers", data.make),
    ("what is new", changes.make),
    ("search", search.make),
    ("style sheets and scripts", static.make),
)


def render(corpus: Corpus, settings: Settings, files: Iterable[DataFile] = ()) -> Iterator[Page]:
    """All generated files below docs/, each path once; `files` are the data files beside them."""
    shelf = arrange(corpus, settings, files)
    for _kind, make in PAGES:
        yield from make(shelf)
