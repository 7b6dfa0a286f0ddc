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

__all__ = ["EACH", "LAST_PATHS", "WHOLE", "Sheaves", "moved", "render", "sheaves"]

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
# Those that tell of all data files, which are made meanwhile, and where they stand.
LAST_PATHS = (home.PATH, data.PATH)
LAST: tuple[tuple[str, Callable[[Shelf], Iterator[Page]]], ...] = (
    ("home", home.make),
    ("data for researchers", data.make),
)


class Sheaves:
    """All generated files below `docs/`, each path once: most of them, and the last."""

    def __init__(self, corpus: Corpus, settings: Settings, files: Iterable[DataFile] = ()) -> None:
        """Make ready.

        Args:
            corpus: what they are about.
            settings: of the corpus.
            files: the data files beside them that most pages tell of.
        """
        self._shelf = arrange(corpus, settings, files)

    def most(self) -> Iterator[Sheaf]:
        """All but the last."""
        keys = Keys(self._shelf)
        for kind, make in WHOLE:
            yield Sheaf(kind, "", partial(make, self._shelf))
        for _kind, make_each in EACH:
            for sheaf in make_each(self._shelf, keys):
                # A template of the publisher's may show more of the corpus than ours do.
                own = self._shelf.settings.templates_folder
                yield replace(sheaf, key="") if own else sheaf

    def last(self, files: Iterable[DataFile]) -> Iterator[Sheaf]:
        """Those that tell of all data `files`."""
        shelf = replace(self._shelf, files={file.path: file for file in files})
        for kind, make in LAST:
            yield Sheaf(kind, "", partial(make, shelf))


def sheaves(corpus: Corpus, settings: Settings, files: Iterable[DataFile] = ()) -> Iterator[Sheaf]:
    """All of them, where all data `files` are known."""
    made = tuple(files)
    every = Sheaves(corpus, settings, made)
    yield from every.most()
    yield from every.last(made)


def render(corpus: Corpus, settings: Settings, files: Iterable[DataFile] = ()) -> Iterator[Page]:
    """The pages of all sheaves."""
    for sheaf in sheaves(corpus, settings, files):
        yield from sheaf.make()
