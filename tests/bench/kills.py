"""Kills builds and looks what is left: the site must be whole, and the next build make it right.

Usage: python tests/bench/kills.py [--part N] [--whole N] [--random N] [--error NAME [--lasting]]

A small corpus goes to and fro between two states (`tests/hostile/trial.py` says what must hold), by
builds that make what has changed (`part`) or the whole site (`whole`). Each is disturbed before one
change of the disk: N of them, spread over all there are; and `--random` are killed at random
instants, half of them in part. With `--error ENOSPC` (EIO, EACCES, ...) the change fails in place
of a kill (`--lasting`: and all after it); the command must say so in a line and exit with 1.
"""

import argparse
import errno
import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.hostile.disturb import Builder
from tests.hostile.trial import Trial, spread
from tests.test_repeatable import corpus


def main() -> None:
    """Try, and print counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("part", "whole", "random"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--error", default="")
    parser.add_argument("--lasting", action="store_true")
    options = parser.parse_args()
    error = {"error": getattr(errno, options.error)} if options.error else {}
    lasting = {"lasting": True} if options.lasting else {}
    chance = random.Random(8)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as folder, Builder() as builder:
        trial = Trial(builder, corpus(Path(folder) / "corpus"))
        for whole, count in ((False, options.part), (True, options.whole)):
            most, seconds = trial.measure(whole)
            name = "whole" if whole else "part"
            print(f"{name}: {most} changes of the disk in {seconds:.1f} s", flush=True)
            for number in spread(most, count):
                trial.disturb(whole, change=number, **error, **lasting)
            for _ in range(options.random // 2):
                trial.disturb(whole, seconds=chance.random() * seconds)
            print(f"{trial.counts['tried']} tried, {len(trial.faults)} faults", flush=True)
        trial.say()


if __name__ == "__main__":
    main()
