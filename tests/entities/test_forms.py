"""Forms of one name."""

from seedpress.entities.joins.forms import named_after
from seedpress.entities.lexicon import lexicon
from seedpress.entities.nodes import Graph, Node


def node(name: str) -> Node:
    return Node(name.casefold(), {name: 3}, {name: 3}, {1, 2}, only=name)


def test_what_a_name_was_taken_for_before_a_rule_spoke_is_forgotten() -> None:
    names = [node("Martha Stewart"), node("Martha Stewart Living")]
    graph = Graph({each.key: each for each in names}, size=3)
    graph.kinds["martha stewart living"] = "person"  # the editor's word asks before any rule
    named_after(graph, lexicon())
    assert graph.kind("martha stewart living", lexicon()) == "organisation"
