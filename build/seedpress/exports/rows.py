"""The rows of `corpus.sqlite`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from operator import lt

from seedpress.exports.addresses import article_url, entity_url, keyword_urls
from seedpress.exports.characters import sql_text
from seedpress.exports.numbers import numbered
from seedpress.exports.related import score_of
from seedpress.model import Alias, Corpus, Entity, Entry
from seedpress.settings import Settings

Value = str | int | float | None
Row = tuple[Value, ...]
Rows = Iterator[tuple[str, list[Row]]]  # with the names of their tables

# Tables whose rows hold numbers alone, not words that SQLite may not be able to hold.
NUMBERS = ("mentions", "related")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of rows."""

    articles: dict[str, int]  # by id
    entities: dict[str, int]  # by id
    keywords: dict[str, int]  # by slug
    directory_urls: bool


def numbering(corpus: Corpus, settings: Settings) -> Numbering:
    """The numbers of the corpus' rows."""
    return Numbering(
        numbered([entry.id for entry in corpus.entries]),
        numbered([entity.id for entity in corpus.entities]),
        numbered([shared.slug for shared in corpus.keywords]),
        settings.directory_urls,
    )


def in_order(corpus: Corpus, numbers: Numbering) -> Corpus:
    """The same corpus, the rows of which come in the order of their numbers: soonest put in."""
    entries = {entry.id: entry for entry in corpus.entries}
    entities = {entity.id: entity for entity in corpus.entities}
    return replace(
        corpus,
        entries=tuple(map(entries.__getitem__, numbers.articles)),
        entities=tuple(map(entities.__getitem__, numbers.entities)),
    )


def of_corpus(corpus: Corpus, settings: Settings, numbers: Numbering) -> Rows:
    """The rows that are not of one article or of one entity."""
    number = numbers.keywords
    yield "about", _about(corpus, settings)
    yield "sources", _sources(corpus)
    yield "keywords", list(_keywords(corpus, numbers, settings))
    yield (
        "keyword_variants",
        [row for k in corpus.keywords for row in _spellings(number[k.slug], k.variants)],
    )


class RowMaker:
    """Makes the rows of articles and entities."""

    def __init__(self, given: Numbering) -> None:
        """Look things up in the numbers that are `given`."""
        self._settings = Settings(directory_urls=given.directory_urls)
        self._article = given.articles
        self._entity = given.entities
        self._keyword = given.keywords

    def of_entities(self, entities: Iterable[Entity]) -> Rows:
        """The rows of some entities."""
        known = [(self._entity[entity.id], entity) for entity in entities]
        yield "entities", [self._of_entity(number, entity) for number, entity in known]
        yield "aliases", [row for n, entity in known for row in _spellings(n, entity.aliases)]

    def own_of_articles(self, entries: Iterable[Entry]) -> Rows:
        """The rows of some articles in their own table."""
        number = self._article
        yield "articles", [article_row(number[each.id], each, self._settings) for each in entries]

    def of_articles(self, entries: Sequence[Entry], whole: bool = True) -> Rows:
        """The rows of some articles; where not the `whole`, without those of their own table."""
        known = [(self._article[each.id], each) for each in entries]
        if whole:
            yield from self.own_of_articles(entries)
        yield "mentions", [row for n, each in known for row in self._mentions(n, each)]
        keyword = self._keyword.get
        yield (
            "article_keywords",
            [
                (n, rank, k.text, round(k.score, 6), keyword(k.slug))
                for n, each in known
                for rank, k in enumerate(each.keywords, 1)
            ],
        )
        yield (
            "related",
            [
                (n, self._article[r.id], score_of(r))
                for n, each in known
                for r in each.related
                if r.id in self._article
            ],
        )

    def _of_entity(self, number: int, entity: Entity) -> Row:
        return (
            number,
            entity.id,
            entity.name,
            entity.kind,
            len(entity.articles),
            entity.mentions,
            entity_url(entity, self._settings) if entity.slug else None,
            entity.qid or None,
            entity.note or None,
        )

    def _mentions(self, number: int, each: Entry) -> list[Row]:
        entity = self._entity.get
        rows: list[Row] = [
            (number, 1 if m.in_title else 0, m.start, m.end, known)
            for m in each.mentions
            if (known := entity(m.entity))
        ]
        rows.sort()
        # None stands twice, as nearly always; to look into a set costs as much as all the rest.
        return rows if all(map(lt, rows, islice(rows, 1, None))) else sorted(set(rows))


def article_row(number: int, each: Entry, settings: Settings) -> Row:
    """The row of an article, which holds nothing of what the join says of it."""
    fields, text = each.article.fields, each.article.text
    return (
        number,
        each.id,
        fields.title,
        int(each.article.title_made),
        fields.byline or None,
        fields.source or None,
        fields.url or None,
        fields.dateline or None,
        fields.date or None,
        fields.language or None,
        each.words,
        article_url(each, settings),
        each.seed,
        each.sha256,
        text,
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


def _spellings(number: int, spellings: Sequence[Alias]) -> list[Row]:
    """Each spelling once; the first count holds."""
    if len(spellings) == 1:  # as with most
        return [(number, spellings[0].text, spellings[0].count)]
    counts = {sql_text(s.text): s.count for s in reversed(spellings)}
    return [(number, text, count) for text, count in sorted(counts.items())]


def _keywords(corpus: Corpus, numbers: Numbering, settings: Settings) -> Iterator[Row]:
    url = keyword_urls(corpus, settings)
    for shared in corpus.keywords:
        yield (
            numbers.keywords[shared.slug],
            shared.slug,
            shared.text,
            len(shared.articles),
            numbers.entities.get(shared.entity),
            url(shared),
        )
