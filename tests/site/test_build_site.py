"""The whole stage, for real, with both engines."""

import gzip
import logging
import shutil
import time
from pathlib import Path

import pytest

from seedpress.errors import SiteError
from seedpress.settings import Settings, load
from seedpress.site import ENGINES, build_site

from .conftest import CONFIG, tree

engines = pytest.mark.parametrize("engine", ENGINES)


@engines
def test_a_site_with_our_search_and_without_the_themes(project: Settings, engine: str) -> None:
    report = build_site(project, engine)
    assert report.engine == engine
    assert report.problems == ()
    assert report.indexed == 4  # three articles and the hand-written page
    files = tree(project.site_folder)
    assert report.pages == sum(path.endswith(".html") for path in files)
    page = files["articles/story-1/index.html"].decode()
    assert '<script type=module src=../../assets/search/search.js>' in page
    assert 'href=../../search' in page
    assert page.count("data-pagefind-body") == 1
    assert page.index("sp-search-open") < page.index("</header>")
    assert "data-pagefind-body" in files["about/index.html"].decode()
    for listing in ("index.html", "articles/index.html", "404.html"):
        assert "data-pagefind-body" not in files[listing].decode()
    assert 'src=/news/assets/search/search.js' in files["404.html"].decode()
    assert not {"search/search_index.json", "search.json"} & files.keys()
    assert "md-search__input" not in page
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json"} <= files.keys()
    assert not [path for path in files if "pagefind-ui" in path or "lunr" in path]


@engines
def test_without_the_index_the_themes_search_stays(project: Settings, engine: str) -> None:
    report = build_site(project, engine, search=False)
    assert report.indexed == 0
    files = tree(project.site_folder)
    assert {"search/search_index.json", "search.json"} & files.keys()
    assert b"sp-search" not in files["index.html"]
    assert not [path for path in files if path.startswith(("pagefind/", "assets/search/"))]


@engines
def test_the_same_pages_make_the_same_bytes_anywhere_at_any_time(
    project: Settings, engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(project, engine)
    elsewhere = tmp_path / "else where" / "deeper"
    elsewhere.mkdir(parents=True)
    shutil.copytree(project.docs_folder, elsewhere / "docs")
    shutil.copy(project.root / "mkdocs.yml", elsewhere)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    # MkDocs takes the time of the build from here, our pages must not.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    time.tzset()
    build_site(load(elsewhere / "mkdocs.yml"), engine)
    assert tree(elsewhere / "site") == tree(project.site_folder)


@engines
def test_nothing_is_left_beside_the_site(project: Settings, engine: str) -> None:
    before = {path.name for path in project.root.iterdir()}
    build_site(project, engine)
    build_site(project, engine)
    assert {path.name for path in project.root.iterdir()} == before | {"site", ".seedpress"}


@engines
def test_no_page_knows_the_folder_it_was_made_in(project: Settings, engine: str) -> None:
    build_site(project, engine)
    place = str(project.root).encode()
    assert [path for path, data in tree(project.site_folder).items() if place in data] == []


@engines
def test_a_bad_link_is_a_problem_and_strictly_an_error(project: Settings, engine: str) -> None:
    about = project.docs_folder / "about.md"
    about.write_text("# About\n\n[nowhere](gone.md)\n", "utf-8")
    (problem,) = build_site(project, engine).problems
    assert problem.seed == "docs/about.md"
    good = tree(project.site_folder)
    with pytest.raises(SiteError, match=r"docs/about\.md") as caught:
        build_site(project, engine, strict=True)
    assert "\n" not in str(caught.value)
    assert tree(project.site_folder) == good


@engines
def test_a_broken_configuration_is_told_and_the_old_site_stays(
    project: Settings, engine: str
) -> None:
    build_site(project, engine)
    good = tree(project.site_folder)
    (project.root / "mkdocs.yml").write_text(f"{CONFIG}docs_dir: [3]\n", "utf-8")
    broken = CONFIG.replace("name: material", "name: nobody-made-this")
    (project.root / "mkdocs.yml").write_text(broken, "utf-8")
    with pytest.raises(SiteError, match=rf"^{engine}: .*nobody-made-this") as caught:
        build_site(project, engine)
    assert len(str(caught.value)) < 400
    assert tree(project.site_folder) == good


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [search, tags]",
        "plugins: {search: {}, tags: {}}",
        "plugins:\n  - material/search:\n      lang: en\n  - tags",
        "plugins: []",
        "",
    ],
)
@engines
def test_only_the_search_is_left_out_of_the_plugins(
    project: Settings, engine: str, plugins: str
) -> None:
    file = project.root / "mkdocs.yml"
    file.write_text(CONFIG.replace("plugins:\n  - search\n", f"{plugins}\n"), "utf-8")
    (project.docs_folder / "about.md").write_text("---\ntags: [rhubarb]\n---\n# About\n", "utf-8")
    build_site(project, engine)
    page = (project.site_folder / "about" / "index.html").read_text("utf-8")
    assert "md-tag" in page or "tags" not in plugins
    assert "sp-search-open" in page
    assert not (project.site_folder / "search.json").exists()


def test_mkdocs_says_nothing_by_itself(
    project: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    handlers = list(logging.getLogger("mkdocs").handlers)
    build_site(project)
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("mkdocs").handlers == handlers


def test_pages_without_folders_of_their_own(project: Settings) -> None:
    file = project.root / "mkdocs.yml"
    file.write_text(f"{CONFIG}use_directory_urls: false\n", "utf-8")
    assert build_site(load(file)).indexed == 4
    page = (project.site_folder / "articles" / "story-0.html").read_text("utf-8")
    assert 'href=../search.html' in page


def test_the_sitemap_has_pages_and_no_clock(project: Settings) -> None:
    build_site(project)
    text = (project.site_folder / "sitemap.xml").read_text("utf-8")
    assert "https://example.org/news/about/" in text
    assert "lastmod" not in text
    packed = (project.site_folder / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text
    assert packed[4:8] == bytes(4)  # the time in the header


def test_a_theme_without_a_place_for_the_button_is_told(project: Settings) -> None:
    config = CONFIG.replace("name: material\n  font: false", "name: mkdocs")
    (project.root / "mkdocs.yml").write_text(config, "utf-8")
    assert any("search button" in problem.reason for problem in build_site(project).problems)


def test_the_button_speaks_the_language_of_the_pages(project: Settings) -> None:
    words = project.docs_folder / "assets" / "search-words.json"
    words.parent.mkdir()
    words.write_text('{"search": "Suche & <Fund>"}', "utf-8")
    build_site(project)
    page = (project.site_folder / "about" / "index.html").read_text("utf-8")
    assert "<span>Suche &amp; &lt;Fund&gt;</span>" in page


def test_an_unknown_engine_is_told_with_the_known_ones(project: Settings) -> None:
    with pytest.raises(SiteError, match="`hugo`: unknown; known are mkdocs, zensical"):
        build_site(project, "hugo")


def test_an_engine_that_is_not_installed(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seedpress.site.engines.zensical.find_spec", lambda _name: None)
    with pytest.raises(SiteError, match=r"pip install seedpress\[zensical\]"):
        build_site(project, "zensical")


def test_an_indexer_that_fails_is_told(
    project: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake = tmp_path / "pagefind"
    fake.write_text("#!/bin/sh\necho the disk is full >&2\nexit 3\n", "utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr("seedpress.site.pagefind.get_executable", lambda: fake)
    with pytest.raises(SiteError, match="pagefind: the disk is full"):
        build_site(project)
    assert not project.site_folder.exists()
    assert not project.site_folder.with_name("site.new").exists()
