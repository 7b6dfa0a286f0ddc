"""Departments and committees under several names: `Department of Transportation`."""

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph
from seedpress.entities.usual_names import usual_names

_CHAMBERS = ("house ", "senate ")
_BEFORE = ("department", "us department")


def departments(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Department of Transportation` joins `Transportation Department`, where articles meet."""
    graph.meet()
    for name in graph.words().beginning(("department", "us")):
        before, _, rest = name.partition(" of ")
        if before not in _BEFORE or not rest or name in usual_names():
            continue
        rest = rest.removeprefix("the ")
        for other in (f"{rest} department", f"us {rest} department", f"department of {rest}"):
            if other == name or other not in graph.nodes:
                continue
            here, there = graph.articles(name), graph.articles(other)
            if here & there or graph.in_common(name, other):
                rule = "the same department with its name in another order"
                graph.join(name, other, rule, graph.nodes[other].name)
            else:
                graph.miss(name, other, "their articles share no other names")


def committees(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`House Oversight Committee` joins `House Oversight and Government Reform Committee`."""
    graph.meet()
    for name in graph.words().ending(("committee",)):
        opening, _, rest = name.partition(" and ")
        short = f"{opening} committee"
        known = rest and opening.startswith(_CHAMBERS) and short in graph.nodes
        if known and graph.meets(name, short):
            graph.join(short, name, "the committee by what it is for first", opening)
