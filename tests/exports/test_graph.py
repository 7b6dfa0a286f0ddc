"""The graphs are what programs for networks read."""

import io

import networkx as nx
import pytest

from seedpress.exports.graph import graph_gexf, graph_graphml
from seedpress.model import Company, Corpus, Entity
from seedpress.settings import Settings

from .corpora import corpus

READERS = {"graphml": (graph_graphml, nx.read_graphml), "gexf": (graph_gexf, nx.read_gexf)}
NAMES = ["Kyiv", 'A "b" & <c>', "M\x00\ud800\n'x'", "]]>", "Łódź 😀"]


def read(name, made):
    write, reader = READERS[name]
    return reader(io.BytesIO(b"".join(write(made, Settings()))))


def ring():
    """Entities of strange names, each tied to the next one."""
    ids = [f"place:{n}" for n in range(len(NAMES))]
    ties = {one: [] for one in ids}
    for n, one in enumerate(ids):
        other = ids[(n + 1) % len(ids)]
        ties[one].append(Company(other, n + 1))
        ties[other].append(Company(one, n + 1))
    entities = tuple(
        Entity(identity, name, "place", (), ("a1", "a2"), 3, page=True, slug=f"s{n}")
        for n, (identity, name) in enumerate(zip(ids, NAMES, strict=True))
    )
    return Corpus((), entities, (), {one: tuple(found) for one, found in ties.items()})


@pytest.mark.parametrize("name", READERS)
def test_nodes_and_edges_come_back(name):
    graph = read(name, corpus())
    assert [data["entity"] for _, data in graph.nodes(data=True)] == ["place:kyiv", "place:m"]
    assert dict(graph.nodes(data=True))["0"]["articles"] == 2
    ((_, _, edge),) = graph.edges(data=True)
    assert edge["weight"] == 2


@pytest.mark.parametrize("name", READERS)
def test_any_name_comes_back_but_for_what_xml_cannot_hold(name):
    graph = read(name, ring())
    labels = [data["label"] for _, data in graph.nodes(data=True)]
    assert labels == ["Kyiv", 'A "b" & <c>', "M\n'x'", "]]>", "Łódź 😀"]
    weights = sorted(data.get("weight", 1) for _, _, data in graph.edges(data=True))
    assert weights == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("name", READERS)
def test_nothing_to_tie_makes_a_graph_too(name):
    assert len(read(name, Corpus((), (), ()))) == 0
