"""Bring every seed file to its analyses: from the cache where it is known, else by workers."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from seedpress import cleaning, languages, names, stored
from seedpress.analyse import Reading, Survey, analyse, fingerprint, given_up, survey
from seedpress.cache import Cache
from seedpress.model import Analysis, Problem
from seedpress.order import Progress
from seedpress.readers import SeedFile
from seedpress.settings import Settings
from seedpress.stamps import KEY, Stamp, has_changed, kept, stamped
from seedpress.workers import Lost, Workers

MODEL = "languages.model"  # beside the cache: what tells languages apart, unpacked
LARGE = 2_000  # seeds; for fewer 68 MB are not worth half a second

A = TypeVar("A")
T = TypeVar("T", Survey, Reading)
# Applies work to things of some sizes: (place, result) as each is done.
Each = Callable[[Sequence[A], Sequence[int]], Iterator[tuple[int, T | Lost]]]
# Who takes over what the cache has without decoding all of it.
_LATER: dict[type, Callable[[bytes], Any]] = {Reading: stored.reading}


@dataclass(frozen=True, slots=True)
class Gathered:
    """The analyses of a corpus in the order of their seeds, and what went wrong."""

    analyses: tuple[Analysis, ...]
    problems: tuple[Problem, ...]
    reused: int  # analyses that the cache knew
    keys: frozenset[str]  # of the cache, used by this corpus
    whole: bool = True  # no seed was given up, or changed while it was read
    made_by: str = ""  # digest of the programs and settings that analyses depend on
    # For each analysis what tells it from any other that they make; empty: nothing certain does.
    origins: tuple[str, ...] = ()

    def digests(self) -> dict[str, str]:
        """Digests of the seed files' bytes, as `stamps` has them, by path; none of torn ones."""
        start = _survey_key(f"{self.made_by[:16]}:")
        known = (key.removeprefix(start) for key in self.keys if key.startswith(start))
        return {path: digest for digest, _, path in (each.partition(":") for each in known)}


def gather(
    files: Sequence[SeedFile], settings: Settings, cache: Cache, jobs: int, progress: Progress
) -> Gathered:
    """Analyse `files` with `jobs` workers; the result does not depend on their number."""
    remembered = cache.get(KEY, dict[str, Stamp]) or {}
    stamps = stamped(files, remembered)
    made_by = fingerprint(settings)
    keys = _keys(files, stamps, made_by)
    survey_keys = [_survey_key(key) for key in keys]
    with _noting_death(cache) as careful, Workers(jobs, settings.limits, careful) as workers:
        surveying = partial(workers.each, partial(survey, settings=settings))
        surveys, seen = _remembered(Survey, survey_keys, files, files, cache, surveying)
        repeated = cleaning.repeated_lines(m for seen in surveys.values() for m in seen.marks)
        # What cost a worker its life once is not tried a second time.
        able = [files[place] for place in surveys]
        own = [repeated & _marks(found) for found in surveys.values()]
        reading_keys = [
            f"reading:{keys[place]}:{_digest(lines)}"
            for place, lines in zip(surveys, own, strict=True)
        ]
        tasks = list(zip(able, own, strict=True))
        reading = _reading(workers, settings, cache, len(files))
        readings, reused = _remembered(Reading, reading_keys, tasks, able, cache, reading, progress)
    whole = {able[place].path: reading for place, reading in readings.items()}
    every = [whole.get(file.path) or _lost(file, settings) for file in files]
    cache.careful = len(whole) < len(files)
    unread = seen & {place for number, place in enumerate(surveys) if number in reused}
    torn = _changed_since(files, stamps, unread)
    if (believed := kept(files, stamps)) != remembered:
        cache.put(KEY, believed)
    sure = {key for place, key in enumerate(survey_keys) if place not in torn}
    read_as = {p: k for p, k in zip(surveys, reading_keys, strict=True) if p not in torn}
    return _joined(
        every,
        [read_as.get(place, "") for place in range(len(files))],
        [_torn(files[place]) for place in sorted(torn)],
        sum(len(readings[place].analyses) for place in reused),
        frozenset({KEY} | sure | set(read_as.values())),
        made_by,
    )


