"""What the system or SQLite refused, in a line that a user can act on."""

import errno
import sqlite3

from seedpress.cache import CACHE

_FULL = "free some space and run it again"
_IN_THE_WAY = "a file or a folder is in the way: move it, and run it again"
_NO_RIGHT = "see that it is yours to read and write, and run it again"
_NO_ROOM = "close other programs, or use fewer `--jobs`, and run it again"
_REMEDIES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "raise the limit of a file's size (`ulimit -f`), and run it again",
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.EMFILE: "close other programs, or raise the limit (`ulimit -n`), and run it again",
    errno.ENFILE: "close other programs and run it again",
    errno.ENOMEM: _NO_ROOM,
    errno.EIO: "look after the disk, then run it again",
}
_AGAIN = "run it again"
_MISSING = "make the folder, or name another, and run it again"  # ours that say so say what to do


def in_a_line(error: Exception) -> str:
    """What went wrong, where, and what to do."""
    if isinstance(error, sqlite3.Error):
        return f"{CACHE}: {_of_sqlite(error)}"
    if isinstance(error, MemoryError):
        return f"there is not enough memory; {_NO_ROOM}"
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        otherwise = _MISSING if error.errno == errno.ENOENT else _AGAIN
        remedy = _REMEDIES.get(error.errno or 0, otherwise)
        return " ".join(f"{place}{error.strerror}; {remedy}".split())
    remedy = _REMEDIES.get(_cause(error), "")
    return f"{error}; {remedy}" if remedy else str(error)


def _cause(error: BaseException) -> int:
    """The number of the system's error that one of ours arose from; 0 for none."""
    before = error.__cause__ or error.__context__
    while before:
        if isinstance(before, OSError):
            return before.errno or 0
        before = before.__cause__ or before.__context__
    return 0


def _of_sqlite(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "another process has this file open; run it again when that has ended"
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return f"{error}; {_FULL}"
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return f"{error}; {_NO_RIGHT}"
    return f"{error}; delete this file and run it again"
