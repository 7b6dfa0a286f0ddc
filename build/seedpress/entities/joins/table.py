"""Other names of the hand-written table join today's usual name."""

from seedpress.entities.joins import acronyms, otherwise
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node, say
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names


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
