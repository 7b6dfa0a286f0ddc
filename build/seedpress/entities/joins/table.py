"""Other names of the hand-written table join today's usual name."""

from seedpress.entities.joins import acronyms, otherwise
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node, say
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_LONG = 2  # blanks in a name that nobody else has


def usual(graph: Graph, lexicon: Lexicon) -> None:
    """`Kiev` joins `Kyiv`, `USA` joins `United States`."""
    names = usual_names()
    other = acronyms.meant_otherwise(graph, lexicon) | otherwise.explained_otherwise(graph)
    for name in sorted(names.keys() & graph.nodes.keys()):
        wanted, found = key(names[name].name), names[name]
        if name in other:
            long, others = other[name]
            graph.join(name, long, "what the acronym means here", f"beside {say(others)}")
        elif wanted != name:
            if wanted not in graph.nodes:
                graph.nodes[wanted] = Node(wanted, fulls={found.name: 1})
            graph.join(name, wanted, "another usual name", f"for {found.name}")


def prefixed(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`U.N. International Organization for Migration` joins what the table has without `U.N.`."""
    names = usual_names()
    for name in graph.words().beginning({"us", "un"}):
        rest = name.partition(" ")[2] if name.startswith(("us ", "un ")) else ""
        found = names.get(rest) if name not in names and rest.count(" ") >= _LONG else None
        if found and found.kind == "organisation" and not rest.endswith(" party"):
            wanted = key(found.name)
            if wanted not in graph.nodes:
                graph.nodes[wanted] = Node(wanted, fulls={found.name: 1})
            graph.join(name, wanted, "a usual name, and whose it is", f"for {found.name}")
