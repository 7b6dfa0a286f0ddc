"""A picture of who appears with whom: a force layout made at build time, drawn as SVG.

Names are the nodes, their size says in how many articles they stand, and each is tied to those it
is seen with most. The same is told in a table, which is the picture's text alternative.
"""

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import compress
from operator import attrgetter

from seedpress.model import ENTITY_KINDS, Entity, Page, Sheaf
from seedpress.pages.keys import Keys
from seedpress.pages.markdown import link
from seedpress.pages.picture import Tie, picture
from seedpress.pages.shelf import Shelf, entity_link, to
from seedpress.pages.template import front_matter

PATH = "network.md"
NODES, ON_HOME = 60, 28  # names drawn on the picture's own page, and on the front page
TIES = 3  # of each name, to those it is seen with most
ROWS = 60  # pairs in the table
_other = attrgetter("other")


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The page `network.md`, which takes as long to draw as hundreds of others to write."""
    shown = shelf.listed[:NODES]
    ties = strongest(shelf, shown)
    drawn = [(e.id, e.name, e.kind, e.slug, len(e.articles)) for e in shown]
    yield Sheaf(
        "network of entities", keys.index((drawn, ties)), partial(_page, shelf, shown, ties)
    )


def _page(shelf: Shelf, shown: Sequence[Entity], ties: Sequence[Tie]) -> Iterator[Page]:
    w = shelf.words
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
            matrix=link(w("matrix.see"), to(PATH, "matrix.md")),
        ),
    )


def strongest(shelf: Shelf, shown: Sequence[Entity]) -> list[Tie]:
    """For each of the entities its TIES strongest ties to others of them, each pair once."""
    size = {e.id: len(e.articles) for e in shown}
    chosen: dict[tuple[str, str], Tie] = {}
    for entity in shown:
        found = []
        every = shelf.corpus.company.get(entity.id, ())  # of which there may be thousands
        for company in compress(every, map(size.__contains__, map(_other, every))):
            strength = company.articles / math.sqrt(size[entity.id] * size[company.other])
            first, second = sorted((entity.id, company.other))
            found.append(Tie(first, second, company.articles, strength))
        found.sort(key=lambda t: (-t.strength * math.log2(1 + t.articles), t.first, t.second))
        chosen.update({(t.first, t.second): t for t in found[:TIES]})
    return [chosen[pair] for pair in sorted(chosen)]