def _reading(workers: Workers, settings: Settings, cache: Cache, files: int) -> Each[Any, Reading]:
    """Has workers analyse some of so many files; of few the model of languages is not kept."""
    model = cache.beside(MODEL) if files >= LARGE else None
    return partial(workers.each, partial(_analyse_one, settings=settings, model=model))


def known(files: Sequence[SeedFile], settings: Settings, cache: Cache) -> list[SeedFile]:
    """Of `files` those that the cache knows as they are: seeds of the last build."""
    stamps = stamped(files, cache.get(KEY, dict[str, Stamp]) or {})
    keys = [_survey_key(key) for key in _keys(files, stamps, fingerprint(settings))]
    return [files[place] for place in sorted(cache.get_all(keys, Survey))]


def _keys(files: Iterable[SeedFile], stamps: Iterable[Stamp], made_by: str) -> list[str]:
    return [f"{made_by[:16]}:{s.digest}:{f.path}" for f, s in zip(files, stamps, strict=True)]


def _survey_key(key: str) -> str:
    return f"survey:{key}"


def _changed_since(
    files: Sequence[SeedFile], stamps: Sequence[Stamp], unread: AbstractSet[int]
) -> set[int]:
    """Places of files, but of those `unread`, that are not what their keys say any more."""
    return {
        place
        for place, file in enumerate(files)
        if place not in unread and has_changed(file, stamps[place])
    }


def _joined(
    every: Sequence[Reading],
    read_as: Sequence[str],
    torn: Sequence[Problem],
    reused: int,
    keys: frozenset[str],
    made_by: str,
) -> Gathered:
    analyses, problems = _distinct(a for reading in every for a in reading.analyses)
    origins = (
        f"{key}#{number}" if key and reading.whole else ""
        for key, reading in zip(read_as, every, strict=True)
        for number in range(len(reading.analyses))
    )
    own = (
        f"{origin}#{analysis.seed.own_id}" if origin else ""
        for origin, analysis in zip(origins, analyses, strict=True)
    )
    return Gathered(
        origins=tuple(own),
        analyses=tuple(analyses),
        problems=(*(p for reading in every for p in reading.problems), *problems, *torn),
        reused=reused,
        keys=keys,
        made_by=made_by,
        whole=all(reading.whole for reading in every) and not torn,
    )


def _torn(file: SeedFile) -> Problem:
    reason = "was changed or removed while it was being read"
    return Problem(file.path, reason, "build again")


@contextmanager
def _noting_death(cache: Cache) -> Iterator[bool]:
    """Whether to be careful: a seed may have killed the build before, where no worker died for it.

    Then it does so again, until workers have shown which one it is and it has gone.
    """
    before = cache.careful
    cache.careful = True
    try:
        yield before
    finally:
        cache.careful = before


def _lost(file: SeedFile, settings: Settings) -> Reading:
    return Reading((), (given_up(file.path, settings.limits),), whole=False)


def _analyse_one(
    task: tuple[SeedFile, frozenset[str]], settings: Settings, model: Path | None
) -> Reading:
    file, repeated = task
    languages.keep_in(model)  # here, or in another process
    return analyse(file, settings, repeated)


def _remembered(
    kind: type[T],
    keys: Sequence[str],
    things: Sequence[A],
    files: Sequence[SeedFile],
    cache: Cache,
    each: Each[A, T],
    progress: Progress = lambda _done, _of: None,
) -> tuple[dict[int, T], set[int]]:
    """The value of each thing by its place, but of lost ones, and the places the cache knew."""
    found = cache.get_all(keys, kind, _LATER.get(kind))
    known = set(found)
    missing = [i for i in range(len(things)) if i not in known]
    progress(len(known), len(things))
    results = each([things[i] for i in missing], [files[i].size for i in missing])
    for done, (number, result) in enumerate(results, start=1):
        if not isinstance(result, Lost):
            place = missing[number]
            found[place] = result
            if result.whole:
                cache.put(keys[place], result)
        progress(len(known) + done, len(things))
    cache.commit()
    return dict(sorted(found.items())), known


@lru_cache(maxsize=1024)
def _digest(lines: frozenset[str]) -> str:
    """A short digest of lines; most articles have none that repeat."""
    return names.digest(" ".join(sorted(lines)))[:16]


def _marks(found: Survey) -> set[str]:
    return {mark for _, marks in found.marks for mark in marks}


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
