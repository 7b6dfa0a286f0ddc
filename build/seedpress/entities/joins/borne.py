"""Who bears each name that stands alone."""

from collections.abc import Sequence

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph
from seedpress.entities.sought import Marks, Sought


def bearers(graph: Graph, lexicon: Lexicon) -> dict[str, dict[str, int]]:
    """Who bears each surname, in how many articles; `John Doe Jr.` where there is no other Doe.

    Only surnames that stand alone somewhere.
    """
    bearers: dict[str, dict[str, int]] = {}
    root, nodes = graph.root, graph.nodes
    for tail, *names in graph.searched(borne, lexicon):
        found = bearers.setdefault(tail, {})
        junior = False
        for name in names:
            if not name:
                junior = True
                continue
            top = root(name)
            if not junior or all(other == top for other in found):
                found[top] = found.get(top, 0) + len(nodes[name].articles)
    return bearers


def _tails(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """What may stand for each person, and each name itself; of a given name alone this."""
    people = full_names(graph, lexicon)
    for name in names:
        yield name, name
        if name[-1:] == "#" and " " in name:
            yield name, name.partition(" ")[0]
        if parts := people.get(name):
            for tail in parts.tails:
                if tail != name:
                    yield name, tail


def _borne(tail: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:
    """What stands alone somewhere, who bears it and, behind nothing, who does and is called Jr."""
    people = full_names(graph, lexicon)
    alone = [name for name in names if name == tail or name[-1:] == "#"]
    bearers = [name for name in names if name != tail and name in people]
    last = [name for name in bearers if people[name].after]
    first = [name for name in bearers if not people[name].after]
    return [[tail, *first, *(["", *last] if last else ())]] if alone and bearers else []


borne = Sought(_tails, _borne)
