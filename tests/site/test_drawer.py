"""The drawer of narrow screens goes where the tabs say all that it says."""

import pytest

from seedpress.settings import Settings
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing.drawer import share_drawer

CONTEXT = Context(Whole(Settings()), "a/index.html")
TITLE = '<label class="md-nav__title" for="__drawer"><a href=".."><svg></svg></a>Name</label>'
TABS = (
    '<nav class="md-tabs{}" aria-label="Tabs">{}<ul>'
    '<li><a href=".." class="md-tabs__link">Home</a></li>'
    '<li><a href="../b/" class="md-tabs__link">B &amp; C</a></li></ul></nav>'
)
LINKS = (
    '<li><a href=".." class="md-nav__link"><span>Home</span></a></li>'
    '<li><a href="../b/" class="md-nav__link">\n<span>B &amp; C</span>\n</a></li>'
)
DRAWER = (
    '<div class="md-sidebar md-sidebar--primary" data-md-type="navigation"{}>'
    '<nav class="md-nav md-nav--primary">{}<ul>{}</ul></nav></div>'
)
PAGE = (
    '<link href="../assets/seedpress.css"><div class="md-container">{}{}<div class="md-content">x'
)


@pytest.mark.parametrize("hidden", [" hidden", ' hidden=""'])
def test_a_drawer_that_repeats_the_tabs_goes_and_they_get_its_title(hidden: str) -> None:
    page = PAGE.format(TABS.format("", ""), DRAWER.format(hidden, TITLE, LINKS))
    assert share_drawer(page, CONTEXT) == PAGE.format(TABS.format(" sp-drawer", f"\n{TITLE}"), "")


@pytest.mark.parametrize(
    ("tabs", "drawer"),
    [
        (TABS.format("", ""), DRAWER.format("", TITLE, LINKS)),  # shown on wide screens too
        (TABS.format("", ""), DRAWER.format(" hidden", "", LINKS)),
        (TABS.format("", ""), DRAWER.format(" hidden", TITLE, LINKS.replace("Home", "Start"))),
        (TABS.format("", ""), DRAWER.format(" hidden", TITLE, LINKS.replace("/b/", "/c/"))),
        (TABS.format("", ""), DRAWER.format(" hidden", TITLE, f"{LINKS}<li>more</li>")),
        (TABS.format("", ""), DRAWER.format(" hidden", TITLE, f"{LINKS}<nav></nav>")),
        (TABS.format("", ""), DRAWER.format(" hidden", TITLE, f"{LINKS}words")),
        ("", DRAWER.format(" hidden", TITLE, LINKS)),
    ],
)
def test_any_other_drawer_stays(tabs: str, drawer: str) -> None:
    page = PAGE.format(tabs, drawer)
    assert share_drawer(page, CONTEXT) == page


def test_without_our_style_sheet_it_stays() -> None:
    page = PAGE.format(TABS.format("", ""), DRAWER.format(" hidden", TITLE, LINKS))
    page = page.replace("seedpress.css", "other.css")
    assert share_drawer(page, CONTEXT) == page
