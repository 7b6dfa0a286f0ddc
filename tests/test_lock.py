"""Two at once: the second is told who is at work; a dead one's lock is free again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from seedpress.errors import BusyError
from seedpress.lock import holding

# Holds the lock until it is told to end, or starts a child that does and dies.
HOLDER = """
import subprocess, sys
from pathlib import Path
from seedpress.lock import holding
with holding(Path(sys.argv[1])):
    if sys.argv[2] == "itself":
        print("held", flush=True)
        sys.stdin.read()
    else:
        child = [sys.executable, "-c", "print('held', flush=True); import sys; sys.stdin.read()"]
        subprocess.run(child, close_fds=sys.argv[2] == "child without")
"""


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / ".seedpress" / "lock"


def holder(lock: Path, who: str = "itself") -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLDER, str(lock), who]
    process = subprocess.Popen(command, stdin=-1, stdout=-1, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.communicate("")


def test_one_after_the_other(lock: Path) -> None:
    for _ in range(2):
        with holding(lock):
            assert lock.read_text() == f"{os.getpid()}\n"


def test_the_second_is_told_who_holds_it(lock: Path) -> None:
    process = holder(lock)
    with pytest.raises(BusyError, match=rf"held by process {process.pid}\b"), holding(lock):
        pass
    assert lock.read_text() == f"{process.pid}\n"
    end(process)
    with holding(lock):
        pass


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_the_lock_of_a_dead_one_is_free(lock: Path) -> None:
    process = holder(lock)
    process.send_signal(signal.SIGKILL)
    end(process)
    with holding(lock):
        assert lock.read_text() == f"{os.getpid()}\n"


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_what_a_dead_one_started_and_shared_it_with_holds_it(lock: Path) -> None:
    process = holder(lock, "child")
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    told = rf"process {process.pid}, which held it, is gone"
    with pytest.raises(BusyError, match=told), holding(lock):
        pass
    end(process)  # closes the child's input
    with holding(lock, wait=True):  # which ends in its own time
        pass


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_what_it_started_without_sharing_does_not(lock: Path) -> None:
    process = holder(lock, "child without")
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with holding(lock):
        pass
    end(process)


def test_who_waits_gets_it_in_the_end(lock: Path) -> None:
    process = holder(lock)
    waiter = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from seedpress.lock import holding\n"
            "print('ready', flush=True)\n"
            "with holding(Path(sys.argv[1]), wait=True): print('got it')",
            str(lock),
        ],
        stdout=-1,
        text=True,
    )
    assert waiter.stdout
    assert waiter.stdout.readline() == "ready\n"
    assert waiter.poll() is None
    end(process)
    assert waiter.communicate()[0] == "got it\n"


def test_a_file_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"), holding(tmp_path / "file" / "lock"):
        pass
