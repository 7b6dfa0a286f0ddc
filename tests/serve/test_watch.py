"""What makes `serve` build again, and what must not: pages that the build itself wrote."""

from pathlib import Path

import pytest
from watchfiles import Change

from seedpress.manifest import MANIFEST
from seedpress.serve.watch import NotOurs, Watcher, is_settings
from seedpress.settings import Settings


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("mkdocs.yml", True),
        ("more.yaml", True),
        (".seedpress-zensical.yml", False),
        ("a.md", False),
    ],
)
def test_settings_are_the_visible_yaml_files(name: str, wanted: bool) -> None:
    assert is_settings(Change.modified, f"/corpus/{name}") is wanted


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("about.md", True),
        ("articles/own.md", True),
        ("own/folder.md", True),
        ("articles/made.md", False),
        ("articles", False),
        (MANIFEST, False),
        ("articles/.seedpress-x1y2", False),
        ("about.md~", False),
    ],
)
def test_own_pages_count_and_made_ones_do_not(tmp_path: Path, path: str, wanted: bool) -> None:
    (tmp_path / MANIFEST).write_text("articles/made.md\nindex.md\n", "utf-8")
    assert NotOurs(tmp_path)(Change.modified, str(tmp_path / path)) is wanted


def test_a_made_page_that_a_build_removed_was_made(tmp_path: Path) -> None:
    manifest = tmp_path / MANIFEST
    manifest.write_text("articles/made.md\n", "utf-8")
    wanted = NotOurs(tmp_path)
    manifest.write_text("articles/other.md\n", "utf-8")
    for name in ("made", "other"):
        assert not wanted(Change.deleted, str(tmp_path / "articles" / f"{name}.md"))


def test_a_saved_seed_is_heard(tmp_path: Path) -> None:
    for folder in ("seeds/deep", "docs"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    with Watcher(Settings(root=tmp_path)) as watcher:
        (tmp_path / "seeds" / "deep" / "a.txt").write_text("A seed.", "utf-8")
        assert watcher.wait() == ["a.txt"]
