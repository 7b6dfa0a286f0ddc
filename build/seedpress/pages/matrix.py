"""Who shares how many articles with whom, as a table of numbers: the network for researchers."""

import math
from collections.abc import Iterator, Mapping, Sequence

from seedpress.model import Entity, Page
from seedpress.pages.markdown import link
from seedpress.pages.shelf import Shelf, entity_link, to
from seedpress.pages.template import front_matter

PATH = "matrix.md"
NAMES = 36
SHADES = ("sp-s1", "sp-s2", "sp-s3", "sp-s4", "sp-s5")  # of cells, in the style sheet


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `matrix.md`."""
    w = shelf.words
    shared = {
        e.id: {c.other: c.articles for c in shelf.corpus.company.get(e.id, ())}
        for e in shelf.listed[:NAMES]
    }
    shown = in_order([shelf.entity[i] for i in shared], shared)
    text = shelf.fill(
        "matrix.md.j2",
        front_matter(w("matrix.title"), w("matrix.about"), ("navigation", "toc")),
        w=w,
        columns=[e.name for e in shown],
        rows=[(entity_link(PATH, e), [_cell(shared, e, other) for other in shown]) for e in shown],
        network=link(w("network"), to(PATH, "network.md")),
    )
    yield Page(PATH, text)


def in_order(shown: Sequence[Entity], shared: Mapping[str, Mapping[str, int]]) -> list[Entity]:
    """The names so that those often seen together stand side by side, the most shared one first.

    Each is followed by the one left that is tied most to it and, half as much, to the one before.
    """
    left = list(shown)
    order: list[Entity] = []
    while left:
        last = order[-2:]
        ties = {
            e.id: sum(strength(shared, e, other) / (len(last) - n) for n, other in enumerate(last))
            for e in left
        }
        best = max(left, key=lambda e: ties[e.id])  # the first of equals: the more shared one
        left.remove(best)
        order.append(best)
    return order


def strength(shared: Mapping[str, Mapping[str, int]], one: Entity, other: Entity) -> float:
    """How much two stand together: 1 when neither ever stands without the other."""
    size = math.sqrt(len(one.articles) * len(other.articles))
    return shared[one.id].get(other.id, 0) / size if size else 0.0


def _cell(shared: Mapping[str, Mapping[str, int]], one: Entity, other: Entity) -> tuple[str, int]:
    """The class of a cell, and the articles it stands for."""
    if one.id == other.id:
        return "sp-self", len(one.articles)
    steps = math.ceil(len(SHADES) * strength(shared, one, other) - 1e-9)
    shade = SHADES[min(max(steps, 1), len(SHADES)) - 1]
    return shade, shared[one.id].get(other.id, 0)
