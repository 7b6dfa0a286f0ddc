"""The picture of who appears with whom: names can be read, and it is the same every time."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedpress.pages.layout import GAP, Box, force, spread
from seedpress.pages.network import NODES, TIES, strongest
from seedpress.pages.picture import SHEETS, picture
from seedpress.pages.shelf import arrange, most_named
from seedpress.settings import Settings
from tests.pages.corpora import Draft, corpus
from tests.pages.rendering import read_html


@pytest.mark.parametrize("count", [1, 2, 3, 12, NODES])
def test_labels_do_not_overlap_and_stay_inside(count: int) -> None:
    nodes = [f"n{n}" for n in range(count)]
    ties = [(nodes[0], node, 0.5) for node in nodes[1:]]
    points = force(nodes, ties)
    boxes = {node: Box(x * 1000, y * 620, 120, 24, 18) for node, (x, y) in points.items()}
    placed = spread(boxes, 1000, 620)
    for a, b in combinations(placed.values(), 2):
        assert abs(a.x - b.x) >= 120 or abs(a.y - b.y) >= 24
    for box in placed.values():
        assert 60 <= box.x <= 940
        assert 12 <= box.y <= 608


def test_tied_names_lie_closer_than_others() -> None:
    nodes = ["a", "b", "c", "d", "e", "f"]
    points = force(nodes, [("a", "d", 1.0), ("b", "e", 1.0), ("c", "f", 1.0)])

    def apart(first: str, second: str) -> float:
        (x, y), (u, v) = points[first], points[second]
        return float(abs(x - u) + abs(y - v))

    tied = [apart("a", "d"), apart("b", "e"), apart("c", "f")]
    loose = [apart("a", "b"), apart("b", "c"), apart("d", "e"), apart("a", "f")]
    assert sum(tied) / 3 < sum(loose) / 4


@given(widths=st.lists(st.floats(1, 2000), min_size=1, max_size=12))
@settings(deadline=None, max_examples=40)
def test_any_label_stays_in_the_picture(widths: list[float]) -> None:
    boxes = {f"n{n}": Box(500, 300, width, 20, 15) for n, width in enumerate(widths)}
    for box in spread(boxes, 1000, 600).values():
        assert 0 <= box.x <= 1000
        assert 10 + GAP - 1e-6 <= box.y <= 590 - GAP + 1e-6


def test_each_name_keeps_its_strongest_ties() -> None:
    names = [f"Name {chr(65 + n)}" for n in range(10)]
    known = {name: ("place", [name]) for name in names}
    drafts = [Draft(f"T{n}", [" and ".join([*names[: n + 2]])]) for n in range(9)]
    shelf = arrange(corpus(drafts, known), Settings())  # type: ignore[arg-type]
    shown = most_named(shelf.corpus.entities)
    ties = strongest(shelf, shown)
    assert len({(t.first, t.second) for t in ties}) == len(ties)
    assert len(shown) - 1 <= len(ties) <= TIES * len(shown)
    assert all(0 < t.strength <= 1 for t in ties)
    assert ties == strongest(shelf, shown)


@given(
    lengths=st.lists(st.integers(2, 30), min_size=2, max_size=NODES),
    spot=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
@settings(deadline=None, max_examples=15)
def test_labels_part_even_if_all_wish_for_one_place(
    lengths: list[int], spot: tuple[float, float]
) -> None:
    boxes = {
        f"n{n}": Box(spot[0] * 1000, spot[1] * 760, 9.0 * length, 20, 15)
        for n, length in enumerate(lengths)
    }
    placed = list(spread(boxes, 1000, 760).values())
    for a, b in combinations(placed, 2):
        assert abs(a.x - b.x) >= (a.width + b.width) / 2 or abs(a.y - b.y) >= 20


def test_every_name_stands_in_both_pictures_inside_its_frame() -> None:
    names = [f"Name {chr(65 + n)}" for n in range(10)] + ["A Very Long Name of a Body " * 3]
    known = {name: ("organisation", [name]) for name in names}
    drafts = [Draft(f"T{n}", [" and ".join(names)]) for n in range(2)]
    shelf = arrange(corpus(drafts, known), Settings())  # type: ignore[arg-type]
    shown = most_named(shelf.corpus.entities)
    drawn = read_html(picture(shelf, "network.md", shown, strongest(shelf, shown)))
    frames = [a["viewbox"] for tag, a in drawn.tags if tag == "svg"]
    assert len(frames) == len(SHEETS)
    texts = [a for tag, a in drawn.tags if tag == "text"]
    assert len(texts) == len(SHEETS) * len(names)
    for number, place in enumerate(texts):
        _, _, width, height = map(int, str(frames[number // len(names)]).split())
        assert 0 < int(str(place["x"])) < width
        assert 0 < int(str(place["y"])) < height
