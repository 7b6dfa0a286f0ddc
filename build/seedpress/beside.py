"""One piece of work in a process of its own, while this one does something else.

Where that is safe the process begins as a copy of this one, so that what it works on, however
large, need not be carried over: both see the same memory. Elsewhere it begins from nothing, and
what it works on has to be small. Which of the two it is makes no difference to what comes out.
"""

import multiprocessing
import os
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from seedpress.workers import deaf_to_interrupts

try:
    import fcntl
except ImportError:  # Windows: there no process is copied
    fcntl = None  # type: ignore[assignment]

_BEHIND = 5  # niceness

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Beside:
    """Where there is a core for a process beside this one."""

    copied: bool  # whether it sees all that this one sees

    def start(self, work: Callable[[A], B], thing: A, waits: bool = False) -> "Running[B]":
        """Begin to do `work` to a `thing`, which has to be small where nothing is `copied`.

        What `waits` for something, perhaps in vain, is ended with this process.
        """
        return Running(work, thing, self.copied, waits)


def beside(jobs: int) -> Beside | None:
    """A place for another process; None where all is to be done in this one."""
    return Beside(_can_be_copied()) if jobs > 1 else None


def _can_be_copied() -> bool:
    """Whether a copy of this process is sound: a thread that is not copied may hold a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


class Running(Generic[B]):
    """Work that is being done."""

    def __init__(self, work: Callable[[A], B], thing: A, copied: bool, waits: bool) -> None:
        context: Any = multiprocessing.get_context("fork" if copied else "spawn")
        self._answer, to = context.Pipe(duplex=False)
        task = self._answer, to, work, thing, copied
        self._process = context.Process(target=_do, args=task, daemon=waits)
        self._given: tuple[B | None, Exception | None] | None = None
        with deaf_to_interrupts(), to:
            self._process.start()

    def is_done(self) -> bool:
        """Whether it is; then its answer is taken over, and the process is gone."""
        if self._given is None and self._answer.poll():
            self._take()
        return self._given is not None

    def result(self) -> B:
        """What came of it; to be asked for once.

        Raises:
            BrokenExecutor: the process was ended from outside.
            Exception: what the work raised.
        """
        result, error = self._given or self._take()
        self._given = None, None
        if error is not None:
            raise error
        return result  # type: ignore[return-value]

    def _take(self) -> tuple[B | None, Exception | None]:
        try:
            self._given = self._answer.recv()
        except EOFError:
            self._given = None, BrokenExecutor()
        return self._given

    def end(self) -> None:
        """See to it that the process is no more, whether the work is done or not."""
        self._process.kill()
        self._process.join()
        self._answer.close()


def come_second() -> None:
    """In a copy: who it was copied from goes first where cores are scarce."""
    os.nice(_BEHIND)


def hang_on(line: int) -> None:
    """End this process, whatever it does, when the other end of a `line` is let go of.

    By a signal of the system, for a thread that waited would keep this process from being copied.
    """
    if fcntl is not None:
        fcntl.fcntl(line, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(line, fcntl.F_SETFL, fcntl.fcntl(line, fcntl.F_GETFL) | os.O_ASYNC)


def _do(
    answer: Connection, to: Connection, work: Callable[[Any], Any], thing: Any, copied: bool
) -> None:
    """What the process does: it ends with its answer, or with who waits for that."""
    answer.close()
    _end_with_parent(copied)
    # It may have others work beside it: these end with it, as it does with its own parent.
    multiprocessing.current_process().daemon = False
    try:
        found: tuple[Any, Exception | None] = work(thing), None
    except Exception as error:  # for who waits, wherever it comes from
        error.add_note(traceback.format_exc())
        found = None, error
    to.send(found)


def _end_with_parent(copied: bool) -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if not copied:
        threading.Thread(target=_wait_for, args=(parent,), daemon=True).start()
        return
    hang_on(parent.sentinel)
    if wait([parent.sentinel], 0):  # it was gone before
        os._exit(1)


def _wait_for(parent: Any) -> None:
    parent.join()
    os._exit(1)
