"""Boosted decision trees, read from a JSON file that people can read too, in plain Python."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from seedpress.cleaning.learned.features import NAMES

# A leaf is a number; a branch asks whether a feature is at most a limit: yes, no.
Node = Any


@dataclass(frozen=True, slots=True)
class Trees:
    """A classifier: the sum of its trees' leaves is the log-odds of `yes`."""

    base: float
    trees: tuple[Node, ...]

    def odds(self, row: Sequence[float]) -> float:
        """Log-odds for a row of features in the order of `NAMES`."""
        total = self.base
        for node in self.trees:
            while node.__class__ is tuple:
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return total


@cache
def load(name: str) -> Trees:
    """The trees of `<name>.json` beside this module."""
    raw = json.loads(resources.files(__package__).joinpath(f"{name}.json").read_text("utf-8"))
    places = {feature: i for i, feature in enumerate(NAMES)}

    def node(written: Any) -> Node:
        if isinstance(written, list):
            feature, limit, yes, no = written
            return (places[feature], limit, node(yes), node(no))
        return float(written)

    return Trees(raw["base"], tuple(node(tree) for tree in raw["trees"]))
