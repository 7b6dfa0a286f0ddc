"""What the theme's scripts alone need is in one file; a page that differs keeps all of its own."""

import json
import re
from dataclasses import replace

import pytest

from seedpress.settings import Settings, load
from seedpress.site import build_site
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing.frame import Frame, frame_of, frame_script, frame_style, share_frame
from tests.site.conftest import CONFIG

SAID = {"features": ["navigation.top"], "translations": {"clipboard.copy": "Copy"}}
WHOLE = Whole(Settings(), search=True)
TOGGLE = '<input class="md-toggle" data-md-toggle="search" type="checkbox">\n'
FORM = '<form class="md-header__option" data-md-component="palette">\n<input>\n</form>\n'
TOP = '<button type="button" class="md-top md-icon" data-md-component="top" hidden>Up</button>\n'
FOOTER = (
    '<footer class="md-footer">\n<div class="md-footer-meta md-typeset">\n'
    '<div class="md-footer-meta__inner md-grid">\n<div class="md-copyright">\n</div>\n'
    "</div>\n</div>\n</footer>\n"
)
DIALOG = (
    '<div class="md-dialog" data-md-component="dialog">\n'
    '<div class="md-dialog__inner md-typeset"></div>\n</div>\n'
)
ANNOUNCE = '<div data-md-component="announce">\n</div>\n'
PIECES = (TOGGLE, FORM, TOP, DIALOG, FOOTER)


def config(base: str, root: str, **more: object) -> str:
    said = {**SAID, **more, "base": base, "search": f"{root}assets/javascripts/workers/s.js"}
    return f'<script id="__config" type="application/json">{json.dumps(said)}</script>\n'


def page(base: str, root: str, *, file: bool = True, said: str = "", gone: str = "") -> str:
    first = f'<script src="{root}assets/first.js"></script>' if file else ""
    content = '<main><article class="md-content__inner md-typeset">x</article></main>\n'
    html = f"{TOGGLE}{ANNOUNCE}<b></b>{FORM}{first}{content}{TOP}<hr>{FOOTER}{DIALOG}"
    return f"{html}{said or config(base, root)}<p>end</p>".replace(gone or "\0", "")


def frame(whole: Whole = WHOLE, said: str = "") -> Frame:
    html = page("/news", "/news/", file=False, said=said)
    return frame_of(html, Context(whole, "404.html"))


@pytest.mark.parametrize(
    ("path", "base", "root"),
    [("a/b/index.html", "../..", "../../"), ("index.html", ".", ""), ("a/b.html", "..", "../")],
)
def test_a_page_with_the_same_pieces_leaves_them_to_the_file(
    path: str, base: str, root: str
) -> None:
    context = Context(replace(WHOLE, frame=frame()), path)
    html = page(base, root).replace('src="assets', 'src="./assets')
    file = f'<script src="{context.root}assets/first.js"></script>'
    content = '<main><article class="md-content__inner md-typeset">x</article></main>\n'
    assert share_frame(html, context) == f"<b></b>{file}{content}<hr><p>end</p>"


@pytest.mark.parametrize("gone", PIECES)
def test_a_page_that_differs_keeps_all_of_them_and_says_so(gone: str) -> None:
    context = Context(replace(WHOLE, frame=frame()), "a/b.html")
    html = page("..", "../", gone=gone)
    assert share_frame(html, context) == html.replace("first.js\">", "first.js\" data-whole>")


def test_settings_of_its_own_are_a_difference() -> None:
    context = Context(replace(WHOLE, frame=frame()), "a/b.html")
    for said in (config("..", "../", annotate=True), config("../..", "../")):
        assert "data-whole" in share_frame(page("..", "../", said=said), context)


def test_pages_without_the_file_stay_as_they_are() -> None:
    html = page("..", "../", file=False)
    assert share_frame(html, Context(replace(WHOLE, frame=frame()), "a/b.html")) == html


def test_pieces_stay_where_pages_are_put_together_or_nothing_is_known() -> None:
    instant = config("/", "/", features=["navigation.instant"])
    assert frame(said=instant) == Frame()
    assert frame_of("<p>", Context(WHOLE, "404.html")) == Frame()
    assert frame_script(Frame()) == ""
    html = page("..", "../")
    assert share_frame(html, Context(WHOLE, "a/b.html")) == html


def test_what_the_themes_search_needs_stays_where_ours_is_not() -> None:
    assert frame(Whole(Settings())).toggle == ""
    assert frame().toggle == TOGGLE


