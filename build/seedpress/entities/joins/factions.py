"""Parties with the name of who leads them after a hyphen."""

from collections import defaultdict

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph

_WORDS = 2  # of a party's name without its leader


def led(graph: Graph, lexicon: Lexicon) -> None:
    """`Movement for Democratic Change-Tsvangirai` joins the same name without its leader's.

    Where articles of both have the leader, and the corpus has no other's half of the party.
    """
    bearers: dict[str, list[str]] = defaultdict(list)
    for name, parts in full_names(graph, lexicon).items():
        bearers[parts.surname].append(name)
    halves: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in graph.words().ending(bearers):
        if name.count(" ") < _WORDS:  # as most
            continue
        before, _, last = name.rpartition(" ")
        if before not in graph.nodes:
            continue
        if graph.nodes[name].name.casefold().endswith((f"-{last}", f"–{last}")):
            halves[before].append((name, last))
    for before, ((name, leader), *others) in sorted(halves.items()):
        here, there = graph.articles(name), graph.articles(before)
        if others or not here.isdisjoint(there) or graph.kind(before, lexicon) == "person":
            continue
        for bearer in bearers[leader]:
            whose = graph.articles(bearer)
            if whose & here and whose & there:
                graph.join(name, before, "a party with its leader", graph.nodes[bearer].name)
