"""A small log-linear model of what a name is of: person, organisation, place or other.

The weights, `words/typer.tsv`, are made by `tests/bench/train_names.py` from freely licensed texts
with marked names; the script says from which, and how well the model does on unseen texts.
A name's score is its own features' weights plus those of the places where it stands.
"""

import struct
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
_HUNDREDTHS = struct.Struct("<4h")  # as exact as the weights are
_LARGEST = 32_767
_NOTHING = _HUNDREDTHS.pack(*[-1 - _LARGEST] * 4)
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


def packed(scores: Iterable[Scores | tuple[()]]) -> bytes:
    """Scores in eight bytes each, also those of a place that says nothing."""
    return b"".join(_packed(each) if each else _NOTHING for each in scores)


def _packed(scores: Scores) -> bytes:
    whole = [round(100 * number) for number in scores]
    if max(whole) > _LARGEST or min(whole) < -_LARGEST:
        whole = [max(-_LARGEST, min(_LARGEST, number)) for number in whole]
    return _HUNDREDTHS.pack(*whole)


def unpacked(data: bytes) -> list[Scores | tuple[()]]:
    """The scores that `packed` put into bytes."""
    nothing = -1 - _LARGEST
    return [
        (a / 100, b / 100, c / 100, d / 100) if a != nothing else ()
        for a, b, c, d in _HUNDREDTHS.iter_unpack(data)
    ]


def hundredths(data: bytes) -> list[tuple[int, int, int, int] | tuple[()]]:
    """The scores that `packed` put into bytes, as whole hundredths, which add up exactly."""
    nothing = -1 - _LARGEST
    return [each if each[0] != nothing else () for each in _HUNDREDTHS.iter_unpack(data)]
