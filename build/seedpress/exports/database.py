"""`corpus.sqlite`: the corpus as a database, with a full-text index; opens in Datasette.

Rows are inserted in a fixed order into an empty file that nothing else writes to, so the same
corpus has the same bytes with the same version of SQLite. The one place where SQLite stamps its own
version (bytes 96 to 99 of the header, only for information) is overwritten; how it lays out the
full-text index may still differ between versions.

Of a large corpus the rows are written down first, and another process makes the database of them.
"""

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib.resources import files
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import msgspec

from seedpress.errors import SeedpressError
from seedpress.exports.characters import sql_text
from seedpress.exports.packing import Shaped, shape
from seedpress.exports.rows import NUMBERS, Row, rows
from seedpress.model import Corpus
from seedpress.settings import Settings

LAYOUT = 1  # `PRAGMA user_version`: grows when tables or columns change their meaning
# "seed": tells `file` and others whose database this is (https://www.sqlite.org/fileformat.html).
APPLICATION = 0x73656564
_SETUP = f"""
PRAGMA page_size = 4096;
PRAGMA encoding = 'UTF-8';
PRAGMA auto_vacuum = NONE;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {LAYOUT};
"""
_STAMP = 96, 4  # where it is in the file, and how long
_BATCH = 500  # rows inserted, or written down, at once
_BLOCK = 1_048_576  # bytes read at once: of a packed file, a member each
_encode, _decode = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder().decode

Batch = tuple[str, list[Row]]  # a table's name and some of its rows


def corpus_sqlite(corpus: Corpus, settings: Settings) -> bytes:
    """The database's bytes.

    Raises:
        SeedpressError: there is no room to make it.
    """
    return shaped(batches(corpus, settings), above=0).data


def batches(corpus: Corpus, settings: Settings) -> Iterator[Batch]:
    """All that the database holds, in the order in which it is put in."""
    for table, found in rows(corpus, settings):
        left = iter(found)
        while batch := list(islice(left, _BATCH)):
            yield table, batch


def shaped(filling: Iterable[Batch], above: int) -> Shaped:
    """The database of these rows: packed if it is larger than `above` bytes, unless that is 0.

    Raises:
        SeedpressError: there is no room to make it.
    """
    with TemporaryDirectory(prefix="seedpress-") as folder:
        file = Path(folder) / "corpus.sqlite"
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            try:
                _fill(database, filling)
            except sqlite3.OperationalError as error:
                reason = f"the database of the corpus cannot be made here: {error}"
                raise SeedpressError(f"{file.parents[1]}: {reason}") from error
        with file.open("r+b") as made:
            made.seek(_STAMP[0])
            made.write(bytes(_STAMP[1]))
            made.seek(0)
            return shape(iter(lambda: made.read(_BLOCK), b""), above)


def write_down(filling: Iterable[Batch], file: Path) -> None:
    """Keep rows in a file, for `shaped_from` to make the database of.

    Raises:
        SeedpressError: there is no room for it.
    """
    try:
        with file.open("wb") as out:
            for batch in filling:
                data = _encoded(batch)
                out.write(struct.pack("<I", len(data)))
                out.write(data)
    except OSError as error:
        reason = f"the rows of the corpus' database cannot be written here: {error.strerror}"
        raise SeedpressError(f"{file.parents[1]}: {reason}") from error


def shaped_from(task: tuple[str, int]) -> Shaped:
    """What `shaped` gives of the rows in a file that `write_down` made: (its path, `above`)."""
    path, above = task
    with Path(path).open("rb") as file:
        return shaped(_written(file), above)


def _written(file: BinaryIO) -> Iterator[Batch]:
    while length := file.read(4):
        table, batch = _decode(file.read(*struct.unpack("<I", length)))
        yield table, batch


def _encoded(batch: Batch) -> bytes:
    try:
        return _encode(batch)
    except UnicodeEncodeError:  # half a pair of surrogates
        table, found = batch
        return _encode((table, [_clean(row) for row in found]))


def _fill(database: sqlite3.Connection, filling: Iterable[Batch]) -> None:
    database.executescript(_SETUP)
    database.execute("BEGIN")
    statements = (files(__package__) / "database.sql").read_text("utf-8").split(";\n")
    indexes = [statement for statement in statements if statement.startswith("CREATE INDEX")]
    for statement in statements:
        if statement not in indexes:
            database.execute(statement)
    for table, batch in filling:
        marks = ", ".join("?" * len(batch[0]))
        insert = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - names of our own
        database.executemany(insert, batch if table in NUMBERS else map(_clean, batch))
    for command in ("rebuild", "optimize"):
        database.execute("INSERT INTO articles_fts (articles_fts) VALUES (?)", (command,))
    for statement in indexes:  # cheaper when the rows are there
        database.execute(statement)
    database.execute("COMMIT")
    database.execute("VACUUM")


def _clean(row: Row) -> Row:
    return tuple([sql_text(value) if type(value) is str else value for value in row])
