"""Data files that another process makes while pages are made: of the corpus, where it sees that.

Then this process makes some of them too, once it has made its pages. Else the other makes those
that much is worked out for, with the same bytes, of what was written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from seedpress.atomic import TEMPORARY
from seedpress.exports import DATABASE, READ_AS_THEY_ARE, chunks
from seedpress.exports.begun import NOTHING, Before
from seedpress.exports.database import shaped, shaped_of
from seedpress.exports.digests import Digests
from seedpress.exports.graph import graph_gexf, graph_graphml
from seedpress.exports.keyed import KEYED
from seedpress.exports.packing import Known, Shaped, lay, shape
from seedpress.exports.spreadsheets import (
    OF_ARTICLES,
    Cells,
    article_rows,
    called,
    entities_csv,
    keywords_csv,
    table,
)
from seedpress.exports.standing import shape_lines
from seedpress.exports.written import ARTICLES, COMPANY, ENTITIES, KEYWORDS, Part, read_back
from seedpress.lots import Lots
from seedpress.model import Company, Corpus, Entity, SharedKeyword
from seedpress.settings import Settings
from seedpress.undisturbed import undisturbed

Files = dict[str, Shaped]  # by name
ELSEWHERE = (
    "articles.csv",
    "entities.csv",
    "keywords.csv",
    "graph.graphml",
    "graph.gexf",
    DATABASE,
)
# What a process may make that sees all: every file but those that pages lead to, the largest first.
COPIED = (
    DATABASE,
    "articles.jsonl",
    "articles.csv",
    "entities.jsonl",
    "entities.csv",
    "graph.gexf",
    "graph.graphml",
    "keywords.jsonl",
    "keywords.csv",
)


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


def make(task: tuple[Corpus, Settings, Path, Known, Before, Lots]) -> Files:
    """Those of the files `COPIED` whose numbers are drawn here.

    Args:
        task: the corpus and its settings, a folder to make files in, what was packed before and
            what there was of some files, and the numbers, of which another process may draw as
            well.

    Raises:
        SeedpressError: there is no room to make them.
    """
    corpus, settings, folder, known, before, lots = task
    digests = Digests(corpus)
    drawn = (COPIED[number] for number in lots)
    with undisturbed():
        files = [
            (name, made(name, corpus, settings, known, digests, folder, before)) for name in drawn
        ]
    return {name: file for name, file in files if file}


def made(
    name: str,
    corpus: Corpus,
    settings: Settings,
    known: Known,
    digests: Digests,
    folder: Path | None = None,
    before: Before = NOTHING,
) -> Shaped | None:
    """One of the `EXPORTS` as it is published; None where there is nothing to put in.

    A packed one is laid where there is room `before` it.

    Raises:
        SeedpressError: there is no room to make the database, below `folder` or where the system
            keeps what nobody keeps.
    """
    made = _made(name, corpus, settings, known, digests, folder, before)
    if made is None or before.room is None or not made.packed:
        return made
    return lay(made, laid_in(before.room, name))


def laid_in(room: Path, name: str) -> Path:
    """Where a packed file lies until it is put in place; a build that was killed may leave it."""
    return room / f"{TEMPORARY}{name}"


def _made(
    name: str,
    corpus: Corpus,
    settings: Settings,
    known: Known,
    digests: Digests,
    folder: Path | None,
    before: Before,
) -> Shaped | None:
    above = settings.data.packed_above
    if name == DATABASE:
        return shaped(corpus, settings, above, folder, before, known, digests)
    if name in KEYED:
        lines = KEYED[name](corpus, settings, digests)
        return shape_lines(lines, above, known, before.standing(name))
    found = chunks(name, corpus, settings)
    if found is None:
        return None
    return shape(found, 0 if name in READ_AS_THEY_ARE else above, known)


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
        "articles.csv": shape(table(OF_ARTICLES, kept.articles), above),
        "entities.csv": shape(entities_csv(corpus, kept.settings), above),
        "keywords.csv": shape(keywords_csv(corpus, kept.settings), above),
        "graph.graphml": shape(graph_graphml(corpus, kept.settings), above),
        "graph.gexf": shape(graph_gexf(corpus, kept.settings), above),
        DATABASE: database,
    }
