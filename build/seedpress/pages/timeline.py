"""Articles over time as a small bar chart: drawn at build time, without any script."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from seedpress.model import Entry
from seedpress.pages.markdown import Markdown, escape
from seedpress.pages.words import Words

DAYS, MONTHS = 45, 60  # a longer span is counted by months, then by years
HEIGHT = 40  # of the picture, in its own units; a bar is 10 wide
YEARS = 200  # bars at the most
FEW, VERY_FEW = 20, 8  # bars that are drawn slim, and slimmer
WIDTHS = {"day": 10, "month": 7, "year": 4}  # of an ISO date cut to the unit


@dataclass(frozen=True, slots=True)
class Axis:
    """The time from the corpus' first to its last article, in days, months or years."""

    unit: str  # `day`, `month` or `year`
    steps: tuple[str, ...]  # ISO dates cut to the unit, oldest first, without gaps


def axis(entries: Iterable[Entry]) -> Axis | None:
    """The axis on which all charts of the corpus are drawn; None for fewer than two steps."""
    dates = sorted({e.article.fields.date for e in entries if e.article.fields.date})
    if len(dates) < 2:
        return None
    first, last = date.fromisoformat(dates[0]), date.fromisoformat(dates[-1])
    days = (last - first).days
    if days <= DAYS:
        return Axis("day", tuple(str(first + timedelta(n)) for n in range(days + 1)))
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    if end - start <= MONTHS:
        steps = (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, end + 1))
        return Axis("month", tuple(steps))
    oldest = max(first.year, last.year - YEARS + 1)
    return Axis("year", tuple(f"{n:04}" for n in range(oldest, last.year + 1)))


def step_of(line: Axis, entry: Entry) -> str:
    """The step of the axis that the article falls into; empty for one without a date."""
    return (entry.article.fields.date or "")[: WIDTHS[line.unit]]


def bars(counts: Sequence[int], most: int) -> Markdown:
    """A row of small bars, one a step, for the eye alone: what they say must stand beside them."""
    drawn = "".join(
        f"M{10 * place + 1} {HEIGHT}v-{_height(n, most)}h8V{HEIGHT}"
        for place, n in enumerate(counts)
        if n
    )
    return Markdown(
        f'<svg class="sp-strip" aria-hidden="true" preserveAspectRatio="none" '
        f'viewBox="0 0 {10 * len(counts)} {HEIGHT}"><path d="{drawn}"></path></svg>'
    )


def chart(line: Axis | None, entries: Sequence[Entry], w: Words) -> Markdown:
    """A figure of raw HTML: one bar a step; empty where nothing can be drawn."""
    if line is None:
        return Markdown("")
    counts = Counter(step_of(line, e) for e in entries)
    known = [(step, counts[step]) for step in line.steps]
    most = max(n for _, n in known)
    if not most:
        return Markdown("")
    wide = 2 if len(known) <= VERY_FEW else 4 if len(known) <= FEW else 8
    bars = "".join(
        _bar(
            place * 10 + 5 - wide // 2,
            wide,
            _height(n, most),
            f"{w.when(step)}: {w('articles', n=n)}",
        )
        for place, (step, n) in enumerate(known)
        if n
    )
    first, last = (escape(w.when(line.steps[end])) for end in (0, -1))
    peak = w.when(max(known, key=lambda pair: pair[1])[0])
    top = w("over_time_peak", most=w("articles", n=most), when=peak)
    label = top if most > 1 else w("over_time")
    dated = sum(counts.values()) - counts[""]
    if counts[""]:
        label = f"{label}. {w('dated', n=dated, of=w.number(len(entries)))}"
    label = escape(label)
    return Markdown(
        '<figure class="sp-chart" data-pagefind-ignore>'
        f'<svg role="img" aria-label="{label}" preserveAspectRatio="none" '
        f'viewBox="0 0 {len(known) * 10} {HEIGHT}">{bars}</svg>'
        f"<figcaption><span>{first}</span><span>{label}</span><span>{last}</span></figcaption>"
        "</figure>"
    )


def _height(n: int, most: int) -> int:
    return max(round(n / most * HEIGHT), 1)


def _bar(x: int, width: int, height: int, title: str) -> str:
    return (
        f'<rect x="{x}" y="{HEIGHT - height}" width="{width}" height="{height}">'
        f"<title>{escape(title)}</title></rect>"
    )
