"""What the theme writes into every page for its scripts alone stands once, in the file they share.

Nothing of it shows or does anything without a script: the switch of colours, the button to the
top, a place for messages, settings. `frame_of` reads these pieces from the page that the theme
makes of itself in every build, `404.html`; `share_frame` takes them out of a page that holds just
the same, and `assets/frame/frame.js` puts them back in a browser. A page that differs in any keeps
all of its own.
"""

import json
import re
from dataclasses import asdict
from functools import lru_cache
from html import unescape
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from seedpress.site.finishing.context import Context, Frame
from seedpress.site.finishing.lean import close_lines
from seedpress.site.finishing.repeated import trim_words
from seedpress.site.finishing.styles import sheets_of
from seedpress.site.finishing.theme import FIRST

_FORM = re.compile(
    r'<form class="md-header__option" data-md-component="palette">.*?</form>\s*', re.DOTALL
)
_TOGGLE = re.compile(r'<input class="md-toggle" data-md-toggle="search" [^<>]*>\s*')
_TOP = re.compile(
    r'<button type="button" class="md-top md-icon" data-md-component="top" hidden>.*?</button>\s*',
    re.DOTALL,
)
_DIALOG = re.compile(
    r'<div class="md-dialog" data-md-component="dialog">\s*'
    r'<div class="md-dialog__inner md-typeset"></div>\s*</div>\s*'
)
_FOOTER = re.compile(
    r'<footer class="md-footer">\s*<div class="md-footer-meta md-typeset">\s*'
    r'<div class="md-footer-meta__inner md-grid">\s*<div class="md-copyright">\s*</div>\s*'
    r"</div>\s*</div>\s*</footer>\s*"
)
_TITLE = re.compile(r"<title>([^<]*)</title>")
_TOPIC = re.compile(  # the page's title, in the header of who has scrolled past it
    r'<div class="md-header__topic" data-md-component="header-topic">\s*'
    r'<span class="md-ellipsis">\s*([^<]*?)\s*</span>\s*</div>\s*'
)
_ICON = r'\s*(<svg viewBox="[^"]*">(?:<path [^<>]*/>)+</svg>)'
_LOGO_ICON = re.compile(rf'<a [^<>]*class="md-header__button md-logo"[^<>]*>{_ICON}')
_MENU_ICON = re.compile(rf'<label class="md-header__button md-icon" for="__drawer">{_ICON}')
# The drawer's logo is the header's, put in by the script.
_DRAWN = (
    ".md-header .md-logo svg,.sp-drawer .md-logo svg",
    '.md-header__button[for="__drawer"] svg',
)
_CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>\s*', re.DOTALL)
_ANNOUNCE = re.compile(r'<div data-md-component="announce">\s*</div>\s*')
_FOLDER = "assets/javascripts/"  # of what the settings name
_INSTANT = "navigation.instant"  # pages are then put together of pieces of others
_LOGO = re.compile(r'<a [^<>]*class="md-header__button md-logo".*?</a>\s*', re.DOTALL)
_NAMED_TWICE = re.compile(r'( title="([^"]*)" class="md-header__button md-logo") aria-label="\2"')
_DRAWER = re.compile(
    r'(<nav class="md-tabs sp-drawer"[^<>]*>\s*<label class="md-nav__title" for="__drawer">)\s*'
    r'(<a [^<>]*class="md-nav__button md-logo".*?</a>\s*)',
    re.DOTALL,
)


def frame_of(html: str, context: Context) -> Frame:
    """The pieces of `html`, a page as the theme renders it; empty where they have to stay."""
    html = trim_words(close_lines(html, context), context)
    config = _CONFIG.search(html)
    said, search = _settings(config[1]) if config else ("", "")
    if not said or _INSTANT in said:
        return Frame()
    title = _TITLE.search(html)
    return Frame(
        said,
        search,
        colours=_first(_FORM, html),
        toggle=_first(_TOGGLE, html) if context.whole.search else "",
        top=_first(_TOP, html),
        dialog=_first(_DIALOG, html),
        footer=_first(_FOOTER, html),
        site=" ".join(unescape(title[1]).split()) if title else "",
        logo=_first(_LOGO_ICON, html, 1) if context.whole.search else "",
        menu=_first(_MENU_ICON, html, 1) if context.whole.search else "",
        sheets=sheets_of(html, context) if context.whole.search else (),
    )


