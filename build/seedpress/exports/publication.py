"""The data files as they are published: large ones packed, most made beside other work.

Feeds come first, for pages lead to them; what another process makes, and what describes all, may
come when every other page stands.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

from seedpress.errors import SeedpressError
from seedpress.exports import (
    DESCRIPTIONS,
    EXPORTS,
    FEED,
    READ_AS_THEY_ARE,
    described,
    descriptions,
)
from seedpress.exports.begun import NOTHING, Before
from seedpress.exports.digests import Digests
from seedpress.exports.elsewhere import (
    COPIED,
    ELSEWHERE,
    Files,
    laid_in,
    made,
    make,
    make_of_written,
)
from seedpress.exports.feeds import EntityFeed, entity_feeds
from seedpress.exports.packing import SUFFIX, Known, Shaped, unknown
from seedpress.exports.written import write_down
from seedpress.lots import Lots
from seedpress.model import Corpus, DataFile, mark_of
from seedpress.settings import Settings

WORTH = 1000  # articles; files of fewer are made here before a process has begun
# The names of those that come last, packed or not.
LAST = frozenset(
    name + end
    for name in (*EXPORTS, *DESCRIPTIONS)
    if name not in READ_AS_THEY_ARE
    for end in ("", SUFFIX)
)


class Running(Protocol):
    """Work in another process."""

    def is_done(self) -> bool:
        """Whether it is, and the process needs nothing any more."""

    def result(self) -> Files:
        """What came of it."""

    def end(self) -> None:
        """See to it that nothing is done any more."""


class Beside(Protocol):
    """Where another process does one piece of work."""

    @property
    def copied(self) -> bool:
        """Whether it sees all that this one sees."""

    def start(self, work: Callable[[Any], Files], thing: Any) -> Running:
        """Begin; where nothing is `copied`, the thing has to be small."""


class Publication:
    """The data files of one corpus; to be used in a `with` statement."""

    def __init__(
        self,
        corpus: Corpus,
        settings: Settings,
        known: Known = unknown,
        beside: Beside | None = None,
        before: Before = NOTHING,
        hurry: bool = False,
    ) -> None:
        """Make ready.

        Args:
            corpus: what they hold.
            settings: of the corpus.
            known: gives parts of packed files that an earlier build made.
            beside: another process, where there is a core for it.
            before: what there is of the database and of records; of few articles no database is
                kept.
            hurry: somebody waits for pages, so nothing is made beside them.
        """
        self._corpus, self._settings, self._known = corpus, settings, known
        few = len(corpus.entries) < WORTH
        self._before = replace(before, shelf=None) if few else before
        self._digests = Digests(corpus)
        self._hurry = hurry
        self._beside = beside if len(corpus.entries) >= WORTH else None
        self._folder = TemporaryDirectory(prefix="seedpress-")
        self._elsewhere: Running | None = None
        self._left: tuple[str, ...] = ()  # names of what is made there, all or some of them
        self._lots: Lots | None = None  # their numbers, where this process makes some too
        self._told: dict[str, DataFile] = {}  # by name, without their bytes
        self._feeds: list[EntityFeed] = []

    def __enter__(self) -> "Publication":
        return self

    def __exit__(self, *_: object) -> None:
        if self._elsewhere is not None:
            self._elsewhere.end()  # it works in the folder
        if self._lots:
            self._lots.close()
        room = self._before.room
        for file in [laid_in(room, name) for name in COPIED] if room else ():
            file.unlink(missing_ok=True)  # nobody has put it in place
        self._folder.cleanup()

    def is_busy(self) -> bool:
        """Whether another process is at work."""
        return self._elsewhere is not None and not self._elsewhere.is_done()

    @property
    def told(self) -> list[DataFile]:
        """What was made so far, without its bytes, in the order of the Data page."""
        return [*self._of_corpus(), *self.feeds]

    @property
    def feeds(self) -> list[DataFile]:
        """Of them, the feeds of entities: where they are."""
        return _places(self._feeds)

    def first(self) -> Iterator[DataFile]:
        """The feeds of the corpus; what is made elsewhere is begun."""
        if not self._hurry:
            self._begin()
        yield from self._made_here(READ_AS_THEY_ARE)

    def of_entities(self) -> Iterator[EntityFeed]:
        """The feeds of entities, most of which will stand as they do."""
        for feed in entity_feeds(self._corpus, self._settings):
            self._feeds.append(feed)
            yield feed

    def last(self) -> Iterator[DataFile]:
        """All others, and what describes them."""
        if self._hurry:
            self._begin()
        yield from self._made_here(n for n in EXPORTS if n not in (*READ_AS_THEY_ARE, *self._left))
        yield from self._made_here(COPIED[number] for number in self._lots or ())
        found = self._waited()
        for name in sorted(found):
            yield self._file(name, found.pop(name))
        for file in descriptions(self._of_corpus(), self._settings):
            self._told[file.name] = replace(file, data=b"")
            yield file

    def _begin(self) -> None:
        """Have the files made that are made elsewhere."""
        folder = Path(self._folder.name)
        if self._beside is None:
            return
        self._left = COPIED if self._beside.copied else ELSEWHERE
        if self._beside.copied:
            for entry in self._corpus.entries:
                mark_of(entry.mentions)  # both processes ask for it, and it is told once
            self._lots = Lots(len(COPIED))
            task = self._corpus, self._settings, folder, self._known, self._before, self._lots
            self._elsewhere = self._beside.start(make, task)
            return
        file = folder / "written"
        write_down(self._corpus, self._settings, file)
        above = self._settings.data.packed_above
        self._elsewhere = self._beside.start(make_of_written, (file, above))

    def _made_here(self, wanted: Iterable[str]) -> Iterator[DataFile]:
        for name in wanted:
            corpus, settings, before = self._corpus, self._settings, self._before
            file = made(name, corpus, settings, self._known, self._digests, before=before)
            if file is not None:
                yield self._file(name, file)

    def _of_corpus(self) -> list[DataFile]:
        order = {name: place for place, name in enumerate(EXPORTS)}
        return sorted(self._told.values(), key=lambda file: order.get(file.name, len(order)))

    def _waited(self) -> Files:
        if self._elsewhere is None:
            return {}
        try:
            return self._elsewhere.result()
        except BrokenExecutor as error:
            raise SeedpressError(
                "the process that makes data files was ended from outside; is there enough memory? "
                "With `--jobs 1` none is started"
            ) from error

    def _file(self, name: str, made: Shaped) -> DataFile:
        data = b"" if made.laid else made.data
        file = described(name, data, self._settings.language, made)
        self._told[name] = replace(file, data=b"", laid=None)
        return file


def feeds_of(corpus: Corpus, settings: Settings) -> list[DataFile]:
    """The feeds of entities, none of which is made: where they are."""
    return _places(entity_feeds(corpus, settings))


def _places(feeds: Iterable[EntityFeed]) -> list[DataFile]:
    return [DataFile(feed.path, b"", mediatype=FEED) for feed in feeds]
