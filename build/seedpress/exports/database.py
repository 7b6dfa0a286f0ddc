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

from seedpress.exports.begun import Begun, blocks, digest
from seedpress.exports.packing import OF_DATABASE, Known, Shaped, shape, unknown
from seedpress.exports.rows import Numbering, RowMaker, Rows, numbering
from seedpress.exports.schema import drop_indexes, filling, index, index_words, lay_out, put_in
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
    begun: Begun | None = None,
    known: Known = unknown,
) -> Shaped:
    """The database: packed if it is larger than `above` bytes, unless that is 0.

    It is made below `folder`, or where the system keeps what nobody keeps; or of what was `begun`,
    which is used up, if that holds these articles. What of it an earlier build packed is `known`.

    Raises:
        SeedpressError: there is no room to make it.
    """
    numbers, given = numbering(corpus, settings), parts(corpus, settings)
    if begun is None or begun.holds != digest(corpus.entries):
        return shaped_of(numbers, given, above, folder, known)
    _fill(begun.file, _rows(numbers, given, begun=True), begun=True)

    def made_before(digest: bytes) -> bytes | None:
        return begun.members.get(digest) or known(digest)

    return _shape(begun.file, above, made_before)


def shaped_of(
    numbers: Numbering,
    given: Iterable[Part],
    above: int,
    folder: Path | None = None,
    known: Known = unknown,
) -> Shaped:
    """What `shaped` gives, of the parts of a corpus."""
    with TemporaryDirectory(prefix="seedpress-", dir=folder) as within:
        file = Path(within) / "corpus.sqlite"
        _fill(file, _rows(numbers, given), begun=False)
        return _shape(file, above, known)


def _rows(numbers: Numbering, given: Iterable[Part], begun: bool = False) -> Rows:
    """All rows, a table's in the order of their numbers; where it is `begun`, not articles' own."""
    maker = RowMaker(numbers)
    for kind, part in given:
        if kind == ENTITIES:
            yield from maker.of_entities(part)
        elif kind == ARTICLES:
            yield from maker.of_articles(part, whole=not begun)
        else:
            yield kind, part


def _fill(file: Path, rows: Rows, begun: bool) -> None:
    """Put rows into the database in a file, which is `begun` or nothing yet."""
    with filling(file) as database:
        (drop_indexes if begun else lay_out)(database)
        for table, batch in rows:
            put_in(database, table, batch)
        if not begun:
            index_words(database)
        index(database, articles=not begun)


def _shape(file: Path, above: int, known: Known) -> Shaped:
    return shape(blocks(file), above, known, OF_DATABASE)
