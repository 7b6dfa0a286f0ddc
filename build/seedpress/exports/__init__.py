"""Data files for other programs: one row a kind, one file each; made from the corpus alone."""

from collections.abc import Callable, Iterator

from seedpress.exports.articles import articles_jsonl
from seedpress.exports.entities import entities_jsonl
from seedpress.exports.feeds import feed_atom, feed_json
from seedpress.exports.graph import graph_gexf, graph_graphml
from seedpress.exports.keywords import keywords_jsonl
from seedpress.exports.tables import articles_csv, entities_csv
from seedpress.model import Corpus, Page
from seedpress.settings import Settings

# File name → what makes it.
EXPORTS: dict[str, Callable[[Corpus, Settings], bytes]] = {
    "articles.jsonl": articles_jsonl,
    "entities.jsonl": entities_jsonl,
    "keywords.jsonl": keywords_jsonl,
    "articles.csv": articles_csv,
    "entities.csv": entities_csv,
    "graph.graphml": graph_graphml,
    "graph.gexf": graph_gexf,
    "feed.atom": feed_atom,
    "feed.json": feed_json,
}


def export(corpus: Corpus, settings: Settings) -> Iterator[Page]:
    """Every data file, its path relative to the folder of data."""
    for name, make in EXPORTS.items():
        yield Page(name, make(corpus, settings))