def test_the_file_holds_the_pieces_and_what_puts_them_in() -> None:
    text = frame_script(frame())
    assert text.startswith("(/*")
    told = json.loads(text[text.rindex('({"') + 1 : -3])
    assert told["config"] == SAID
    assert told["search"] == "assets/javascripts/workers/s.js"
    assert [told[name] for name in ("toggle", "colours", "top", "dialog", "footer")] == list(PIECES)


def test_the_drawer_shows_the_headers_logo() -> None:
    logo = '<a href=".." class="md-{}__button md-logo">\n<svg></svg>\n</a>\n'
    label = '<nav class="md-tabs sp-drawer">\n<label class="md-nav__title" for="__drawer">\n{}x'
    context = Context(replace(WHOLE, frame=frame()), "a/b.html")

    def shared(drawer: str) -> str:
        both = f"{logo.format('header')}{label.format(drawer)}"
        return share_frame(page("..", "../").replace("<hr>", both), context)

    assert shared(logo.format("nav")).count("<svg>") == 1
    assert shared(logo.format("nav").replace("..", "other")).count("<svg>") == 2


LOGO = '<a href="{}" class="md-header__button md-logo">\n<svg viewBox="0 0 1 1">{}</svg>\n</a>\n'
MENU = '<label class="md-header__button md-icon" for="__drawer">\n{}\n</label>\n'
PATHS = '<path d="M0 0h#1"/>', '<svg viewBox="0 0 2 2"><path d="M0 0v1"/></svg>'


def test_the_headers_pictures_are_drawn_by_a_style_sheet() -> None:
    header = f"<header>{LOGO.format('..', PATHS[0])}{MENU.format(PATHS[1])}</header>"
    html = page("..", "../").replace("<b></b>", header)
    read = frame_of(html, Context(WHOLE, "404.html"))
    shared = share_frame(html, Context(replace(WHOLE, frame=read), "a/b.html"))
    assert "<path" not in shared
    assert '<svg viewBox="0 0 1 1"></svg>' in shared
    assert '<svg viewBox="0 0 2 2"></svg>' in shared
    style = frame_style(read)
    assert style.count("mask:url(") == 2
    assert "M0%200h%231" in style
    assert frame_of(html, Context(Whole(Settings()), "404.html")).logo == ""
    other = html.replace("M0 0v1", "M1 1")
    assert "data-whole" in share_frame(other, Context(replace(WHOLE, frame=read), "a/b.html"))


def test_a_picture_of_the_publishers_own_stays() -> None:
    own = '<a href=".." class="md-header__button md-logo">\n<img src="x.png"></a>'
    html = page("..", "../").replace("<b></b>", f"<header>{own}</header>")
    read = frame_of(html, Context(WHOLE, "404.html"))
    assert frame_style(read) == ""
    assert own in share_frame(html, Context(replace(WHOLE, frame=read), "a/b.html"))


TOPIC = (
    '<div class="md-header__topic" data-md-component="header-topic">\n'
    '<span class="md-ellipsis">\n{}\n</span>\n</div>\n'
)


@pytest.mark.parametrize(
    ("title", "topic", "stays"),
    [
        ("A &amp; B - Small", "A &amp; B", False),
        ("A - B - Small", "A - B", False),
        ("Small", "Home", True),
        ("A - Other", "A", True),
    ],
)
def test_the_header_shows_the_title_that_the_page_has(title: str, topic: str, stays: bool) -> None:
    context = Context(replace(WHOLE, frame=replace(frame(), site="Small")), "a/b.html")
    html = f"<title>{title}</title>{TOPIC.format(topic)}{page('..', '../')}"
    assert ("md-header__topic" in share_frame(html, context)) == stays


@pytest.mark.parametrize("search", [True, False])
def test_all_pages_of_a_site_share_it(project: Settings, search: bool) -> None:
    palette = "font: false\n  palette:\n    - toggle: {icon: material/brightness-4, name: Dark}\n"
    top = "    - scheme: slate\n      toggle: {icon: material/brightness-7, name: Light}\n"
    text = CONFIG.replace("font: false\n", f"{palette}{top}  features: [navigation.top]\n")
    (project.root / "mkdocs.yml").write_text(text, "utf-8")
    build_site(load(project.root / "mkdocs.yml"), "mkdocs", search=search)
    script = (project.site_folder / "assets" / "first.js").read_text("utf-8")
    assert re.search(r'"colours":"<form.*title=\\"Dark.*"top":"<button.*Back to top', script)
    for file in project.site_folder.rglob("*.html"):
        html = file.read_text("utf-8")
        alone = file.name == "404.html"
        for piece in ("__config", 'component=palette', "md-top", "md-dialog__inner"):
            assert (piece in html) == alone, f"{file}: {piece}"
        assert "data-whole" not in html
