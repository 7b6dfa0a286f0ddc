"""Builds a small corpus in every circumstance of `tests/elsewhere.py` and counts differing bytes.

Usage: python tests/bench/repeatable.py [--pages-only]
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.conftest import ROOT
from tests.elsewhere import CIRCUMSTANCES, Elsewhere, build, can_be, give
from tests.test_repeatable import corpus, differing, tree


def install(path: Path) -> None:
    """Unpack our wheel, which is what installing does."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "build", "--wheel", "--outdir", folder, str(ROOT)]
        subprocess.run(command, check=True, capture_output=True)
        (made,) = Path(folder).glob("*.whl")
        zipfile.ZipFile(made).extractall(path)


def built(here: Elsewhere, *arguments: str) -> dict[str, bytes]:
    """What comes of the corpus there."""
    with tempfile.TemporaryDirectory(dir=here.disk) as folder:
        place = Path(folder)
        place.chmod(0o755)
        (place / "path").mkdir()
        if here.wheel:
            install(place / "path")
        root = corpus(place / "corpus")
        if here.user is not None:
            give(place, here.user)
        build(root, here, place / "path", *arguments)
        return tree(root)


def main(arguments: list[str]) -> None:
    """Build, compare, print counts."""
    wanted = built(Elsewhere(), *arguments)
    total = 0
    for name, here in CIRCUMSTANCES.items():
        if (here.user is not None and not can_be(here.user)) or not (here.disk or Path()).is_dir():
            print(f"{name:30} cannot be tried here")
            continue
        found = built(here, *arguments)
        names = differing(found, wanted)
        size = sum(
            sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))
            for one, other in ((found.get(n, b""), wanted.get(n, b"")) for n in names)
        )
        total += size
        print(f"{name:30} {len(wanted)} files, {len(names)} differ {names[:5]}", flush=True)
    print(f"bytes that differ in all: {total}")


if __name__ == "__main__":
    main(sys.argv[1:])
