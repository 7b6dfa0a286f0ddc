"""Every kind of page, in the order in which they are made; a new kind is a file and a row here."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from msgspec import structs

from seedpress.model import Corpus, DataFile, Entry, Page, Sheaf
from seedpress.notes import Notes
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
from seedpress.pages.draft import Draft, lay
from seedpress.pages.keys import Keys
from seedpress.pages.moved import moved
from seedpress.pages.shelf import Shelf, arrange
from seedpress.settings import Settings

__all__ = ["EACH", "LAST_PATHS", "WHOLE", "Draft", "Sheaves", "Shelf", "moved", "render", "sheaves"]

# Pages of which there are many, or that take long: made again only if what they show has changed,
# or with what was noted of it.
EACH: tuple[tuple[str, Callable[[Shelf, Keys], Iterator[Sheaf]]], ...] = (
    ("articles", article.make),
    ("entities", entity.make),
    ("keywords", keyword.make),
    ("index of articles", article_index.make),
    ("index of entities", entity_index.make),
    ("index of keywords", keyword_index.make),
    ("network of entities", network.make),
    ("health of the corpus", health.make),
)
# Pages about the corpus as a whole, which are always made.
WHOLE: tuple[tuple[str, Callable[[Shelf], Iterator[Page]]], ...] = (
    ("matrix of entities", matrix.make),
    ("timeline", chronicle.make),
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

    def __init__(
        self,
        corpus: Corpus,
        settings: Settings,
        files: Iterable[DataFile] = (),
        notes: Notes | None = None,
    ) -> None:
        """Make ready.

        Args:
            corpus: what they are about.
            settings: of the corpus.
            files: the data files beside them that most pages tell of.
            notes: what the last build left for this one, which is to leave it for the next.
        """
        self._shelf = arrange(corpus, settings, files)
        self._keys = Keys(self._shelf, notes)

    def first(self, seeds: Collection[str]) -> Iterator[Sheaf]:
        """Of all but the last, those of these seeds' articles and of what they name and share."""
        entries = [entry for entry in self._shelf.corpus.entries if entry.seed in seeds]
        named = (each for entry in entries for each in self._shelf.named[entry.id])
        slugs = (each.slug for entry in entries for each in entry.keywords)
        yield from self._some(entries, dict.fromkeys(named), dict.fromkeys(slugs))

    def with_drafts(self, drafts: Sequence[Draft]) -> Iterator[Sheaf]:
        """Those of drafts, of what they name and share, and of articles related to them.

        What is told of the corpus from now on is told with the drafts.
        """
        for draft in drafts:
            self._shelf = lay(self._shelf, draft)
            self._keys.turn(self._shelf, draft)
        articles = dict.fromkeys(e.id for d in drafts for e in (d.entry, *d.others))
        named = dict.fromkeys(entity.id for d in drafts for entity in d.entities)
        slugs = dict.fromkeys(keyword.slug for d in drafts for keyword in d.keywords)
        yield from self._some([self._shelf.entry[i] for i in articles], named, slugs)
        yield from map(self._safe, article_index.make(self._shelf, self._keys))

    def _some(
        self, entries: Iterable[Entry], named: Iterable[str], slugs: Iterable[str]
    ) -> Iterator[Sheaf]:
        """Those of articles, of entities with a page, and of shared keywords."""
        shelf = self._shelf
        for entry in entries:
            yield self._safe(article.sheaf(shelf, self._keys, entry))
        for identity in named:
            if identity in shelf.paged:
                yield self._safe(entity.sheaf(shelf, self._keys, shelf.paged[identity]))
        shared = [shelf.keyword[slug] for slug in slugs if slug in shelf.keyword]
        yield from map(self._safe, keyword.sheaves(shelf, self._keys, shared))

    @property
    def shelf(self) -> Shelf:
        """What they tell, as they look it up."""
        return self._shelf

    def most(self) -> Iterator[Sheaf]:
        """All but the last."""
        for kind, make in WHOLE:
            yield Sheaf(kind, "", partial(make, self._shelf))
        self._keys.fill()
        self._shelf.counted  # noqa: B018 - worked out here, for copies of this process too
        for _kind, make_each in EACH:
            yield from map(self._safe, make_each(self._shelf, self._keys))

    def _safe(self, sheaf: Sheaf) -> Sheaf:
        # A template of the publisher's may show more of the corpus than ours do.
        return structs.replace(sheaf, key="") if self._shelf.settings.templates_folder else sheaf

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
