"""Acronyms of the table that articles of the corpus explain as something else."""

from collections import defaultdict

from seedpress.entities.meant import AGENCIES
from seedpress.entities.nodes import Graph
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_SHORTEST = 3  # letters of an acronym
_LONG = 15  # letters of what one stands for


def explained_otherwise(graph: Graph) -> dict[str, tuple[str, list[str]]]:
    """Such acronyms, what they mean here, and others beside which both stand.

    `NASA` in articles of Kenya's election, of which others have the National Super Alliance (Nasa):
    each article of the acronym alone has to tell their story, and none what it usually means.
    """
    longs: dict[str, set[str]] = defaultdict(set)
    for short in graph.explained:
        name = short.upper()
        if name in graph.nodes and name in usual_names() and len(name) >= _SHORTEST:
            longs[name].update(map(key, graph.explained[short]))
    for name in [name for name in longs if name in AGENCIES or _has_usual(graph, name, longs)]:
        del longs[name]
    if longs:
        graph.meet()
    found = {}
    for name in sorted(longs):
        known = [long for long in sorted(longs[name]) if long in graph.nodes]
        others = _beside(graph, name, known[0]) if len(known) == 1 else []
        if others:
            found[name] = known[0], others
    return found


def _has_usual(graph: Graph, name: str, longs: dict[str, set[str]]) -> bool:
    """Whether the corpus has what the acronym usually means, explained or not."""
    usual = usual_names()
    if not longs[name].isdisjoint(usual):
        return True
    return any(
        long in graph.nodes
        for long, found in usual.items()
        if found == usual[name] and len(long) >= _LONG
    )


def _beside(graph: Graph, name: str, long: str) -> list[str]:
    """Names that articles of both have and few else; none unless each of the acronym's does."""
    here, there = graph.articles(name), graph.articles(long)
    shared = [graph.company.shared({number}, there) - {name, long} for number in here - there]
    if not shared or not all(shared):
        return []
    found = set[str]().union(*shared)
    return sorted(graph.nodes[each].name for each in found if each in graph.nodes)
