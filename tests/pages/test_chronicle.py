"""The timeline: every dated article is in a step, each step leads to its place in the index."""

import re
from dataclasses import replace

from seedpress.model import Fields
from seedpress.pages import render
from seedpress.settings import PageSettings, Settings
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import read_page

DATES = ["2024-12-30", "2025-01-04", "2025-01-04", "2025-01-29", ""]
DRAFTS = [
    Draft(f"Story {n}", ["Mara Lindqvist spoke in Port Amity."], Fields(date=date or None))
    for n, date in enumerate(DATES)
]


def pages(drafts: list[Draft], settings: Settings | None = None) -> dict[str, str]:
    found = render(corpus(drafts), settings or Settings())
    return {p.path: str(p.data) for p in found if p.path.endswith(".md")}


def test_every_dated_article_is_counted_once() -> None:
    text = pages(DRAFTS)["timeline.md"]
    assert "4 of 5 are dated" in read_page(text).text()
    rows = re.findall(r'<tr markdown><th scope="row" markdown>.*?</tr>', text.split("periods")[-1])
    counts = [int(n) for row in rows for n in re.findall(r'sp-number">(\d+)<', row)]
    assert counts == [1, 2, 1]


def test_a_step_leads_to_the_part_of_the_index_where_its_newest_article_is() -> None:
    made = pages(DRAFTS, replace(Settings(), pages=PageSettings(per_index=1)))
    links = [h for h in read_page(made["timeline.md"]).values("href") if "articles/" in h]
    assert links == [
        "articles/page-4.md#m2024-12",
        "articles/page-2.md#m2025-01",
        "articles/index.md#m2025-01",
    ]
    for link in links:
        path, _, anchor = link.partition("#")
        assert anchor in read_page(made[path]).values("id")


def test_names_are_drawn_with_a_bar_for_each_step_that_has_them() -> None:
    text = pages(DRAFTS)["timeline.md"]
    strips = re.findall(r'<svg class="sp-strip".*?<path d="([^"]*)">', text)
    assert strips
    assert {strip.count("M") for strip in strips} == {3}


def test_without_dates_the_page_says_so() -> None:
    read = read_page(pages(DRAFTS[-1:])["timeline.md"])
    assert "Too few articles have a date" in read.text()
    assert "svg" not in {tag for tag, _ in read.tags}


def test_two_hundred_years_stay_below_a_hundred_kilobytes() -> None:
    words = ["Mara Lindqvist of the Harbour Board spoke in Port Amity."]
    drafts = [Draft(f"Story {n}", words, Fields(date=f"{1825 + n}-05-01")) for n in range(200)]
    assert len(pages(drafts)["timeline.md"]) < 80_000
