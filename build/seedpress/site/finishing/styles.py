"""The theme's style sheets and the search's as one file, which also knows the tabs without classes.

A page then names one sheet in place of three. Nor does each of its tabs repeat two classes: in that
file the theme's rules for them hold, with the same weight, for what stands in the list of tabs. The
publisher's own sheets and scripts may look for these classes, so a page that loads any keeps them.
"""

import re

from seedpress.site.finishing.context import Context
from seedpress.site.finishing.search import STYLE, loaded

JOINED = "assets/first.css"  # seen from the site's root
_SHEETS = re.compile(r'<link rel="stylesheet" href="([^"]*)">\s*')
_FOLDER = "assets/stylesheets/"
# What would mean something else in another folder, or not at a file's start.
_BOUND = re.compile(r"""url\((?!\s*["']?(?:data:|#))|@import|@namespace""", re.IGNORECASE)
_CHARSET = re.compile(r'^\ufeff?@charset "[^"]*";')
_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/\s*$")
_BARE = {"md-tabs__item": ".md-tabs__list>li", "md-tabs__link": ".md-tabs__list>li>a"}
_TABS = re.compile(r'(<ul class="md-tabs__list">)(.*?)(?=</ul>)', re.DOTALL)
_ITEM = re.compile(r'<li class="md-tabs__item">')
_LINK = re.compile(r'(<a href="[^"]*") class="md-tabs__link">')
_LOADED = re.compile(r'<link rel="stylesheet" href="([^"]*)"|<script[^<>]* src="([^"]*)"|<style\b')
_OURS = (JOINED, "assets/first.js", "assets/seedpress.", "assets/search/", "assets/javascripts/bundle.")


def sheets_of(html: str, context: Context) -> tuple[str, ...]:
    """The theme's own sheets that `html`, a page as it renders it, begins with."""
    first = _SHEETS.search(html)
    found: list[str] = []
    while first and first[1].startswith(f"{context.root}{_FOLDER}"):
        found.append(first[1].removeprefix(context.root))
        first = _SHEETS.match(html, first.end())
    return tuple(found)


def joined(ours: str, theirs: tuple[str, ...]) -> str:
    """The search's sheet and the theme's as one; empty where they cannot be."""
    if not theirs or any(_BOUND.search(text) for text in theirs):
        return ""
    plain = [_MAP.sub("", _CHARSET.sub("", text)).rstrip() for text in theirs]
    return "\n".join((ours.rstrip(), *map(_with_bare_tabs, plain), ""))


def _with_bare_tabs(text: str) -> str:
    for name, bare in _BARE.items():
        text = re.sub(rf"\.{name}(?![\w-])", f":is(.{name},:where({bare}))", text)
    return text


def share_styles(html: str, context: Context) -> str:
    """Load the one file, if the page has just the sheets that are in it, one after the other."""
    ours = loaded(context)
    at = html.find(ours)
    if not context.whole.frame.sheets or at < 0:
        return html
    end = at + len(ours)
    for sheet in context.whole.frame.sheets:
        found = _SHEETS.match(html, end)
        if not found or found[1] != context.root + sheet:
            return html
        end = found.end()
    one = ours.replace(STYLE, JOINED, 1)
    return _bare_tabs(f"{html[:at]}{one}{html[end:]}", context)


def _bare_tabs(html: str, context: Context) -> str:
    known = tuple(context.root + path for path in _OURS)
    files = (found[1] or found[2] or "" for found in _LOADED.finditer(html))
    tabs = _TABS.search(html) if all(file.startswith(known) for file in files) else None
    if not tabs:
        return html
    bare = _LINK.sub(r"\1>", _ITEM.sub("<li>", tabs[2]))
    return f"{html[: tabs.end(1)]}{bare}{html[tabs.end() :]}"
