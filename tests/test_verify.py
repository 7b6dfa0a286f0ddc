"""`build --verify`: what a second build, made elsewhere and from nothing, gives too."""

import tempfile
from pathlib import Path

import pytest

from seedpress.errors import SeedpressError
from seedpress.settings import Settings
from seedpress.verify import verify
from tests.conftest import Project


@pytest.fixture
def corpus(empty: Project) -> Project:
    for day in ("Monday", "Friday"):
        text = f"Truce holds on {day}\n\nThe truce held in Kursk on {day}, Ann Lee said.\n"
        (empty.root / "seeds" / f"{day}.txt").write_text(text, "utf-8")
    return empty


@pytest.fixture(autouse=True)
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that nobody else uses."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)  # where it was found to be before
    return folder


def test_a_whole_site_is_the_same(sample: Project, temporary: Path) -> None:
    said = sample.build("--verify", "--jobs", "1")
    count = sum(p.is_file() for folder in (sample.docs, sample.site) for p in folder.rglob("*"))
    assert f"verified: {count} files are the same" in said
    assert not [*temporary.glob("seedpress-verify-*")]


def test_pages_that_depend_on_the_past_are_the_same(corpus: Project) -> None:
    corpus.build("--pages-only")
    path = corpus.root / "seeds" / "Monday.txt"
    path.write_text(path.read_text("utf-8").replace("Truce", "Peace", 1), "utf-8")
    (corpus.docs / "images").mkdir()
    (corpus.docs / "images" / "mine.png").write_bytes(b"\x89PNG")
    assert "files are the same" in corpus.build("--pages-only", "--verify")
    assert list((corpus.docs / "articles").glob("truce-holds-on-monday-*.md"))  # leads on
    assert "Peace holds" in (corpus.docs / "changes.md").read_text("utf-8")


def test_every_file_that_differs_is_named(corpus: Project) -> None:
    corpus.build("--pages-only")
    templates = corpus.root / "templates"
    templates.mkdir()
    chance = "{{ [1, 2, 3, 4] | random }}" * 40
    (templates / "changes.md.j2").write_text(f"# What is new\n\n{chance}\n")
    config = corpus.root / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "  seedpress: {}\n" in text
    config.write_text(text.replace("seedpress: {}", "seedpress: {templates: templates}"), "utf-8")
    done = corpus.run("build", "--pages-only", "--verify")
    assert done.returncode == 1
    assert "docs/changes.md: differs in a second build\n" in done.stderr
    assert "1 of" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("folder", ["../docs", "/somewhere/docs", "."])
def test_folders_elsewhere_are_refused(tmp_path: Path, folder: str) -> None:
    settings = Settings(root=tmp_path, docs=folder)
    with pytest.raises(SeedpressError, match="only a folder below"):
        verify(settings, tmp_path / "mkdocs.yml", "mkdocs", 1, True)


def test_a_second_build_that_fails_is_told(corpus: Project) -> None:
    """As where a hook lives beside the project, which its copy does not see."""
    (corpus.root.parent / "base.yml").write_text("site_author: Ann Lee\n", "utf-8")
    config = corpus.root / "mkdocs.yml"
    config.write_text(f"INHERIT: ../base.yml\n{config.read_text('utf-8')}", "utf-8")
    done = corpus.run("build", "--verify")
    assert done.returncode == 1
    assert "the second build, which was to verify the first, failed: " in done.stderr
    assert "base.yml" in done.stderr
