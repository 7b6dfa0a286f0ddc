"""Names of the Gulf with and without the house that a person is of."""

import re
from collections import defaultdict

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph

_GRANDFATHER = re.compile(r"( bin \w+) bin \w+(?= al )")
_SON_OF = (" bin ", " bint ")


def houses(graph: Graph, lexicon: Lexicon) -> None:
    """`Mohammed bin Zayed Al Nahyan` joins `Mohammed bin Zayed`, the one who is called so."""
    people = full_names(graph, lexicon)
    graph.meet()
    longer: dict[str, list[str]] = defaultdict(list)
    for name in [name for name in graph.words().several if " al " in name]:
        short, _, house = name.rpartition(" al ")
        if house and short in people and " " not in house and any(of in short for of in _SON_OF):
            longer[short].append(name)
    for short, (name, *others) in sorted(longer.items()):
        if others:
            graph.miss(short, name, "several houses have one who is called so")
        elif graph.meets(short, name):
            graph.join(name, short, "the same name with a house", graph.nodes[short].name)
    for name in [name for name in graph.words().several if " bin " in name]:
        # Mohammed bin Abdulrahman bin Jassim Al Thani
        short = _GRANDFATHER.sub(r"\1", name) if name.count(" bin ") > 1 else name
        if short in graph.nodes and short != name and graph.meets(short, name):
            graph.join(name, short, "the same name with a grandfather", graph.nodes[short].name)
