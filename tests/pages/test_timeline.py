"""Charts of articles over time."""

import pytest

from seedpress.model import Entry, Fields
from seedpress.pages.timeline import YEARS, axis, chart
from seedpress.pages.words import words
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import read_html


def entries(*dates: str | None) -> tuple[Entry, ...]:
    return corpus([Draft(f"T{n}", fields=Fields(date=d)) for n, d in enumerate(dates)]).entries


STEPS = {
    "days": (["2025-03-01", "2025-03-04"], "day", 4),
    "over a leap day": (["2024-02-28", "2024-03-01"], "day", 3),
    "months": (["2024-11-30", "2025-03-01"], "month", 5),
    "years": (["1990-01-01", "2025-03-01"], "year", 36),
    "a century of centuries": (["0900-01-01", "2025-03-01"], "year", YEARS),
}


@pytest.mark.parametrize(("dates", "unit", "count"), STEPS.values(), ids=STEPS)
def test_axis(dates: list[str], unit: str, count: int) -> None:
    line = axis(entries(*dates, None))
    assert line is not None
    assert (line.unit, len(line.steps)) == (unit, count)
    assert list(line.steps) == sorted(set(line.steps))


@pytest.mark.parametrize("dates", [[], [None], ["2025-01-01"], ["2025-01-01", "2025-01-01"]])
def test_nothing_to_draw(dates: list[str | None]) -> None:
    line = axis(entries(*dates))
    assert line is None
    assert chart(line, entries(*dates), words("en")) == ""


def test_a_bar_for_each_day_with_articles_says_how_many() -> None:
    made = entries("2025-03-01", "2025-03-04", "2025-03-04", None)
    page = read_html(chart(axis(made), made, words("en")))
    assert [a["height"] for tag, a in page.tags if tag == "rect"] == ["20", "40"]
    assert "1 March 2025: 1 article" in page.text()
    assert "4 March 2025: 2 articles" in page.text()
    assert "3 of 4 are dated" in page.text()
    assert page.values("style") == []


def test_entities_without_dated_articles_have_no_chart() -> None:
    line = axis(entries("2025-03-01", "2025-03-04"))
    assert chart(line, entries(None), words("en")) == ""
