"""Remembers what seeds gave between builds; the file can be deleted at any time.

A store that is damaged, or that another version wrote, is put away and begun anew.
"""

import sqlite3
from collections.abc import Sequence, Set
from pathlib import Path
from typing import TypeVar

import msgspec

from seedpress.undisturbed import undisturbed

T = TypeVar("T")

CACHE = Path(".seedpress") / "cache.sqlite"
# Raised when the tables below change.
LAYOUT = 3
_AT_ONCE = 200  # values asked for in one query
# What SQLite says where a file is no store of ours, or is damaged. Of anything else (it is locked,
# the disk is full) the store is not to blame.
_RUINED = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class _ForeignError(Exception):
    """A database, but not a sound one of ours."""


class Cache:
    """A key-value store of MessagePack in SQLite; `None` as its path makes one that forgets."""

    def __init__(self, path: Path | None, keep: bool = True) -> None:
        """Open the store at `path`, making it if need be; without `keep` nothing is added to it."""
        self._keep = keep
        self._database = _open(path)

    def get(self, key: str, kind: type[T]) -> T | None:
        """The value stored under `key`, or None where there is none that is still readable."""
        row = self._database.execute("SELECT value FROM store WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            return msgspec.msgpack.decode(row[0], type=kind)
        except msgspec.DecodeError:
            # Written by code with other types, or damaged: as good as not there.
            return None

    def get_all(self, keys: Sequence[str], kind: type[T]) -> dict[int, T]:
        """The values stored under `keys` by their places, of those that are still readable."""
        decode = msgspec.msgpack.Decoder(kind).decode
        found: dict[int, T] = {}
        with undisturbed():
            for start in range(0, len(keys), _AT_ONCE):
                rows = self._rows(keys[start : start + _AT_ONCE])
                for place, key in enumerate(keys[start : start + _AT_ONCE], start):
                    try:
                        if key in rows:
                            found[place] = decode(rows[key])
                    except msgspec.DecodeError:
                        continue  # as in `get`
        return found

    def _rows(self, keys: Sequence[str]) -> dict[str, bytes]:
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, value FROM store WHERE key IN ({marks})"  # noqa: S608 - marks alone
        return dict(self._database.execute(query, keys))

    def put(self, key: str, value: object) -> None:
        """Store `value`, of a type that `get` will be asked for."""
        if self._keep:
            self._database.execute(
                "INSERT OR REPLACE INTO store VALUES (?, ?)", (key, msgspec.msgpack.encode(value))
            )

    @property
    def careful(self) -> bool:
        """Whether a build said so, and none has taken it back."""
        return self._database.execute("SELECT 1 FROM careful").fetchone() is not None

    @careful.setter
    def careful(self, wanted: bool) -> None:
        if self._keep and wanted != self.careful:
            self._database.execute("DELETE FROM careful")
            if wanted:
                self._database.execute("INSERT INTO careful VALUES (1)")
            self.commit()

    def keep_only(self, used: Set[str]) -> None:
        """Forget every key that is not in `used`."""
        with self._database:
            keys = {row[0] for row in self._database.execute("SELECT key FROM store")}
            self._database.executemany(
                "DELETE FROM store WHERE key = ?", [(key,) for key in sorted(keys - used)]
            )

    def commit(self) -> None:
        """Make sure that what was put is kept, whatever happens next."""
        self._database.commit()

    def close(self) -> None:
        """Close the store; what was put since the last commit is kept."""
        self._database.commit()
        self._database.close()


def _open(path: Path | None) -> sqlite3.Connection:
    if path is None:
        return _prepare(sqlite3.connect(":memory:"))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _prepare(sqlite3.connect(path))
    except _ForeignError:
        pass
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF not in _RUINED:
            raise
    # Nothing in it is worth more than a second analysis.
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    return _prepare(sqlite3.connect(path))


def _prepare(database: sqlite3.Connection) -> sqlite3.Connection:
    try:
        (layout,) = database.execute("PRAGMA user_version").fetchone()
        (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if layout == 0 and tables == 0:
            database.execute("CREATE TABLE store (key TEXT PRIMARY KEY, value BLOB)")
            database.execute("CREATE TABLE careful (said INTEGER)")
            database.execute(f"PRAGMA user_version = {LAYOUT}")
            database.commit()
        elif layout != LAYOUT or database.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise _ForeignError
        database.execute("SELECT key, value, said FROM store, careful LIMIT 0")
    except BaseException:
        database.close()
        raise
    return database
