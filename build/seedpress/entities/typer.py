"""A small log-linear model of what a name is of: person, organisation, place or other.

The weights, `words/typer.tsv`, are made by `tests/bench/train_names.py` from freely licensed texts
with marked names; the script says from which, and how well the model does on unseen texts.
A name's score is its own features' weights plus those of the places where it stands.
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal

CLASSES: tuple[Literal["person", "organisation", "place", "other"], ...] = (
    "person",
    "organisation",
    "place",
    "other",
)
Scores = tuple[float, float, float, float]
ZERO: Scores = (0.0, 0.0, 0.0, 0.0)


@lru_cache(maxsize=1)
def weights() -> dict[str, Scores]:
    """The weights of each feature for the four CLASSES."""
    text = files("seedpress.entities").joinpath("words", "typer.tsv").read_text("utf-8")
    table: dict[str, Scores] = {}
    for line in text.splitlines():
        if line and not line.startswith("# "):
            feature, numbers = line.split("\t")
            a, b, c, d = (int(n) / 100 for n in numbers.split(" "))
            table[feature] = (a, b, c, d)
    return table


def score(features: Iterable[str], table: dict[str, Scores]) -> Scores:
    """The sum of the features' weights; unknown features weigh nothing."""
    a = b = c = d = 0.0
    for feature in features:
        found = table.get(feature)
        if found:
            a += found[0]
            b += found[1]
            c += found[2]
            d += found[3]
    return round(a, 2), round(b, 2), round(c, 2), round(d, 2)
