"""A site is left standing only where the same one would come out again."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import seedpress.site
from seedpress.settings import Settings, load
from seedpress.site import build_site, standing, whole
from seedpress.site.engines import Changed, Crew, Rendered
from seedpress.site.standing import recall
from seedpress.site.states import folders_of
from seedpress.sited import MEMORY

from .conftest import CONFIG, tree


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The runs of the engine that made a whole site, at once or in pieces; it really runs."""
    seen: list[str] = []
    for name, engine in whole.PARTS.items():

        def pieces(
            settings: Settings,
            into: Path,
            changed: Changed,
            crew: Crew,
            name: str = name,
            engine=engine,
        ) -> Rendered:
            made = engine(settings, into, changed, crew)
            seen.extend([name] * changed.whole)
            return made

        monkeypatch.setitem(whole.PARTS, name, pieces)
    for name, engine in seedpress.site.ENGINES.items():

        def run(
            settings: Settings, into: Path, search: bool, name: str = name, engine=engine
        ) -> object:
            seen.append(name)
            return engine(settings, into, search)

        monkeypatch.setitem(seedpress.site.ENGINES, name, run)
    return seen


def test_the_second_build_of_the_same_leaves_the_site_alone(
    project: Settings, runs: list[str]
) -> None:
    first = build_site(project)
    before = {path: path.stat().st_ino for path in project.site_folder.rglob("*")}
    assert build_site(project) == replace(first, made="nothing, the site is as it was")
    assert runs == ["mkdocs"]
    assert {path: path.stat().st_ino for path in project.site_folder.rglob("*")} == before


def append(text: str, *path: str) -> Callable[[Settings], None]:
    def change(project: Settings) -> None:
        with project.root.joinpath(*path).open("a", encoding="utf-8") as file:
            file.write(text)

    return change


def same_size_and_time(project: Settings) -> None:
    page = project.docs_folder / "about.md"
    was = page.stat()
    page.write_text(page.read_text("utf-8").replace("rhubarb", "cabbage"), "utf-8")
    os.utime(page, ns=(was.st_atime_ns, was.st_mtime_ns))


def count_another(memory: Path) -> None:
    """Have the memory tell of another number of pages."""
    data = bytearray(memory.read_bytes())
    data[data.index(b"\xa5pages") + 6] ^= 1
    memory.write_bytes(data)


