"""Persons of whom some papers write the family name first, as they do at home."""

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, say

_COMPANY = 2  # names that articles of both must share


def turned(graph: Graph, lexicon: Lexicon) -> None:
    """`Kanai Masaaki` joins `Masaaki Kanai`, beside the same others."""
    people = full_names(graph, lexicon)
    graph.meet()
    for name in sorted(people):
        first, _, last = name.partition(" ")
        other = f"{last} {first}"
        if " " in last or not last or other not in people or name > other:
            continue
        others = graph.in_common(name, other)
        few, many = sorted((name, other), key=lambda n: (len(graph.nodes[n].articles), n))
        if len(others) >= _COMPANY:
            graph.join(few, many, "the same name, family name first", f"beside {say(others)}")
        else:
            graph.miss(few, many, "the same words turned, and their articles share few others")
