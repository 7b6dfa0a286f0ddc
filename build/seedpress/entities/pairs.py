"""Many pairs of names that may be one: what their articles have in common, each sooner."""

from collections.abc import Iterable, Iterator, Sequence

from seedpress.entities.nodes import Graph


def beside(graph: Graph, pairs: Iterable[Sequence[str]]) -> Iterator[tuple[str, str, list[str]]]:
    """Each two names that are not one entity by then, and what `in_common` tells of them."""
    parent, members, nodes, company = graph.parent, graph.members, graph.nodes, graph.company
    for one, two in pairs:
        here, there = one, two
        while above := parent.get(here):  # as `root` has it
            here = above
        while above := parent.get(there):
            there = above
        if here == there:
            continue
        if here not in members and there not in members:
            articles, others = nodes[here].articles, nodes[there].articles
            if len(articles) == len(others) == 1:  # as most
                (a,), (b,) = articles, others
                if a == b or company.strangers(a, b):
                    yield one, two, []
                    continue
        yield one, two, graph.in_common(one, two)
