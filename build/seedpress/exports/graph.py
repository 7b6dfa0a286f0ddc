"""`graph.graphml` and `graph.gexf`: who stands in articles with whom, for Gephi and its like."""

import io
import re

import networkx as nx

from seedpress.model import Corpus
from seedpress.settings import Settings

# Characters that XML 1.0 cannot hold, however they are written (section 2.2).
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
# networkx stamps the day of writing on GEXF; the same corpus must give the same bytes.
_DATE = re.compile(rb' lastmodifieddate="[^"]*"')


def graph_graphml(corpus: Corpus, _settings: Settings) -> bytes:
    """Entities with a page as nodes; edges weighted by the number of shared articles."""
    out = io.BytesIO()
    nx.write_graphml_xml(_graph(corpus), out, encoding="utf-8", prettyprint=True)
    return out.getvalue()


def graph_gexf(corpus: Corpus, _settings: Settings) -> bytes:
    """The same graph as GEXF 1.2."""
    out = io.BytesIO()
    nx.write_gexf(_graph(corpus), out, encoding="utf-8", prettyprint=True)
    return _DATE.sub(b"", out.getvalue())


def _graph(corpus: Corpus) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    for entity in corpus.entities:
        if entity.page:
            graph.add_node(
                entity.id,
                label=_NOT_XML.sub("", entity.name),
                kind=entity.kind,
                articles=len(entity.articles),
                mentions=entity.mentions,
            )
    for one, company in corpus.company.items():
        for other in company:
            if one < other.other:
                graph.add_edge(one, other.other, weight=other.articles)
    return graph