CHANGES: dict[str, Callable[[Settings], object]] = {
    "a changed page": append("\nMore.\n", "docs", "about.md"),
    "a page changed behind the clock's back": same_size_and_time,
    "a new page": lambda p: (p.docs_folder / "new.md").write_text("# New\n") and None,
    "a removed page": lambda p: (p.docs_folder / "articles" / "story-2.md").unlink(),
    "a new file": lambda p: (p.docs_folder / "x.css").write_text("") and None,
    "a changed theme": append("  palette:\n    scheme: slate\n", "mkdocs.yml"),
    "a changed setting": append("copyright: ours\n", "mkdocs.yml"),
    "a damaged page of the site": append("x", "site", "about", "index.html"),
    "a page of the site gone": lambda p: (p.site_folder / "about" / "index.html").unlink(),
    "a file more in the site": lambda p: (p.site_folder / "x.html").write_text("x") and None,
    "one more in a folder of it": append("x", "site", "about", "more.html"),
    "one more in a folder more": lambda p: (
        (p.site_folder / "about" / "new").mkdir(),
        append("x", "site", "about", "new", "x.html")(p),
    ),
    "a file of the site elsewhere": lambda p: (
        (p.site_folder / "about" / "index.html").rename(p.root / "x.html"),
        (p.site_folder / "about" / "index.html").symlink_to(p.root / "x.html"),
    ),
    "no site": lambda p: shutil.rmtree(p.site_folder),
    "no memory": lambda p: (p.root / MEMORY).unlink(),
    "a damaged memory": lambda p: (p.root / MEMORY).write_text("{") and None,
    "a memory of other numbers": lambda p: count_another(p.root / MEMORY),
    "a foreign memory": lambda p: (p.root / MEMORY).write_text("[3]") and None,
    "a link to a file elsewhere": lambda p: (p.docs_folder / "x.txt").symlink_to("/dev/null"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_built_and_comes_out_as_from_nothing(
    project: Settings, runs: list[str], change: Callable[[Settings], object], tmp_path: Path
) -> None:
    # `theme` stands last, so that a line below changes it
    theme_last = "site_name: Small\nplugins: [search]\ntheme:\n  name: material\n  font: false\n"
    (project.root / "mkdocs.yml").write_text(theme_last, "utf-8")
    build_site(load(project.root / "mkdocs.yml"))
    change(project)
    assert build_site(load(project.root / "mkdocs.yml")).made != "nothing, the site is as it was"
    site = tree(project.site_folder)
    shutil.rmtree(project.site_folder)
    (project.root / MEMORY).unlink(missing_ok=True)
    assert build_site(load(project.root / "mkdocs.yml")).made.startswith("the whole site")
    assert tree(project.site_folder) == site


def test_what_stands_is_known_without_a_look_into_folders(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = project.docs_folder / "articles" / "story-2.md"
    for change in (lambda _: None, CHANGES["a new page"], lambda _: story.unlink()):
        change(project)
        build_site(project)
        with monkeypatch.context() as patch:
            patch.setattr(standing, "states", None)  # whoever calls it fails
            kept = recall(project)
        assert kept.folders == folders_of(project.site_folder, kept.site)
    (project.site_folder / "empty").mkdir()  # no file came, but something did
    assert recall(project).folders == folders_of(project.site_folder, kept.site)


@pytest.mark.parametrize(("engine", "search"), [("mkdocs", False), ("zensical", True)])
def test_another_way_of_building_is_another_site(
    project: Settings, runs: list[str], engine: str, search: bool
) -> None:
    build_site(project)
    build_site(project, engine, search)
    assert runs == ["mkdocs", engine]


@pytest.mark.parametrize(
    "more",
    [
        "hooks: [hook.py]\n",
        "markdown_extensions: [pymdownx.snippets]\n",
        "plugins: [search, tags]\n",
    ],
)
def test_a_site_that_may_depend_on_more_is_always_built(
    project: Settings, runs: list[str], more: str
) -> None:
    (project.root / "hook.py").write_text("")
    config = CONFIG.replace("plugins:\n  - search\n", "") if "plugins" in more else CONFIG
    (project.root / "mkdocs.yml").write_text(f"{config}{more}")
    build_site(load(project.root / "mkdocs.yml"))
    build_site(load(project.root / "mkdocs.yml"))
    assert len(runs) == 2


def test_a_changed_file_from_which_settings_are_inherited(
    project: Settings, runs: list[str]
) -> None:
    other = project.root / "other.yml"
    (project.root / "mkdocs.yml").write_text(f"INHERIT: other.yml\n{CONFIG}")
    for words in ("One", "One", "Two"):
        other.write_text(f"copyright: {words}\n")
        build_site(load(project.root / "mkdocs.yml"))
        assert f">{words}<" in (project.site_folder / "about" / "index.html").read_text("utf-8")
    assert len(runs) == 2


def test_a_site_with_problems_tells_them_again_until_they_are_mended(
    project: Settings, runs: list[str]
) -> None:
    (project.docs_folder / "about.md").write_text("# About\n\n[nowhere](gone.md)\n", "utf-8")
    assert build_site(project).problems == build_site(project).problems != ()
    append("\nMore.\n", "docs", "articles", "story-1.md")(project)
    again = build_site(project)
    assert again.made == "the pages that had changed"
    assert [problem.seed for problem in again.problems] == ["docs/about.md"]
    (project.docs_folder / "about.md").write_text("# About\n\n[home](index.md)\n", "utf-8")
    assert build_site(project).problems == ()
    assert len(runs) == 1


def test_a_page_saved_while_the_site_was_made_is_for_the_next_build(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = whole.PARTS["mkdocs"]

    def run(settings: Settings, into: Path, changed: Changed, crew: Crew) -> Rendered:
        said = engine(settings, into, changed, crew)
        append("\nThe late addition.\n", "docs", "about.md")(settings)
        monkeypatch.setitem(whole.PARTS, "mkdocs", engine)
        return said

    monkeypatch.setitem(whole.PARTS, "mkdocs", run)
    build_site(project)
    build_site(project)
    page = (project.site_folder / "about" / "index.html").read_text("utf-8")
    assert "The late addition." in page


def test_the_memory_says_nothing_of_the_machine(project: Settings) -> None:
    build_site(project)
    assert str(project.root).encode() not in (project.root / MEMORY).read_bytes()
