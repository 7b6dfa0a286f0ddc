"""Places for the names of a network: springs pull tied ones together, labels push each other away.

The springs are those of Fruchterman and Reingold, "Graph drawing by force-directed placement",
Software: Practice and Experience 21 (1991). Plain arithmetic from a fixed start, so that every
machine draws the same picture; a network has at most some sixty names.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

ROUNDS = 120
PUSHES = 300  # rounds of parting labels, at most
GAP = 4  # between labels, in the picture's units
EVEN = 0.7  # how far places are evened, 0 to 1
RINGS, STEP = 40, 8  # of places that are tried for a label, and the distance between rings

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A label: its middle, its extent and its type size, in the picture's units."""

    x: float
    y: float
    width: float
    height: float
    size: int


def force(nodes: Sequence[str], ties: Sequence[tuple[str, str, float]]) -> dict[str, Point]:
    """A point in the unit square for each node; ties are (node, node, strength 0 to 1)."""
    count = len(nodes)
    place = {
        node: [0.5 + 0.45 * math.cos(turn), 0.5 + 0.45 * math.sin(turn)]
        for node, turn in zip(nodes, (2.4 * n for n in range(count)), strict=True)
    }
    ideal = 1.2 / math.sqrt(max(count, 1))
    for step in range(ROUNDS):
        moves = _moves(place, ties, ideal)
        heat = 0.12 * (1 - step / ROUNDS)
        for node, (dx, dy) in moves.items():
            length = math.hypot(dx, dy) or 1.0
            reach = min(length, heat) / length
            place[node][0] += dx * reach
            place[node][1] += dy * reach
    return _fitted(place)


def _moves(
    place: Mapping[str, Sequence[float]], ties: Sequence[tuple[str, str, float]], ideal: float
) -> dict[str, list[float]]:
    """The sum of forces on each node."""
    moves = {node: [0.0, 0.0] for node in place}
    for a, b in combinations(place, 2):
        dx, dy = place[a][0] - place[b][0], place[a][1] - place[b][1]
        apart = max(dx * dx + dy * dy, 1e-4)
        push = ideal * ideal / apart
        _add(moves, a, b, dx * push, dy * push)
    for a, b, strength in ties:
        dx, dy = place[a][0] - place[b][0], place[a][1] - place[b][1]
        pull = -math.hypot(dx, dy) / ideal * (0.4 + strength)
        _add(moves, a, b, dx * pull, dy * pull)
    for node, (x, y) in place.items():  # a weak pull to the middle keeps loose parts in sight
        moves[node][0] += (0.5 - x) * 0.3
        moves[node][1] += (0.5 - y) * 0.3
    return moves


def _add(moves: dict[str, list[float]], a: str, b: str, dx: float, dy: float) -> None:
    moves[a][0] += dx
    moves[a][1] += dy
    moves[b][0] -= dx
    moves[b][1] -= dy


def _fitted(place: Mapping[str, Sequence[float]]) -> dict[str, Point]:
    """Stretched to fill the unit square but for a margin, and evened.

    Springs draw the middle together, and labels need room: each axis goes halfway towards the one
    on which all nodes stand at equal distances, so who is left of whom stays as it was.
    """
    x, y = (_evened({node: p[i] for node, p in place.items()}) for i in (0, 1))
    return {node: (0.08 + 0.84 * x[node], 0.05 + 0.9 * y[node]) for node in place}


def _evened(along: Mapping[str, float]) -> dict[str, float]:
    low, high = min(along.values()), max(along.values())
    order = sorted(along, key=lambda node: (along[node], node))
    last = max(len(order) - 1, 1)
    return {
        node: (1 - EVEN) * (along[node] - low) / max(high - low, 1e-9) + EVEN * rank / last
        for rank, node in enumerate(order)
    }


def spread(boxes: Mapping[str, Box], width: float, height: float) -> dict[str, Box]:
    """The boxes moved apart until none overlaps, as far as the picture has room.

    First they push each other; one that still overlaps then takes the nearest free place, the
    earlier ones in `boxes` first.
    """
    middle = {key: [box.x, box.y] for key, box in boxes.items()}
    pairs = [
        (
            middle[a],
            middle[b],
            (one.width + two.width) / 2 + GAP,
            (one.height + two.height) / 2 + GAP,
        )
        for (a, one), (b, two) in combinations(boxes.items(), 2)
    ]
    for _ in range(PUSHES):
        clash = _parted(pairs)
        for key, box in boxes.items():
            middle[key][:] = _inside(middle[key], box, width, height)
        if not clash:
            break
    placed: dict[str, Box] = {}
    for key, box in boxes.items():
        wish = replace(box, x=middle[key][0], y=middle[key][1])
        placed[key] = _nearest_free(wish, list(placed.values()), width, height)
    return placed


def _inside(point: Sequence[float], box: Box, width: float, height: float) -> list[float]:
    half = min(box.width, width - 2 * GAP) / 2
    x = min(max(point[0], half + GAP), width - half - GAP)
    return [x, min(max(point[1], box.height / 2 + GAP), height - box.height / 2 - GAP)]


def _nearest_free(wish: Box, taken: Sequence[Box], width: float, height: float) -> Box:
    """The box at the nearest place where it covers none of `taken`, or where it is if none is."""
    for ring in range(RINGS):
        places = max(12 * ring, 1)
        for turn in range(places):
            angle = math.tau * turn / places
            reach = STEP * ring
            wanted = wish.x + 2 * reach * math.cos(angle), wish.y + reach * math.sin(angle)
            x, y = _inside(wanted, wish, width, height)
            tried = replace(wish, x=x, y=y)
            if not any(_covers(tried, other) for other in taken):
                return tried
    return wish


def _covers(a: Box, b: Box) -> bool:
    beside = abs(a.x - b.x) >= (a.width + b.width) / 2 + GAP
    return not beside and abs(a.y - b.y) < (a.height + b.height) / 2


def _parted(pairs: Sequence[tuple[list[float], list[float], float, float]]) -> bool:
    """Push labels apart the shorter way where two overlap; whether any did.

    Of each two it is given their middles, and how far these must be apart across or up and down.
    """
    clash = False
    for p, q, wide, high in pairs:
        over_x = wide - abs(p[0] - q[0])
        if over_x <= 0:
            continue
        over_y = high - abs(p[1] - q[1])
        if over_y <= 0:
            continue
        i, over = (1, over_y) if over_y <= over_x else (0, over_x)
        way = over / 2 if p[i] >= q[i] else -over / 2
        p[i] += way
        q[i] -= way
        clash = True
    return clash
