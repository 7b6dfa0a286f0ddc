"""Bring every seed file to its analyses: from the cache where it is known, else by workers.

Work goes through `concurrent.futures.Executor` alone, so that another executor can do it.
"""

import hashlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from seedpress import cleaning, names
from seedpress.analyse import Reading, Survey, analyse, fingerprint, survey
from seedpress.cache import Cache
from seedpress.model import Analysis, Problem
from seedpress.readers import SeedFile
from seedpress.settings import Settings

T = TypeVar("T")
# Called with how many files of how many are done.
Progress = Callable[[int, int], None]
# Starting workers costs about a second each; less new work than this is done at once, here.
WORTH_WORKERS = 24  # files
WORTH_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Gathered:
    """The analyses of a corpus in the order of their seeds, and what went wrong."""

    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]
    reused: int  # analyses that the cache knew
    keys: frozenset[str]  # of the cache, used by this corpus


def gather(
    files: Sequence[SeedFile], settings: Settings, cache: Cache, jobs: int, progress: Progress
) -> Gathered:
    """Analyse `files` with `jobs` workers; the result does not depend on their number."""
    state = fingerprint(settings)
    if sum(file.size for file in files) < WORTH_BYTES:
        jobs = 1
    keys = [f"{state[:16]}:{_digest(file.location)}:{file.path}" for file in files]
    with _Workers(jobs) as workers:
        surveys, _ = _remembered(
            files,
            [f"survey:{key}" for key in keys],
            Survey,
            cache,
            workers.run(partial(survey, settings=settings)),
            lambda _done, _of: None,
        )
        repeated = cleaning.repeated_lines(mark for found in surveys for mark in found.marks)
        own = [repeated & _marks(found) for found in surveys]
        reading_keys = [
            f"reading:{key}:{names.digest(' '.join(sorted(lines)))[:16]}"
            for key, lines in zip(keys, own, strict=True)
        ]
        work = partial(_analyse_one, settings=settings)
        readings, known = _remembered(
            list(zip(files, own, strict=True)),
            reading_keys,
            Reading,
            cache,
            workers.run(work),
            progress,
        )
    analyses, problems = _distinct(a for reading in readings for a in reading.analyses)
    return Gathered(
        analyses=tuple(analyses),
        problems=(*(p for reading in readings for p in reading.problems), *problems),
        reused=sum(len(readings[i].analyses) for i in known),
        keys=frozenset((*(f"survey:{key}" for key in keys), *reading_keys)),
    )


class _Workers:
    """Runs a function over things in processes, started only when there is enough to do."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._executor: Executor | None = None

    def __enter__(self) -> "_Workers":
        return self

    def __exit__(self, *_: object) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def run(self, work: Callable[..., T]) -> Callable[[Sequence[object]], Iterator[T]]:
        """A function that applies `work` to each of a sequence, in order."""

        def apply(things: Sequence[object]) -> Iterator[T]:
            if self._jobs <= 1 or len(things) < WORTH_WORKERS:
                return map(work, things)
            if self._executor is None:
                context = multiprocessing.get_context("spawn")
                self._executor = ProcessPoolExecutor(self._jobs, mp_context=context)
            size = max(1, min(16, len(things) // (4 * self._jobs)))
            with _deaf_to_interrupts():
                return self._executor.map(work, things, chunksize=size)

        return apply


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Processes started here inherit that Ctrl-C is not for them: this one tells them to stop."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _analyse_one(task: tuple[SeedFile, frozenset[str]], settings: Settings) -> Reading:
    file, repeated = task
    return analyse(file, settings, repeated)


def _remembered(
    things: Sequence[object],
    keys: Sequence[str],
    kind: type[T],
    cache: Cache,
    work: Callable[[Sequence[object]], Iterator[T]],
    progress: Progress,
) -> tuple[list[T], list[int]]:
    """The value of each thing, and the places of those that the cache knew."""
    found = {i: value for i, key in enumerate(keys) if (value := cache.get(key, kind)) is not None}
    missing = [i for i in range(len(things)) if i not in found]
    progress(len(found), len(things))
    known = sorted(found)
    for done, (i, value) in enumerate(
        zip(missing, work([things[i] for i in missing]), strict=True), start=1
    ):
        found[i] = value
        cache.put(keys[i], value)
        progress(len(known) + done, len(things))
    cache.commit()
    return [found[i] for i in range(len(things))], known


def _marks(found: Survey) -> set[str]:
    return {mark for _, marks in found.marks for mark in marks}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]


def _distinct(analyses: Iterable[Analysis]) -> tuple[list[Analysis], list[Problem]]:
    """Records of one file that say the same id of themselves fall back to their numbers."""
    seen: set[tuple[str, str]] = set()
    result: list[Analysis] = []
    problems: list[Problem] = []
    for analysis in analyses:
        seed = analysis.seed
        own = (seed.path, seed.own_id)
        if seed.own_id and own in seen:
            name = names.seed_name(seed.path, seed.record)
            reason = f"another record of this file has the id {seed.own_id!r} too"
            problems.append(Problem(name, reason, "give every record an id of its own"))
            analysis = replace(analysis, seed=replace(seed, own_id=""))
        seen.add(own)
        result.append(analysis)
    return result, problems
