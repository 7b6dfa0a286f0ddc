"""Two folders change places, and whatever instant a build dies at, the next one puts it right."""

import os
from pathlib import Path

import pytest

from seedpress.site import swapping as swap

from .conftest import tree


def make(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, "utf-8")
    (folder / f"{text}.html").write_text(text, "utf-8")
    return folder


OLD = {"index.html": b"old", "old.html": b"old"}
NEW = {"index.html": b"new", "new.html": b"new"}


@pytest.fixture(params=["in one step", "by two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "by two renames":
        monkeypatch.setattr(swap, "_exchange", lambda _one, _other: False)
    return str(request.param)


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path, way: str) -> None:
    site = make(tmp_path / "site", "old")
    staged = swap.prepare(site)
    assert list(staged.iterdir()) == []
    staged.rmdir()
    swap.swap_in(make(staged, "new"), site)
    assert tree(site) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_of_all(tmp_path: Path, way: str) -> None:
    site = tmp_path / "far" / "site"
    staged = swap.prepare(site)
    (staged / "index.html").write_text("new", "utf-8")
    swap.swap_in(staged, site)
    assert tree(site) == {"index.html": b"new"}


class Killed(BaseException):
    """A build that dies."""


@pytest.mark.parametrize("step", range(5))
def test_killed_before_any_step_a_whole_site_comes_back(
    tmp_path: Path, way: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Die before the n-th change of the disk; the next `prepare` must find a whole site."""
    site = make(tmp_path / "site", "old")
    staged = tmp_path / "site.new"
    make(staged, "new")
    left = [step]

    def dying(function):
        def wrapper(*args, **kwargs):
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return function(*args, **kwargs)

        return wrapper

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", dying(Path.rename))
        patch.setattr(os, "unlink", dying(os.unlink))
        patch.setattr(os, "rmdir", dying(os.rmdir))
        patch.setattr(swap, "_exchange", dying(swap._exchange))
        try:
            swap.swap_in(staged, site)
        except Killed:
            pass
        else:
            assert step > 3
    swap.prepare(site)
    assert tree(site) in (OLD, NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "site.new"]
    assert tree(tmp_path / "site.new") == {}


def test_linux_exchanges_in_one_step(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", "old"), make(tmp_path / "other", "new")
    if not swap._exchange(one, other):
        pytest.skip("this file system cannot exchange two folders")
    assert (tree(one), tree(other)) == (NEW, OLD)


def test_an_exchange_that_fails_is_an_error(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", "old"), make(tmp_path / "other", "new")
    if not swap._exchange(one, other):
        pytest.skip("this file system cannot exchange two folders")
    with pytest.raises(FileNotFoundError):
        swap._exchange(one, tmp_path / "missing")
