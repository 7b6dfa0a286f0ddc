"""From seed files to analyses: whatever the workers, from the cache, and past what kills them."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from seedpress import analyse, gather, workers
from seedpress.cache import Cache
from seedpress.readers import find
from seedpress.readers.file import opened
from seedpress.settings import LimitSettings, Settings
from seedpress.workers import Lost

QUIET = lambda _done, _of: None  # noqa: E731


@pytest.fixture
def corpus(tmp_path):
    """Settings of a corpus of four seeds, the last of which has three records."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("a", "b", "c"):
        (seeds / f"{name}.txt").write_text(f"Title {name}\n\nOleg Marin spoke in Brno on Monday.\n")
    records = [{"id": f"r{i}", "title": f"Record {i}", "text": "Rain fell."} for i in range(3)]
    (seeds / "d.jsonl").write_text("".join(f"{json.dumps(r)}\n" for r in records))
    return Settings(root=tmp_path)


def hasty(corpus, monkeypatch, of):
    """The corpus where a seed has a second, and analysing one is to call `of` on what it gives."""
    known = {(a.seed.path, a.seed.own_id): a for a in gathered(corpus).analyses}
    monkeypatch.setattr(analyse, "_analysis", lambda seed, *_: of(known[seed.path, seed.own_id]))
    return replace(corpus, limits=LimitSettings(seed_seconds=1))


def gathered(settings, cache=None, jobs=1):
    files, _ = find(settings.seeds_folder, settings.limits)
    return gather.gather(files, settings, cache or Cache(None), jobs, QUIET)


def test_the_number_of_workers_changes_nothing(corpus, monkeypatch):
    here = gathered(corpus)
    monkeypatch.setattr(workers, "WORTH_BYTES", 0)
    assert gathered(corpus, jobs=1) == here
    assert gathered(corpus, jobs=3) == here
    assert len(here.analyses) == 6
    assert here.whole


def test_a_large_corpus_keeps_the_model_of_languages_beside_the_cache(corpus, monkeypatch):
    kept = []
    monkeypatch.setattr(gather.languages, "keep_in", kept.append)
    file = corpus.root / ".seedpress" / "cache.sqlite"
    gathered(corpus, Cache(file))
    monkeypatch.setattr(gather, "LARGE", 4)
    gathered(corpus, Cache(None))
    (corpus.root / "seeds" / "a.txt").write_text("Title a\n\nRain fell.\n")
    gathered(corpus, Cache(file, keep=False))
    assert {*kept} == {None}
    gathered(corpus, Cache(file))
    assert kept[-1] == file.with_name(gather.MODEL)


def test_what_the_cache_knows_is_not_done_again(corpus, monkeypatch):
    cache = Cache(None)
    first = gathered(corpus, cache)
    for name in ("analyse", "survey"):
        monkeypatch.setattr(gather, name, lambda *_, **__: pytest.fail("done again"))
    again = gathered(corpus, cache)
    assert again.analyses == first.analyses
    assert (first.reused, again.reused) == (0, 6)


def test_known_is_what_the_cache_has_as_it_is(corpus):
    cache = Cache(None)
    gathered(corpus, cache)
    (corpus.seeds_folder / "b.txt").write_text("Title b\n\nIt was changed since.\n")
    (corpus.seeds_folder / "e.txt").write_text("Title e\n\nIt is new.\n")
    files, _ = find(corpus.seeds_folder, corpus.limits)
    known = gather.known(files, corpus, cache)
    assert [file.path for file in known] == ["a.txt", "c.txt", "d.jsonl"]


class Deadly:
    """Workers that die of one file, as processes would."""

    def __init__(self, name, *stages):
        self.name, self.stages, self.tried = name, stages, []

    def __call__(self, _jobs, _limits, _careful):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def each(self, work, things, _sizes):
        for place, thing in reversed(list(enumerate(things))):
            file = thing[0] if isinstance(thing, tuple) else thing
            stage = work.func.__name__
            self.tried.append((stage, file.path))
            dies = file.path == self.name and stage in self.stages
            yield place, Lost() if dies else work(thing)


