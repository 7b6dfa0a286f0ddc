"""All that is to stand in `docs/`, pages and data files, in the order in which it is made."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from seedpress import names, pages
from seedpress.exports import publication
from seedpress.exports.feeds import EntityFeed
from seedpress.exports.publication import Publication
from seedpress.model import Corpus, DataFile, Page, Sheaf
from seedpress.notes import Notes
from seedpress.settings import Settings
from seedpress.undisturbed import undisturbed

# Paths below `docs/` of data files but feeds, and of pages that tell of all data files.
LAST = frozenset((*pages.LAST_PATHS, *map(names.data_path, publication.LAST)))


def begin(
    corpus: Corpus, settings: Settings, data: Publication, notes: Notes | None = None
) -> tuple[list[Sheaf], pages.Sheaves]:
    """The feeds, which pages tell of, and the pages, with `notes` of the last build."""
    feeds = [*map(_sheaf, data.first()), *map(_feed, data.of_entities())]
    with undisturbed():
        return feeds, pages.Sheaves(corpus, settings, data.feeds, notes)


def in_two(
    feeds: Iterable[Sheaf], every: pages.Sheaves, data: Publication
) -> tuple[Iterator[Sheaf], Iterator[Sheaf]]:
    """Everything in `docs/` but for what comes last, and that, to be gone through in this order.

    Pages tell of the feeds; data files and those that tell of all data files come last.
    """

    def rest() -> Iterator[Sheaf]:
        yield from map(_sheaf, data.last())
        yield from every.last(data.told)

    return chain(feeds, every.most()), rest()


def comes_last(path: str) -> bool:
    """Whether what stands at a path below `docs/` is a data file, or tells of all of them."""
    return path in LAST


def _sheaf(file: DataFile) -> Sheaf:
    page = Page(names.data_path(file.path), file.laid or file.data)
    return Sheaf(page.path, "", partial(iter, (page,)))


def _feed(feed: EntityFeed) -> Sheaf:
    path = names.data_path(feed.path)

    def make() -> Iterator[Page]:
        yield Page(path, feed.make())

    return Sheaf(path, feed.key, make)
