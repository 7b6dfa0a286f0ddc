"""`seedpress new`: what it makes, what it refuses, and that a failure leaves nothing behind."""

from pathlib import Path

import pytest
import yaml

from seedpress import settings
from seedpress.errors import SeedpressError
from seedpress.new import new

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "build/seedpress/project"
EXPECTED = [
    ".gitignore",
    "docs/about.md",
    "mkdocs.yml",
    "seeds/ferry-line.txt",
    "seeds/paper-mill.md",
]


def files_below(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize("there", [False, True], ids=["new", "empty"])
def test_makes_a_whole_project(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "deep" / "corpus"
    if there:
        folder.mkdir(parents=True)
    made = new(folder)
    assert files_below(folder) == EXPECTED
    assert [p.relative_to(folder).as_posix() for p in made] == EXPECTED
    assert all(p.read_bytes() for p in made)


def test_files_are_the_templates_bytes(tmp_path: Path) -> None:
    for path in new(tmp_path):
        name = path.relative_to(tmp_path).as_posix().replace(".gitignore", "gitignore")
        assert path.read_bytes() == (TEMPLATE / name).read_bytes()


def test_two_projects_are_equal(tmp_path: Path) -> None:
    one, two = new(tmp_path / "one"), new(tmp_path / "two")
    assert [p.read_bytes() for p in one] == [p.read_bytes() for p in two]


def test_settings_load_and_every_option_shown_is_known(tmp_path: Path) -> None:
    new(tmp_path)
    config = tmp_path / "mkdocs.yml"
    assert settings.load(config).name == "My corpus"
    text = config.read_text("utf-8")
    head, _, shown = text.partition("  # seedpress:\n")
    options = "".join(line.replace("  # ", "  ", 1) for line in shown.splitlines(keepends=True))
    config.write_text(head.replace("seedpress: {}", "seedpress:") + options, "utf-8")
    loaded = settings.load(config)
    assert "min_articles" in options
    assert (loaded.keywords, loaded.entities, loaded.pages) == (
        settings.KeywordSettings(),
        settings.EntitySettings(),
        settings.PageSettings(),
    ), "the comments promise defaults"


def test_the_template_says_what_the_repository_says(tmp_path: Path) -> None:
    new(tmp_path)
    ours, theirs = (
        yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (ROOT, tmp_path)
    )
    own = {"site_name", "site_description", "exclude_docs"}  # the pictures are the README's
    assert {k: v for k, v in theirs.items() if k not in own} == {
        k: v for k, v in ours.items() if k not in own
    }
    ignored, wanted = (
        set((folder / ".gitignore").read_text("utf-8").splitlines()) for folder in (tmp_path, ROOT)
    )
    assert {line for line in wanted if line.startswith("/docs/")} <= ignored


def test_refuses_an_occupied_folder_and_leaves_it_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(SeedpressError, match=r"holds 'letter\.txt' already"):
        new(tmp_path)
    assert files_below(tmp_path) == ["letter.txt"]


def test_refuses_a_file(tmp_path: Path) -> None:
    (tmp_path / "here").write_text("")
    with pytest.raises(SeedpressError, match="is a file"):
        new(tmp_path / "here")


@pytest.mark.parametrize("kind", [OSError, KeyboardInterrupt])
def test_a_copy_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[BaseException]
) -> None:
    really = Path.write_bytes

    def full_disk(self: Path, data: bytes) -> int:
        if self.name == "mkdocs.yml":
            really(self, data[:10])
            raise kind(28, "No space left on device")
        return really(self, data)

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(SeedpressError if kind is OSError else kind):
        new(tmp_path / "corpus")
    assert list(tmp_path.rglob("*")) == []
