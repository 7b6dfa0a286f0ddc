"""What every page would repeat stands in a file, or nowhere; other pages stay as they are."""

from pathlib import Path

from seedpress.settings import Settings
from seedpress.site.finishing import Context, Whole, whole_of
from seedpress.site.finishing.repeated import share_scripts, trim_words
from seedpress.site.finishing.theme import BASE, first_script, inline_scripts

CONFIG = '<script id="__config" type="application/json">{}</script>'


def scripts_of(root: str, project: Settings) -> tuple[str, str, str]:
    """The theme's scripts on a page: where the site is, its colours, its tabs."""
    known = inline_scripts(project.root / "mkdocs.yml")
    found = [
        next(script for script in known if script.startswith(start))
        for start in (f'__md_scope=new URL("{BASE}",location),', "var palette=", "var target=")
    ]
    scope, colours, tabs = (f"<script>{script.replace(BASE, root)}</script>" for script in found)
    return scope, colours, tabs


def page(project: Settings, root: str, body: str = "") -> str:
    scope, colours, tabs = scripts_of(root, project)
    return f"<head>{scope}\n</head><form></form>{colours}<p>{body}</p>{tabs}\n"


def test_two_scripts_are_read_from_a_file_where_the_second_stood(project: Settings) -> None:
    whole = whole_of(project, search=True)
    for path, root in (("index.html", "./"), ("a/b/index.html", "../../"), ("a/b.html", "../")):
        html = share_scripts(page(project, root.rstrip("/")), Context(whole, path))
        file = f'<script src="{root}assets/first.js"></script>'
        assert html == f"<head></head><form></form>{file}<p></p>"


def test_the_file_finds_the_site_from_its_own_place(project: Settings) -> None:
    text = first_script(inline_scripts(project.root / "mkdocs.yml"))
    assert text.startswith('__md_scope=new URL("..",document.currentScript.src),')
    assert BASE not in text
    assert ";var palette=" in text
    assert first_script(("go()",)) == ""


def test_pages_that_are_met_anywhere_or_are_not_as_known_keep_their_scripts(
    project: Settings,
) -> None:
    whole = whole_of(project, search=True)
    scope, colours, _tabs = scripts_of("..", project)
    for html, path in (
        (f"{scope}{colours}", "404.html"),
        (f"{scope}{colours}", "a/b/index.html"),  # not the way from there
        (f"{colours}{scope}", "a/index.html"),
        (f"<b>{scope}", "a/index.html"),
    ):
        assert share_scripts(html, Context(whole, path)) == html
    other = Context(Whole(Settings(root=Path("nowhere"))), "a/index.html")
    assert share_scripts(f"<b>{scope}{colours}", other) == f"<b>{scope}{colours}"


def test_where_there_are_tabs_their_script_stays(project: Settings) -> None:
    body = '<input id="__tabbed_1">'
    tabs = scripts_of("..", project)[2]
    html = share_scripts(
        page(project, "..", body), Context(whole_of(project, search=True), "a/index.html")
    )
    assert tabs in html


def test_words_of_the_themes_search_go_where_ours_is() -> None:
    said = '{"base": "..", "translations": {"clipboard.copy": "a", "search.result.one": "b"}}'
    html = f'<meta name="generator" content="x">\n{CONFIG.format(said)}'
    kept = CONFIG.format('{"base":"..","translations":{"clipboard.copy":"a"}}')
    assert trim_words(html, Context(Whole(Settings(), search=True), "index.html")) == kept
    assert trim_words(html, Context(Whole(Settings()), "index.html")) == CONFIG.format(said)


def test_what_could_end_the_script_stays_an_escape() -> None:
    html = CONFIG.format('{"base": "\\u003c/script>"}')
    kept = CONFIG.format('{"base":"\\u003c/script>"}')
    assert trim_words(html, Context(Whole(Settings(), search=True), "index.html")) == kept
