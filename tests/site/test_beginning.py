"""An index that is begun before its pages are there has the bytes of one that is not."""

import shutil
import sys
from collections.abc import Callable, Iterable

import pytest

from seedpress.settings import Settings, load
from seedpress.site import build_site, foreseen, get_ready, indexing
from seedpress.site.indexing import index
from seedpress.site.pagefind import Begun, Files, made_by_pagefind
from seedpress.site.standing import forget

from .conftest import ARTICLE, field, tree
from .test_indexing import pages

FEW = {path: html for path, html in pages(12).items() if not path.startswith("index")}
LATER = '<!doctype html><html lang=""><head><title></title></head><body data-pagefind-body><p>zebra'


def test_pages_that_come_later_have_their_places() -> None:
    first, middle, *_, last = FEW
    with Begun(FEW | dict.fromkeys((first, middle, last), LATER), "en") as begun:
        assert index(FEW.items(), "en", begun=begun) == index(FEW.items(), "en")


def test_what_was_begun_with_others_is_not_taken() -> None:
    with Begun(FEW, "en") as begun:
        assert begun.finished({**FEW, "other/index.html": LATER}) is None
        assert begun.finished(dict(reversed(FEW.items()))) is None


def test_a_program_that_is_gone_is_not_waited_for() -> None:
    with Begun(FEW, "en") as begun:
        begun._program.kill()
        assert begun.finished(FEW) is None


@pytest.fixture
def site(project: Settings) -> Settings:
    """A project whose articles have a shard of their own."""
    with (project.root / "mkdocs.yml").open("a") as file:
        file.write("extra: {seedpress: {search: {shard: 4}}}\n")
    settings = load(project.root / "mkdocs.yml")
    entity = ARTICLE.format(title="Kyiv", fields=field("kind", "Place"), word="train")
    (settings.docs_folder / "entities" / "kyiv.md").write_text(entity, "utf-8")
    build_site(settings)
    return settings


@pytest.fixture
def from_nothing(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages each index had that was made from nothing."""
    seen: list[int] = []

    def counted(given: Iterable[tuple[str, str]], language: str) -> Files:
        every = [*given]
        seen.append(len(every))
        return made_by_pagefind(every, language)

    monkeypatch.setattr(indexing, "made_by_pagefind", counted)
    return seen


def add_story(settings: Settings) -> None:
    text = ARTICLE.format(title="New", fields=field("kind", "Article"), word="snow")
    (settings.docs_folder / "articles" / "a-new-story.md").write_text(text, "utf-8")


def add_page_of_no_kind(settings: Settings) -> None:
    (settings.docs_folder / "articles" / "page-2.md").write_text("# More\n\nOf it.\n", "utf-8")


def lose_readings(settings: Settings) -> None:
    add_story(settings)
    shutil.rmtree(settings.root / ".seedpress" / "readings")


def change_story(settings: Settings) -> None:
    add_story(settings)
    story = settings.docs_folder / "articles" / "story-1.md"
    story.write_text(story.read_text("utf-8").replace("lantern", "moon"), "utf-8")


def remove_story(settings: Settings) -> None:
    add_story(settings)
    (settings.docs_folder / "articles" / "story-1.md").unlink()


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (add_story, 0),
        (change_story, 0),
        (remove_story, 0),
        (add_page_of_no_kind, 0),
        (lose_readings, 1),
    ],
)
def test_a_site_with_a_shard_that_was_begun_is_the_same(
    site: Settings, from_nothing: list[int], change: Callable[[Settings], None], made: int
) -> None:
    change(site)
    report = build_site(site, late=tuple)
    assert report.made == "the pages that had changed"
    assert len(from_nothing) == made
    part = tree(site.site_folder)
    forget(site)
    build_site(site)
    assert tree(site.site_folder) == part


@pytest.mark.parametrize(
    ("guess", "again"),
    [("articles/a-new-story.md", 0), ("articles/another.md", 1), ("data/x.csv", 1), ("", 1)],
)
def test_what_was_foreseen_is_begun_before_there_are_pages(
    site: Settings, monkeypatch: pytest.MonkeyPatch, guess: str, again: int
) -> None:
    made: list[Begun] = []

    def begun(given: dict[str, str], language: str) -> Begun:
        made.append(Begun(given, language))
        return made[-1]

    monkeypatch.setattr(sys.modules["seedpress.site.beginning"], "Begun", begun)
    kept = get_ready(site, "mkdocs")
    with foreseen(site, kept, frozenset([guess] if guess else [])) as early:
        assert [*early.values()] == made
        made.clear()
        add_story(site)
        report = build_site(site, kept=kept, late=tuple, early=early)
    assert report.made == "the pages that had changed"
    assert len(made) == again
    part = tree(site.site_folder)
    forget(site)
    build_site(site)
    assert tree(site.site_folder) == part
