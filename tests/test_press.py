"""Pages are made and written by one process or by several: nothing tells which."""

import os
import signal
import sys
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from time import sleep
from typing import ClassVar

import pytest

from seedpress import press as module
from seedpress.beside import Beside
from seedpress.errors import SeedpressError
from seedpress.last_pages import LastPages
from seedpress.model import Page, Sheaf
from seedpress.press import Press
from seedpress.settings import Settings
from seedpress.write import Written

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")
JOBS = pytest.mark.parametrize("jobs", [1, 2, 5])
MANY = 150
HERE = os.getpid()


@pytest.fixture(autouse=True)
def worth_it(monkeypatch):
    """Even so little, and whatever threads the tests' runner has."""
    monkeypatch.setattr(module, "WORTH", 2)
    if sys.platform == "linux":
        monkeypatch.setattr(module, "beside", lambda jobs: Beside(True) if jobs > 1 else None)


def given(tmp_path: Path) -> Settings:
    (tmp_path / ".seedpress").mkdir(parents=True)
    return Settings(root=tmp_path)


def sheaf(name: str, text: str = "", many: bool = True, make=None) -> Sheaf:
    """One of two pages in parts, of which the second has a key of its own."""

    def parts():
        yield Sheaf(f"{name}/1", "", lambda: [Page(f"{name}.md", f"{name} {text}")])
        yield Sheaf(f"{name}/2", f"two of {name}", lambda: [Page(f"{name}/2.md", name)])

    own = make or (lambda: [page for part in parts() for page in part.make()])
    return Sheaf(name, f"{name} {text}", own, None if make else parts, many)


def sheaves(text: str = "", most: int = MANY) -> list[Sheaf]:
    first = Sheaf("home", "", lambda: [Page("index.md", "home")])
    last = Sheaf("data", "", lambda: [Page("data/all.bin", b"\0\1")])
    return [first, *(sheaf(f"many/{n}", text) for n in range(most)), last]


def run(settings: Settings, made: list[Sheaf], jobs: int, instead=lambda _: ()) -> Written:
    last = LastPages(settings, "us")
    written = Press(settings.docs_folder, last, jobs).run(made, instead)
    last.remember(written)
    return written


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@JOBS
def test_what_is_made_does_not_depend_on_who_makes_it(tmp_path, jobs):
    settings = given(tmp_path / "several")
    written = run(settings, sheaves(), jobs)
    assert len(written.new) == 2 * MANY + 2
    one = given(tmp_path / "one")
    assert run(one, sheaves(), 1) == written
    assert tree(settings.docs_folder) == tree(one.docs_folder)


@JOBS
def test_what_stands_is_left_whoever_made_it(tmp_path, jobs):
    settings = given(tmp_path)
    run(settings, sheaves(), jobs)
    made: list[str] = []
    again = [sheaf(f"many/{n}", make=lambda: made.append("one") or []) for n in range(MANY)]
    written = run(settings, again, jobs)
    assert not made
    assert (len(written.unchanged), written.removed) == (2 * MANY, ("data/all.bin", "index.md"))
    written = run(settings, sheaves("other words", MANY - 1), jobs)
    assert len(written.changed) == MANY - 1
    assert written.removed == (f"many/{MANY - 1}.md", f"many/{MANY - 1}/2.md")


@JOBS
def test_what_is_noted_comes_back_whoever_noted_it(tmp_path, jobs):
    settings = given(tmp_path)
    last = LastPages(settings, "us")

    def noting(name: str) -> list[Page]:
        last.notes.put(name.encode(), name.encode())
        return [Page(f"{name}.md", name)]

    made = [sheaf(f"many/{n}", make=partial(noting, f"many/{n}")) for n in range(MANY)]
    last.remember(Press(settings.docs_folder, last, jobs).run(made, lambda _: ()))
    now = LastPages(settings, "us").notes
    assert all(now.last(each.name.encode()) == each.name.encode() for each in made)


@JOBS
def test_what_is_made_ahead_is_made_once(tmp_path, jobs):
    settings = given(tmp_path)
    run(settings, sheaves(), jobs)
    made: list[str] = []
    counted = sheaf("many/3", "now", make=lambda: made.append("") or [Page("many/3.md", "now")])
    whole = [*sheaves()[:4], counted, *sheaves()[5:]]
    last = LastPages(settings, "us")
    press = Press(settings.docs_folder, last, jobs)
    assert press.ahead([counted, sheaves()[9]]) == ["many/3.md"]
    assert (settings.docs_folder / "many" / "3.md").read_text() == "now"
    assert (settings.docs_folder / "many" / "3" / "2.md").exists()
    written = press.run(whole, lambda _: ())
    assert (written.changed, written.removed) == (("many/3.md",), ("many/3/2.md",))
    assert len(written.unchanged) == 2 * MANY
    assert made == [""]


