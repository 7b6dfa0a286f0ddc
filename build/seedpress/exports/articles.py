"""`articles.jsonl`: every article with its blocks, keywords, mentions and ledger."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, json

from seedpress.exports.addresses import article_url
from seedpress.exports.related import score_of
from seedpress.model import Corpus, Entry, Keyword, Related
from seedpress.settings import Settings

_encode = json.Encoder().encode


class BlockRecord(Struct, frozen=True, gc=False):
    """What the export says of a block."""

    kind: str
    level: int
    text: str
    start: int


class RemovalRecord(Struct, frozen=True, gc=False):
    """What the export says of a line that was taken out."""

    line: int
    text: str
    rule: str


class KeywordRecord(Struct, frozen=True, gc=False, omit_defaults=True):
    """What the export says of a keyword; what is rarely so, only where it is."""

    text: str
    score: float
    slug: str | None
    entity: str = ""
    author: bool = False
    pinned: bool = False


class MentionRecord(Struct, frozen=True, gc=False):
    """What the export says of a mention."""

    entity: str
    start: int
    end: int
    text: str


class ArticleRecord(Struct, frozen=True, gc=False):
    """What the export says of one article; `title` is the seed's own, and empty if it had none."""

    id: str
    slug: str
    url: str
    seed: str
    sha256: str
    title: str
    made_title: str | None
    byline: str
    source: str
    source_url: str
    dateline: str
    date: str | None
    language: str
    words: int
    text: str
    blocks: list[BlockRecord]
    removed: list[RemovalRecord]
    keywords: list[KeywordRecord]
    mentions: list[MentionRecord]
    title_mentions: list[MentionRecord]
    related: list[Related]  # whose fields are those of the contract


def articles_jsonl(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """One JSON object a line, sorted by id, UTF-8; the fields are those of the export contract."""
    return map(line_of(settings), corpus.entries)


def line_of(settings: Settings) -> Callable[[Entry], bytes]:
    """What makes an article's line, of what `Digests.articles` are of, and of nothing else."""
    return lambda entry: _encode(article(entry, settings)) + b"\n"


def article(entry: Entry, settings: Settings) -> ArticleRecord:
    """The record of an article."""
    whole, fields = entry.article, entry.article.fields
    return ArticleRecord(
        entry.id,
        entry.slug,
        article_url(entry, settings),
        entry.seed,
        entry.sha256,
        "" if whole.title_made else fields.title,
        fields.title if whole.title_made else None,
        fields.byline,
        fields.source,
        fields.url,
        fields.dateline,
        fields.date,
        fields.language,
        entry.words,
        whole.text,
        # There are millions of what follows: a call for each would cost as much as the rest.
        [BlockRecord(b.kind, b.level, b.text, b.start) for b in whole.blocks],
        [RemovalRecord(r.line, r.text, r.rule) for r in whole.removed],
        _keywords(entry.keywords),
        [MentionRecord(m.entity, m.start, m.end, m.text) for m in entry.mentions if not m.in_title],
        [MentionRecord(m.entity, m.start, m.end, m.text) for m in entry.mentions if m.in_title],
        [Related(r.id, score_of(r), r.entities, r.keywords) for r in entry.related],
    )


def _keywords(keywords: Sequence[Keyword]) -> list[KeywordRecord]:
    return [
        KeywordRecord(k.text, round(k.score, 6), k.slug or None, k.entity, k.author, k.pinned)
        for k in keywords
    ]
