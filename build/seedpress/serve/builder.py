"""Builds in a process of its own, which stays: what one build loaded is there for the next.

The process of the server has threads, so no copy of it would be sound; that of the builder has
none, and its builds use copies as those of the command `build` do. Whatever ends it, the server and
the last good site stay: another is started in its place.
"""

import multiprocessing
import os
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import Self

from seedpress.beside import hang_on
from seedpress.errors import SeedpressError
from seedpress.order import Shown
from seedpress.workers import deaf_to_interrupts

# Makes one build, in the other process: it can be carried there. It may call what it is given when
# pages can be seen, from a copy of that process too.
Work = Callable[[Shown], object]

# What the builder tells, beside text: pages can be seen, the build is done, or went wrong.
SHOWN, DONE, WRONG = "shown", "done", "wrong"
PATIENCE = 10  # seconds that a build has to put its things away when it is to stop


class Builder:
    """Makes a build whenever it is called; to be used in a `with` statement."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._is_building = False

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop; a build that is being made puts its things away first."""
        if self._is_building:
            self._process.terminate()
            self._process.join(PATIENCE)
        self._end()

    def __call__(self, shown: Shown) -> None:
        """Build; `shown` is called when pages can be seen, if more is to come.

        A builder that is ended from outside, be it by a seed, is replaced once: the second finds
        the seed that ends processes, and leaves it out.

        Raises:
            SeedpressError: the build failed, or both were ended.
        """
        for _ in range(2):
            if not self._process.is_alive():
                self._end()
                self._start()
            if self._builds(shown):
                return
        raise SeedpressError(
            f"the process that builds was ended from outside, twice ({self._end()}); is there "
            "enough memory? The next change starts another"
        )

    def _builds(self, shown: Shown) -> bool:
        """Build with the process that there is; whether it lived to tell."""
        self._is_building = True
        try:
            self._orders.send(None)
            while (said := self._answers.recv())[0] == SHOWN:
                shown(said[1])
        except (EOFError, OSError):
            self._process.join()
            return False
        self._is_building = False
        if said[0] == WRONG:
            raise SeedpressError(said[1])
        return True

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        orders, self._orders = context.Pipe(duplex=False)
        self._answers, answers = context.Pipe(duplex=False)
        hangs, self._line = context.Pipe(duplex=False)
        task = orders, answers, hangs, self._work
        self._process = context.Process(target=_stay, args=task, name="builder")
        with orders, answers, hangs, deaf_to_interrupts():
            self._process.start()

    def _end(self) -> str:
        """See to it that the process is no more; how it ended."""
        self._process.kill()
        self._process.join()
        for end in (self._orders, self._answers, self._line):
            end.close()
        code = self._process.exitcode or 0
        return f"signal {-code}" if code < 0 else f"code {code}"


def _stay(orders: Connection, answers: Connection, line: Connection, work: Work) -> None:
    """What the process does: a build for each order, until nobody can give one."""
    for end in (orders, answers, line):  # for nobody that it starts, who may outlive it
        os.set_inheritable(end.fileno(), False)
    hang_on(line.fileno())  # not on Windows: there it ends after its build
    signal.signal(signal.SIGTERM, _stop)
    while True:
        try:
            orders.recv()
        except EOFError:
            return
        answers.send(_done(work, partial(_show, answers)))


def _show(answers: Connection, said: str) -> None:
    answers.send((SHOWN, said))


def _done(work: Work, shown: Shown) -> tuple[str, str]:
    try:
        work(shown)
    except SeedpressError as error:
        return WRONG, str(error)
    except Exception as error:  # a fault of ours: shown whole, and the next build may be good
        traceback.print_exc()
        return WRONG, f"{type(error).__name__}: {error}"
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return DONE, ""


def _stop(_number: int, _frame: object) -> None:
    sys.exit(1)
