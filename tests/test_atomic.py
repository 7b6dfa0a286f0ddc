import errno
import os
from pathlib import Path

import pytest

from seedpress.atomic import Laid, put, remove


def test_what_a_killed_process_of_the_same_number_left_is_in_nobodys_way(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", refused)
        patched.setattr(Path, "unlink", refused)
        with pytest.raises(KeyboardInterrupt):
            put(tmp_path / "a.md", b"1")
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".seedpress-new-")
    assert put(tmp_path / "a.md", b"2") == "new"
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.md", "2")]


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
@pytest.mark.parametrize("mask", [0o077, 0o022, 0o000])
def test_everybody_may_read_what_is_published(tmp_path, mask):
    before = os.umask(mask)
    try:
        put(tmp_path / "a.md", b"1")
        put(tmp_path / "b.gz", laid(tmp_path, b"1"))
    finally:
        os.umask(before)
    for name in ("a.md", "b.gz"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o644


def laid(folder: Path, data: bytes) -> Laid:
    file = folder / "laid"
    file.write_bytes(data)
    return Laid(file, len(data), "")


@pytest.mark.parametrize("before", [None, b"12", b"13", b"1"])
@pytest.mark.parametrize("elsewhere", [False, True])
def test_what_is_laid_in_a_file_is_put_as_if_it_was_handed_on(
    tmp_path, monkeypatch, before, elsewhere
):
    target, replace = tmp_path / "below" / "a.gz", Path.replace
    if before is not None:
        target.parent.mkdir()
        target.write_bytes(before)
        os.utime(target, ns=(1, 1))

    def moved(file: Path, to: Path) -> Path:
        if elsewhere and file.name == "laid":
            raise OSError(errno.EXDEV, "another disk")
        return replace(file, to)

    monkeypatch.setattr(Path, "replace", moved)
    (tmp_path / "room").mkdir()
    state = {None: "new", b"12": "unchanged"}.get(before, "changed")
    assert put(target, laid(tmp_path / "room", b"12")) == state
    assert target.read_bytes() == b"12"
    assert (target.stat().st_mtime_ns == 1) == (state == "unchanged")
    assert [*(tmp_path / "room").iterdir()] == []
    assert [path.name for path in target.parent.iterdir()] == ["a.gz"]


def test_who_cannot_put_what_is_laid_names_the_file_that_readers_know(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError) as told:
        put(tmp_path / "a.gz", laid(tmp_path, b"1"))
    assert told.value.filename == str(tmp_path / "a.gz")


def test_a_file_goes_with_the_folders_that_it_leaves_empty(tmp_path):
    below = tmp_path / "below"
    for name in ("a/b/c.md", "a/d/e.md", "a/d/f.md"):
        put(below / name, b"1")
    (tmp_path / "linked").mkdir()
    (below / "link").symlink_to(tmp_path / "linked")
    for name in ("a/b/c.md", "a/d/e.md", "a/x/y.md", "link/z.md"):
        remove(below, name)
    left = sorted(path.relative_to(below).as_posix() for path in below.rglob("*"))
    assert left == ["a", "a/d", "a/d/f.md", "link"]
    remove(below, "a/d/f.md")
    remove(below, "link")
    assert [*below.iterdir()] == []


def test_a_folder_that_cannot_go_is_told(tmp_path, monkeypatch):
    def refused(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, "no")

    for name in ("a/b.md", "a/c.md"):
        put(tmp_path / name, b"1")
    monkeypatch.setattr(Path, "rmdir", refused)
    remove(tmp_path, "a/b.md")  # it holds another
    with pytest.raises(PermissionError):
        remove(tmp_path, "a/c.md")
