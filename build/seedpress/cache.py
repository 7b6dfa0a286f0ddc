"""Remembers what seeds gave between builds; the file can be deleted at any time.

A store that is damaged, or that another version wrote, is put away and begun anew. It is looked
through when it is opened; but not where it stands as it was closed, for of ten thousand articles
that takes a second or two. Damage may show later, too, when it is asked for something. A value that
is not what was put, by its sum, is as good as not there.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

import msgspec

from seedpress.atomic import put
from seedpress.held import Held
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

    def __init__(self, path: Path | None, keep: bool = True, held: Held | None = None) -> None:
        """Open the store at `path`, making it if need be; without `keep` nothing is added to it.

        What is still `held` of it is not read, and what is read is held from then on.
        """
        self._path = path
        self._keep = keep
        self._held = held
        # What this process has of the values; as it stood before anything else is done to it.
        self._known = held.of(_state(path) if path and path.exists() else "") if held else None
        self._database = _open(path, keep)

    def get(self, key: str, kind: type[T]) -> T | None:
        """The value stored under `key`, or None where there is none that is still readable."""
        return next((value for _, value in self._read([key], kind)), None)

    def get_all(
        self, keys: Sequence[str], kind: type[T], later: Callable[[bytes], T] | None = None
    ) -> dict[int, T]:
        """The values stored under `keys` by their places, of those that are still readable.

        What surely is may be taken over by somebody who decodes parts of it `later`.
        """
        known: dict[str, T] = {} if self._known is None else self._known
        with undisturbed():
            wanted = [key for key in keys if key not in known]
            read = dict(self._read(wanted, kind, later))
        if self._known is not None:
            self._known |= read
        return {
            place: known[key] if key in known else read[key]
            for place, key in enumerate(keys)
            if key in known or key in read
        }

    def _read(
        self, keys: Sequence[str], kind: type[T], later: Callable[[bytes], T] | None = None
    ) -> Iterator[tuple[str, T]]:
        decode = msgspec.msgpack.Decoder(kind).decode
        for start in range(0, len(keys), _AT_ONCE):
            for key, value, its in self._rows(keys[start : start + _AT_ONCE]):
                if its not in (None, crc32(value)):
                    continue  # damaged, though it may be decoded
                if later and its is not None:
                    yield key, later(value)
                    continue
                try:
                    yield key, decode(value)
                except msgspec.DecodeError:
                    continue  # written by code with other types, or damaged
                if later and self._keep:
                    self._ask("INSERT OR REPLACE INTO sums VALUES (?, ?)", (key, crc32(value)))

    def _rows(self, keys: Sequence[str]) -> list[tuple[str, bytes, int | None]]:
        """What is stored, with its sum if that is known."""
        marks = ",".join("?" * len(keys))
        query = "SELECT key, value, sum FROM store LEFT JOIN sums USING (key)"
        return self._ask(f"{query} WHERE key IN ({marks})", keys)

    def _ask(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """The rows that answer; a store that shows damage only now is begun anew."""
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            if self._path is None or not _is_ruin(error):
                raise
            self._database.close()
            self._database = _begun_anew(self._path, self._keep)
            if self._held:
                self._held.forget_but(frozenset())
            return self._database.execute(query, values).fetchall()

    def put(self, key: str, value: object) -> None:
        """Store `value`, of a type that `get` will be asked for."""
        if self._keep:
            data = msgspec.msgpack.encode(value)
            self._ask("INSERT OR REPLACE INTO store VALUES (?, ?)", (key, data))
            self._ask("INSERT OR REPLACE INTO sums VALUES (?, ?)", (key, crc32(data)))

    @property
    def careful(self) -> bool:
        """Whether a build said so, and none has taken it back."""
        return bool(self._ask("SELECT 1 FROM careful"))

    @careful.setter
    def careful(self, wanted: bool) -> None:
        if self._keep and wanted != self.careful:
            self._ask("DELETE FROM careful")
            if wanted:
                self._ask("INSERT INTO careful VALUES (1)")
            self.commit()

    def keep_only(self, used: Set[str]) -> None:
        """Forget every key that is not in `used`."""
        keys = {row[0] for row in self._ask("SELECT key FROM store")}
        for key in sorted(keys - used):
            self._ask("DELETE FROM store WHERE key = ?", (key,))
            self._ask("DELETE FROM sums WHERE key = ?", (key,))
        self.commit()
        if self._held:
            self._held.forget_but(used)

    def beside(self, name: str) -> Path | None:
        """Where something else may be kept for the next build; None where nothing is to be."""
        return self._path.with_name(name) if self._path and self._keep else None

    def commit(self) -> None:
        """Make sure that what was put is kept, whatever happens next."""
        self._database.commit()

    def close(self) -> None:
        """Close the store; what was put since the last commit is kept."""
        self._database.commit()
        self._database.close()
        if self._path and self._keep:
            state = _state(self._path)
            if self._held:
                self._held.store = state
            with suppress(OSError):  # not written down: then it is looked through
                put(_sound(self._path), state.encode())


def _open(path: Path | None, keep: bool) -> sqlite3.Connection:
    if path is None:
        return _prepare(sqlite3.connect(":memory:"), keep)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _prepare(sqlite3.connect(path), keep, _stands(path))
    except _ForeignError:
        pass
    except sqlite3.DatabaseError as error:
        if not _is_ruin(error):
            raise
    return _begun_anew(path, keep)


def _is_ruin(error: sqlite3.DatabaseError) -> bool:
    return error.sqlite_errorcode & 0xFF in _RUINED


def _begun_anew(path: Path, keep: bool) -> sqlite3.Connection:
    # Nothing in it is worth more than a second analysis.
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    return _prepare(sqlite3.connect(path), keep)


def _sound(path: Path) -> Path:
    """Where it is written down as what the store at `path` was closed."""
    return path.with_suffix(".sound")


def _state(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino}"


def _stands(path: Path) -> bool:
    """Whether the store is as it was closed."""
    try:
        return _sound(path).read_bytes() == _state(path).encode()
    except OSError:
        return False


def _prepare(
    database: sqlite3.Connection, keep: bool, is_sound: bool = False
) -> sqlite3.Connection:
    """The database with our tables; it is looked through unless it `is_sound`."""
    try:
        (layout,) = database.execute("PRAGMA user_version").fetchone()
        (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if layout == 0 and tables == 0:
            database.execute("CREATE TABLE store (key TEXT PRIMARY KEY, value BLOB)")
            database.execute("CREATE TABLE careful (said INTEGER)")
            database.execute(f"PRAGMA user_version = {LAYOUT}")
            database.commit()
        elif layout != LAYOUT or not (is_sound or _is_whole(database)):
            raise _ForeignError
        if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'sums'").fetchone():
            # Sums of values, which tell that they are what was put; of older ones they are missed.
            # Who keeps nothing misses all, and leaves the file as it is.
            kind = "TABLE" if keep else "TEMP TABLE"
            database.execute(f"CREATE {kind} sums (key TEXT PRIMARY KEY, sum INTEGER)")
        database.execute("SELECT store.key, value, said, sum FROM store, careful, sums LIMIT 0")
    except BaseException:
        database.close()
        raise
    return database


def _is_whole(database: sqlite3.Connection) -> bool:
    return bool(database.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
