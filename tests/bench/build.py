"""Print what builds of growing corpora cost: seconds by stage, processor, memory, bytes out.

    python tests/bench/build.py [--pages-only] [--jobs N] [100 1000 10000 ...]

Each size is built cold; with nothing changed; with one seed added, changed, and removed; and with a
changed authority file. Without sizes: 100 and 1,000. Larger ones are for a quiet machine (10,000
take some minutes cold). The cost of an article must not grow with their number: compare the column
`ms/article` of cold builds from size to size. At the end of a size stands where its bytes are.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus import project

SEEDPRESS = [
    sys.executable,
    "-c",
    "from seedpress.cli import main\nif __name__ == '__main__': main()",
]
# Run in a process of its own, so that the peak is that of one build and its workers.
MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([done.returncode, done.stdout, done.stderr,
                  used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""
ADDED = "A new one\n\nThe owners of the harbour met in Ravelport on Monday and agreed on nothing.\n"
AUTHORITY = "entities:\n  - name: {name}\n    note: Looked at by an editor.\n"


def main(sizes: list[int], arguments: list[str]) -> None:
    """Build a corpus of each size and print what it cost."""
    for size in sizes:
        with project(size) as root:
            for what, change in changes(root / "seeds"):
                change()
                build(root, what, size, arguments)
            for part in ("docs", "site"):
                say_bytes(root / part, size)


def changes(seeds: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is done before each build: (its name, the deed)."""
    first, second, *_ = sorted(seeds.glob("*.txt"))
    title = first.read_text("utf-8").split(" and ")[0]
    yield "cold", lambda: None
    yield "nothing changed", lambda: None
    yield "one seed added", lambda: (seeds / "added.txt").write_text(ADDED)
    yield "one seed changed", lambda: first.write_text(f"{first.read_text('utf-8')}\nThe end.\n")
    yield "one seed removed", second.unlink
    authority = AUTHORITY.format(name=title)
    yield "authority changed", lambda: (seeds / "authority.yml").write_text(authority)


def build(root: Path, what: str, articles: int, arguments: list[str]) -> None:
    """Run one build and print its figures."""
    started = time.perf_counter()
    measured = subprocess.run(
        [sys.executable, "-c", MEASURED, *SEEDPRESS, "build", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - started
    code, said, errors, processor, peak = json.loads(measured.stdout)
    if code:
        raise SystemExit(errors)
    stages = next(line for line in said.splitlines() if line.startswith("time:"))
    print(
        f"{articles:6} articles  {what:18} {seconds:7.1f} s  {processor:7.1f} s cpu "
        f"{1000 * processor / articles:6.1f} ms/article  peak {peak:5.0f} MB  "
        f"{stages.removeprefix('time:').strip()}",
        flush=True,
    )


def say_bytes(folder: Path, articles: int) -> None:
    """Print how many kilobytes an article costs in each part of `folder`."""
    sizes: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file():
            sizes[path.relative_to(folder).parts[0]] += path.stat().st_size
    told = ", ".join(f"{name} {size / articles / 1e3:.1f}" for name, size in sizes.most_common(8))
    total = sum(sizes.values())
    print(
        f"{articles:6} articles  {folder.name}: {total / 1e6:.1f} MB, "
        f"{total / articles / 1e3:.1f} KB/article ({told})",
        flush=True,
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--pages-only", action="store_true")
    parser.add_argument("--jobs", default="2")
    given = parser.parse_args()
    options = ["--jobs", given.jobs, *(["--pages-only"] if given.pages_only else [])]
    main(given.sizes, options)
