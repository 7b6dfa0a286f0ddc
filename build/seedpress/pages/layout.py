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
    """Stretched to fill the unit square but for a margin."""
    low = [min(p[i] for p in place.values()) for i in (0, 1)]
    high = [max(p[i] for p in place.values()) for i in (0, 1)]
    span = [max(high[i] - low[i], 1e-9) for i in (0, 1)]
    return {
        node: (0.08 + 0.84 * (p[0] - low[0]) / span[0], 0.06 + 0.88 * (p[1] - low[1]) / span[1])
        for node, p in place.items()
    }


def spread(boxes: Mapping[str, Box], width: float, height: float) -> dict[str, Box]:
    """The boxes moved apart until none overlaps, as far as the picture has room."""
    middle = {key: [box.x, box.y] for key, box in boxes.items()}
    for _ in range(PUSHES):
        clash = False
        for a, b in combinations(boxes, 2):
            clash |= _part(middle[a], middle[b], boxes[a], boxes[b])
        for key, box in boxes.items():
            half = min(box.width, width - 2 * GAP) / 2
            middle[key][0] = min(max(middle[key][0], half + GAP), width - half - GAP)
            half = box.height / 2
            middle[key][1] = min(max(middle[key][1], half + GAP), height - half - GAP)
        if not clash:
            break
    return {key: replace(box, x=middle[key][0], y=middle[key][1]) for key, box in boxes.items()}


def _part(p: list[float], q: list[float], a: Box, b: Box) -> bool:
    """Push two labels apart the shorter way if they overlap; whether they did."""
    over_x = (a.width + b.width) / 2 + GAP - abs(p[0] - q[0])
    over_y = (a.height + b.height) / 2 + GAP - abs(p[1] - q[1])
    if over_x <= 0 or over_y <= 0:
        return False
    i, over = (1, over_y) if over_y <= over_x else (0, over_x)
    way = over / 2 if p[i] >= q[i] else -over / 2
    p[i] += way
    q[i] -= way
    return True
