"""The builder is a process of its own that stays; whatever ends it, a next one takes its place."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from seedpress.beside import beside
from seedpress.bounds import OverdueError, Patience
from seedpress.errors import SeedpressError
from seedpress.order import Shown
from seedpress.serve.builder import Builder

POSIX = pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")


def nothing(_said: str) -> None:
    """What is done when pages can be seen."""


def say(text: str, file: Path) -> None:
    with file.open("a") as said:
        said.write(f"{text}\n")


def tell_who(file: Path, _shown: Shown) -> None:
    say(str(os.getpid()), file)


def tell_whether_copied(file: Path, _shown: Shown) -> None:
    say(str(beside(2)), file)


def show_from_a_copy(file: Path, shown: Shown) -> None:
    place = beside(2)
    assert place
    running = place.start(lambda _: shown("pages are there"), None)
    running.result()
    running.end()
    say("done", file)


def fail(kind: type[Exception], _shown: Shown) -> None:
    raise kind("a.txt: this seed is bad")


def die(file: Path, times: int, _shown: Shown) -> None:
    say("begun", file)
    if len(file.read_text().split()) <= times:
        os.kill(os.getpid(), signal.SIGKILL)
    say("done", file)


def wait(file: Path, shown: Shown) -> None:
    say("begun", file)
    try:
        shown("")
        time.sleep(100_000)
    finally:
        say("put away", file)


def hang(file: Path, _shown: Shown) -> None:
    try:
        with Patience(1):
            while True:
                pass
    except OverdueError:
        say("given up", file)


def said(file: Path) -> list[str]:
    return file.read_text().split("\n")[:-1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "said"


def test_one_process_makes_all_builds(file: Path) -> None:
    with Builder(partial(tell_who, file)) as build:
        build(nothing)
        build(nothing)
    first, second = said(file)
    assert first == second != str(os.getpid())
    assert active_children() == []


@LINUX
def test_it_can_be_copied(file: Path) -> None:
    with Builder(partial(tell_whether_copied, file)) as build:
        build(nothing)
    assert said(file) == ["Beside(copied=True)"]


@LINUX
def test_a_copy_may_tell_that_pages_can_be_seen(file: Path) -> None:
    seen: list[str] = []
    with Builder(partial(show_from_a_copy, file)) as build:
        build(seen.append)
    assert seen == ["pages are there"]
    assert said(file) == ["done"]


def test_what_is_wrong_is_told_and_the_next_build_is_made(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with Builder(partial(fail, SeedpressError)) as build:
        for _ in range(2):
            with pytest.raises(SeedpressError, match=r"^a\.txt: this seed is bad$"):
                build(nothing)
    assert capfd.readouterr().err == ""


def test_a_fault_of_ours_is_shown_whole(capfd: pytest.CaptureFixture[str]) -> None:
    with (
        Builder(partial(fail, ZeroDivisionError)) as build,
        pytest.raises(SeedpressError, match=r"^ZeroDivisionError: a\.txt"),
    ):
        build(nothing)
    assert "in fail" in capfd.readouterr().err


@POSIX
def test_one_that_is_ended_while_it_builds_is_replaced(file: Path) -> None:
    with Builder(partial(die, file, 1)) as build:
        build(nothing)
    assert said(file) == ["begun", "begun", "done"]


@POSIX
def test_two_that_are_ended_are_told_and_the_next_build_is_made(file: Path) -> None:
    with Builder(partial(die, file, 2)) as build:
        with pytest.raises(SeedpressError, match=r"twice \(signal 9\); is there enough memory"):
            build(nothing)
        build(nothing)
    assert said(file) == ["begun", "begun", "begun", "done"]


@POSIX
def test_one_that_is_ended_between_builds_is_replaced(file: Path) -> None:
    with Builder(partial(tell_who, file)) as build:
        for _ in range(3):
            build(nothing)
            os.kill(int(said(file)[-1]), signal.SIGKILL)
    assert len(set(said(file))) == 3


@POSIX
def test_a_build_that_is_stopped_puts_its_things_away(file: Path) -> None:
    def stop(_said: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Builder(partial(wait, file)) as build:
        build(stop)
    assert said(file) == ["begun", "put away"]
    assert active_children() == []


@POSIX
def test_ctrl_c_is_not_for_it(file: Path) -> None:
    with Builder(partial(tell_who, file)) as build:
        build(nothing)
        os.kill(int(said(file)[0]), signal.SIGINT)
        build(nothing)
    assert len(set(said(file))) == 1


@POSIX
def test_a_seed_that_hangs_is_given_up_in_it(file: Path) -> None:
    with Builder(partial(hang, file)) as build:
        build(nothing)
    assert said(file) == ["given up"]


SERVER = """
import sys
from functools import partial
from pathlib import Path
from seedpress.serve.builder import Builder
from tests.serve.test_builder import wait

if __name__ == "__main__":
    with Builder(partial(wait, Path(sys.argv[1]))) as build:
        build(lambda _said: print("at work", flush=True))
"""


@POSIX
def test_it_ends_with_a_server_that_is_killed(file: Path) -> None:
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", SERVER, str(file)]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) as server:
        assert server.stdout
        assert server.stdout.readline() == b"at work\n"
        server.kill()
        assert server.stdout.read() == b""  # ends when nobody can write to it any more
    assert said(file) == ["begun"]
