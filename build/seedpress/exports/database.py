"""`corpus.sqlite`: the corpus as a database, with a full-text index; opens in Datasette.

Rows are inserted in a fixed order into an empty file that nothing else writes to, and the file is
then put in order by SQLite, so the same corpus has the same bytes with the same version of SQLite,
in however many steps it was made. Where SQLite stamps its own version and counts steps, in the
header and only for information, a fixed number stands; how it lays out the full-text index may
still differ between versions.

Of a large corpus another process makes it (`elsewhere.py`), of what was begun with before the
corpus was joined (`begun.py`).
"""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from seedpress.exports.begun import NOTHING, Before, Begun, blocks, digest
from seedpress.exports.digests import Digests
from seedpress.exports.kept import told_of
from seedpress.exports.packing import Known, Shaped, shape, unknown
from seedpress.exports.renewal import changes, renew
from seedpress.exports.rows import Numbering, RowMaker, Rows, in_order, numbering
from seedpress.exports.schema import drop_indexes, filling, index, lay_out, put_in
from seedpress.exports.words import index_words
from seedpress.exports.written import ARTICLES, ENTITIES, Part, parts
from seedpress.model import Corpus
from seedpress.settings import Settings


def corpus_sqlite(corpus: Corpus, settings: Settings) -> bytes:
    """The database's bytes.

    Raises:
        SeedpressError: there is no room to make it.
    """
    return shaped(corpus, settings, above=0).data


def shaped(
    corpus: Corpus,
    settings: Settings,
    above: int,
    folder: Path | None = None,
    before: Before = NOTHING,
    known: Known = unknown,
    digests: Digests | None = None,
) -> Shaped:
    """The database: packed if it is larger than `above` bytes, unless that is 0.

    It is what there was `before`, brought up to date, or else it is made below `folder`, or where
    the system keeps what nobody keeps; of what was begun, which is used up, if that holds these
    articles. What of it an earlier build packed is `known`; the corpus' `digests` may be.

    Raises:
        SeedpressError: there is no room to make it.
    """
    numbers = numbering(corpus, settings)
    shelf = before.shelf
    if shelf is None:
        return _anew(corpus, settings, numbers, above, folder, before.begun(), known)
    last, now = shelf.kept(numbers), told_of(corpus, numbers, digests or Digests(corpus))
    found = changes(last, now, corpus) if last else None
    if last and found:
        renew(shelf.file, last, now, found, corpus, settings)
        made = _shape(shelf.file, numbers, above, known)
    else:
        shelf.forget()
        made = _anew(corpus, settings, numbers, above, folder, before.begun(), known, shelf.file)
    shelf.keep(now, made.content)
    return made


def _anew(
    corpus: Corpus,
    settings: Settings,
    numbers: Numbering,
    above: int,
    folder: Path | None,
    begun: Begun | None,
    known: Known,
    to: Path | None = None,
) -> Shaped:
    """The database made anew; the file goes `to` where it may be kept."""
    given = parts(in_order(corpus, numbers), settings, numbers)
    if begun is None or begun.holds != digest(corpus.entries):
        return shaped_of(numbers, given, above, folder, known, to)
    to = to or begun.file
    _fill(begun.file, to, numbers, given, begun=True)

    def made_before(digest: bytes) -> bytes | None:
        return begun.members.get(digest) or known(digest)

    return _shape(to, numbers, above, made_before)


def shaped_of(
    numbers: Numbering,
    given: Iterable[Part],
    above: int,
    folder: Path | None = None,
    known: Known = unknown,
    to: Path | None = None,
) -> Shaped:
    """What `shaped` gives, of the parts of a corpus."""
    with TemporaryDirectory(prefix="seedpress-", dir=folder) as within:
        file = Path(within) / "corpus.sqlite"
        to = to or file
        _fill(file, to, numbers, given, begun=False)
        return _shape(to, numbers, above, known)


def _rows(numbers: Numbering, given: Iterable[Part], begun: bool) -> Rows:
    """All rows, a table's in the order of their numbers; where it is `begun`, not articles' own."""
    maker = RowMaker(numbers)
    for kind, part in given:
        if kind == ENTITIES:
            yield from maker.of_entities(part)
        elif kind == ARTICLES:
            yield from maker.of_articles(part, whole=not begun)
        else:
            yield kind, part


def _fill(file: Path, to: Path, numbers: Numbering, given: Iterable[Part], begun: bool) -> None:
    """Put all rows into the database in a file, which is `begun` or nothing yet."""
    with filling(file, to, len(numbers.articles)) as database:
        (drop_indexes if begun else lay_out)(database)
        for table, batch in _rows(numbers, given, begun):
            put_in(database, table, batch)
        if not begun:
            index_words(database)
        index(database, articles=not begun)


def _shape(file: Path, numbers: Numbering, above: int, known: Known) -> Shaped:
    return shape(blocks(file, len(numbers.articles)), above, known)
