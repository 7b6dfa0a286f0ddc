"""`articles.jsonl`: every article with its blocks, keywords, mentions and ledger."""

from collections.abc import Iterator
from typing import Any

import msgspec

from seedpress.exports.addresses import article_url
from seedpress.model import Corpus, Entry, Keyword
from seedpress.settings import Settings

_encode = msgspec.json.Encoder().encode


def articles_jsonl(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """One JSON object a line, sorted by id, UTF-8; the fields are those of the export contract."""
    for entry in corpus.entries:
        yield _encode(article(entry, settings)) + b"\n"


def article(entry: Entry, settings: Settings) -> dict[str, Any]:
    """What the export says of one article; `title` is the seed's own, and empty if it had none."""
    fields, text = entry.article.fields, entry.article.text
    return {
        "id": entry.id,
        "slug": entry.slug,
        "url": article_url(entry, settings),
        "seed": entry.seed,
        "sha256": entry.sha256,
        "title": "" if entry.article.title_made else fields.title,
        "made_title": fields.title if entry.article.title_made else None,
        "byline": fields.byline,
        "source": fields.source,
        "source_url": fields.url,
        "dateline": fields.dateline,
        "date": fields.date,
        "language": fields.language,
        "words": entry.words,
        "text": text,
        # There are millions of what follows: a call for each would cost as much as the rest.
        "blocks": [
            {"kind": b.kind, "level": b.level, "text": b.text, "start": b.start}
            for b in entry.article.blocks
        ],
        "removed": [
            {"line": r.line, "text": r.text, "rule": r.rule} for r in entry.article.removed
        ],
        "keywords": [_keyword(keyword) for keyword in entry.keywords],
        "mentions": _mentions(entry, in_title=False),
        "title_mentions": _mentions(entry, in_title=True),
        "related": entry.related,  # whose fields are those of the contract
    }


def _keyword(keyword: Keyword) -> dict[str, Any]:
    told: dict[str, Any] = {
        "text": keyword.text,
        "score": round(keyword.score, 6),
        "slug": keyword.slug or None,
    }
    if keyword.entity:
        told["entity"] = keyword.entity
    if keyword.author:
        told["author"] = True
    if keyword.pinned:
        told["pinned"] = True
    return told


def _mentions(entry: Entry, in_title: bool) -> list[dict[str, Any]]:
    return [
        {"entity": m.entity, "start": m.start, "end": m.end, "text": m.text}
        for m in entry.mentions
        if m.in_title is in_title
    ]
