"""The graphs are what programs for networks read."""

import io
import random
from itertools import count

import networkx as nx
import pytest

from seedpress.company import company
from seedpress.exports import edges
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


def crowd():
    """Many entities, in many articles; some of them alone."""
    chance = random.Random(3)  # noqa: S311 - only for something to tie
    articles = [
        {f"p:{chance.randrange(400):03}" for _ in range(chance.randrange(9))} for _ in "x" * 300
    ]
    articles += [{"p:001", "p:002"}] * 120
    entities = tuple(
        Entity(f"p:{n:03}", f"N{n}", "place", (), ("a1",), 3, page=True, slug=f"s{n}")
        for n in range(400)
    )
    return Corpus((), entities, (), company(articles))


def edges_one_by_one(made, line):
    """What is written of edges, each entity's in a chunk."""
    number, edge = {entity.id: n for n, entity in enumerate(made.entities)}, count()
    chunks = []
    for one, several in made.company.items():
        later = [c for c in several if one < c.other]
        lines = [line(next(edge), number[one], number[c.other], c.articles) for c in later]
        chunks += ["".join(lines).encode()] if lines else []
    return chunks


def graphml_line(_edge, one, other, weight):
    end = "/>" if weight == 1 else f'><data key="w">{weight}</data></edge>'
    return f'<edge source="{one}" target="{other}"{end}\n'


def gexf_line(edge, one, other, weight):
    said = "" if weight == 1 else f' weight="{weight}"'
    return f'<edge id="{edge}" source="{one}" target="{other}"{said}/>\n'


@pytest.mark.parametrize("batch", [1, 7, 20_000])
@pytest.mark.parametrize(
    ("write", "line"), [(graph_graphml, graphml_line), (graph_gexf, gexf_line)]
)
def test_edges_are_what_they_are_one_by_one(write, line, batch, monkeypatch):
    monkeypatch.setattr(edges, "_BATCH", batch)
    made = crowd()
    chunks = edges_one_by_one(made, line)
    assert len(chunks) > 99
    counted = [*write(made, Settings())]
    assert [chunk for chunk in counted if chunk.startswith(b"<edge ")] == chunks
    read = Corpus((), made.entities, (), dict(made.company))  # as from a file: without numbers
    assert [*write(read, Settings())] == counted
