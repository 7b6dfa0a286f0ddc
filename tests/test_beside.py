"""Work beside this process is done in another, copied from it or not, and none outlives it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import BrokenExecutor

import pytest

from seedpress import beside as module
from seedpress.beside import Beside, beside

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")
BOTH = pytest.mark.parametrize("copied", [pytest.param(True, marks=LINUX), False])


def who_and_twice(thing):
    return os.getpid(), thing * 2


def fail(thing):
    raise OSError(f"{thing} cannot be read")


def die(_thing):
    os.kill(os.getpid(), signal.SIGTERM)


@BOTH
def test_work_is_done_in_another_process(copied):
    running = Beside(copied).start(who_and_twice, b"a thing" * 100_000)
    try:
        who, made = running.result()
    finally:
        running.end()
    assert who != os.getpid()
    assert made == b"a thing" * 200_000


@LINUX
def test_a_copy_sees_what_cannot_be_carried_over():
    running = Beside(copied=True).start(lambda make: make(), lambda: 7)
    assert running.result() == 7
    running.end()


@BOTH
def test_what_the_work_raises_is_raised(copied):
    running = Beside(copied).start(fail, "this")
    with pytest.raises(OSError, match="this cannot be read") as caught:
        running.result()
    assert "in fail" in caught.value.__notes__[0]
    running.end()


@BOTH
def test_a_process_that_dies_is_told(copied):
    running = Beside(copied).start(die, "")
    with pytest.raises(BrokenExecutor):
        running.result()
    running.end()


def big_when_told(go):
    go.recv()
    return b"more than a pipe holds" * 100_000


def asked_until_done(running):
    for _ in range(1000):
        if running.is_done():
            return True
        sleep_a_little()
    return False


def sleep_a_little():
    threading.Event().wait(0.01)


@BOTH
def test_who_is_done_is_gone_before_the_result_is_asked_for(copied):
    waits, go = multiprocessing.Pipe(duplex=False)
    running = Beside(copied).start(big_when_told, waits)
    assert not running.is_done()
    go.send("go")
    assert asked_until_done(running)
    running._process.join(60)  # it has nothing left to tell
    assert running._process.exitcode == 0
    assert running.is_done()
    assert running.result() == b"more than a pipe holds" * 100_000
    running.end()


@BOTH
@pytest.mark.parametrize(("work", "error"), [(die, BrokenExecutor), (fail, OSError)])
def test_who_failed_is_done_and_says_so_when_the_result_is_asked_for(copied, work, error):
    running = Beside(copied).start(work, "this")
    assert asked_until_done(running)
    with pytest.raises(error):
        running.result()
    running.end()


@BOTH
def test_work_that_nobody_waits_for_is_ended(copied):
    running = Beside(copied).start(sleep, None)
    running.end()


def sleep(_thing):
    threading.Event().wait()


def test_there_is_one_if_more_than_one_may_be_at_work(monkeypatch):
    assert beside(1) is None
    assert beside(2) is not None
    monkeypatch.setattr(module.sys, "platform", "darwin")
    assert beside(2) == Beside(copied=False)


def test_a_process_of_many_threads_is_not_copied():
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert beside(2) == Beside(copied=False)
    finally:
        done.set()
        thread.join()


KILLED = """
import sys, time
from seedpress.beside import Beside
if __name__ == "__main__":
    Beside(sys.argv[1] == "True").start(time.sleep, 100_000)
    print("at work", flush=True)
    time.sleep(100_000)
"""


KILLED_WITH_OTHERS = """
import os, sys, time
from seedpress.beside import Beside, beside
def others(_thing):
    for _ in range(2):
        beside(2).start(say_and_sleep, None)
    time.sleep(100_000)
def say_and_sleep(_thing):
    os.write(1, b"at work\\n")  # in one piece
    time.sleep(100_000)
Beside(copied=True).start(others, None, waits=sys.argv[1] == "True")
time.sleep(100_000)
"""


@LINUX
def test_a_copy_may_be_copied_itself():
    def further(thing):
        place = beside(2)
        assert place == Beside(copied=True)
        running = place.start(lambda make: make() + 1, thing)
        try:
            return running.result()
        finally:
            running.end()

    running = Beside(copied=True).start(further, lambda: 7, waits=True)
    assert running.result() == 8
    running.end()


@LINUX
@pytest.mark.parametrize("waits", [True, False])
def test_what_a_copy_began_ends_with_it_when_a_build_is_killed(waits):
    command = [sys.executable, "-c", KILLED_WITH_OTHERS, str(waits)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as build:
        assert [build.stdout.readline() for _ in range(2)] == [b"at work\n"] * 2
        build.kill()
        assert build.stdout.read() == b""


@LINUX
def test_what_a_copy_began_ends_with_it_when_nobody_wants_it_any_more():
    hears, says = os.pipe()

    def others(_thing):
        beside(2).start(lambda _: (os.write(says, b"."), sleep(None)), None)
        sleep(None)

    running = Beside(copied=True).start(others, None, waits=True)
    os.close(says)
    assert os.read(hears, 1) == b"."
    running.end()
    assert os.read(hears, 1) == b""  # nobody can write to it any more
    os.close(hears)


@BOTH
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_it_ends_with_a_build_that_is_killed(copied):
    command = [sys.executable, "-c", KILLED, str(copied)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as build:
        assert build.stdout.readline() == b"at work\n"
        build.kill()
        assert build.stdout.read() == b""  # ends when nobody can write to it any more
