"""`serve` in a process of its own: it builds, serves, builds again, survives faults and ends."""

import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedpress.errors import SeedpressError
from seedpress.serve import serve
from seedpress.settings import Settings

PROGRAMME = """
import sys
from pathlib import Path
from seedpress.errors import SeedpressError
from seedpress.serve import serve
from seedpress.settings import Settings

root = Path(sys.argv[1])

def build(shown):
    text = (root / "seeds" / "a.txt").read_text()
    if "bad" in text:
        raise SeedpressError("a.txt: this seed is bad")
    if "bug" in text:
        raise ZeroDivisionError("a fault of ours")
    (root / "site").mkdir(exist_ok=True)
    (root / "site" / "index.html").write_text(f"<html><body>{text}</body></html>")
    if "third" in text:
        shown("search index and data files follow")
    print("built", text)

serve(build, Settings(root=root), port=0)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (tmp_path / "seeds" / "a.txt").write_text("first", "utf-8")
    return tmp_path


@pytest.fixture
def server(project: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-u", "-c", PROGRAMME, str(project)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        if process.poll() is None:
            process.kill()


def until(server: subprocess.Popen[str], wanted: str) -> str:
    """Read what it says until a line holds `wanted`; that line."""
    assert server.stdout
    said = []
    for line in server.stdout:
        said.append(line)
        if wanted in line:
            return line.strip()
    raise AssertionError(f"never said {wanted!r} but {said}")


def test_from_start_to_ctrl_c(server: subprocess.Popen[str], project: Path) -> None:
    until(server, "built first")
    address = until(server, "serving").split()[1]

    def shown() -> str:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own
            return str(answer.read().decode())

    assert "first" in shown()
    seed = project / "seeds" / "a.txt"
    seed.write_text("second", "utf-8")
    until(server, "built second")
    assert "second" in shown()
    seed.write_text("bad", "utf-8")
    until(server, "seedpress: a.txt: this seed is bad")
    assert "second" in shown()
    seed.write_text("bug", "utf-8")
    until(server, "ZeroDivisionError: a fault of ours")
    assert "second" in shown()
    seed.write_text("third", "utf-8")
    until(server, "search index and data files follow")
    until(server, "built third")
    assert "third" in shown()
    server.send_signal(signal.SIGINT)
    until(server, "stopped")
    assert server.wait(10) == 0


def test_a_port_that_is_taken_is_told(server: subprocess.Popen[str], project: Path) -> None:
    port = int(until(server, "serving").split()[1].rstrip("/").rpartition(":")[2])
    with pytest.raises(SeedpressError, match=f"127.0.0.1:{port}: cannot listen"):
        serve(lambda _shown: None, Settings(root=project), port=port)


def test_without_seeds_there_is_nothing_to_watch(tmp_path: Path) -> None:
    with pytest.raises(SeedpressError, match="no such folder"):
        serve(lambda _shown: None, Settings(root=tmp_path))
