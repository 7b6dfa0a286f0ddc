"""What nothing uses any more is given back to the system, where that can be told."""

import gc
import subprocess
import sys

import pytest

from seedpress import memory

PRINTED = """
from seedpress.memory import {name}
def pages():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1])
class Ring: pass
def fill():
    ring = Ring()
    ring.ring, ring.held = ring, [bytes([n % 256]) * 4000 for n in range(20_000)]
    top.append(bytes(4000))  # above it, and it stays
import gc
gc.disable()
top = []
fill()
gc.freeze()
most = pages()
{name}()
print(pages() < most / 2)
"""


def given_back(name: str) -> str:
    """Whether most is, of a ring that nobody holds, below something that stays."""
    command = [sys.executable, "-c", PRINTED.format(name=name)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is this told")
def test_what_leads_to_itself_goes_only_when_all_is_let_go():
    assert given_back("let_go") == "True"
    assert given_back("give_back") == "False"


@pytest.mark.parametrize("name", ["posix", "nt"])
def test_where_the_library_cannot_do_it_nothing_is_done(monkeypatch, name):
    monkeypatch.setattr(memory.os, "name", name)
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda _: object())
    memory.let_go()
    assert gc.isenabled()
