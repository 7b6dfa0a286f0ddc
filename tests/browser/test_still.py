"""What a reader has before the eyes stays where it is while the rest of a page arrives."""

import pytest
from playwright.sync_api import Page

from .conftest import PIECEMEAL, Handler, Visit

_WATCH = """window.moved = []; new PerformanceObserver(list => list.getEntries().forEach(entry =>
{ window.moved.push([entry.value, ...entry.sources.map(source => source.node &&
(source.node.outerHTML || source.node.nodeName).slice(0, 200))]); }))
.observe({type: "layout-shift", buffered: true})"""

# Resolves when so many pieces have been read and drawn: tells whether there are more.
_DRAWN = """number => new Promise(done => {
  const look = () => {
    const more = document.readyState === "loading";
    const read = document.querySelectorAll("section, aside, footer").length >= number;
    const end = () => requestAnimationFrame(() => done(more));
    requestAnimationFrame(read || !more ? end : look);
  };
  look();
})"""


@pytest.fixture
def watched(visit: Visit) -> Visit:
    """A visit that writes down how much moves each time, and what."""
    visit.page.add_init_script(_WATCH)
    return visit


def moved(page: Page) -> list[list[object]]:
    """Nothing, or nearly nothing: else all that moved on a page."""
    page.wait_for_load_state("networkidle")
    all_moved = page.evaluate("window.moved")
    return all_moved if sum(amount for amount, *_ in all_moved) >= 0.02 else []


def test_nothing_moves_when_a_page_loads(watched: Visit) -> None:
    for path in ("", "articles/", "about/", "search/"):
        assert moved(watched.to(path)) == [], path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "articles/what-kursk-is-worth-5c9825/",
        "entities/donald-trump/",
        "keywords/military-aid/",
    ],
)
def test_nothing_moves_when_a_page_arrives_by_and_by(watched: Visit, path: str) -> None:
    page = watched.page
    page.goto(watched.address + path + PIECEMEAL, wait_until="commit")
    read = 0
    while page.evaluate(_DRAWN, read):
        Handler.more.release()
        read += 1
    Handler.more.release()
    assert read >= 2
    assert moved(page) == []
