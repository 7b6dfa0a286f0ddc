"""Parties and their members: `Ulster Unionists`, `Labour`."""

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph
from seedpress.entities.parties import NO_PARTIES
from seedpress.entities.usual_names import usual_names


def parties(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`Ulster Unionists` joins `Ulster Unionist Party`, `Democrats` joins `Democratic Party`."""
    graph.meet()
    stems = {name.removesuffix(" party") for name in graph.words().ending(("party",))}
    members = {f"{stem}s" for stem in stems} | {f"{stem.removesuffix('ic')}s" for stem in stems}
    for name in sorted((stems | members) & graph.nodes.keys()):
        if name in usual_names() and usual_names()[name].kind != "organisation":
            continue  # the States, and a state's party
        if name.title() in NO_PARTIES:
            continue
        for party in parties_of(name):
            if party in graph.nodes and _may_be_members(name, party, graph):
                graph.join(name, party, "the party, or its members", graph.nodes[party].name)


def _may_be_members(name: str, party: str, graph: Graph) -> bool:
    """Whether a name is of the party or its members; `Liberal Democrats` are not Japan's."""
    usual = {usual_names()[each].name for each in (name, party) if each in usual_names()}
    if len(usual) < 2 and graph.meets(name, party):
        return True
    graph.miss(name, party, "parties of two countries may be called alike")
    return False


def parties_of(name: str) -> tuple[str, ...]:
    """The parties that may be called by `name`, which is a key."""
    members = (f"{name[:-1]} party", f"{name[:-1]}ic party") if name[-1] == "s" else ()
    return (f"{name} party", *members)


def names_of(party: str) -> tuple[str, ...]:
    """What the party may be called by, all as keys: for whichever `parties_of` has it."""
    stem, _, last = party.rpartition(" ")
    if last != "party" or not stem:
        return ()
    return stem, f"{stem}s", f"{stem.removesuffix('ic')}s"
