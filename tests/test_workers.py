"""Workers that die or hang cost what killed them, and nothing else.

The poison never comes to an end by itself and the innocent work is next to nothing, so that no
outcome depends on how busy the machine is.
"""

import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor, Executor, Future

import pytest

from seedpress import workers
from seedpress.bounds import OverdueError, Patience
from seedpress.errors import SeedpressError
from seedpress.settings import LimitSettings
from seedpress.workers import BATCH, BATCH_BYTES, WORTH_BYTES, Lost, Workers, batches, several

MUCH = WORTH_BYTES // 40


def double(thing):
    if thing == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if thing == "deaf":  # as C code is that never comes back to Python
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        with Patience(1):
            time.sleep(1_000_000)
    if thing == "greedy":
        try:
            return len(bytearray(60_000_000_000))
        except MemoryError:
            return "refused"
    return thing * 2


def fail(thing):
    raise OSError(f"{thing} cannot be read")


def run(work, things, jobs=2, limits=None):
    with Workers(jobs, limits or LimitSettings(seed_megabytes=500)) as crew:
        return dict(crew.each(work, things, [MUCH] * len(things)))


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_thing_is_done_once_whatever_the_number_of_workers(jobs):
    assert run(double, list(range(50)), jobs) == {place: place * 2 for place in range(50)}


def test_little_work_is_done_here():
    with Workers(2, LimitSettings()) as crew:
        assert dict(crew.each(lambda _: os.getpid(), ["a"], [1])) == {0: os.getpid()}


def test_what_kills_a_worker_is_lost_alone():
    things = [*range(20), "killed", *range(20, 40), "deaf", *range(40, 50)]
    found = run(double, things)
    assert {things[place] for place, result in found.items() if result == Lost()} == {
        "killed",
        "deaf",
    }
    assert {p: r for p, r in found.items() if r != Lost()} == {
        place: thing * 2 for place, thing in enumerate(things) if isinstance(thing, int)
    }


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="no limit on memory here")  # noqa: PTH110
def test_memory_is_limited():
    assert run(double, ["greedy", *range(50)])[0] == "refused"


class Dead(Executor):
    """Processes that cannot even start."""

    def submit(self, *_):
        future = Future()
        future.set_exception(BrokenExecutor("no process"))
        return future


def test_where_no_process_can_start_nothing_seems_deadly(monkeypatch):
    monkeypatch.setattr(workers, "ProcessPoolExecutor", lambda *_, **__: Dead())
    with pytest.raises(SeedpressError, match="seed_megabytes"):
        run(double, list(range(50)))


def test_an_error_that_must_stop_the_build_does():
    with pytest.raises(OSError, match="cannot be read"):
        run(fail, list(range(50)))


def test_batches_hold_everything_in_order_and_are_bounded():
    sizes = [10, BATCH_BYTES, 5, 5, 3 * BATCH_BYTES, *[1] * 200]
    made = list(batches(sizes))
    assert [place for batch in made for place in batch] == list(range(len(sizes)))
    for batch in made:
        assert len(batch) == 1 or sum(sizes[place] for place in batch) <= BATCH_BYTES
        assert len(batch) <= BATCH


def test_patience_ends_a_hopeless_search_and_begins_anew():
    with Patience(1) as patience:
        for _ in range(2):
            patience.renew()
            with pytest.raises(OverdueError):
                re.match(r"(a+)+$", "a" * 60 + "b")


def test_patience_without_a_limit_sets_no_timer():
    with Patience(0):
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


KILLED = """
import os, time
from functools import partial
from seedpress import workers
from seedpress.settings import LimitSettings

if __name__ == "__main__":
    workers.WORTH_BYTES = 0
    with workers.Workers(2, LimitSettings()) as staff:
        list(staff.each(partial(os.write, 1), [b"at work\\n"], [1]))
        list(staff.each(time.sleep, [100_000, 100_000], [1, 1]))
"""


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_workers_end_with_a_build_that_is_killed():
    command = [sys.executable, "-c", KILLED]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as build:
        assert build.stdout.readline() == b"at work\n"
        build.kill()
        assert build.stdout.read() == b""  # ends when nobody can write to it any more


def test_no_process_is_begun_before_there_is_work(monkeypatch):
    """Nor what looks after the locks of those that are to come, which takes a tenth of a second."""
    begun = []

    class Pool:
        def __init__(self, *_: object, **__: object) -> None:
            begun.append("begun")

        def submit(self, work, thing):
            return work(thing)

        def shutdown(self, **_: object) -> None:
            begun.append("ended")

    monkeypatch.setattr(workers, "ProcessPoolExecutor", Pool)
    with several(2):
        pass
    assert begun == []
    with several(2) as start:
        assert [start(len, "ab"), start(len, "a")] == [2, 1]
    assert begun == ["begun", "ended"]
