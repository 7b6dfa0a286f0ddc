"""The corpus along time: articles by step, who was written about when, who stands out in a step."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from seedpress.model import Entity, Entry, Page
from seedpress.pages.article_index import places
from seedpress.pages.markdown import Markdown, link
from seedpress.pages.shelf import Shelf, entity_link, to
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
    weighed = _weighed(shelf.listed, step_by_id)
    return [
        Period(
            # The index is newest first: the period begins there with its last article.
            link(shelf.words.when(step), to(PATH, where[by_step[step][0].id])),
            len(by_step[step]),
            _telling(weighed[step])[:count],
        )
        for step in steps
    ]


def _weighed(
    listed: Iterable[Entity], steps: Mapping[str, str]
) -> defaultdict[str | None, list[tuple[float, Entity]]]:
    """By the `steps` of articles: how much each name is at home in one rather than in others."""
    found: defaultdict[str | None, list[tuple[float, Entity]]] = defaultdict(list)
    for entity in listed:
        most = math.sqrt(len(entity.articles))
        for step, count in Counter(map(steps.get, entity.articles)).items():
            found[step].append((count / most, entity))
    return found


def _telling(weighed: Sequence[tuple[float, Entity]]) -> list[Markdown]:
    """The names that a period has more of than the whole corpus, the most telling first."""
    least = min(nlargest(TELLING, [weight for weight, _ in weighed]), default=0.0)
    most = [(-weight, e.name, e.id, e) for weight, e in weighed if weight >= least]
    return [entity_link(PATH, entity) for *_, entity in sorted(most)[:TELLING]]
