"""Join what is known of each article into one corpus: addresses, related articles, company."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from msgspec import structs

from seedpress import names
from seedpress.company import COMPANY, company
from seedpress.doubles import near_duplicates
from seedpress.incidence import incidence
from seedpress.model import (
    ENTITY_KINDS,
    Analysis,
    Corpus,
    Entity,
    Entry,
    Keyword,
    Mention,
    Problem,
    Related,
    Resolution,
    Vocabulary,
)
from seedpress.related import related
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
    known = _ordered(analyses, resolution, vocabulary)
    own = [with_page.intersection([m.entity for m in one.mentions]) for one in known]
    slugs = [{k.slug for k in one.keywords if k.slug and not k.entity} for one in known]
    like = related([one.id for one in known], incidence(own, slugs), settings.related)
    return Corpus(
        entries=_entries(known, like),
        entities=entities,
        keywords=tuple(sorted(vocabulary.shared, key=lambda keyword: keyword.slug)),
        company=company(
            [_important(one.mentions, ids) for one, ids in zip(known, own, strict=True)]
        ),
        everywhere=vocabulary.everywhere,
        problems=(*problems, *resolution.problems, *vocabulary.problems),
        doubles=near_duplicates(
            [(o.id, o.analysis.article.text, o.analysis.sketch) for o in known]
        ),
    )


class _Known(NamedTuple):
    """What is known of one article."""

    id: str
    analysis: Analysis
    mentions: tuple[Mention, ...]
    keywords: tuple[Keyword, ...]


def _ordered(
    analyses: Sequence[Analysis], resolution: Resolution, vocabulary: Vocabulary
) -> list[_Known]:
    """The articles in the order of their ids."""
    seeds = (analysis.seed for analysis in analyses)
    ids = [names.article_id(seed.path, seed.record, seed.own_id) for seed in seeds]
    known = zip(ids, analyses, resolution.mentions, vocabulary.keywords, strict=True)
    return sorted(map(_Known._make, known), key=itemgetter(0))


def _with_slugs(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities sorted by id, those with a page under an address of their own."""
    ordered = sorted(entities, key=lambda entity: entity.id)
    with_page = [entity for entity in ordered if entity.page]  # few of a large corpus
    kinds = {entity.id: entity.kind for entity in with_page}
    precedence = sorted(with_page, key=lambda e: (ENTITY_KINDS.index(e.kind), e.id))
    wishes = ((e.id, names.slug(e.name)) for e in precedence)
    slugs = names.distinct(wishes, lambda identity: kinds[identity])
    return tuple(
        structs.replace(entity, slug=slugs[entity.id]) if entity.page else entity
        for entity in ordered
    )


def _entries(known: Sequence[_Known], like: Iterable[tuple[Related, ...]]) -> tuple[Entry, ...]:
    wishes = [(o.id, names.article_slug(o.analysis.article.fields.title, o.id)) for o in known]
    slugs = names.distinct(wishes, lambda identity: identity)
    return tuple(
        Entry(
            id=identity,
            slug=slugs[identity],
            seed=names.seed_name(seed.path, seed.record),
            sha256=seed.sha256,
            article=analysis.article,
            keywords=keywords,
            mentions=mentions,
            related=some,
            repairs=seed.repairs,
            words=analysis.words,
        )
        for (identity, analysis, mentions, keywords), some in zip(known, like, strict=True)
        for seed in (analysis.seed,)
    )


def _important(mentions: Sequence[Mention], entities: set[str]) -> Collection[str]:
    """Of the entities of an article those that it mentions most, as many as count as company."""
    if len(entities) <= COMPANY:  # as nearly always
        return entities
    times = Counter(m.entity for m in mentions if m.entity in entities)
    return sorted(times, key=lambda identity: (-times[identity], identity))[:COMPANY]