def frame_script(frame: Frame) -> str:
    """The pieces and what puts them into a page; empty for none."""
    if not frame.config:
        return ""
    told = {**asdict(frame), "config": json.loads(frame.config)}
    del told["logo"], told["menu"], told["sheets"]
    code = (files("seedpress") / "assets" / "frame" / "frame.js").read_text("utf-8")
    return f"({code.rstrip()})({json.dumps(told, separators=(',', ':'))});\n"


def frame_style(frame: Frame) -> str:
    """The header's pictures as a style sheet draws them, in the colour of their place."""
    rules = []
    for place, icon in zip(_DRAWN, (frame.logo, frame.menu), strict=True):
        if icon:
            whole = icon.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
            url = f'url("data:image/svg+xml,{quote(whole)}")'
            rules.append(
                f"{place}{{background:currentcolor;mask:{url} center/contain no-repeat;"
                "forced-color-adjust:none}\n"
            )
    return "".join(rules)


def share_frame(html: str, context: Context) -> str:
    """Leave the pieces to the shared file, if the page has just those and loads it."""
    frame = context.whole.frame
    file = f'<script src="{context.root}{FIRST}"></script>'
    if not frame.config or file not in html:
        return html
    return _without(html, frame, file) or html.replace(file, file.replace("><", " data-whole><"), 1)


def _without(html: str, frame: Frame, file: str) -> str:
    """The page without the pieces; empty where one is missing or differs."""
    config = _CONFIG.search(html)
    if not config or _settings(config[1]) != (frame.config, frame.search):
        return ""
    html = html[: config.start()] + html[config.end() :]
    for piece in (frame.colours + file, frame.toggle, frame.top, frame.dialog, frame.footer):
        if piece not in html:
            return ""
        html = html.replace(piece, file if piece.endswith(file) else "", 1)
    html = _one_logo(html)
    for icon in filter(None, (frame.logo, frame.menu)):
        if not 0 <= html.find(icon) < html.find("</header>"):
            return ""
        html = html.replace(icon, f"{icon[: icon.find('>') + 1]}</svg>", 1)
    html = _NAMED_TWICE.sub(r"\1", _ANNOUNCE.sub("", html, count=1), count=1)
    return _without_topic(html, frame.site)


def _without_topic(html: str, site: str) -> str:
    """The page without its title in the header, where its own title tells it."""
    title, topic = _TITLE.search(html), _TOPIC.search(html)
    if not (title and topic and site and unescape(title[1]) == f"{unescape(topic[1])} - {site}"):
        return html
    return html[: topic.start()] + html[topic.end() :]


def _one_logo(html: str) -> str:
    """The page with the header's logo alone, where the drawer's title holds it again."""
    drawer = _DRAWER.search(html)
    logo = _LOGO.search(html, 0, drawer.start()) if drawer else None
    if not drawer or not logo or drawer[2].replace("md-nav__", "md-header__", 1) != logo[0]:
        return html
    return html[: drawer.start()] + drawer[1] + html[drawer.end() :]


def _first(piece: re.Pattern[str], html: str, group: int = 0) -> str:
    found = piece.search(html)
    return found[group] if found else ""


@lru_cache(maxsize=1000)
def _settings(text: str) -> tuple[str, str]:
    """What a page's settings say but for where it stands, and their file in the site's folder.

    Both are empty where that cannot be told.
    """
    said: dict[str, Any] = json.loads(text)
    base, search = str(said.pop("base", "")), str(said.pop("search", ""))
    way, folder, name = search.rpartition(_FOLDER)
    if not folder or (way.rstrip("/") or ".") != (base.rstrip("/") or "."):
        return "", ""
    return json.dumps(said, sort_keys=True), folder + name
