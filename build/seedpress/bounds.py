"""How long one seed may be worked on, and in how much memory: then it is given up, and told.

Three walls, each for what the one before lets through: a timer that interrupts Python code; in
worker processes a watchdog outside Python's reach, which ends the process where C code never
returns; and there a limit on memory. What ends a process is noticed by `workers`.
"""

import faulthandler
import multiprocessing
import os
import signal
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from seedpress.settings import LimitSettings

try:
    import resource
except ImportError:  # Windows: only the watchdog guards there
    resource = None  # type: ignore[assignment]

GRACE = 5  # seconds that the timer has before the watchdog bites

_in_worker = False


class OverdueError(BaseException):
    """The time for one seed is over; no `except Exception` of a library may swallow it."""


def guard_worker(limits: LimitSettings) -> None:
    """Prepare a fresh worker process, which may die for a seed as the main process may not."""
    global _in_worker
    _in_worker = True
    follow_parent()
    if resource is not None and limits.seed_megabytes:
        most = _address_space() + limits.seed_megabytes * 1_000_000
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def follow_parent() -> None:
    """Let a fresh worker process end when the main process does, and not before."""
    threading.Thread(target=_die_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the main process tells workers to stop


def _die_with_parent() -> None:
    """A main process that was killed can tell its workers nothing: they would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _address_space() -> int:
    """Bytes of addresses that this process holds already; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


class Patience:
    """While it is entered, each piece of work between two calls of `renew` has `seconds`.

    Afterwards `OverdueError` is raised where the work is; 0 seconds are for ever.
    """

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        main = threading.current_thread() is threading.main_thread()
        self._timer = bool(seconds) and main and hasattr(signal, "setitimer")
        self._watchdog = bool(seconds) and _in_worker

    def __enter__(self) -> Self:
        if self._timer:
            signal.signal(signal.SIGALRM, _raise)
        self._log = Path(os.devnull).open("w") if self._watchdog else None
        self.renew()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._timer:
            signal.setitimer(signal.ITIMER_REAL, 0)
        if self._log is not None:
            faulthandler.cancel_dump_traceback_later()
            self._log.close()

    def renew(self) -> None:
        """The next piece of work begins."""
        if self._timer:
            signal.setitimer(signal.ITIMER_REAL, self._seconds)
        if self._log is not None:
            later = self._seconds + (GRACE if self._timer else 0)
            faulthandler.dump_traceback_later(later, exit=True, file=self._log)


def _raise(_number: int, _frame: object) -> None:
    raise OverdueError
