"""Each page is finished by itself: from its HTML, its place and what all pages share."""

from dataclasses import replace
from pathlib import Path

import pytest

from seedpress.settings import Settings
from seedpress.site.finishing import (
    STEPS,
    Context,
    Whole,
    context_of,
    finish_page,
    unmarked,
    whole_of,
)

PAGE = (
    '<head>\n  <link rel="stylesheet" href="x.css"></head>'
    '<header class="md-header"><nav></nav></header>'
    '<article class="md-content__inner md-typeset">words</article>'
)


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("index.html", "./"),
        ("a/index.html", "../"),
        ("a/b/index.html", "../../"),
        ("a/b.html", "../"),
        ("404.html", "/news/"),
    ],
)
def test_the_way_to_the_root(path: str, root: str) -> None:
    whole = Whole(Settings(site_url="https://example.org/news/"), True, "search/", "Find")
    html = finish_page(PAGE, Context(whole, path))
    assert f'src="{root}assets/search/search.js"' in html
    assert f'href="{root}search/"' in html


def test_without_our_search_no_step_of_it_does_anything() -> None:
    whole = Whole(Settings())
    for name, step in STEPS:
        if "search" in name or "index" in name:
            assert step(PAGE, Context(whole, "a/index.html")) == PAGE


def test_a_page_knows_its_source(project: Settings) -> None:
    whole = whole_of(project, search=True)
    (project.docs_folder / "articles" / "README.md").write_text("x")
    sources = {
        "index.html": "index.md",
        "about/index.html": "about.md",
        "articles/index.html": "articles/index.md",
        "articles/story-1/index.html": "articles/story-1.md",
        "articles/story-1.html": "articles/story-1.md",
        "404.html": "",
        "gone/index.html": "",
    }
    assert {path: context_of(whole, path).source for path in sources} == sources


def test_a_step_changes_a_page_in_the_same_way_whatever_came_before(tmp_path: Path) -> None:
    whole = Whole(replace(Settings(), root=tmp_path), True, "search/", "Find")
    first = finish_page(PAGE, Context(whole, "a/index.html"))
    finish_page(PAGE, Context(whole, "b/c/index.html"))
    assert finish_page(PAGE, Context(whole, "a/index.html")) == first


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p data-pagefind-ignore="">a</p>', "<p>a</p>"),
        ('<p id="b" data-pagefind-sort="date" class="c">a</p><i>d</i>', '<p id="b" class="c">a</p><i>d</i>'),
        ("<p>data-pagefind-ignore</p>", "<p>data-pagefind-ignore</p>"),
        ("data-pagefind-ignore<p>", "data-pagefind-ignore<p>"),
        ('<p title="data-pagefind-a">', '<p title="data-pagefind-a">'),
        ('<P data-pagefind-a="">', '<P data-pagefind-a="">'),
        ("<p data-pagefind-a", "<p data-pagefind-a"),
        ("<b data-pagefind-a data-pagefind-b=c><b data-pagefind-c>", "<b=c><b>"),
    ],
)
def test_what_only_the_indexer_reads_goes_from_tags_alone(before: str, after: str) -> None:
    whole = Whole(Settings(), search=True, generated=frozenset({"a.md"}))
    assert unmarked(before, Context(whole, "a/index.html", "a.md")) == after
    assert unmarked(before, Context(whole, "a/index.html", "b.md")) == before
