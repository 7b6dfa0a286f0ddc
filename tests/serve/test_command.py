"""`seedpress serve` as it is run: saves, faults, an end of its builder, Ctrl-C in a build."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import SEEDPRESS, Project, project
from .test_serve import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

SEED = "Quiet Day at the {place}\n\nThe keeper counted {count} ships before noon on Monday.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Project:
    made = project(tmp_path / "c")
    save(made, "Lighthouse", "seven")
    return made


@pytest.fixture
def server(corpus: Project) -> Iterator[subprocess.Popen[str]]:
    command = [SEEDPRESS, "serve", "--port", "0", "--jobs", "2"]
    with subprocess.Popen(
        command,
        cwd=corpus.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        yield process
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def save(corpus: Project, place: str, count: str) -> None:
    seed = corpus.root / "seeds" / f"{place.lower()}.txt"
    seed.write_text(SEED.format(place=place, count=count), "utf-8")


def shown(corpus: Project, address: str, place: str) -> str:
    """The page of an article, as the server has it."""
    (name,) = (p.name for p in (corpus.site / "articles").glob(f"*{place.lower()}*"))
    with urllib.request.urlopen(f"{address}articles/{name}/", timeout=5) as answer:  # noqa: S310
        return str(answer.read().decode())


def processes(session: int) -> dict[int, str]:
    """The commands that run in a session, by their numbers."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if os.getsid(int(folder.name)) == session:
                    found[int(folder.name)] = (folder / "cmdline").read_text("utf-8", "replace")
            except (ProcessLookupError, FileNotFoundError):
                continue
    return {process: command for process, command in found.items() if command}  # the others ended


def builder_of(server: subprocess.Popen[str]) -> int:
    (found,) = (p for p, line in processes(server.pid).items() if "spawn_main" in line)
    return found


def test_saves_and_faults_and_ends(server: subprocess.Popen[str], corpus: Project) -> None:
    address = until(server, "serving").split()[1]
    assert "counted seven ships" in shown(corpus, address, "Lighthouse")

    os.kill(builder_of(server), signal.SIGKILL)
    save(corpus, "Lighthouse", "eight")
    until(server, "time:")
    assert "counted eight ships" in shown(corpus, address, "Lighthouse")

    save(corpus, "Lighthouse", "nine")
    until(server, "lighthouse.txt changed")
    save(corpus, "Harbour", "ten")  # while the other is built
    until(server, "time:")
    until(server, "harbour.txt changed")
    until(server, "time:")
    assert "counted nine ships" in shown(corpus, address, "Lighthouse")
    assert "counted ten ships" in shown(corpus, address, "Harbour")

    config = corpus.root / "mkdocs.yml"
    good = config.read_text("utf-8")
    config.write_text(good.replace("seedpress: {", "seedpress: {nonsense: 1"), "utf-8")
    until(server, "unknown setting `nonsense`")
    assert "counted ten ships" in shown(corpus, address, "Harbour")
    config.write_text(good, "utf-8")
    until(server, "time:")

    save(corpus, "Harbour", "twelve")
    until(server, "harbour.txt changed")
    os.killpg(server.pid, signal.SIGINT)  # as a terminal does, who tells it to all
    until(server, "stopped")
    assert server.wait(30) == 0
    ended = time.monotonic() + 10  # the last of them ends when it hears that the others have
    while processes(server.pid) and time.monotonic() < ended:
        time.sleep(0.05)
    assert processes(server.pid) == {}
    corpus.build()
    assert "counted twelve ships" in next(corpus.site.glob("articles/*harbour*/*.html")).read_text()
