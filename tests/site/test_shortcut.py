"""The short way makes the same site as the long one, and steps aside where it must."""

import logging
import shutil
from pathlib import Path

import pytest

from seedpress.settings import Settings, load
from seedpress.site import build_site, shortcut
from seedpress.site.standing import forget

from .conftest import CONFIG, tree

EXTENDED = CONFIG + "markdown_extensions:\n  - md_in_html\n  - toc\n"
PAGE = """\
---
title: Made
---
<div markdown>
<h2 id="here" markdown>[Story](articles/story-1.md#p1)</h2>
<p markdown>{}</p>
</div>
"""


def the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcut, "imitates", lambda: False)


def long_way(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Pages of the last build that the engine rendered itself."""
    (record,) = (r for r in caplog.records if r.name == "seedpress.site")
    assert isinstance(record.args, tuple)
    _, paths = record.args
    assert isinstance(paths, list)
    return paths


@pytest.fixture
def made(project: Settings, caplog: pytest.LogCaptureFixture) -> Settings:
    """A project with one page of the kind that we write."""
    caplog.set_level(logging.DEBUG, "seedpress.site")
    (project.root / "mkdocs.yml").write_text(EXTENDED, "utf-8")
    (project.docs_folder / "made.md").write_text(PAGE.format("words"), "utf-8")
    return load(project.root / "mkdocs.yml")


@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["sample", "real"])
@pytest.mark.parametrize("search", [True, False])
def test_both_ways_make_the_same_site(
    corpus: str,
    search: bool,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "seedpress.site")
    built = request.getfixturevalue(corpus)
    shutil.copytree(built.docs, tmp_path / "docs")
    shutil.copy(built.root / "mkdocs.yml", tmp_path)
    (tmp_path / "seeds").mkdir()
    settings = load(tmp_path / "mkdocs.yml")
    assert build_site(settings, search=search).problems == ()
    assert long_way(caplog) == ["about.md"]  # only what was written by hand
    short = tree(settings.site_folder)
    caplog.clear()
    the_long_way(monkeypatch)
    forget(settings)
    build_site(settings, search=search)
    assert len(long_way(caplog)) > 20
    assert tree(settings.site_folder) == short


LINKS = [
    "[a](gone.md)",
    "[a](about.md#gone)",
    "[a](/about.md)",
    "[a](about.html)",
    "[a](about/)",
    "[a](about.md?b)",
    "[a](%61bout.md)",
    "[a](#here)",
    "[a](made.md#here)",
    "[a](articles/../about.md)",
    "[a](../about.md)",
    "[a](.seedpress-pages)",
    "[a](https://a.example/b.md)",
    "[a](mailto:b@c.example)",
    "[a](ftp:b)",
    "*a*",
]


@pytest.mark.parametrize("directories", [True, False])
def test_every_link_leads_where_the_engine_leads_it_and_is_checked(
    made: Settings, directories: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks = "validation:\n  anchors: warn\n  absolute_links: warn\n"
    config = f"{EXTENDED}{checks}use_directory_urls: {str(directories).lower()}\n"
    (made.root / "mkdocs.yml").write_text(config, "utf-8")
    for number, words in enumerate(LINKS):
        (made.docs_folder / f"made-{number}.md").write_text(PAGE.format(words), "utf-8")
    settings = load(made.root / "mkdocs.yml")
    problems = build_site(settings, search=False).problems
    assert len(problems) >= 5
    short = tree(settings.site_folder)
    the_long_way(monkeypatch)
    assert build_site(settings, search=False).problems == problems
    assert tree(settings.site_folder) == short


@pytest.mark.parametrize("directories", [True, False])
def test_pages_of_one_folder_lead_each_to_the_others_and_to_itself(
    made: Settings, directories: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known of an address on one page is taken by those beside it, if it is theirs too."""
    config = f"{EXTENDED}use_directory_urls: {str(directories).lower()}\n"
    (made.root / "mkdocs.yml").write_text(config, "utf-8")
    sources = ("a.md", "b.md", "index.md", "b/c.md", "b/d.md", "a ä.md", "README.md")
    docs = made.docs_folder / "deep"
    (docs / "b").mkdir(parents=True)
    for source in sources:
        up = "../" * source.count("/")
        links = " ".join(f"[x]({up}{target}) [y]({up}../articles/story-1.md)" for target in sources)
        (docs / source).write_text(PAGE.replace("articles/", f"{up}../articles/").format(links), "utf-8")
    settings = load(made.root / "mkdocs.yml")
    build_site(settings, search=False)
    short = tree(settings.site_folder)
    the_long_way(monkeypatch)
    build_site(settings, search=False)
    assert tree(settings.site_folder) == short


def test_a_page_of_ours_takes_the_short_way(
    made: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    (made.docs_folder / "here.md").write_text(PAGE.format("[a](#here)"), "utf-8")
    build_site(made, search=False)
    assert not {"made.md", "here.md"} & {*long_way(caplog)}


@pytest.mark.parametrize(
    "extensions",
    ["- md_in_html\n  - attr_list", "- md_in_html\n  - toc:\n      permalink: true", "- toc"],
)
def test_other_extensions_are_the_engines_business(
    made: Settings, caplog: pytest.LogCaptureFixture, extensions: str
) -> None:
    config = f"{CONFIG}markdown_extensions:\n  {extensions}\n"
    (made.root / "mkdocs.yml").write_text(config, "utf-8")
    build_site(load(made.root / "mkdocs.yml"), search=False)
    assert "made.md" in long_way(caplog)


def test_an_engine_that_renders_in_another_way_is_left_to_itself(
    made: Settings, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shortcut, "EXAMPLES", "<div markdown>\n*a*\n</div>\n")
    shortcut.imitates.cache_clear()
    build_site(made, search=False)
    shortcut.imitates.cache_clear()
    assert "made.md" in long_way(caplog)
