"""The rows of `corpus.sqlite`, table by table."""

from collections import Counter
from collections.abc import Iterable, Iterator

from seedpress.exports.addresses import article_url, entity_url, keyword_urls
from seedpress.exports.characters import sql_text
from seedpress.model import Alias, Corpus, Entity, Entry
from seedpress.settings import Settings

Value = str | int | float | None
Row = tuple[Value, ...]

NUMBERS = ("mentions", "related")  # tables without words


def rows(corpus: Corpus, settings: Settings) -> Iterator[tuple[str, Iterable[Row]]]:
    """Every table's name and rows; those that others refer to come first."""
    article = {entry.id: n for n, entry in enumerate(corpus.entries, 1)}
    entity = {found.id: n for n, found in enumerate(corpus.entities, 1)}
    keyword = {shared.slug: n for n, shared in enumerate(corpus.keywords, 1)}
    yield "about", _about(corpus, settings)
    yield "sources", _sources(corpus)
    yield "articles", (_article(article[e.id], e, settings) for e in corpus.entries)
    yield "entities", (_entity(entity[e.id], e, settings) for e in corpus.entities)
    yield "aliases", (r for e in corpus.entities for r in _spellings(entity[e.id], e.aliases))
    yield "mentions", (r for e in corpus.entries for r in _mentions(article[e.id], e, entity))
    yield "keywords", _keywords(corpus, entity, settings)
    yield (
        "keyword_variants",
        (r for k in corpus.keywords for r in _spellings(keyword[k.slug], k.variants)),
    )
    yield (
        "article_keywords",
        (
            (article[e.id], rank, k.text, round(k.score, 6), keyword.get(k.slug))
            for e in corpus.entries
            for rank, k in enumerate(e.keywords, 1)
        ),
    )
    yield (
        "related",
        (
            (article[e.id], article[r.id], r.score)
            for e in corpus.entries
            for r in e.related
            if r.id in article
        ),
    )


def _about(corpus: Corpus, settings: Settings) -> list[Row]:
    """What is known of the corpus as a whole, by name."""
    dates = [e.article.fields.date for e in corpus.entries if e.article.fields.date]
    known = {
        "address": settings.site_url,
        "articles": str(len(corpus.entries)),
        "author": settings.author,
        "description": settings.description,
        "first_date": min(dates, default=""),
        "last_date": max(dates, default=""),
        "title": settings.name,
    }
    return [(name, value) for name, value in known.items() if value]


def _sources(corpus: Corpus) -> list[Row]:
    counts = Counter(sql_text(entry.article.fields.source) for entry in corpus.entries)
    return [(name, count) for name, count in sorted(counts.items()) if name]


def _article(number: int, entry: Entry, settings: Settings) -> Row:
    fields, text = entry.article.fields, entry.article.text
    return (
        number,
        entry.id,
        fields.title,
        int(entry.article.title_made),
        fields.byline or None,
        fields.source or None,
        fields.url or None,
        fields.dateline or None,
        fields.date or None,
        fields.language or None,
        len(text.split()),
        article_url(entry, settings),
        entry.seed,
        entry.sha256,
        text,
    )


def _entity(number: int, entity: Entity, settings: Settings) -> Row:
    return (
        number,
        entity.id,
        entity.name,
        entity.kind,
        len(entity.articles),
        entity.mentions,
        entity_url(entity, settings),
        entity.qid or None,
        entity.note or None,
    )


def _spellings(number: int, spellings: Iterable[Alias]) -> list[Row]:
    """Each spelling once; the first count holds."""
    counts = {sql_text(s.text): s.count for s in reversed([*spellings])}
    return [(number, text, count) for text, count in sorted(counts.items())]


def _mentions(number: int, entry: Entry, entity: dict[str, int]) -> list[Row]:
    return sorted(
        {
            (number, int(m.in_title), m.start, m.end, entity[m.entity])
            for m in entry.mentions
            if m.entity in entity
        }
    )


def _keywords(corpus: Corpus, entity: dict[str, int], settings: Settings) -> Iterator[Row]:
    url = keyword_urls(corpus, settings)
    for number, shared in enumerate(corpus.keywords, 1):
        yield (
            number,
            shared.slug,
            shared.text,
            len(shared.articles),
            entity.get(shared.entity),
            url(shared),
        )
