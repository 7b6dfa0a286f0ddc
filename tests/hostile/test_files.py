"""Hostile file names and files that are none: published under a safe name, or reported."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from seedpress import pipeline, settings
from tests.hostile.filenames import write_names, write_special

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Built:
    """A corpus of such files, its pages written."""

    root: Path
    names: tuple[str, ...]
    special: tuple[str, ...]
    articles: tuple[dict[str, str], ...]
    reported: frozenset[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("names")
    for name in ("seeds", "docs", "outside"):
        (root / name).mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    names = write_names(root / "seeds")
    special = write_special(root / "seeds", root / "outside")
    report = pipeline.build(settings.load(root / "mkdocs.yml"), pipeline.Order(pages_only=True))
    lines = (root / "docs" / "data" / "articles.jsonl").read_text("utf-8").split("\n")[:-1]
    return Built(
        root,
        names,
        special,
        tuple(json.loads(line) for line in lines),
        frozenset(problem.seed for problem in report.problems),
    )


def test_every_file_is_published_or_reported(built: Built) -> None:
    published = {article["seed"] for article in built.articles}
    for name in built.names:
        if name.startswith("."):
            continue  # hidden files are the system's, not the publisher's
        shown = name.encode("utf-8", "backslashreplace").decode()
        assert (name in published) != (shown in built.reported), name


def test_what_is_no_regular_file_is_reported_and_not_followed(built: Built) -> None:
    assert set(built.special) <= built.reported
    assert not set(built.special) & {article["seed"] for article in built.articles}
    for page in (built.root / "docs").rglob("*"):
        if page.is_file():
            assert b"secret" not in page.read_bytes().lower(), page


def test_every_article_has_a_page_of_its_own_with_a_safe_name(built: Built) -> None:
    slugs = [article["slug"] for article in built.articles]
    assert len({slug.lower() for slug in slugs}) == len(slugs)
    for slug in slugs:
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,90}", slug)
        assert (built.root / "docs" / "articles" / f"{slug}.md").is_file()


def test_no_name_ran_and_nothing_was_written_elsewhere(built: Built) -> None:
    assert {p.name for p in built.root.iterdir()} == {
        "seeds",
        "docs",
        "outside",
        "mkdocs.yml",
        ".seedpress",
    }
    assert not (built.root / "seeds" / "ran").exists()
    assert not Path("ran").exists()