@pytest.mark.parametrize("stage", ["survey", "_analyse_one"])
def test_a_seed_that_kills_its_worker_is_told_and_the_rest_goes_on(corpus, monkeypatch, stage):
    cache = Cache(None)
    deadly = Deadly("b.txt", stage)
    monkeypatch.setattr(gather, "Workers", deadly)
    found = gathered(corpus, cache)
    assert [a.seed.path for a in found.analyses] == ["a.txt", "c.txt", *["d.jsonl"] * 3]
    (problem,) = found.problems
    assert problem.seed == "b.txt"
    assert "60 seconds" in problem.reason
    assert "limits.seed_megabytes" in problem.reason
    assert not found.whole
    assert (("_analyse_one", "b.txt") in deadly.tried) == (stage == "_analyse_one")
    assert cache.careful
    monkeypatch.undo()  # what was lost is tried again by the next build, and by a worker
    healed = gathered(corpus, cache)
    assert not cache.careful
    assert (len(healed.analyses), healed.reused, healed.problems) == (6, 5, ())


KILLED = """
import os, sys
from pathlib import Path
from seedpress import analyse, pipeline, settings
analyse._analysis = lambda *_: os._exit(9)
pipeline.build(settings.Settings(root=Path(sys.argv[1])), pipeline.Order(pages_only=True))
"""


def test_a_build_that_a_seed_killed_makes_the_next_careful(corpus, monkeypatch):
    done = subprocess.run([sys.executable, "-c", KILLED, corpus.root], check=False)
    assert done.returncode == 9
    cache = Cache(corpus.root / ".seedpress" / "cache.sqlite")
    assert cache.careful
    monkeypatch.setattr(gather, "_analyse_one", poisoned)
    found = gathered(corpus, cache)
    assert [a.seed.path for a in found.analyses] == ["a.txt", "b.txt", *["d.jsonl"] * 3]
    assert [p.seed for p in found.problems] == ["c.txt"]
    assert cache.careful
    cache.close()


def poisoned(task, settings, model):
    """Analyse a file, but die of one; here it would take the tests with it."""
    if task[0].path == "c.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return analyse.analyse(task[0], settings, task[1])


@pytest.mark.parametrize(
    ("error", "words"),
    [(None, "1 seconds (`limits.seed_seconds`)"), (MemoryError, "2000 MB of memory")],
)
def test_a_record_that_takes_too_much_costs_that_record(corpus, monkeypatch, error, words):
    def of(analysis):
        if analysis.seed.own_id == "r1" and error:
            raise error
        while analysis.seed.own_id == "r1":
            time.sleep(0.01)
        return analysis

    cache = Cache(None)
    found = gathered(hasty(corpus, monkeypatch, of), cache)
    assert [a.seed.own_id for a in found.analyses] == ["", "", "", "r0", "r2"]
    (problem,) = found.problems
    assert problem.seed == "d.jsonl#2"
    assert words in problem.reason
    assert [bool(origin) for origin in found.origins] == [True, True, True, False, False]
    assert not found.whole
    monkeypatch.undo()
    assert len(gathered(corpus, cache).analyses) == 6


def test_a_file_that_cannot_be_read_to_its_end_keeps_what_was_read(corpus, monkeypatch):
    def read(file, *_):
        for number, seed in enumerate(whole(file, *_)):
            while file.path == "d.jsonl" and number == 2:
                time.sleep(0.01)
            yield seed

    whole = analyse.readers.read
    settings = hasty(corpus, monkeypatch, lambda analysis: analysis)
    monkeypatch.setattr(analyse.readers, "read", read)
    found = gathered(settings)
    assert len(found.analyses) == 5
    assert [p.seed for p in found.problems] == ["d.jsonl"]


