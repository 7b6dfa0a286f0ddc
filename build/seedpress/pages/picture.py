"""Names and their ties drawn as SVG: once for wide screens and once, taller, for narrow ones."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from seedpress import names
from seedpress.model import Entity
from seedpress.pages.layout import Box, force, spread
from seedpress.pages.markdown import Markdown, escape
from seedpress.pages.shelf import Shelf

LETTER, BOLD = 0.57, 0.66  # width of a letter in type sizes, generously
LEAST = 3  # names that make a picture


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities and the articles they share."""

    first: str
    second: str
    articles: int
    strength: float  # 1 when neither ever stands without the other


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture is drawn on, in units of its own."""

    name: str  # of its class in the style sheet
    width: int
    base: int  # height of an empty picture,
    each: int  # and for each name
    small: int  # type sizes of the least and the most shared name
    large: int


SHEETS = (Sheet("sp-wide", 1000, 220, 9, 15, 29), Sheet("sp-tall", 400, 140, 21, 14, 21))


def picture(shelf: Shelf, path: str, shown: Sequence[Entity], ties: Sequence[Tie]) -> Markdown:
    """A raw HTML figure; empty where there is nothing to tie together.

    Both drawings say the same; the style sheet shows the one that fits the screen.
    """
    if len(shown) < LEAST or not ties:
        return Markdown("")
    points = force([e.id for e in shown], [(t.first, t.second, t.strength) for t in ties])
    title = escape(shelf.words("network_title", n=len(shown)))
    drawn = "".join(_drawing(shelf, path, sheet, shown, ties, points) for sheet in SHEETS)
    return Markdown(f'<figure class="sp-network" aria-label="{title}">{drawn}</figure>')


def _drawing(
    shelf: Shelf,
    path: str,
    sheet: Sheet,
    shown: Sequence[Entity],
    ties: Sequence[Tie],
    points: Mapping[str, tuple[float, float]],
) -> str:
    height = sheet.base + sheet.each * len(shown)
    boxes = _boxes(sheet, height, shown, points)
    lines = "".join(_line(boxes[t.first], boxes[t.second], t.strength) for t in ties)
    labels = "".join(_label(shelf, path, e, boxes[e.id]) for e in shown)
    opening = f'<svg class="{sheet.name}" viewBox="0 0 {sheet.width} {height}">'
    return f"{opening}<g>{lines}</g>{labels}</svg>"


def _boxes(
    sheet: Sheet,
    height: int,
    shown: Sequence[Entity],
    points: Mapping[str, tuple[float, float]],
) -> dict[str, Box]:
    """Where each name's label lies; the most shared name chooses its place first."""
    most = max(len(e.articles) for e in shown)
    least = min(len(e.articles) for e in shown)
    boxes = {}
    for entity in sorted(shown, key=lambda e: (-len(e.articles), e.id)):
        weight = math.sqrt((len(entity.articles) - least) / (most - least)) if most > least else 0
        letters = max(len(entity.name), 1) * (BOLD if entity.kind == "person" else LETTER)
        fitting = int((sheet.width - 20) / letters)
        size = max(min(round(sheet.small + (sheet.large - sheet.small) * weight), fitting), 4)
        x, y = points[entity.id]
        boxes[entity.id] = Box(x * sheet.width, y * height, letters * size, size * 1.3, size)
    return spread(boxes, sheet.width, height)


def _line(a: Box, b: Box, strength: float) -> str:
    width = round(1 + 2 * strength, 1)
    ends = f'x1="{a.x:.0f}" y1="{a.y:.0f}" x2="{b.x:.0f}" y2="{b.y:.0f}"'
    return f'<line {ends} stroke-width="{width}"></line>'


def _label(shelf: Shelf, path: str, entity: Entity, box: Box) -> str:
    # Engines would rewrite a plain `href`, each in its own way; this one they leave alone.
    href = names.address(path, names.entity_path(entity.slug), shelf.settings.directory_urls)
    return (
        f'<a xlink:href="{href}"><text class="sp-{entity.kind}" x="{box.x:.0f}" '
        f'y="{box.y + box.size * 0.35:.0f}" font-size="{box.size}">{escape(entity.name)}</text></a>'
    )
