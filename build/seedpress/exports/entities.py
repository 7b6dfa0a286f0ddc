"""`entities.jsonl`: every entity with its spellings, articles and the reasons for both."""

from collections.abc import Callable, Iterator

from msgspec import Struct, json

from seedpress.exports.addresses import entity_url
from seedpress.model import Alias, Corpus, Entity, Reason
from seedpress.settings import Settings

_encode = json.Encoder().encode


class EntityRecord(Struct, frozen=True, gc=False):
    """What the export says of one entity."""

    id: str
    slug: str | None
    url: str | None
    name: str
    kind: str
    aliases: tuple[Alias, ...]  # the fields of these and of reasons are the contract's
    articles: tuple[str, ...]
    mentions: int
    reasons: tuple[Reason, ...]
    wikidata: str | None
    note: str | None


def entities_jsonl(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """One JSON object a line, sorted by id, UTF-8; the fields are those of the export contract."""
    return map(line_of(settings), corpus.entities)


def line_of(settings: Settings) -> Callable[[Entity], bytes]:
    """What makes an entity's line, of it alone."""
    return lambda entity: _encode(_record(entity, settings)) + b"\n"


def _record(entity: Entity, settings: Settings) -> EntityRecord:
    return EntityRecord(
        entity.id,
        entity.slug or None,
        entity_url(entity, settings) if entity.slug else None,
        entity.name,
        entity.kind,
        entity.aliases,
        entity.articles,
        entity.mentions,
        entity.reasons,
        entity.qid or None,
        entity.note or None,
    )
