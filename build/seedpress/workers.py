"""Runs work in processes of which any may die alone: what killed one is found, and left out.

Everything goes through `concurrent.futures.Executor`, so that another executor can do it.
"""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from seedpress.bounds import follow_parent, guard_worker
from seedpress.errors import SeedpressError
from seedpress.settings import LimitSettings
from seedpress.undisturbed import seldom_disturbed

A = TypeVar("A")
B = TypeVar("B")

# Starting workers costs about a second each; less new work than this is done at once, here.
WORTH_BYTES = 500_000
# About a second of work: short enough to go round, long enough to be worth the journey.
BATCH_BYTES = 150_000
BATCH = 64


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result: a worker died whenever it was given this thing."""


class Workers:
    """Applies functions to many things, here or in processes, which are started when needed."""

    def __init__(self, jobs: int, limits: LimitSettings, careful: bool = False) -> None:
        """Make ready; `careful` workers do nothing here, however little there is to do."""
        self._jobs = jobs
        self._worth = 0 if careful else WORTH_BYTES
        self._limits = limits
        self._executor: Executor | None = None

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def each(
        self, work: Callable[[A], B], things: Sequence[A], sizes: Sequence[int]
    ) -> Iterator[tuple[int, B | Lost]]:
        """Yield (place, result) for each of `things` as it is done, in any order.

        `sizes` are bytes; they only tell how much work each thing is.
        """
        if not things or sum(sizes) < self._worth:
            return ((place, work(thing)) for place, thing in enumerate(things))
        return _Run(work, things, self._jobs, self._submit, self._renew).results(batches(sizes))

    def _submit(self, work: Callable[[A], B], things: list[A]) -> Future[list[B]]:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self._jobs,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_made_ready,
                initargs=(self._limits,),
            )
        with deaf_to_interrupts():
            return self._executor.submit(_all, work, things)

    def _renew(self) -> None:
        """Put the broken executor away; the next work gets a new one."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = None


@contextmanager
def several(jobs: int) -> Iterator[Callable[[Callable[[A], B], A], Future[B]] | None]:
    """What starts pieces of work in `jobs` other processes; None where all is to be done in this.

    The processes begin from nothing when they are needed, and keep what they load meanwhile.
    """
    if jobs < 2:
        yield None
        return
    executor: ProcessPoolExecutor | None = None

    def start(work: Callable[[A], B], thing: A) -> Future[B]:
        nonlocal executor
        if executor is None:  # not before: it has a process of its own look after its locks
            spawn = multiprocessing.get_context("spawn")
            executor = ProcessPoolExecutor(jobs, spawn, initializer=_made_ready)
        with deaf_to_interrupts():
            return executor.submit(work, thing)

    try:
        yield start
    finally:
        if executor is not None:
            executor.shutdown(cancel_futures=True)


def _made_ready(limits: LimitSettings | None = None) -> None:
    """What a fresh process does before any work; with `limits` seeds are worked on."""
    seldom_disturbed()
    if limits:
        guard_worker(limits)
    else:
        follow_parent()


def batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """The places of things in runs of about `BATCH_BYTES`, each of at most `BATCH` things."""
    batch: list[int] = []
    weight = 0
    for place, size in enumerate(sizes):
        if batch and (weight + size > BATCH_BYTES or len(batch) >= BATCH):
            yield batch
            batch, weight = [], 0
        batch.append(place)
        weight += size
    if batch:
        yield batch


class _Run(Generic[A, B]):
    """One pass over many things; at most one batch a worker is under way, so memory is steady.

    When an executor breaks, all that was under way is suspect. Suspects are then run one by one
    with nothing beside them: whose run breaks the executor again is lost.
    """

    def __init__(
        self,
        work: Callable[[A], B],
        things: Sequence[A],
        jobs: int,
        submit: Callable[[Callable[[A], B], list[A]], Future[list[B]]],
        renew: Callable[[], None],
    ) -> None:
        self._work, self._things, self._jobs = work, things, jobs
        self._submit, self._renew = submit, renew
        self._suspects: deque[int] = deque()
        self._running: dict[Future[list[B]], list[int]] = {}

    def results(self, waiting: Iterator[list[int]]) -> Iterator[tuple[int, B | Lost]]:
        while True:
            alone = self._start(waiting)
            if not self._running:
                if not self._suspects:
                    return
                self._restart()  # it broke while nobody was at work
                continue
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            if any(map(_broken, done)):
                done, _ = wait(self._running)  # a broken executor ends them all
                self._restart()
            for future in done:
                batch = self._running.pop(future)
                if not _broken(future):
                    yield from zip(batch, future.result(), strict=True)
                elif alone:
                    yield batch[0], Lost()
                else:
                    self._suspects.extend(batch)

    def _restart(self) -> None:
        """Get a new executor, and see that it works at all: else everything would seem deadly.

        Raises:
            SeedpressError: it does not.
        """
        self._renew()
        if _broken(self._submit(self._work, [])):
            raise SeedpressError(
                "the processes that analyse seeds end before they begin; is there enough memory, "
                "and is `limits.seed_megabytes` not too small?"
            )

    def _start(self, waiting: Iterator[list[int]]) -> bool:
        """Give work to every free worker; whether the one at work is a suspect."""
        while len(self._running) < self._jobs:
            suspect = bool(self._suspects)
            if suspect and self._running:
                break
            batch = [self._suspects.popleft()] if suspect else next(waiting, None)
            if batch is None:
                break
            try:
                future = self._submit(self._work, [self._things[place] for place in batch])
            except BrokenExecutor:  # known here before those at work have ended
                self._suspects.extend(batch)
                break
            self._running[future] = batch
            if suspect:
                return True
        return False


def _broken(future: Future[Any]) -> bool:
    return isinstance(future.exception(), BrokenExecutor)


def _all(work: Callable[[A], B], things: list[A]) -> list[B]:
    """What a worker does with a batch."""
    return [work(thing) for thing in things]


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes started here inherit that Ctrl-C is not for them: this one tells them to stop."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
