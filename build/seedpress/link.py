"""Join what is known of each article into one corpus: addresses, related articles, company."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from msgspec import structs

from seedpress import names
from seedpress.company import company
from seedpress.doubles import near_duplicates
from seedpress.model import (
    ENTITY_KINDS,
    Analysis,
    Corpus,
    Double,
    Entity,
    Entry,
    Problem,
    Resolution,
    Vocabulary,
)
from seedpress.related import Feature, related
from seedpress.settings import PageSettings


def link(
    analyses: Sequence[Analysis],
    resolution: Resolution,
    vocabulary: Vocabulary,
    settings: PageSettings,
    problems: Iterable[Problem] = (),
) -> Corpus:
    """The corpus made of `analyses` and what the joins said of them, in the same order."""
    entities = _with_slugs(resolution.entities)
    with_page = {entity.id for entity in entities if entity.page}
    entries = _entries(analyses, resolution, vocabulary)
    features = {entry.id: _features(entry, with_page) for entry in entries}
    like = related(features, settings.related)
    return Corpus(
        entries=tuple(replace(entry, related=like[entry.id]) for entry in entries),
        entities=entities,
        keywords=tuple(sorted(vocabulary.shared, key=lambda keyword: keyword.slug)),
        company=company([f.key for f in own if f.kind == "entity"] for own in features.values()),
        everywhere=vocabulary.everywhere,
        problems=(*problems, *resolution.problems, *vocabulary.problems),
        doubles=_doubles(analyses),
    )


def _doubles(analyses: Iterable[Analysis]) -> tuple[Double, ...]:
    """Articles in much the same words."""
    return near_duplicates(
        [
            (names.article_id(a.seed.path, a.seed.record, a.seed.own_id), a.article.text, a.sketch)
            for a in analyses
        ]
    )


def _with_slugs(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities sorted by id, those with a page under an address of their own."""
    ordered = sorted(entities, key=lambda entity: entity.id)
    kinds = {entity.id: entity.kind for entity in ordered}
    precedence = sorted(ordered, key=lambda e: (ENTITY_KINDS.index(e.kind), e.id))
    wishes = ((e.id, names.slug(e.name)) for e in precedence if e.page)
    slugs = names.distinct(wishes, lambda identity: kinds[identity])
    return tuple(
        structs.replace(entity, slug=slugs[entity.id]) if entity.page else entity
        for entity in ordered
    )


def _entries(
    analyses: Sequence[Analysis], resolution: Resolution, vocabulary: Vocabulary
) -> tuple[Entry, ...]:
    entries = []
    joined = zip(analyses, resolution.mentions, vocabulary.keywords, strict=True)
    for analysis, mentions, keywords in joined:
        seed = analysis.seed
        identity = names.article_id(seed.path, seed.record, seed.own_id)
        entries.append(
            Entry(
                id=identity,
                slug=names.article_slug(analysis.article.fields.title, identity),
                seed=names.seed_name(seed.path, seed.record),
                sha256=seed.sha256,
                article=analysis.article,
                keywords=keywords,
                mentions=mentions,
                repairs=seed.repairs,
            )
        )
    entries.sort(key=lambda entry: entry.id)
    slugs = names.distinct(((e.id, e.slug) for e in entries), lambda identity: identity)
    return tuple(replace(entry, slug=slugs[entry.id]) for entry in entries)


def _features(entry: Entry, with_page: set[str]) -> tuple[Feature, ...]:
    """The shared entities and keywords of an entry, each once, in a fixed order."""
    named = [mention.entity for mention in entry.mentions]
    entities = Counter(filter(with_page.__contains__, named))
    # Most mentioned first, so that `COMPANY` cuts the least important ones.
    ranked = sorted(entities, key=lambda identity: (-entities[identity], identity))
    slugs = sorted({k.slug for k in entry.keywords if k.slug and not k.entity})
    return (
        *(Feature("entity", identity) for identity in ranked),
        *(Feature("keyword", slug) for slug in slugs),
    )
