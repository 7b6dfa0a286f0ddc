"""One at a time: who writes into a project holds its lock, and a second one is told who that is.

The lock is the system's, on an open file: it goes with the last process that has the file open,
however that ends, so a dead holder's lock needs no taking over. What the holder starts and lets
have the file (`close_fds=False`) holds it too: a site engine that outlives a killed build must
not write into what the next one makes.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seedpress.errors import BusyError, SeedpressError

BUILDING = Path(".seedpress") / "lock"  # who writes pages and site
EDITING = Path(".seedpress") / "lock.authority"  # who writes the authority file


@contextmanager
def holding(file: Path, wait: bool = False) -> Iterator[None]:
    """Hold the lock on `file`, which is made if need be and stays.

    Args:
        file: below the project's folder; says the process id of who held it last.
        wait: for as long as another holds it, in place of an error.

    Raises:
        BusyError: another process holds it.
        SeedpressError: this file system keeps no locks.
        OSError: the file cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
    try:
        try:
            _take(handle, wait)
        except BlockingIOError:
            raise _busy(file) from None
        except OSError as error:
            raise SeedpressError(
                f"{file}: cannot be locked ({error.strerror}), so nothing would keep two builds "
                "apart; put the project on a file system that keeps locks"
            ) from error
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode("ascii"))
        os.set_inheritable(handle, True)
        yield
    finally:
        os.close(handle)


def _busy(file: Path) -> BusyError:
    who = file.read_text("ascii", "replace").strip()
    if who.isdecimal() and not _lives(int(who)):
        return BusyError(
            f"{file}: process {who}, which held it, is gone, but a program that it started is "
            "still at work here; try again when that has ended"
        )
    return BusyError(
        f"{file}: held by process {who or '?'}, which is at work here; try again when it has ended"
    )


def _lives(process: int) -> bool:
    if sys.platform == "win32":  # where asking would end it
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is another user's
        return True
    return True


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # bytes that are locked cannot be read: beyond all that is written

    def _take(handle: int, wait: bool) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                break
            except OSError as error:
                if not wait:
                    raise BlockingIOError from error
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(handle: int, wait: bool) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
