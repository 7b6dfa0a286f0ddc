"""Print seconds by stage, processor time and peak memory of whole builds of growing corpora.

    python tests/bench/build.py [100 1000 ...]

Each size is built cold, with nothing changed, and with one seed added. The cost of an article
must not grow with their number: compare the column `ms/article` from size to size.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from corpus import ROOT, make

SEEDPRESS = [sys.executable, "-c", "from seedpress.cli import main; main()"]


def main(sizes: list[int]) -> None:
    """Build a corpus of each size and print what it cost."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="seedpress-bench-") as folder:
            root = Path(folder)
            (root / "docs").mkdir()
            for name in ("mkdocs.yml", "docs/about.md"):
                (root / name).write_bytes((ROOT / name).read_bytes())
            make(size, root / "seeds")
            build(root, size, "cold", size)
            build(root, size, "nothing changed", size)
            (root / "seeds" / "added.txt").write_text(
                "A new one\n\nRussia met Ukraine in Jeddah.\n"
            )
            build(root, size, "one seed added", size)
            print(f"{size:6} articles  site {megabytes(root / 'site'):.1f} MB\n", flush=True)


def build(root: Path, size: int, what: str, articles: int) -> None:
    """Run one build with one worker and print its figures."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [*SEEDPRESS, "build", "--jobs", "1"], cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    stages = next(line for line in done.stdout.splitlines() if line.startswith("time:"))
    print(
        f"{size:6} articles  {what:16} {cpu:7.1f} s cpu {1000 * cpu / articles:7.1f} ms/article  "
        f"peak so far {after.ru_maxrss / 1024:.0f} MB  {stages.removeprefix('time:').strip()}"
    )


def megabytes(folder: Path) -> float:
    """Size of all files below `folder`."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6


if __name__ == "__main__":
    main([int(n) for n in sys.argv[1:]] or [100, 1000])
