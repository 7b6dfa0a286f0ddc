"""Style sheets that every page loads are in one file, and tabs do without classes there."""

from dataclasses import replace
from pathlib import Path

import pytest

from seedpress.settings import Settings
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing.context import Frame
from seedpress.site.finishing.search import add_assets
from seedpress.site.finishing.styles import joined, share_styles, sheets_of
from seedpress.site.finishing.theme import theme_file

SHEETS = ("assets/stylesheets/main.1.min.css", "assets/stylesheets/palette.2.min.css")
CONTEXT = Context(Whole(Settings(), True, frame=Frame("{}", sheets=SHEETS)), "a/b.html")
TABS = (
    '<nav><ul class="md-tabs__list">\n<li class="md-tabs__item">\n<a href="./" class="md-tabs__link">'
    '\nX\n</a>\n</li>\n<li class="md-tabs__item md-tabs__item--active"><a href="y/" '
    'class="md-tabs__link">Y</a></li></ul></nav>'
)
BARE = (
    '<nav><ul class="md-tabs__list">\n<li>\n<a href="./">\nX\n</a>\n</li>\n'
    '<li class="md-tabs__item md-tabs__item--active"><a href="y/">Y</a></li></ul></nav>'
)


def sheet(path: str, root: str = "../") -> str:
    return f'<link rel="stylesheet" href="{root}{path}">\n'


def page(*sheets: str, context: Context = CONTEXT) -> str:
    html = f"<head>{''.join(map(sheet, sheets))}</head>{TABS}"
    return add_assets(html, context)


def test_a_page_names_one_sheet_in_place_of_three_and_no_class_of_its_tabs() -> None:
    html = share_styles(page(*SHEETS, "assets/seedpress.css"), CONTEXT)
    script = '<script type="module" src="../assets/search/search.js"></script>\n'
    look = sheet("assets/seedpress.css")
    assert html == f"<head>{sheet('assets/first.css').strip()}{script}{look}</head>{BARE}"


@pytest.mark.parametrize(
    "sheets", [SHEETS[:1], SHEETS[::-1], ("own.css", *SHEETS), (SHEETS[0], "own.css", SHEETS[1]), ()]
)
def test_a_page_with_other_sheets_keeps_them(sheets: tuple[str, ...]) -> None:
    html = page(*sheets)
    assert share_styles(html, CONTEXT) == html


@pytest.mark.parametrize(
    "own",
    [
        sheet("own.css"),
        sheet("https://elsewhere.example/own.css", ""),
        "<style>.md-tabs__link {}</style>",
        '<script src="../own.js" defer></script>',
        '<script type="module" src="own.js"></script>',
    ],
)
def test_the_publishers_own_sheets_and_scripts_find_the_classes_of_tabs(own: str) -> None:
    html = share_styles(page(*SHEETS).replace("</head>", f"{own}</head>"), CONTEXT)
    assert "assets/first.css" in html
    assert TABS in html


def test_without_search_or_with_an_unknown_theme_nothing_changes() -> None:
    for whole in (Whole(Settings(), False), replace(CONTEXT.whole, frame=Frame())):
        context = Context(whole, "a/b.html")
        html = page(*SHEETS, context=context)
        assert share_styles(html, context) == html


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (sheet(SHEETS[0], "/n/") + sheet(SHEETS[1], "/n/") + sheet("own.css", "/n/"), SHEETS),
        (sheet("own.css", "/n/") + sheet(SHEETS[0], "/n/"), ()),
        ("", ()),
    ],
)
def test_the_sheets_of_the_theme_are_those_its_own_page_begins_with(
    html: str, found: tuple[str, ...]
) -> None:
    whole = Whole(Settings(site_url="https://example.org/n/"))
    assert sheets_of(f"<head>{html}</head>", Context(whole, "404.html")) == found


def test_rules_for_tabs_hold_for_what_stands_in_their_list() -> None:
    theirs = '@charset "UTF-8";.md-tabs__link:focus{a:b}.md-tabs__link--active{c:d}', "e{}\n"
    assert joined("f{}\n", theirs) == (
        "f{}\n:is(.md-tabs__link,:where(.md-tabs__list>li>a)):focus{a:b}"
        ".md-tabs__link--active{c:d}\ne{}\n"
    )


@pytest.mark.parametrize("rule", ["url(a.png)", 'url("../a.svg")', '@import "b.css";'])
def test_what_means_something_else_in_another_folder_is_left_where_it_is(rule: str) -> None:
    assert joined("f{}", ("a{}", rule)) == ""
    assert joined("f{}", ("a{}", 'b{c:url("data:image/png,x") url(#d)}'))


def test_a_file_of_the_theme_is_the_publishers_own_where_there_is_one(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("theme: {name: material, custom_dir: own}", "utf-8")
    path = "assets/images/favicon.css"
    assert theme_file(config, path) is None
    (tmp_path / "own" / path).parent.mkdir(parents=True)
    (tmp_path / "own" / path).write_text("x", "utf-8")
    assert theme_file(config, path) == "x"
    assert theme_file(config, "404.html")
