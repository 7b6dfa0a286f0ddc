"""The corpus along time: articles by step, who was written about when, who stands out in a step."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from seedpress.model import Entry, Page
from seedpress.pages.article_index import places
from seedpress.pages.markdown import Markdown, link
from seedpress.pages.shelf import Shelf, entity_link, to
from seedpress.pages.tally import foremost
from seedpress.pages.template import front_matter
from seedpress.pages.timeline import Axis, bars, chart, step_of

PATH = "timeline.md"
NAMES = 30  # whose course is drawn
TELLING, FEWER = 3, 1  # names told of each period, and where there are many periods
MANY = 100  # periods


@dataclass(frozen=True, slots=True)
class Period:
    """One step of the axis in which there are articles."""

    name: Markdown  # a link to its place in the index of articles
    articles: int
    names: Sequence[Markdown]  # more at home in this period than in others


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `timeline.md`."""
    w = shelf.words
    line = shelf.axis
    steps = {e.id: step_of(line, e) for e in shelf.newest} if line else {}
    dated = [e for e in shelf.newest if e.article.fields.date]
    shown = shelf.listed[:NAMES] if line else []
    text = shelf.fill(
        "timeline.md.j2",
        front_matter(w("timeline.title"), w("timeline.about"), ("navigation", "toc")),
        w=w,
        dated=w("dated", n=len(dated), of=w.number(len(shelf.newest))),
        chart=chart(line, shelf.newest, w),
        courses=[
            (entity_link(PATH, e), *course)
            for e in shown
            if line and (course := _course(shelf, line, map(steps.get, e.articles)))
        ],
        periods=_periods(shelf, line, dated, steps) if line else [],
        ends=[w.when(line.steps[end]) for end in (0, -1)] if line else [],
    )
    yield Page(PATH, text)


def _course(
    shelf: Shelf, line: Axis, steps: Iterable[str | None]
) -> tuple[Markdown, str, int] | None:
    """An entity along the axis, by the steps of its articles.

    Its bars, the step with most articles, and how many those are.
    """
    counts = Counter(steps)
    known = [counts[step] for step in line.steps]
    most = max(known)
    if not most:
        return None
    return bars(known, most), shelf.words.when(line.steps[known.index(most)]), most


def _periods(
    shelf: Shelf, line: Axis, dated: Sequence[Entry], step_by_id: Mapping[str, str]
) -> list[Period]:
    """The steps that have articles, oldest first."""
    by_step: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in dated:
        by_step[step_by_id[entry.id]].append(entry)
    steps = [step for step in line.steps if by_step[step]]
    where = places(shelf, {by_step[step][0].id for step in steps})
    count = TELLING if len(steps) <= MANY else FEWER
    telling = _telling(shelf, line, step_by_id)
    return [
        Period(
            # The index is newest first: the period begins there with its last article.
            link(shelf.words.when(step), to(PATH, where[by_step[step][0].id])),
            len(by_step[step]),
            telling[step][:count],
        )
        for step in steps
    ]


def _telling(
    shelf: Shelf, line: Axis, steps: Mapping[str, str]
) -> Mapping[str, Sequence[Markdown]]:
    """By step: the names at home in it rather than in others, the most telling first."""
    number = {step: place for place, step in enumerate(line.steps)}
    names = shelf.counted.names
    most = np.sqrt([max(len(entity.articles), 1) for entity in names.things])
    counts = names.by_group([number.get(steps[e.id], -1) for e in shelf.newest], len(number))
    return {
        step: [
            entity_link(PATH, names.things[each])
            for each in foremost(row / most, TELLING)[:TELLING]
        ]
        for step, row in zip(line.steps, counts, strict=True)
    }
