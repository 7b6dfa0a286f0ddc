"""`articles.jsonl`: every article with its blocks, keywords, mentions and ledger."""

from collections.abc import Iterator
from typing import Any

import msgspec

from seedpress.exports.addresses import article_url
from seedpress.model import Block, Corpus, Entry, Keyword, Mention
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
        "blocks": [_block(block) for block in entry.article.blocks],
        "removed": [
            {"line": r.line, "text": r.text, "rule": r.rule} for r in entry.article.removed
        ],
        "keywords": [_keyword(keyword) for keyword in entry.keywords],
        "mentions": [_mention(m) for m in entry.mentions if not m.in_title],
        "title_mentions": [_mention(m) for m in entry.mentions if m.in_title],
        "related": [
            {"id": r.id, "score": r.score, "entities": r.entities, "keywords": r.keywords}
            for r in entry.related
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, "level": block.level, "text": block.text, "start": block.start}


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


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "entity": mention.entity,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
    }
