"""A picture of who appears with whom: a force layout made at build time, drawn as SVG.

Names are the nodes, their size says in how many articles they stand, and each is tied to those it
is seen with most. The same is told in a table, which is the picture's text alternative.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedpress import names
from seedpress.model import ENTITY_KINDS, Entity, Page
from seedpress.pages.cards import cards
from seedpress.pages.layout import Box, force, spread
from seedpress.pages.markdown import Markdown, escape
from seedpress.pages.shelf import Shelf, entity_link, most_named
from seedpress.pages.template import front_matter

PATH = "network.md"
NODES, ON_HOME = 60, 28  # names drawn on the picture's own page, and on the front page
TIES = 3  # of each name, to those it is seen with most
WIDTH = 1000  # of the picture, in its own units
SMALL, LARGE = 15, 30  # type sizes of the least and the most shared name
LETTER, BOLD = 0.56, 0.63  # width of a letter in type sizes, generously
ROWS = 60  # pairs in the table


@dataclass(frozen=True, slots=True)
class Tie:
    """Two entities and the articles they share."""

    first: str
    second: str
    articles: int
    strength: float  # 1 when neither ever stands without the other


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `network.md`."""
    w = shelf.words
    shown = most_named(shelf.corpus.entities)[:NODES]
    ties = strongest(shelf, shown)
    rows = sorted(ties, key=lambda t: (-t.articles, -t.strength, t.first, t.second))[:ROWS]
    yield Page(
        PATH,
        shelf.fill(
            "network.md.j2",
            front_matter(w("network"), w("network_about"), ("navigation", "toc")),
            w=w,
            picture=picture(shelf, PATH, shown, ties),
            kinds=[(k, w(f"kinds.{k}")) for k in ENTITY_KINDS if any(e.kind == k for e in shown)],
            rows=[
                (
                    entity_link(PATH, shelf.entity[tie.first]),
                    entity_link(PATH, shelf.entity[tie.second]),
                    tie.articles,
                )
                for tie in rows
            ],
            cards=cards(shelf, shown),
        ),
    )


def strongest(shelf: Shelf, shown: Sequence[Entity]) -> list[Tie]:
    """For each of the entities its TIES strongest ties to others of them, each pair once."""
    size = {e.id: len(e.articles) for e in shown}
    chosen: dict[tuple[str, str], Tie] = {}
    for entity in shown:
        found = []
        for company in shelf.corpus.company.get(entity.id, ()):
            if company.other in size:
                strength = company.articles / math.sqrt(size[entity.id] * size[company.other])
                first, second = sorted((entity.id, company.other))
                found.append(Tie(first, second, company.articles, strength))
        found.sort(key=lambda t: (-t.strength * math.log2(1 + t.articles), t.first, t.second))
        chosen.update({(t.first, t.second): t for t in found[:TIES]})
    return [chosen[pair] for pair in sorted(chosen)]


def picture(shelf: Shelf, path: str, shown: Sequence[Entity], ties: Sequence[Tie]) -> Markdown:
    """The SVG as a raw HTML figure; empty where there is nothing to tie together."""
    if len(shown) < 3 or not ties:
        return Markdown("")
    height = 260 + 6 * len(shown)
    boxes = _boxes(shown, ties, height)
    lines = "".join(_line(boxes[t.first], boxes[t.second], t.strength) for t in ties)
    labels = "".join(_label(shelf, path, e, boxes[e.id]) for e in shown)
    title = escape(shelf.words("network_title", n=len(shown)))
    return Markdown(
        f'<figure class="sp-network" tabindex="0" aria-label="{title}">'
        f'<svg viewBox="0 0 {WIDTH} {height}"><g>{lines}</g>{labels}</svg></figure>'
    )


def _boxes(shown: Sequence[Entity], ties: Sequence[Tie], height: int) -> dict[str, Box]:
    """Where each name's label lies."""
    most = max(len(e.articles) for e in shown)
    least = min(len(e.articles) for e in shown)
    order = [e.id for e in shown]
    points = force(order, [(t.first, t.second, t.strength) for t in ties])
    boxes = {}
    for entity in shown:
        weight = math.sqrt((len(entity.articles) - least) / (most - least)) if most > least else 0
        size = round(SMALL + (LARGE - SMALL) * weight)
        x, y = points[entity.id]
        width = len(entity.name) * size * (BOLD if entity.kind == "person" else LETTER)
        boxes[entity.id] = Box(x * WIDTH, y * height, width, size * 1.3, size)
    return spread(boxes, WIDTH, height)


def _line(a: Box, b: Box, strength: float) -> str:
    width = round(1 + 3 * strength, 1)
    return (
        f'<line x1="{a.x:.0f}" y1="{a.y:.0f}" x2="{b.x:.0f}" y2="{b.y:.0f}" '
        f'stroke-width="{width}"></line>'
    )


def _label(shelf: Shelf, path: str, entity: Entity, box: Box) -> str:
    # Engines would rewrite a plain `href`, each in its own way; this one they leave alone.
    href = names.address(path, names.entity_path(entity.slug), shelf.settings.directory_urls)
    return (
        f'<a xlink:href="{href}"><text class="sp-{entity.kind}" x="{box.x:.0f}" '
        f'y="{box.y + box.size * 0.35:.0f}" font-size="{box.size}">{escape(entity.name)}</text></a>'
    )
