"""The list of the site's tabs stands once on a page: on narrow screens they become the drawer.

The theme writes it twice, for wide and for narrow screens. Where the second holds just what the
first does, it goes; `assets/look/drawer.css` makes the first look like it.
"""

import re
from functools import lru_cache

from seedpress.site.finishing.context import Context

_LOOK = 'assets/seedpress.css"'
_TABS = re.compile(r'(?<=<nav class="md-tabs)("[^<>]*>)(.*?)(?=</nav>)', re.DOTALL)
# It is hidden on wide screens where a page shows no navigation beside its text.
_DRAWER = re.compile(
    r'<div class="md-sidebar md-sidebar--primary"[^<>]*\shidden(?:="")?\s*>.*?'
    r'(?=<div class="md-content")',
    re.DOTALL,
)
_TITLE = re.compile(r'<label class="md-nav__title" for="__drawer">.*?</label>', re.DOTALL)
_LINK = re.compile(
    r'<a href="([^"]*)"[^<>]*class="md-(?:nav|tabs)__link[^<>]*>(.*?)</a>', re.DOTALL
)
_TAG = re.compile(r"<[^<>]*>")


def share_drawer(html: str, _context: Context) -> str:
    """Take out a drawer that holds the tabs again, and let these keep its title."""
    drawer = _DRAWER.search(html) if _LOOK in html else None
    if not drawer:
        return html
    tabs = _TABS.search(html, html.find('<div class="md-container"'), drawer.start())
    title = _TITLE.search(drawer[0])
    if not (tabs and title and _holds(drawer[0].replace(title[0], ""), tabs[2])):
        return html
    after = html[tabs.end() : drawer.start()] + html[drawer.end() :]
    return f"{html[: tabs.start()]} sp-drawer{tabs[1]}\n{title[0]}{tabs[2]}{after}"


@lru_cache(maxsize=100)
def _holds(drawer: str, tabs: str) -> bool:
    """Whether the drawer shows the links of the tabs and nothing else."""
    links = _links(drawer)
    plain = drawer.count("<nav") == 1 and drawer.count("<li") == len(links)
    others = _TAG.sub("", _LINK.sub("", drawer)).strip()
    return plain and not others and links == _links(tabs)


def _links(html: str) -> list[tuple[str, str]]:
    return [(address, _TAG.sub("", words).strip()) for address, words in _LINK.findall(html)]
