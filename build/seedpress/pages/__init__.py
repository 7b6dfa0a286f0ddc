"""Every kind of page, in the order in which they are made; a new kind is a file and a row here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from seedpress.model import Corpus, DataFile, Page, Sheaf
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
from seedpress.pages.keys import Keys
from seedpress.pages.moved import moved
from seedpress.pages.shelf import Shelf, arrange
from seedpress.settings import Settings

__all__ = ["EACH", "WHOLE", "moved", "render", "sheaves"]

# Pages of which there are many: each is made again only if what it shows has changed.
EACH: tuple[tuple[str, Callable[[Shelf, Keys], Iterator[Sheaf]]], ...] = (
    ("articles", article.make),
    ("entities", entity.make),
    ("keywords", keyword.make),
    ("index of articles", article_index.make),
    ("index of entities", entity_index.make),
    ("index of keywords", keyword_index.make),
)
# Pages about the corpus as a whole, which are always made.
WHOLE: tuple[tuple[str, Callable[[Shelf], Iterator[Page]]], ...] = (
    ("network of entities", network.make),
    ("matrix of entities", matrix.make),
    ("timeline", chronicle.make),
    ("health of the corpus", health.make),
    ("what is new", changes.make),
    ("search", search.make),
    ("style sheets and scripts", static.make),
)
# Those that tell of all data files, which are made meanwhile.
LAST: tuple[tuple[str, Callable[[Shelf], Iterator[Page]]], ...] = (
    ("home", home.make),
    ("data for researchers", data.make),
)


def sheaves(
    corpus: Corpus,
    settings: Settings,
    files: Iterable[DataFile] = (),
    all_files: Callable[[], Iterable[DataFile]] | None = None,
) -> Iterator[Sheaf]:
    """All generated files below docs/, each path once.

    Args:
        corpus: what they are about.
        settings: of the corpus.
        files: the data files beside them.
        all_files: called when a page tells of them all; gives those that came since, too.
    """
    shelf = arrange(corpus, settings, files)
    keys = Keys(shelf)
    for kind, make in WHOLE:
        yield Sheaf(kind, "", partial(make, shelf))
    for _kind, make_each in EACH:
        for sheaf in make_each(shelf, keys):
            # A template of the publisher's may show more of the corpus than ours do.
            key = "" if settings.templates_folder else sheaf.key
            yield replace(sheaf, key=key, many=True)

    def make_last(make: Callable[[Shelf], Iterator[Page]]) -> Iterator[Page]:
        known = {file.path: file for file in all_files()} if all_files else shelf.files
        return make(replace(shelf, files=known))

    for kind, make in LAST:
        yield Sheaf(kind, "", partial(make_last, make))


def render(corpus: Corpus, settings: Settings, files: Iterable[DataFile] = ()) -> Iterator[Page]:
    """The pages of all sheaves."""
    for sheaf in sheaves(corpus, settings, files):
        yield from sheaf.make()
