import pytest

from seedpress.errors import SeedpressError
from seedpress.manifest import MANIFEST
from seedpress.model import Page
from seedpress.write import Desk, write


def files(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_text()
        for p in folder.rglob("*")
        if p.is_file() and p.name != MANIFEST
    }


def test_writes_then_leaves_equal_bytes_untouched(tmp_path):
    pages = [Page("a/x.md", "one"), Page("data.bin", b"two")]
    assert write(pages, tmp_path).new == ("a/x.md", "data.bin")
    before = {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")}
    again = write(pages, tmp_path)
    assert again.unchanged == ("a/x.md", "data.bin")
    assert {p: p.stat().st_mtime_ns for p in tmp_path.rglob("*")} == before


def test_changed_and_removed(tmp_path):
    write([Page("a/x.md", "one"), Page("b/y.md", "y")], tmp_path)
    done = write([Page("a/x.md", "two")], tmp_path)
    assert (done.changed, done.removed) == (("a/x.md",), ("b/y.md",))
    assert files(tmp_path) == {"a/x.md": "two"}
    assert not (tmp_path / "b").exists()


def test_what_is_coming_is_left_until_all_else_stands(tmp_path):
    write([Page("a.md", "a"), Page("b.md", "b"), Page("x.md", "x"), Page("y.md", "y")], tmp_path)
    desk = Desk(tmp_path)
    desk.write([Page("a.md", "newer"), Page("c.md", "c")])
    gone = []
    desk.settle(lambda paths: gone.append(paths) or (), {"x.md", "y.md", "z.md"}.__contains__)
    assert gone == [{"b.md"}]
    assert files(tmp_path) == {"a.md": "newer", "c.md": "c", "x.md": "x", "y.md": "y"}
    assert (tmp_path / MANIFEST).read_text().split() == ["a.md", "c.md", "x.md", "y.md"]
    desk.write([Page("x.md", "newer"), Page("z.md", "z")])
    done = desk.tidy()
    assert files(tmp_path) == {"a.md": "newer", "c.md": "c", "x.md": "newer", "z.md": "z"}
    assert (tmp_path / MANIFEST).read_text().split() == ["a.md", "c.md", "x.md", "z.md"]
    assert (done.new, done.changed) == (("c.md", "z.md"), ("a.md", "x.md"))
    assert done.removed == ("b.md", "y.md")


def test_the_publishers_files_are_never_touched(tmp_path):
    (tmp_path / "index.md").write_text("mine")
    done = write([Page("index.md", "ours"), Page("x.md", "x")], tmp_path)
    assert [p.seed for p in done.problems] == ["index.md"]
    write([], tmp_path)
    assert files(tmp_path) == {"index.md": "mine"}


def test_after_a_crash_everything_of_ours_is_still_known(tmp_path, monkeypatch):
    def dies(*_):
        raise KeyboardInterrupt

    import seedpress.write as module

    real = module.put

    def put(target, data):
        return dies() if target.name == "b.md" else real(target, data)

    monkeypatch.setattr(module, "put", put)
    with pytest.raises(KeyboardInterrupt):
        write([Page("a.md", "a"), Page("b.md", "b")], tmp_path)
    monkeypatch.undo()
    done = write([Page("c.md", "c")], tmp_path)
    assert not done.problems
    assert files(tmp_path) == {"c.md": "c"}


@pytest.mark.parametrize("path", ["../x.md", "/etc/x.md", "a/../../x.md"])
def test_no_page_leaves_the_folder(tmp_path, path):
    with pytest.raises(SeedpressError, match="below docs"):
        write([Page(path, "x")], tmp_path)


def test_a_damaged_manifest_deletes_nothing_elsewhere(tmp_path):
    (tmp_path / "outside.md").write_text("keep")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / MANIFEST).write_text("../outside.md\n/etc/hostname\n")
    write([], docs)
    assert (tmp_path / "outside.md").read_text() == "keep"


DAMAGE = (
    b"",
    b"\0" * 4096,
    b"\xff\xfe\n" * 9,
    b"x" * 5000 + b"\na.md\n",
    b"b\nb/\n.\n./b\na.md/x\n\xed\xa0\x80\n",
)


@pytest.mark.parametrize("data", DAMAGE, ids=range(len(DAMAGE)))
def test_a_damaged_manifest_ends_no_build_and_loses_nothing(tmp_path, data):
    write([Page("a.md", "1")], tmp_path)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "mine.md").write_text("keep")
    (tmp_path / MANIFEST).write_bytes(data)
    done = write([Page("a.md", "2"), Page("c.md", "3")], tmp_path)
    assert (done.changed == ("a.md",)) != (len(done.problems) == 1)
    (tmp_path / "a.md").unlink()  # as the problem says
    assert not write([Page("a.md", "2"), Page("c.md", "3")], tmp_path).problems
    assert files(tmp_path) == {"a.md": "2", "c.md": "3", "b/mine.md": "keep"}


def test_two_pages_of_one_path_are_refused(tmp_path):
    with pytest.raises(SeedpressError, match="two pages"):
        write([Page("a.md", "1"), Page("a.md", "2")], tmp_path)


def test_what_a_killed_writer_left_is_swept_away(tmp_path):
    docs = tmp_path / "docs"
    write([Page("a/one.md", "1"), Page("b/two.md", "2")], docs)
    for name in ("a/.seedpress-new-x1", "b/.seedpress-new-x2"):
        (docs / name).write_text("half")
    (docs / "a" / ".mine").write_text("the publisher's")
    write([Page("a/one.md", "1")], docs)
    left = {path.relative_to(docs).as_posix() for path in docs.rglob("*")}
    assert left == {".seedpress-pages", "a", "a/one.md", "a/.mine"}
