"""The data files as they are published: large ones packed, the database made beside other work."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, wait
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from seedpress.errors import SeedpressError
from seedpress.exports import DATABASE, EXPORTS, READ_AS_THEY_ARE, chunks, described, descriptions
from seedpress.exports.database import shaped, shaped_of
from seedpress.exports.feeds import entity_feeds
from seedpress.exports.packing import Known, Shaped, shape, unknown
from seedpress.exports.written import write_down
from seedpress.model import Corpus, DataFile
from seedpress.settings import Settings

WORTH = 1000  # articles; the database of fewer is made here before a process has begun

# Does one piece of work in another process: gives what will be its result.
Start = Callable[[Callable[[tuple[str, int]], Shaped], tuple[str, int]], "Future[Shaped]"]


class Publication:
    """The data files of one corpus; to be used in a `with` statement."""

    def __init__(
        self,
        corpus: Corpus,
        settings: Settings,
        known: Known = unknown,
        start: Start | None = None,
    ) -> None:
        """Make ready.

        Args:
            corpus: what they hold.
            settings: of the corpus.
            known: gives parts of packed files that an earlier build made.
            start: begins work in another process, where there is a core for it.
        """
        self._corpus, self._settings, self._known = corpus, settings, known
        self._start = start if len(corpus.entries) >= WORTH else None
        self._folder = TemporaryDirectory(prefix="seedpress-")
        self._database: Future[Shaped] | None = None
        self._told: dict[str, DataFile] = {}  # by name, without their bytes
        self._feeds: list[DataFile] = []

    def __enter__(self) -> "Publication":
        return self

    def __exit__(self, *_: object) -> None:
        if self._database is not None and not self._database.cancel():
            wait([self._database])  # it reads what is in the folder
        self._folder.cleanup()

    @property
    def told(self) -> list[DataFile]:
        """What was made so far, without its bytes, in the order of the Data page."""
        return [*self._of_corpus(), *self._feeds]

    def first(self) -> Iterator[DataFile]:
        """All files but the database, which is begun, and those that describe the others."""
        if self._start:
            written = Path(self._folder.name) / "written"
            write_down(self._corpus, self._settings, written)
            self._database = self._start(shaped_of, (str(written), self._above))
        for name in EXPORTS:
            made = chunks(name, self._corpus, self._settings) if name != DATABASE else None
            if made is not None:
                above = 0 if name in READ_AS_THEY_ARE else self._above
                yield self._file(name, shape(made, above, self._known))
        for path, data in entity_feeds(self._corpus, self._settings):
            file = described(path, data, self._settings.language)
            self._feeds.append(replace(file, data=b""))
            yield file

    def last(self) -> Iterator[DataFile]:
        """The database and what describes the files."""
        yield self._file(DATABASE, self._waited())
        for file in descriptions(self._of_corpus(), self._settings):
            self._told[file.name] = replace(file, data=b"")
            yield file

    def _of_corpus(self) -> list[DataFile]:
        order = {name: place for place, name in enumerate(EXPORTS)}
        return sorted(self._told.values(), key=lambda file: order.get(file.name, len(order)))

    @property
    def _above(self) -> int:
        return self._settings.data.packed_above

    def _waited(self) -> Shaped:
        if self._database is None:
            return shaped(self._corpus, self._settings, self._above)
        try:
            return self._database.result()
        except BrokenExecutor as error:
            raise SeedpressError(
                "the process that makes corpus.sqlite was ended from outside; is there enough "
                "memory? With `--jobs 1` none is started"
            ) from error

    def _file(self, name: str, made: Shaped) -> DataFile:
        file = described(name, made.data, self._settings.language, made)
        self._told[name] = replace(file, data=b"")
        return file
