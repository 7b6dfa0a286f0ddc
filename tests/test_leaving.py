"""A process that leaves has done and said all that it had to."""

import subprocess
import sys

import pytest

LEAVING = """
import atexit, sys, threading, time
from seedpress.cli.leaving import leave
atexit.register(print, "at the end")
sys.stdout.write("said ")
sys.stderr.write("complained")
{more}
leave(3)
"""
LATE = "threading.Thread(target=lambda: (time.sleep(0.2), print('late'))).start()"


@pytest.mark.parametrize(
    ("more", "said"), [("", "said at the end\n"), (LATE, "said late\nat the end\n")]
)
def test_all_is_done_and_said(more: str, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LEAVING.format(more=more)], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (3, said, "complained")


def test_a_reader_that_is_gone_is_no_success() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "input()\n" + LEAVING.format(more="")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdin
        assert program.stdout
        program.stdout.close()
        program.stdin.write("\n")
        program.stdin.close()
        assert program.wait() != 0