@JOBS
def test_the_publishers_own_pages_are_told_and_left(tmp_path, jobs):
    settings = given(tmp_path)
    mine = settings.docs_folder / "many" / "7.md"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    written = run(settings, sheaves(), jobs)
    assert [problem.seed for problem in written.problems] == ["many/7.md"]
    assert mine.read_text() == "mine"


@JOBS
def test_what_would_go_may_be_kept(tmp_path, jobs):
    settings = given(tmp_path)
    run(settings, sheaves(), jobs)
    gone = {f"many/{MANY - 1}.md", f"many/{MANY - 1}/2.md"}

    def instead(paths):
        assert paths == gone
        return [Page(f"many/{MANY - 1}.md", "moved")]

    written = run(settings, sheaves("", MANY - 1), jobs, instead)
    assert (written.changed, written.removed) == ((min(gone),), (max(gone),))


@JOBS
def test_two_pages_of_one_path_are_refused(tmp_path, jobs):
    made = [*sheaves(), sheaf("again", make=lambda: [Page("many/3.md", "again")])]
    with pytest.raises(SeedpressError, match=r"many/3\.md: two pages"):
        run(given(tmp_path), [*made[:-2], made[-1]], jobs)


def fails() -> list[Page]:
    raise SeedpressError("a template of the publisher's is broken")


@JOBS
def test_what_a_page_raises_is_raised(tmp_path, jobs):
    made = [*(sheaf(f"many/{n}") for n in range(MANY)), sheaf("broken", make=fails)]
    with pytest.raises(SeedpressError, match="is broken"):
        run(given(tmp_path), made, jobs)


class Counted(Beside):
    """How many shares were left when each process began."""

    begun: ClassVar[list[int]] = []

    def start(self, work, thing, waits=False):
        self.begun.append(thing.left)
        return super().start(work, thing, waits)


class Asked(Press):
    """Remembers how much was left when others were last called."""

    left = 0

    def _call_others(self, left: int) -> None:
        self.left = left
        super()._call_others(left)


@LINUX
@pytest.mark.parametrize("jobs", [2, 3, 9])
@pytest.mark.parametrize("busy", [0, 20, 10_000])
def test_as_many_make_pages_as_cores_are_free(tmp_path, monkeypatch, jobs, busy):
    monkeypatch.setattr(module, "beside", lambda _: Counted(True))
    monkeypatch.setattr(Counted, "begun", [])
    asked = []

    def is_busy() -> bool:
        asked.append(True)
        return len(asked) <= busy

    settings = given(tmp_path)
    press = Asked(settings.docs_folder, LastPages(settings, "us"), jobs, is_busy)
    written = press.run(sheaves(), lambda _: ())
    assert len(written.new) == 2 * MANY + 2
    assert tree(settings.docs_folder)["many/77.md"] == b"many/77 "
    wanted = min(jobs - 1, module.MOST)
    at_once = min(jobs - 1 - (busy > 0), module.MOST)
    late = wanted - at_once if busy < 10_000 else 0
    assert len(Counted.begun) == at_once + late
    assert Counted.begun[:at_once] == [MANY] * at_once
    assert all(2 <= left < MANY for left in Counted.begun[at_once:])


def waits() -> list[Page]:
    """Made by this process: while it waits, only others draw."""
    while active_children():
        sleep(0.01)
    return []


@LINUX
def test_a_process_that_is_ended_is_told_and_the_next_build_carries_on(tmp_path):
    def one(number: int) -> list[Page]:
        if number == MANY // 2 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return [Page(f"many/{number}.md", "one")]

    settings = given(tmp_path)
    made = [sheaf(f"many/{n}", make=partial(one, n)) for n in range(MANY)]
    with pytest.raises(SeedpressError, match="ended from outside"):
        run(settings, [*made, Sheaf("waits", "", waits)], 2)
    written = run(settings, made, 1)
    assert not written.problems  # what was half done is known to be ours
    assert len(tree(settings.docs_folder)) == MANY + 1
