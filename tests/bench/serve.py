"""Print how long `seedpress serve` takes from a saved seed to its pages, and to search and data.

    python tests/bench/serve.py [--jobs N] [--project FOLDER] [12 1000 10000 ...]

For each size a corpus is made and served; or the project in FOLDER is, in which seeds are then
added and removed again. Saved are a short new seed, one of 700 words, a change of it, and both are
removed. Printed are the seconds from the save until the server answers with the seed's page, until
every page that leads to it stands as it stays, until the server says that the pages are up to date,
and until search and data are; processor seconds; and the most memory that all its processes had.
"""

import argparse
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from corpus import project

SEEDPRESS = [
    sys.executable,
    "-c",
    "from seedpress.cli import main\nif __name__ == '__main__': main()",
]
SHORT = "A new one\n\nThe owners of the harbour met in {name} on Monday and agreed on nothing.\n"
LONGEST = 300  # seconds that are waited for anything


class Serving:
    """A server, what it says and when, and its processes' memory."""

    def __init__(self, root: Path, jobs: str) -> None:
        self.root = root
        self.said: list[tuple[float, str]] = []
        self.peak = 0
        self._process = subprocess.Popen(
            [*SEEDPRESS, "serve", "--port", "0", "--jobs", jobs],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,  # its processes are told by their session
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._weigh, daemon=True).start()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self.said.append((time.time(), line.rstrip()))

    def _weigh(self) -> None:
        while self._process.poll() is None:
            self.peak = max(self.peak, sum(map(_memory, _session(self._process.pid))))
            time.sleep(0.2)

    def until(self, wanted: str, since: int = 0) -> tuple[float, str]:
        """When it said a line that begins so, and the line."""
        end = time.time() + LONGEST
        while time.time() < end:
            for when, line in self.said[since:]:
                if line.startswith(wanted):
                    return when, line
            if self._process.poll() is not None:
                break
            time.sleep(0.005)
        raise SystemExit("\n".join(line for _, line in self.said))

    def used(self) -> float:
        """Processor seconds of all that its processes did, and those that they waited for."""
        return sum(map(_used, _session(self._process.pid)))

    def __enter__(self) -> "Serving":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.send_signal(signal.SIGINT)
        try:
            self._process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)


def _session(leader: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdecimal() and os.getsid(int(entry.name)) == leader:
                found.append(int(entry.name))
        except ProcessLookupError:
            continue
    return found


def _used(process: int) -> float:
    try:
        told = (
            Path(f"/proc/{process}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        )
    except OSError:
        return 0
    return sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int) -> int:
    """Bytes of a process; of what it shares with others, its share."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return 1024 * int(re.search(r"^Pss: +(\d+)", text, re.MULTILINE)[1])  # type: ignore[index]


def measure(root: Path, jobs: str, size: int) -> None:
    """Serve a project and print what saves cost."""
    started = time.time()
    with Serving(root, jobs) as server:
        when, serving = server.until("serving ")
        print(f"{size:6} articles  {'start':13} {when - started:6.2f} s", flush=True)
        for what, deed in deeds(root / "seeds"):
            time.sleep(4)  # a seed is read twice if it was written just before
            cost = save(server, deed, root, serving.split()[1])
            print(f"{size:6} articles  {what:13} {cost}", flush=True)
    print(f"{size:6} articles  peak {server.peak / 1e6:.0f} MB", flush=True)


def deeds(seeds: Path) -> list[tuple[str, Callable[[], object]]]:
    """What is saved: (its name, the deed)."""
    first, *_, last = sorted(seeds.glob("0*.txt"))
    title = first.read_text("utf-8").split(" and ")[0]
    short, long = seeds / "zz-short.txt", seeds / "zz-long.txt"
    # The first half of one and the second of another: names and words are known, the text is not.
    halves = first.read_text("utf-8").split("\n\n"), last.read_text("utf-8").split("\n\n")
    head, tail = (len(half) // 2 for half in halves)
    text = "\n\n".join([f"Again {halves[0][0]}", *halves[0][1:head], *halves[1][tail:]])
    return [
        ("short seed", lambda: short.write_text(SHORT.format(name=title), "utf-8")),
        ("700 words", lambda: long.write_text(text, "utf-8")),
        ("changed", lambda: long.write_text(f"{text}\nNothing came of it.\n", "utf-8")),
        ("both removed", lambda: (short.unlink(), long.unlink())),
    ]


def save(server: Serving, deed: Callable[[], object], root: Path, address: str) -> str:
    """What one save costs, as a line."""
    since, before, used = len(server.said), _articles(root), server.used()
    saved = time.time()
    deed()
    seen = _Seen(root, address, before)
    done, line = server.until("time:", since)
    told = next((when for when, line in server.said[since:] if line.startswith("the pages")), done)
    seen.over = True
    seen.thread.join()
    seeds = [*root.glob("seeds/zz-*.txt")]
    linked = _linked(root, saved, _articles(root) - before, bool(seeds))
    page = f"{seen.when - saved:6.2f}" if seen.when else "     –"
    return (
        f"page {page}  its links {linked - saved if linked else 0:6.2f}  "
        f"pages {told - saved:6.2f}  all {done - saved:6.2f} s  "
        f"cpu {server.used() - used:6.1f} s  ({line.removeprefix('time:').strip()})"
    )


def _articles(root: Path) -> set[str]:
    return {folder.name for folder in (root / "site" / "articles").iterdir()}


class _Seen:
    """Asks the server for a new article's page until it is there."""

    def __init__(self, root: Path, address: str, before: set[str]) -> None:
        self.when, self.over = 0.0, False
        self._root, self._address, self._before = root, address, before
        self.thread = threading.Thread(target=self._ask, daemon=True)
        self.thread.start()

    def _ask(self) -> None:
        while not self.over and not self.when:
            for name in _articles(self._root) - self._before:
                try:
                    with urlopen(f"{self._address}articles/{name}/"):  # noqa: S310 - our own
                        self.when = time.time()
                except HTTPError:
                    continue
            time.sleep(0.02)


def _linked(root: Path, saved: float, new: set[str], there: bool) -> float:
    """When the last page was put in that leads to a new article; where none is, the last at all."""
    last = 0.0
    for kind in ("articles", "entities", "keywords"):
        for page in (root / "site" / kind).rglob("*.html"):
            put_in = page.stat().st_ctime
            if put_in > saved and (
                not new or not there or any(name.encode() in page.read_bytes() for name in new)
            ):
                last = max(last, put_in)
    return last


def main(sizes: list[int], given: Path | None, jobs: str) -> None:
    """Measure a project, or new ones of each size."""
    if given:
        measure(given, jobs, len(list(given.glob("seeds/*.txt"))))
        return
    for size in sizes:
        with project(size) as root:
            measure(root, jobs, size)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[12, 1000])
    parser.add_argument("--project", type=Path)
    parser.add_argument("--jobs", default="2")
    given = parser.parse_args()
    main(given.sizes, given.project, given.jobs)
