"""`graph.graphml` and `graph.gexf`: who stands in articles with whom, for Gephi and its like.

Both are written by hand, line by line: a tree of every edge in memory, as libraries make it, costs
fifty times the time, and edges are most of the file. They are kept short: nodes are numbers, with
their entities' ids as attributes, and an edge that says no weight has the formats' default, 1.
"""

from collections.abc import Iterator

from seedpress.exports.characters import xml_escaped
from seedpress.exports.edges import Edges
from seedpress.model import Corpus, Entity
from seedpress.settings import Settings

# What is told of each node: (attribute, its type in GraphML and GEXF).
ATTRIBUTES = (
    ("label", "string"),
    ("entity", "string"),
    ("kind", "string"),
    ("articles", "long"),
    ("mentions", "long"),
)


def graph_graphml(corpus: Corpus, _settings: Settings) -> Iterator[bytes]:
    """Entities with a page as nodes; edges weighted by the number of shared articles."""
    yield _lines(
        '<?xml version="1.0" encoding="utf-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'<key id="{name}" for="node" attr.name="{name}" attr.type="{kind}"/>'
            for name, kind in ATTRIBUTES
        ),
        '<key id="w" for="edge" attr.name="weight" attr.type="long"><default>1</default></key>',
        '<graph edgedefault="undirected">',
    )
    for number, entity in enumerate(_nodes(corpus)):
        told = "".join(f'<data key="{name}">{value}</data>' for name, value in _values(entity))
        yield _lines(f'<node id="{number}">{told}</node>')
    yield from _edges(corpus).written(
        '<edge source="{one}" target="{other}"{weight}\n',
        once="/>",
        often='><data key="w">{}</data></edge>',
    )
    yield _lines("</graph>", "</graphml>")


def graph_gexf(corpus: Corpus, _settings: Settings) -> Iterator[bytes]:
    """The same graph as GEXF 1.2."""
    yield _lines(
        '<?xml version="1.0" encoding="utf-8"?>',
        '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">',
        '<graph defaultedgetype="undirected" mode="static">',
        '<attributes class="node" mode="static">',
        *(
            f'<attribute id="{name}" title="{name}" type="{kind}"/>'
            for name, kind in ATTRIBUTES[1:]
        ),
        "</attributes>",
        "<nodes>",
    )
    for number, entity in enumerate(_nodes(corpus)):
        yield _lines(_gexf_node(number, entity))
    yield _lines("</nodes>", "<edges>")
    yield from _edges(corpus).written(
        '<edge id="{number}" source="{one}" target="{other}"{weight}/>\n',
        once="",
        often=' weight="{}"',
    )
    yield _lines("</edges>", "</graph>", "</gexf>")


def _lines(*lines: str) -> bytes:
    return "".join([f"{line}\n" for line in lines]).encode("utf-8")


def _gexf_node(number: int, entity: Entity) -> str:
    (_, label), *values = _values(entity)
    told = "".join(f'<attvalue for="{name}" value="{value}"/>' for name, value in values)
    return f'<node id="{number}" label="{label}"><attvalues>{told}</attvalues></node>'


def _values(entity: Entity) -> list[tuple[str, str]]:
    """What is told of a node, escaped for text and for attributes alike."""
    values = (
        xml_escaped(entity.name),
        xml_escaped(entity.id),
        xml_escaped(entity.kind),
        str(len(entity.articles)),
        str(entity.mentions),
    )
    return [(n, value) for (n, _), value in zip(ATTRIBUTES, values, strict=True)]


def _nodes(corpus: Corpus) -> list[Entity]:
    return [entity for entity in corpus.entities if entity.page]


def _edges(corpus: Corpus) -> Edges:
    number = {entity.id: number for number, entity in enumerate(_nodes(corpus))}
    return Edges(corpus.company, number)
