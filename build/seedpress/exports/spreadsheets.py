"""`articles.csv` and the like: for spreadsheets, so no cell may be taken for a formula."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seedpress.exports.addresses import article_url, entity_url, keyword_urls
from seedpress.model import Alias, Corpus, Entity, Entry, times_mentioned
from seedpress.names import cell
from seedpress.settings import Settings

Cells = Sequence[str]
_MEANS = re.compile(r'[",\n\r]')


# Names of columns.
_TEXT = ("id", "url", "seed", "title", "made_title", "byline", "source", "dateline", "date")
OF_ARTICLES = (*_TEXT, "language", "words", "keywords", "entities")
OF_ENTITIES = ("id", "url", "name", "kind", "aliases", "articles", "mentions", "wikidata", "note")
OF_KEYWORDS = ("slug", "url", "text", "variants", "articles", "entity")


def articles_csv(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """A row an article, UTF-8 with a byte order mark (spreadsheets guess wrongly without one).

    Without its text, which `articles.jsonl` and the database have: cells hold 32,767 characters.
    """
    return table(OF_ARTICLES, article_rows(corpus.entries, called(corpus.entities), settings))


def table(columns: Cells, rows: Iterable[Cells]) -> Iterator[bytes]:
    """A table of rows whose cells are safe."""
    yield head(columns)
    yield from map(written, rows)


def head(columns: Cells) -> bytes:
    """The first line of a table."""
    return b"\xef\xbb\xbf" + written(columns)


def written(row: Cells) -> bytes:
    """The line of a row whose cells are safe."""
    line = ",".join(row)
    if line.count(",") != len(row) - 1 or '"' in line or "\n" in line or "\r" in line:
        line = ",".join(map(_quoted, row))
    return f"{line}\n".encode()


def called(entities: Iterable[Entity]) -> dict[str, str]:
    """The names of those with a page, by id."""
    return {entity.id: entity.name for entity in entities if entity.page}


def article_rows(
    entries: Iterable[Entry], called: Mapping[str, str], settings: Settings
) -> Iterator[Cells]:
    """A row for each of these articles, with the names of entities as they are `called`."""
    return (article_row(entry, called, settings) for entry in entries)


def article_row(entry: Entry, called: Mapping[str, str], settings: Settings) -> Cells:
    """The row of an article, of what `Digests.naming` are of, and of nothing else."""
    fields = entry.article.fields
    named = times_mentioned(entry.mentions)
    shared = dict.fromkeys([called[identity] for identity in named if identity in called])
    return (
        entry.id,
        article_url(entry, settings),
        _text(entry.seed),
        "" if entry.article.title_made else _text(fields.title),
        _text(fields.title) if entry.article.title_made else "",
        _text(fields.byline),
        _text(fields.source),
        _text(fields.dateline),
        _text(fields.date or ""),
        _text(fields.language),
        str(entry.words),
        _text("; ".join([keyword.text for keyword in entry.keywords])),
        _text("; ".join(shared)),
    )


def entities_csv(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """A row an entity, UTF-8 with a byte order mark."""
    return table(OF_ENTITIES, (entity_row(entity, settings) for entity in corpus.entities))


def entity_row(entity: Entity, settings: Settings) -> Cells:
    """The row of an entity, of it alone."""
    return (
        entity.id,
        (entity_url(entity, settings) or "") if entity.slug else "",
        _text(entity.name),
        entity.kind,
        _text(_joined(entity.aliases)),
        str(len(entity.articles)),
        str(entity.mentions),
        entity.qid and _text(entity.qid),
        entity.note and _text(entity.note),
    )


def keywords_csv(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """A row a shared keyword, UTF-8 with a byte order mark."""
    url = keyword_urls(corpus, settings)
    rows = (
        (
            keyword.slug,
            url(keyword),
            _text(keyword.text),
            _text(_joined(keyword.variants)),
            str(len(keyword.articles)),
            keyword.entity,
        )
        for keyword in corpus.keywords
    )
    return table(OF_KEYWORDS, rows)


def _joined(spellings: Sequence[Alias]) -> str:
    if len(spellings) == 1:  # as with most
        return spellings[0].text
    return "; ".join([spelling.text for spelling in spellings])


def _quoted(cell: str) -> str:
    """A cell of which a part may mean something in a line."""
    return '"' + cell.replace('"', '""') + '"' if _MEANS.search(cell) else cell


def _text(value: str) -> str:
    """A cell of words, most of which are words at a glance."""
    return value if not value or value[0].isalnum() else cell(value)
