"""Data files for other programs: one row a kind, one file each; made from the corpus alone."""

from collections.abc import Callable, Iterator

from seedpress.exports.articles import articles_jsonl
from seedpress.exports.entities import entities_jsonl
from seedpress.model import Corpus, Page

# File name → what makes it.
EXPORTS: dict[str, Callable[[Corpus], str | bytes]] = {
    "articles.jsonl": articles_jsonl,
    "entities.jsonl": entities_jsonl,
}


def export(corpus: Corpus) -> Iterator[Page]:
    """Every data file, its path relative to the folder of data."""
    for name, make in EXPORTS.items():
        yield Page(name, make(corpus))
