"""Data files that another process makes while pages are made: of the corpus, where it sees that.

Else it makes those that much is worked out for, with the same bytes, of what was written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from seedpress.exports.articles import articles_jsonl
from seedpress.exports.database import shaped, shaped_of
from seedpress.exports.entities import entities_jsonl
from seedpress.exports.graph import graph_gexf, graph_graphml
from seedpress.exports.keywords import keywords_jsonl
from seedpress.exports.packing import Known, Shaped, lines, shape, unknown
from seedpress.exports.spreadsheets import (
    Cells,
    article_rows,
    articles_csv,
    articles_table,
    called,
    entities_csv,
    keywords_csv,
)
from seedpress.exports.written import ARTICLES, COMPANY, ENTITIES, KEYWORDS, Part, read_back
from seedpress.model import Company, Corpus, Entity, SharedKeyword
from seedpress.settings import Settings

Files = dict[str, Shaped]  # by name
DATABASE = "corpus.sqlite"
ELSEWHERE = (
    "articles.csv",
    "entities.csv",
    "keywords.csv",
    "graph.graphml",
    "graph.gexf",
    DATABASE,
)
# What a process makes that sees all: every file but those that pages lead to.
COPIED = ("articles.jsonl", "entities.jsonl", "keywords.jsonl", *ELSEWHERE)


@dataclass(slots=True)
class _Kept:
    """What has to be known once more when the database is made."""

    settings: Settings
    keywords: list[SharedKeyword] = field(default_factory=list)
    company: dict[str, tuple[Company, ...]] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    articles: list[Cells] = field(default_factory=list)
    _called: dict[str, str] = field(default_factory=dict)

    def pass_on(self, given: Iterator[Part]) -> Iterator[Part]:
        """What the database is made of; entities come before articles."""
        for kind, part in given:
            if kind == KEYWORDS:
                self.keywords += part
            elif kind == COMPANY:
                self.company.update(part)
            else:
                if kind == ENTITIES:
                    self.entities += part
                    self._called |= called(part)
                elif kind == ARTICLES:
                    self.articles += article_rows(part, self._called, self.settings)
                yield kind, part


def make(task: tuple[Corpus, Settings, Path, Known]) -> Files:
    """The files `COPIED` of a corpus, with a folder to make them in and what was packed before.

    Raises:
        SeedpressError: there is no room to make them.
    """
    corpus, settings, folder, known = task
    above = settings.data.packed_above
    return {
        "articles.jsonl": shape(articles_jsonl(corpus, settings), above, known),
        "entities.jsonl": shape(entities_jsonl(corpus, settings), above, known),
        "keywords.jsonl": shape(lines(keywords_jsonl(corpus, settings)), above, known),
        "articles.csv": shape(lines(articles_csv(corpus, settings)), above, known),
        **_of_names(corpus, settings, above, known),
        DATABASE: shaped(corpus, settings, above, folder),
    }


def make_of_written(task: tuple[Path, int]) -> Files:
    """The files `ELSEWHERE` of what `write_down` wrote: (its path, above which size to pack).

    Raises:
        SeedpressError: there is no room to make them.
    """
    path, above = task
    with path.open("rb") as file:
        given = read_back(file)
        _, numbers = next(given)
        kept = _Kept(Settings(directory_urls=numbers.directory_urls))
        database = shaped_of(numbers, kept.pass_on(given), above, path.parent)
    corpus = Corpus((), tuple(kept.entities), tuple(kept.keywords), kept.company)
    return {
        "articles.csv": shape(lines(articles_table(kept.articles)), above),
        **_of_names(corpus, kept.settings, above),
        DATABASE: database,
    }


def _of_names(corpus: Corpus, settings: Settings, above: int, known: Known = unknown) -> Files:
    return {
        "entities.csv": shape(lines(entities_csv(corpus, settings)), above, known),
        "keywords.csv": shape(lines(keywords_csv(corpus, settings)), above, known),
        "graph.graphml": shape(graph_graphml(corpus, settings), above, known),
        "graph.gexf": shape(graph_gexf(corpus, settings), above, known),
    }
