"""Builds a small corpus in every circumstance of `tests/elsewhere.py` and counts differing bytes.

Usage: python tests/bench/repeatable.py [--pages-only]
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.elsewhere import CIRCUMSTANCES, Elsewhere, build, can_be, give
from tests.test_repeatable import corpus, differing, tree


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        first = corpus(Path(folder) / "first")
        build(first, Elsewhere(), first, *arguments)
        wanted = tree(first)
        total = 0
        for number, (name, here) in enumerate(CIRCUMSTANCES.items()):
            if here.user is not None and not can_be(here.user):
                print(f"{name:30} cannot be tried here")
                continue
            place = Path(folder) / f"{number}"
            (place / "path").mkdir(parents=True)
            root = corpus(place / "corpus")
            if here.user is not None:
                give(place, here.user)
            build(root, here, place / "path", *arguments)
            found = differing(tree(root), wanted)
            total += len(found)
            print(f"{name:30} {len(wanted)} files, {len(found)} differ {found[:5]}", flush=True)
        print(f"files that differ in all: {total}")


if __name__ == "__main__":
    main(sys.argv[1:])
