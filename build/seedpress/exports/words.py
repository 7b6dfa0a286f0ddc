"""The index of the articles' words in `corpus.sqlite`: made in parts, of some articles each.

A part is a segment of SQLite's own index (https://www.sqlite.org/fts5.html), which can hold many.
By itself it would put words that come later into a further segment, so that the bytes would tell
in which order articles came. Here each is made of its articles alone; and where others have
changed, it stays as it is.
"""

import sqlite3
from collections.abc import Collection, Iterator

from seedpress.exports.numbers import room

_TOGETHER = 65_536  # kilobytes of words that are put together at once
_PART = 1024  # articles of a part, at least; twice as many at most
_HIGHEST = (1 << 63) - 1  # number that a row can have
_TOTALS, _STRUCTURE = 1, 10  # numbers of the two rows that are not of a segment
_SEGMENT = 37  # bits of a row's number that tell the place in its segment
_LEAF = (1 << 36) - 1  # of these, those that tell the place of a leaf
_WORDS = """CREATE VIRTUAL TABLE temp.words USING fts5 (
  title, text, content='', tokenize='unicode61 remove_diacritics 2'
)"""


def index_words(database: sqlite3.Connection, changed: Collection[int] | None = None) -> None:
    """Fill the index; or renew the parts that hold the articles with some `changed` numbers."""
    parts = list(_parts(database))
    for segment, (first, last) in enumerate(parts, 1):
        if changed is None:
            _add(database, segment, first, last)
        elif any(first <= number <= last for number in changed):
            _drop(database, segment, first, last)
            _add(database, segment, first, last)
    for row, block in ((_TOTALS, _totals(database)), (_STRUCTURE, _structure(database))):
        database.execute("REPLACE INTO articles_fts_data VALUES (?, ?)", (row, block))


def parts_of(count: int) -> list[int]:
    """The numbers, of so many articles, above which each part has its own."""
    parts, numbers = 1 << max(0, (count // _PART).bit_length() - 1), room(count)
    return [numbers * part // parts for part in range(parts)]


def _parts(database: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """The first and the last number that an article of each part may have."""
    (count,) = database.execute("SELECT count(*) FROM articles").fetchone()
    below = parts_of(count)
    for part, last in zip(below, (*below[1:], _HIGHEST), strict=True):
        yield part + 1, last


def _add(database: sqlite3.Connection, segment: int, first: int, last: int) -> None:
    database.execute(_WORDS)
    database.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_TOGETHER * 1024,))
    database.execute(
        "INSERT INTO words (rowid, title, text) SELECT number, title, text FROM articles "
        "WHERE number BETWEEN ? AND ? ORDER BY number",
        (first, last),
    )
    database.execute("INSERT INTO words (words) VALUES ('optimize')")  # to one segment
    database.execute(
        f"INSERT INTO articles_fts_data SELECT (id & {(1 << _SEGMENT) - 1}) | ?, block "  # noqa: S608
        f"FROM words_data WHERE id >> {_SEGMENT}",
        (segment << _SEGMENT,),
    )
    database.execute("INSERT INTO articles_fts_idx SELECT ?, term, pgno FROM words_idx", (segment,))
    database.execute("INSERT INTO articles_fts_docsize SELECT id, sz FROM words_docsize")
    database.execute("DROP TABLE words")


def _drop(database: sqlite3.Connection, segment: int, first: int, last: int) -> None:
    numbers = segment << _SEGMENT, (segment + 1 << _SEGMENT) - 1
    database.execute("DELETE FROM articles_fts_data WHERE id BETWEEN ? AND ?", numbers)
    database.execute("DELETE FROM articles_fts_idx WHERE segid = ?", (segment,))
    database.execute("DELETE FROM articles_fts_docsize WHERE id BETWEEN ? AND ?", (first, last))


def _totals(database: sqlite3.Connection) -> bytes:
    """How many articles there are, and of how many words each column is in all."""
    count, title, text = 0, 0, 0
    for (sizes,) in database.execute("SELECT sz FROM articles_fts_docsize"):
        one, other = _numbers(sizes)
        count, title, text = count + 1, title + one, text + other
    return b"".join(map(_varint, (count, title, text)))


def _structure(database: sqlite3.Connection) -> bytes:
    """Which segments there are, of how many leaves: all on one level, none being put together."""
    found = database.execute(
        f"SELECT id >> {_SEGMENT} AS segment, max(id & {(1 << _SEGMENT) - 1}) "  # noqa: S608
        f"FROM articles_fts_data WHERE segment AND id & {(1 << _SEGMENT) - 1} <= {_LEAF} "
        "GROUP BY segment ORDER BY segment"
    ).fetchall()
    level = [0, len(found)] if found else []
    each = [number for segment, leaves in found for number in (segment, 1, leaves)]
    numbers = [len(level) // 2, len(found), 0, *level, *each]
    return bytes(4) + b"".join(map(_varint, numbers))


def _varint(number: int) -> bytes:
    """A number as SQLite writes it: seven bits a byte, the highest first."""
    out = [number & 0x7F]
    while number := number >> 7:
        out.append(number & 0x7F | 0x80)
    return bytes(reversed(out))


def _numbers(data: bytes) -> list[int]:
    """The numbers that stand one after the other."""
    out, number = [], 0
    for byte in data:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            out.append(number)
            number = 0
    return out
