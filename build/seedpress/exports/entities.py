"""`entities.jsonl`: every entity with its spellings, articles and the reasons for both."""

from collections.abc import Iterator
from typing import Any

import msgspec

from seedpress.exports.addresses import entity_url
from seedpress.model import Corpus, Entity
from seedpress.settings import Settings

_encode = msgspec.json.Encoder().encode


def entities_jsonl(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """One JSON object a line, sorted by id, UTF-8; the fields are those of the export contract."""
    for entity in corpus.entities:
        yield _encode(_entity(entity, settings)) + b"\n"


def _entity(entity: Entity, settings: Settings) -> dict[str, Any]:
    return {
        "id": entity.id,
        "slug": entity.slug or None,
        "url": entity_url(entity, settings),
        "name": entity.name,
        "kind": entity.kind,
        "aliases": entity.aliases,  # the fields of these and of reasons are the contract's
        "articles": entity.articles,
        "mentions": entity.mentions,
        "reasons": entity.reasons,
        "wikidata": entity.qid or None,
        "note": entity.note or None,
    }
