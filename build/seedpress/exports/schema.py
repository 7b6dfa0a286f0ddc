"""The tables of `corpus.sqlite`: laid out, filled, and indexed."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from itertools import chain
from pathlib import Path

from seedpress.atomic import TEMPORARY
from seedpress.errors import SeedpressError
from seedpress.exports.characters import is_sql_text, sql_text
from seedpress.exports.rows import NUMBERS, Row

LAYOUT = 1  # `PRAGMA user_version`: grows when tables or columns change their meaning
# "seed": tells `file` and others whose database this is (https://www.sqlite.org/fileformat.html).
APPLICATION = 0x73656564
# Bytes of a page. In a large one most articles stand with their text, and nothing of other pages
# says where in the file it goes on: so few pages are others where one article more moves the rest.
# Of few articles it would be mostly room, for each of the tables takes one at least.
_SMALL, _LARGE = 4096, 32_768
_MANY = 1000  # articles, from which on pages are large
_VALUES = 500  # of many rows put in by one statement, which takes half the time of one for each
_BATCH = 20  # rows looked at together; of more articles, memory is asked of the system each time
_ROOM = 65_536  # kilobytes of the file in memory while it is filled
_ORDERING = 4_096  # and of it and of the new one while it is put in order
_SETUP = f"""
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
# Where SQLite counts in a file's header, and says its own version there: what stands instead.
_STAMPS = ((24, b"\0\0\0\1"), (40, b"\0\0\0\1"), (92, b"\0\0\0\1\0\0\0\0"))


@contextmanager
def filling(file: Path, to: Path, articles: int) -> Iterator[sqlite3.Connection]:
    """The database in `file`, to be filled by this process alone; put in order it goes `to` a file.

    It holds so many `articles` now; where it holds something already, it held as many or as few.

    Raises:
        SeedpressError: there is no room to make it.
    """
    ordered = to.with_name(f"{TEMPORARY}{to.name}")
    ordered.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.executescript(f"PRAGMA page_size = {page(articles)};{_SETUP}")
            database.execute("BEGIN")
            yield database
            database.execute("COMMIT")
            database.execute(f"PRAGMA cache_size = -{_ORDERING}")  # each page is read but once
            database.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(ordered),))
    except sqlite3.OperationalError as error:
        ordered.unlink(missing_ok=True)
        reason = f"the database of the corpus cannot be made here: {error}"
        raise SeedpressError(f"{file.parents[1]}: {reason}") from error
    _stamp(ordered)
    ordered.replace(to)


def page(articles: int) -> int:
    """How large a page is, in bytes, where there are so many articles."""
    return _SMALL if articles < _MANY else _LARGE


def lay_out(database: sqlite3.Connection) -> None:
    """All tables and views, with nothing in them."""
    for statement in _statements():
        if not _is_index(statement):
            database.execute(statement)


def put_in(database: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    """Add rows to one table."""
    if not rows:
        return
    known = rows if table in NUMBERS else clean(rows)
    at_once = max(1, _VALUES // len(known[0]))
    whole = len(known) - len(known) % at_once
    _put(database, table, known[:whole], at_once)
    _put(database, table, known[whole:], 1)


def _put(database: sqlite3.Connection, table: str, rows: Sequence[Row], at_once: int) -> None:
    """Add rows, so many by each statement."""
    if rows:
        row = f"({', '.join('?' * len(rows[0]))})"
        insert = f"INSERT INTO {table} VALUES {', '.join([row] * at_once)}"  # noqa: S608 - our names
        several = (rows[i : i + at_once] for i in range(0, len(rows), at_once))
        database.executemany(insert, ([*chain.from_iterable(some)] for some in several))


def clean(rows: Sequence[Row]) -> list[Row]:
    """Rows whose words SQLite can hold."""
    return [row for i in range(0, len(rows), _BATCH) for row in _clean(rows[i : i + _BATCH])]


def _clean(rows: Sequence[Row]) -> Sequence[Row]:
    if is_sql_text("".join([value for row in rows for value in row if type(value) is str])):
        return rows  # as nearly always
    return [
        tuple([sql_text(value) if type(value) is str else value for value in row]) for row in rows
    ]


def index(database: sqlite3.Connection, articles: bool = True) -> None:
    """Add the indexes of tables, cheaper when the rows are there; those of `articles` or not."""
    for statement in _statements():
        if _is_index(statement) and (articles or not _of_articles(statement)):
            database.execute(statement)


def drop_indexes(database: sqlite3.Connection) -> None:
    """Take away the indexes but those of articles, until the rows are there."""
    for statement in _statements():
        if _is_index(statement) and not _of_articles(statement):
            database.execute(f"DROP INDEX {statement.split()[2]}")


def _stamp(file: Path) -> None:
    """Make the header say nothing of who made the file, nor in how many steps."""
    with file.open("r+b") as made:
        for place, said in _STAMPS:
            made.seek(place)
            made.write(said)


def _statements() -> list[str]:
    return (files(__package__) / "database.sql").read_text("utf-8").split(";\n")


def _is_index(statement: str) -> bool:
    return statement.startswith("CREATE INDEX")


def _of_articles(statement: str) -> bool:
    return " ON articles " in statement
