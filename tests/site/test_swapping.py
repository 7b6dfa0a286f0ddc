"""Two folders change places, and whatever instant a build dies at, the next one puts it right."""

import errno
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from seedpress.errors import SiteError
from seedpress.settings import Settings
from seedpress.site import swapping as swap

from .conftest import tree


def make(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, "utf-8")
    (folder / f"{text}.html").write_text(text, "utf-8")
    return folder


OLD = {"index.html": b"old", "old.html": b"old"}
MEMORY = Path("/dev/shm")  # noqa: S108 - a file system, no name in it is guessed
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


def test_a_site_that_may_not_be_written_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make(tmp_path / "site", "old")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(PermissionError) as caught:
        swap.prepare(site)
    assert caught.value.filename == str(site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_on_another_disk_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make(tmp_path / "site", "old")

    def refused(one: Path, other: Path) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link", str(one), None, str(other))

    monkeypatch.setattr(os, "rename", refused)
    with pytest.raises(SiteError, match=r"site: is a mount or a disk of its own.*`site/public`"):
        swap.prepare(site)
    assert tree(site) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no second file system")
def test_a_real_other_disk(tmp_path: Path) -> None:
    with TemporaryDirectory(dir=MEMORY) as folder:
        site = make(Path(folder) / "site", "old")
        (tmp_path / "site.new").mkdir()
        with pytest.raises(SiteError, match="a disk of its own"):
            swap._check_way(tmp_path / "site.new", site)


def test_a_folder_that_cannot_be_removed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "index.html")

    monkeypatch.setattr("shutil.rmtree", refused)
    with pytest.raises(PermissionError) as caught:
        swap.discard(make(tmp_path / "site.old", "old"))
    assert caught.value.filename == str(tmp_path / "site.old")


@pytest.mark.skipif(os.name != "posix", reason="links ask for a special right")
def test_a_site_that_is_a_link_stays_one(tmp_path: Path, way: str) -> None:
    real = make(tmp_path / "elsewhere" / "public", "old")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "site").symlink_to(real)
    site = Settings(root=tmp_path / "corpus").site_folder
    staged = swap.prepare(site)
    staged.rmdir()
    swap.swap_in(make(staged, "new"), site)
    assert tree(tmp_path / "corpus" / "site") == tree(real) == NEW
    assert [path.name for path in (tmp_path / "corpus").iterdir()] == ["site"]
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["public"]


@pytest.mark.skipif(os.name != "posix", reason="links ask for a special right")
def test_a_link_beside_the_site_goes_but_not_what_it_leads_to(tmp_path: Path) -> None:
    site, other = make(tmp_path / "site", "old"), make(tmp_path / "other", "new")
    (tmp_path / "site.new").symlink_to(other)
    assert not swap.prepare(site).is_symlink()
    assert tree(other) == NEW
