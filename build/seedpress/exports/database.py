"""`corpus.sqlite`: the corpus as a database, with a full-text index; opens in Datasette.

Rows are inserted in a fixed order into an empty file that nothing else writes to, so the same
corpus has the same bytes with the same version of SQLite. The one place where SQLite stamps its own
version (bytes 96 to 99 of the header, only for information) is overwritten; how it lays out the
full-text index may still differ between versions.

Of a large corpus another process makes it (`elsewhere.py`).
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from seedpress.errors import SeedpressError
from seedpress.exports.characters import sql_text
from seedpress.exports.packing import Shaped, shape
from seedpress.exports.rows import CLEAN, Numbering, Row, RowMaker, Rows, numbering
from seedpress.exports.written import ARTICLES, ENTITIES, Part, parts
from seedpress.model import Corpus
from seedpress.settings import Settings

LAYOUT = 1  # `PRAGMA user_version`: grows when tables or columns change their meaning
# "seed": tells `file` and others whose database this is (https://www.sqlite.org/fileformat.html).
APPLICATION = 0x73656564
_ROOM = 65_536  # kilobytes of the file in memory, and of words to be indexed
_SETUP = f"""
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA secure_delete = ON;
PRAGMA cache_size = -{_ROOM};
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {LAYOUT};
"""
_STAMP = 96, 4  # where it is in the file, and how long
_BLOCK = 1_048_576  # bytes read at once: of a packed file, a member each
_LEVEL = 4  # all of it is packed with every build: 5 takes half as long again for a thirtieth less


def corpus_sqlite(corpus: Corpus, settings: Settings) -> bytes:
    """The database's bytes.

    Raises:
        SeedpressError: there is no room to make it.
    """
    return shaped(corpus, settings, above=0).data


def shaped(corpus: Corpus, settings: Settings, above: int, folder: Path | None = None) -> Shaped:
    """The database: packed if it is larger than `above` bytes, unless that is 0.

    It is made below `folder`, or where the system keeps what nobody keeps.

    Raises:
        SeedpressError: there is no room to make it.
    """
    return shaped_of(numbering(corpus, settings), parts(corpus, settings), above, folder)


def shaped_of(
    numbers: Numbering, given: Iterable[Part], above: int, folder: Path | None = None
) -> Shaped:
    """What `shaped` gives, of the parts of a corpus."""
    return _made(_rows(numbers, given), above, folder)


def _rows(numbers: Numbering, given: Iterable[Part]) -> Rows:
    """All rows, a table's in the order of their numbers."""
    maker = RowMaker(numbers)
    for kind, part in given:
        if kind == ENTITIES:
            yield from maker.of_entities(part)
        elif kind == ARTICLES:
            yield from maker.of_articles(part)
        else:
            yield kind, part


def _made(rows: Rows, above: int, within: Path | None) -> Shaped:
    with TemporaryDirectory(prefix="seedpress-", dir=within) as folder:
        file = Path(folder) / "corpus.sqlite"
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            try:
                _fill(database, rows)
            except sqlite3.OperationalError as error:
                reason = f"the database of the corpus cannot be made here: {error}"
                raise SeedpressError(f"{file.parents[1]}: {reason}") from error
        with file.open("r+b") as made:
            made.seek(_STAMP[0])
            made.write(bytes(_STAMP[1]))
            made.seek(0)
            return shape(iter(lambda: made.read(_BLOCK), b""), above, level=_LEVEL)


def _fill(database: sqlite3.Connection, rows: Rows) -> None:
    database.executescript(_SETUP)
    database.execute("BEGIN")
    statements = (files(__package__) / "database.sql").read_text("utf-8").split(";\n")
    indexes = [statement for statement in statements if statement.startswith("CREATE INDEX")]
    for statement in statements:
        if statement not in indexes:
            database.execute(statement)
    for table, batch in rows:
        if batch:
            marks = ", ".join("?" * len(batch[0]))
            insert = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - names of our own
            database.executemany(insert, batch if table in CLEAN else map(_clean, batch))
    _index(database)
    for statement in indexes:  # cheaper when the rows are there
        database.execute(statement)
    database.execute("COMMIT")
    database.execute("VACUUM")


def _index(database: sqlite3.Connection) -> None:
    """Fill the full-text index, at one go: to put many small ones together takes as long again."""
    database.execute(
        "INSERT INTO articles_fts (articles_fts, rank) VALUES ('hashsize', ?)", (_ROOM * 1024,)
    )
    for command in ("rebuild", "optimize"):
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES (?)", (command,))
    database.execute("DELETE FROM articles_fts_config WHERE k = 'hashsize'")  # for us alone


def _clean(row: Row) -> Row:
    return tuple([sql_text(value) if type(value) is str else value for value in row])
