"""`articles.csv` and the like: for spreadsheets, so no cell may be taken for a formula."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from seedpress.exports.addresses import article_url, entity_url, keyword_urls
from seedpress.model import Alias, Corpus, Entity, Entry, times_mentioned
from seedpress.names import cell
from seedpress.settings import Settings

Cells = Sequence[str]
_MEANS = re.compile(r'[",\n\r]')


def articles_csv(corpus: Corpus, settings: Settings) -> bytes:
    """A row an article, UTF-8 with a byte order mark (spreadsheets guess wrongly without one).

    Without its text, which `articles.jsonl` and the database have: cells hold 32,767 characters.
    """
    return articles_table(article_rows(corpus.entries, called(corpus.entities), settings))


def articles_table(rows: Iterable[Cells]) -> bytes:
    """The table of what `article_rows` gave."""
    head = ("id", "url", "seed", "title", "made_title", "byline")
    more = ("source", "dateline", "date", "language", "words")
    return _written((*head, *more, "keywords", "entities"), rows)


def called(entities: Iterable[Entity]) -> dict[str, str]:
    """The names of those with a page, by id."""
    return {entity.id: entity.name for entity in entities if entity.page}


def article_rows(
    entries: Iterable[Entry], called: Mapping[str, str], settings: Settings
) -> Iterator[Cells]:
    """A row for each of these articles, with the names of entities as they are `called`."""
    for entry in entries:
        fields = entry.article.fields
        named = times_mentioned(entry.mentions)
        shared = dict.fromkeys([called[identity] for identity in named if identity in called])
        yield (
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


def entities_csv(corpus: Corpus, settings: Settings) -> bytes:
    """A row an entity, UTF-8 with a byte order mark."""
    head = ("id", "url", "name", "kind", "aliases", "articles", "mentions", "wikidata", "note")
    rows = (
        (
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
        for entity in corpus.entities
    )
    return _written(head, rows)


def keywords_csv(corpus: Corpus, settings: Settings) -> bytes:
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
    return _written(("slug", "url", "text", "variants", "articles", "entity"), rows)


def _joined(spellings: Sequence[Alias]) -> str:
    if len(spellings) == 1:  # as with most
        return spellings[0].text
    return "; ".join([spelling.text for spelling in spellings])


def _written(head: Cells, rows: Iterable[Cells]) -> bytes:
    """A table of rows whose cells are safe."""
    lines, commas = [",".join(head)], len(head) - 1
    for row in rows:
        line = ",".join(row)
        if line.count(",") != commas or '"' in line or "\n" in line or "\r" in line:
            line = ",".join(map(_quoted, row))
        lines.append(line)
    lines.append("")
    return b"\xef\xbb\xbf" + "\n".join(lines).encode("utf-8")


def _quoted(cell: str) -> str:
    """A cell of which a part may mean something in a line."""
    return '"' + cell.replace('"', '""') + '"' if _MEANS.search(cell) else cell


def _text(value: str) -> str:
    """A cell of words, most of which are words at a glance."""
    return value if not value or value[0].isalnum() else cell(value)
