import os
from pathlib import Path

import pytest

from seedpress.atomic import put


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
    finally:
        os.umask(before)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644
