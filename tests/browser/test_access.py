"""No violation of WCAG A or AA that axe-core finds, on any kind of page, light and dark."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import Visit

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def first_of(page: Page, kind: str) -> None:
    """Go to the first page of a kind that its index lists."""
    address = page.url
    page.goto(f"{address}{kind}/")
    link = page.locator(f".md-content a[href^='../{kind}/'], .md-content a:not([href*='#'])")
    hrefs = link.evaluate_all("links => links.map(link => link.href)")
    found = [h for h in hrefs if re.search(rf"/{kind}/(?!by/|page-)[^/]+/$", h)]
    page.goto(found[0])


def article(page: Page) -> None:
    first_of(page, "articles")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")


def entity(page: Page) -> None:
    first_of(page, "entities")


def keyword(page: Page) -> None:
    first_of(page, "keywords")


def search_page(page: Page) -> None:
    page.goto(f"{page.url}search/?q=ceasefire&kind=Article")
    expect(page.locator(".sp-results mark").first).to_be_visible()
    page.locator(".sp-search-filters").evaluate("filters => { filters.open = true }")


def search_dialog(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("ceasefire")
    expect(page.locator(".sp-results mark").first).to_be_visible()


def home(_page: Page) -> None: ...


def indexes(page: Page) -> None:
    page.goto(f"{page.url}entities/")


def network(page: Page) -> None:
    page.goto(f"{page.url}network/")


def matrix(page: Page) -> None:
    page.goto(f"{page.url}matrix/")


def timeline(page: Page) -> None:
    page.goto(f"{page.url}timeline/")


def data(page: Page) -> None:
    page.goto(f"{page.url}data/")
    for fold in page.locator("details summary").all():
        fold.click()


def health(page: Page) -> None:
    page.goto(f"{page.url}health/")


PLACES = (
    home,
    article,
    entity,
    keyword,
    indexes,
    network,
    matrix,
    timeline,
    data,
    health,
    search_page,
    search_dialog,
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_axe_finds_nothing(coloured: Visit, place) -> None:
    page = coloured.to()
    place(page)
    page.wait_for_timeout(300)  # for transitions of colour
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    told = [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found.response["violations"]
        for node in violation["nodes"]
    ]
    assert told == []