def test_limits_on_time_and_memory_leave_the_cache_valid(corpus):
    more = Settings(root=corpus.root, limits=LimitSettings(seed_seconds=9, seed_megabytes=0))
    less = Settings(root=corpus.root, limits=LimitSettings(seed_bytes=99))
    assert analyse.fingerprint(corpus) == analyse.fingerprint(more)
    assert analyse.fingerprint(corpus) != analyse.fingerprint(less)


@pytest.mark.parametrize("stage", ["survey", "analyse"])
@pytest.mark.parametrize("happens", ["is removed", "is changed"])
def test_a_seed_that_does_not_stand_still_is_told_and_not_remembered(
    corpus, monkeypatch, stage, happens
):
    """Whatever was read of it is not what the cache would say it is."""
    path = corpus.seeds_folder / "b.txt"
    work = getattr(gather, stage)

    def disturbed(file, *rest, **more):
        if file.path == "b.txt":
            path.unlink()
            if happens == "is changed":
                path.write_text("Title x\n\nOleg Marin spoke in Graz on Friday.\n")
        return work(file, *rest, **more)

    cache = Cache(None)
    with monkeypatch.context() as patch:
        patch.setattr(gather, stage, disturbed)
        found = gathered(corpus, cache)
    assert [p.seed for p in found.problems] == ["b.txt"]
    assert len(found.origins) == len(found.analyses)
    assert not any(
        o for a, o in zip(found.analyses, found.origins, strict=True) if a.seed.path == "b.txt"
    )
    assert "changed or removed" in found.problems[0].reason
    assert not found.whole
    assert not [key for key in found.keys if key.endswith(":b.txt") or ":b.txt:" in key]
    assert {a.seed.path for a in found.analyses} >= {"a.txt", "c.txt", "d.jsonl"}
    cache.keep_only(found.keys)
    path.write_text("Title b\n\nOleg Marin spoke in Brno on Monday.\n")
    assert gathered(corpus, cache).analyses == gathered(corpus).analyses


def test_a_seed_that_was_only_touched_is_as_it_was(corpus, monkeypatch):
    work = gather.analyse

    def touching(file, *rest):
        file.location.touch()
        return work(file, *rest)

    monkeypatch.setattr(gather, "analyse", touching)
    found = gathered(corpus)
    assert found.whole
    assert found.problems == ()


@pytest.mark.parametrize("number", [errno.EIO, errno.EMFILE, errno.ESTALE])
@pytest.mark.parametrize("module", ["seedpress.stamps", "seedpress.readers"])
def test_an_error_that_passes_ends_the_build(corpus, monkeypatch, number, module):
    """Else a page would be lost, and nobody would know."""

    def failing(file):
        raise OSError(number, os.strerror(number), str(file.location))

    monkeypatch.setattr(f"{module}.opened", failing)
    with pytest.raises(OSError, match=os.strerror(number)):
        gathered(corpus)


def test_a_seed_that_may_not_be_read_is_told(corpus, monkeypatch):
    def refused(file):
        if file.path != "b.txt":
            return opened(file)
        raise PermissionError(errno.EACCES, "Permission denied", str(file.location))

    monkeypatch.setattr("seedpress.stamps.opened", refused)
    monkeypatch.setattr("seedpress.readers.opened", refused)
    found = gathered(corpus)
    assert [(p.seed, p.reason) for p in found.problems] == [
        ("b.txt", "may not be read: Permission denied")
    ]
    assert len(found.analyses) == 5


def test_an_origin_tells_one_analysis_from_another(corpus):
    before = gathered(corpus)
    assert len(set(before.origins)) == len(before.analyses) == 6
    records = corpus.seeds_folder / "d.jsonl"
    records.write_text(records.read_text().replace("r1", "r0"))  # whose id is another's
    (corpus.seeds_folder / "a.txt").write_text("Title a\n\nOleg Marin left Brno on Monday.\n")
    after = gathered(corpus)
    same = set(before.origins) & set(after.origins)
    assert [o in same for o in after.origins] == [False, True, True, False, False, False]
    assert len(set(after.origins)) == 6
