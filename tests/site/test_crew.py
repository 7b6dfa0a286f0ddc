"""Whoever makes the pages, and in how many pieces: the same site comes out."""

import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from seedpress.beside import Beside
from seedpress.errors import SiteError
from seedpress.settings import Settings, load
from seedpress.site import SiteReport, build_site, crew
from seedpress.site.engines import mkdocs_part
from seedpress.site.standing import forget
from seedpress.workers import several

from .conftest import CONFIG, tree

BROKEN = "# Odd\n\n[gone](gone.md)\n"


@pytest.fixture
def site(project: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A project of pages of ours and the publisher's, whose pages are worth another process."""
    monkeypatch.setattr(crew, "WORTH", 1)
    monkeypatch.setattr(crew, "SHARE", 2)
    (project.root / "mkdocs.yml").write_text(CONFIG + "not_in_nav: /articles/\n", "utf-8")
    (project.docs_folder / "articles" / "odd.md").write_text(BROKEN, "utf-8")
    (project.docs_folder / "hand.html").write_text("<p>Copied.</p>\n", "utf-8")
    ours = sorted((project.docs_folder / "articles").iterdir())
    listed = [path.relative_to(project.docs_folder).as_posix() for path in ours]
    (project.docs_folder / ".seedpress-pages").write_text("\n".join(listed), "utf-8")
    return load(project.root / "mkdocs.yml")


def made(
    settings: Settings, start: Callable[..., Any] | None = None, **given: Any
) -> tuple[dict[str, bytes], SiteReport]:
    """The site that is made from nothing, and what was said of it."""
    forget(settings)
    report = build_site(settings, start=start, **given)
    return tree(settings.site_folder), report


def of_the_engine(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> tuple[object, object]:
    """The site as the engine makes it in one piece."""
    with monkeypatch.context() as patched:
        patched.setattr(mkdocs_part, "KNOWN", {"mkdocs": "0."})
        return made(settings)


def test_a_site_in_pieces_is_what_the_engine_makes(
    site: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, said = of_the_engine(monkeypatch, site)
    pieces, told = made(site)
    assert pieces == whole
    assert set(told.problems) == set(said.problems)  # type: ignore[attr-defined]
    assert len(told.problems) > 0  # type: ignore[attr-defined]


@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["sample", "real"])
def test_a_corpus_in_pieces_is_what_the_engine_makes(
    corpus: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built = request.getfixturevalue(corpus)
    shutil.copytree(built.docs, tmp_path / "docs")
    shutil.copy(built.root / "mkdocs.yml", tmp_path)
    (tmp_path / "seeds").mkdir()
    settings = load(tmp_path / "mkdocs.yml")
    assert made(settings) == of_the_engine(monkeypatch, settings)


def test_other_processes_make_the_same_site(site: Settings) -> None:
    alone = made(site)
    begun = []
    with several(2) as start:
        assert start

        def counted(work: Callable[..., Any], task: crew.Task) -> "Future[Any]":
            begun.append(start(work, task))
            return begun[-1]

        assert made(site, counted) == alone
    told = [path for future in begun for path in future.result().told]
    assert sorted(told) == [
        *("articles/index.html", "articles/odd/index.html"),
        *(f"articles/story-{n}/index.html" for n in range(3)),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="nowhere else is a process copied")
@pytest.mark.parametrize("dies", [False, True])
def test_a_copy_of_this_process_makes_the_same_site(
    site: Settings, monkeypatch: pytest.MonkeyPatch, dies: bool
) -> None:
    monkeypatch.setattr(crew, "WORTH", 9)
    alone, begun = made(site), []

    class Copied(Beside):
        def start(self, work: Callable[..., Any], task: Any, waits: bool = False) -> Any:
            begun.append(super().start(_dies if dies else work, task, waits))
            return begun[-1]

    same = made(site, None, beside=lambda: Copied(copied=True))
    assert same == alone
    assert not begun  # it is not worth it
    monkeypatch.setattr(crew, "WORTH_A_COPY", 5)
    same = made(site, None, beside=lambda: Copied(copied=True))
    assert len(begun) == 1
    if dies:
        _same_but_told(same, alone)
    else:
        assert same == alone


def test_other_processes_are_others() -> None:
    with several(2) as start:
        assert start
        assert start(_process, "").result() != os.getpid()


def _process(_thing: str) -> int:
    return os.getpid()


def _dies(_thing: object) -> None:
    os._exit(3)


def test_what_a_process_that_dies_leaves_is_made_here(site: Settings) -> None:
    alone = made(site)
    with several(2) as start:
        assert start

        def deadly(_work: object, task: crew.Task) -> "Future[Any]":
            return start(_dies, task)

        _same_but_told(made(site, deadly), alone)

    def dead(_work: object, _task: crew.Task) -> "Future[Any]":
        raise BrokenExecutor

    _same_but_told(made(site, dead), alone)


def _same_but_told(here: tuple[object, SiteReport], alone: tuple[object, SiteReport]) -> None:
    """The same was made, and people are told once why it took so long."""
    assert here[1].made == f"{alone[1].made}; {crew.ENDED}"
    assert (here[0], replace(here[1], made=alone[1].made)) == alone


def test_others_get_ready_before_there_are_pages_for_them(site: Settings) -> None:
    whole, _ = made(site)
    asked: list[crew.Task] = []

    def start(work: Callable[[crew.Task], crew.Made], task: crew.Task) -> "Future[crew.Made]":
        asked.append(task)
        future: Future[crew.Made] = Future()
        if task[-1]:
            future.set_result(work(task))
        else:  # what becomes of it is nobody's business
            future.set_exception(SiteError("mkdocs: no more paper"))
        return future

    assert made(site, start)[0] == whole
    assert [bool(task[-1]) for task in asked[: crew.AHEAD + 1]] == [False] * crew.AHEAD + [True]


def test_a_fault_is_told_once_nobody_writes_any_more(site: Settings) -> None:
    before, _ = made(site)
    under_way: Future[Any] = Future()
    under_way.set_running_or_notify_cancel()

    def faulty(_work: object, task: crew.Task) -> "Future[Any]":
        future: Future[Any] = Future()
        if not task[-1]:  # who gets ready
            return future
        if begun:
            return under_way
        begun.append(task)
        future.set_exception(SiteError("mkdocs: no more paper"))
        under_way.set_result(None)
        return future

    begun: list[crew.Task] = []
    with pytest.raises(SiteError, match="no more paper"):
        made(site, faulty)
    assert tree(site.site_folder) == before
    assert not site.site_folder.with_name("site.new").exists()
