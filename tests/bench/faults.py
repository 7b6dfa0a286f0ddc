"""Lets system calls of builds fail, one a build: nothing may be torn or lost, and it must be told.

Usage: python tests/bench/faults.py [--each N] [CALL ...]

As `tests/bench/kills.py`, but it is the system that fails, by strace (Debian's package `strace`, as
root or where processes may be traced): for each kind of call that changes the disk, N of those that
concern the project fail with ENOSPC, EIO and EACCES in turn.
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.hostile.disturb import Builder
from tests.hostile.trial import Trial, spread
from tests.test_repeatable import corpus

CALLS = (
    "write pwrite64 openat mkdir rename renameat2 unlink unlinkat rmdir chmod fchmod fsync "
    "fdatasync ftruncate copy_file_range sendfile"
).split()
ERRORS = ("ENOSPC", "EIO", "EACCES")
_OURS = re.compile(r'"(docs|site|site\.new|\.seedpress)\b|/corpus\b')


def places(trace: list[str], call: str) -> list[int]:
    """Which calls of the building process, counted from 1, change what is in the project."""
    lines = [line.split(None, 1) for line in trace]
    seen: dict[str, list[str]] = {}
    for process, rest in lines:
        if rest.startswith(f"{call}("):
            seen.setdefault(process, []).append(rest)
    calls = max(seen.values(), key=len, default=[])
    return [
        number
        for number, line in enumerate(calls, start=1)
        if _OURS.search(line) and (call != "openat" or re.search("O_WRONLY|O_RDWR|O_CREAT", line))
    ]


def main() -> None:
    """Try, and print counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calls", nargs="*", default=CALLS)
    parser.add_argument("--each", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Builder() as builder:
        trial = Trial(builder, corpus(Path(folder) / "corpus"))
        turn = 0
        for whole in (False, True):
            trial.disturb(whole, strace=("-e", f"trace={','.join(options.calls)}"))
            trace = trial.trace
            for call in options.calls:
                found = places(trace, call)
                tried = spread(len(found), options.each) if found else []
                for number in tried:
                    error = ERRORS[turn % len(ERRORS)]
                    turn += 1
                    inject = f"inject={call}:error={error}:when={found[number - 1]}"
                    trial.disturb(whole, failing=True, strace=("-e", f"trace={call}", "-e", inject))
                print(f"{call:16} {len(found):5} of the project, {len(tried)} failed", flush=True)
            print(dict(trial.counts), trial.faults, flush=True)
        trial.say()


if __name__ == "__main__":
    main()
