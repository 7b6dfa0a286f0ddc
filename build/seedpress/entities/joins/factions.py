"""Parties with the name of who leads them after a hyphen."""

from collections import defaultdict

from seedpress.entities.joins.full_names import full_names
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph


def led(graph: Graph, lexicon: Lexicon) -> None:
    """`Movement for Democratic Change-Tsvangirai` joins the same name without its leader's.

    Where articles of both have the leader, and the corpus has no other's half of the party.
    """
    hyphened = _hyphened(graph)
    if not hyphened:
        return
    bearers: dict[str, list[str]] = {last: [] for _, _, last in hyphened}
    for name, parts in full_names(graph, lexicon).items():
        if parts.surname in bearers:
            bearers[parts.surname].append(name)
    halves: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, before, last in hyphened:
        if bearers[last]:
            halves[before].append((name, last))
    for before, ((name, leader), *others) in sorted(halves.items()):
        here, there = graph.articles(name), graph.articles(before)
        if others or not here.isdisjoint(there) or graph.kind(before, lexicon) == "person":
            continue
        for bearer in bearers[leader]:
            whose = graph.articles(bearer)
            if whose & here and whose & there:
                graph.join(name, before, "a party with its leader", graph.nodes[bearer].name)


def _hyphened(graph: Graph) -> list[tuple[str, str, str]]:
    """Names that another makes with a word after a hyphen; that, and the word."""
    found: list[tuple[str, str, str]] = []
    for name in graph.words().longer():
        before, _, last = name.rpartition(" ")
        written = graph.nodes[name].name.casefold() if " " in before else ""  # of few
        if written.endswith((f"-{last}", f"–{last}")):
            found.append((name, before, last))
    return found
