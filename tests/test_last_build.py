"""Nothing is done only where nothing changed: neither sources nor pages."""

import os

import pytest

from seedpress import last_build
from seedpress.last_build import Published
from seedpress.model import Changes, Edition, Page, Problem, Told
from seedpress.report import Counts, Report
from seedpress.settings import Settings
from seedpress.write import write

REPORT = Counts(1, 2, 3, 4)


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "seeds" / "sub").mkdir(parents=True)
    (tmp_path / "seeds" / "a.txt").write_text("a")
    (tmp_path / "seeds" / "sub" / "b.txt").write_text("b")
    return Settings(root=tmp_path)


def finish(settings, problems=()):
    """Do as a build does, and remember it."""
    made_from = last_build.sources(settings, "code")
    written = write([Page("x.md", "x"), Page("a/y.md", "y")], settings.docs_folder)
    report = Report(REPORT, 0, Changes(new=("a.txt",)), problems, written)
    last_build.remember_edition(settings, Published(Edition(), Changes()))
    last_build.remember(settings, made_from, report)


def recalled(settings, code="code"):
    return last_build.recall(settings, last_build.sources(settings, code))


def test_what_a_build_found_is_told_again(settings):
    problem = Problem("a.txt", "too short", "write more", 3)
    finish(settings, (problem,))
    told = recalled(settings)
    assert told.counts == REPORT
    assert told.problems == (problem,)
    assert told.changes == Changes(first=False)
    assert told.written.unchanged == ("a/y.md", "x.md")


def touch(path):
    """As much later as any clock can tell."""
    path.write_bytes(path.read_bytes())
    os.utime(path, ns=(1, path.stat().st_mtime_ns + 10_000_000_000))


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "seeds" / "c.txt").write_text("c"),
        lambda root: (root / "seeds" / "a.txt").unlink(),
        lambda root: touch(root / "seeds" / "sub" / "b.txt"),
        lambda root: (root / "seeds" / "a.txt").rename(root / "seeds" / "z.txt"),
        lambda root: (root / "seeds" / "authority.yml").write_text("entities: []"),
        lambda root: (root / "docs" / "x.md").unlink(),
        lambda root: touch(root / "docs" / "a" / "y.md"),
        lambda root: (root / "docs" / ".seedpress-pages").unlink(),
        lambda root: (root / ".seedpress" / "edition.json").unlink(),
        lambda root: (root / ".seedpress" / "edition.json").write_bytes(b"rubbish"),
        lambda root: (root / ".seedpress" / "build.json").write_text("{}"),
        lambda root: (root / ".seedpress" / "build.json").write_bytes(b"\xff"),
    ],
)
def test_any_change_is_noticed(settings, change):
    finish(settings)
    assert recalled(settings)
    change(settings.root)
    assert recalled(settings) is None


def test_other_settings_or_code_are_noticed(settings):
    finish(settings)
    assert recalled(settings, "other code") is None
    assert recalled(Settings(root=settings.root, name="Other")) is None
    last_build.forget(settings)
    assert recalled(settings) is None


def test_pages_of_the_publishers_own_do_not_matter(settings):
    finish(settings)
    (settings.docs_folder / "about.md").write_text("mine")
    assert recalled(settings)


def test_a_build_that_could_not_write_a_page_is_not_remembered(settings):
    settings.docs_folder.mkdir()
    (settings.docs_folder / "x.md").write_text("mine")
    finish(settings)
    assert recalled(settings) is None


def test_no_folder_of_seeds_is_nothing_to_remember(tmp_path):
    assert last_build.sources(Settings(root=tmp_path), "code") == ""


def test_an_edition_comes_back_as_it_was(settings):
    assert last_build.published(settings) is None
    edition = Published(Edition({"a.txt": Told("00", "A", ("x",))}), Changes(new=("a.txt",)))
    last_build.remember_edition(settings, edition)
    assert last_build.published(settings) == edition
