"""Join what is known of each article into one corpus: addresses, related articles, company."""

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import starmap
from operator import itemgetter
from typing import NamedTuple

from msgspec import structs

from seedpress import names
from seedpress.company import COMPANY, company
from seedpress.doubles import near_duplicates
from seedpress.incidence import Incidence, incidence
from seedpress.model import (
    ENTITY_KINDS,
    Analysis,
    Company,
    Corpus,
    Double,
    Entity,
    Entry,
    Keyword,
    Mention,
    Problem,
    Related,
    Resolution,
    Vocabulary,
    mentioned,
    times_mentioned,
)
from seedpress.related import Likeness, scored
from seedpress.related import likeness as likeness_of
from seedpress.scored import Scored
from seedpress.settings import PageSettings


@dataclass(frozen=True, slots=True)
class Begun:
    """What can be said of the corpus before its keywords are known."""

    analyses: Sequence[Analysis]
    resolution: Resolution
    ids: Sequence[str]  # of the articles
    order: Sequence[int]  # their places, by ids
    slugs: Sequence[str]  # theirs, in this order
    entities: tuple[Entity, ...]
    own: Sequence[set[str]]  # of each article the entities that have a page
    company: dict[str, tuple[Company, ...]]
    origins: Sequence[str] = ()  # of the analyses, where they are known: see `Entry.identity`

    def corpus(
        self,
        vocabulary: Vocabulary,
        doubles: tuple[Double, ...],
        settings: PageSettings,
        problems: Iterable[Problem] = (),
        like: Likeness | None = None,
    ) -> Corpus:
        """The corpus; the articles come in the order of their ids.

        What is `like` what may have been found elsewhere.
        """
        order = self.order
        like = like or likeness(order, self.own, vocabulary, settings)
        keywords = [vocabulary.keywords[place] for place in order]
        ids = [self.ids[place] for place in order]
        known = zip(
            ids,
            [self.analyses[place] for place in order],
            [self.resolution.mentions[place] for place in order],
            keywords,
            [self.origins[place] if self.origins else "" for place in order],
            strict=True,
        )
        return Corpus(
            entries=tuple(
                starmap(
                    _entry, zip(map(_Known._make, known), self.slugs, like.each(ids), strict=True)
                )
            ),
            entities=self.entities,
            keywords=tuple(sorted(vocabulary.shared, key=lambda keyword: keyword.slug)),
            company=self.company,
            everywhere=vocabulary.everywhere,
            problems=(*problems, *self.resolution.problems, *vocabulary.problems),
            doubles=doubles,
        )


class _Known(NamedTuple):
    """What is known of one article."""

    id: str
    analysis: Analysis
    mentions: Sequence[Mention]
    keywords: tuple[Keyword, ...]
    origin: str = ""  # see `Entry.origin`


def link(
    analyses: Sequence[Analysis],
    resolution: Resolution,
    vocabulary: Vocabulary,
    settings: PageSettings,
    problems: Iterable[Problem] = (),
) -> Corpus:
    """The corpus made of `analyses` and what the joins said of them, in the same order."""
    begun = begin(analyses, resolution)
    return begun.corpus(vocabulary, doubles(analyses), settings, problems)


def begin(
    analyses: Sequence[Analysis], resolution: Resolution, origins: Sequence[str] = ()
) -> Begun:
    """What of the corpus is no matter of its keywords."""
    entities = _with_slugs(resolution.entities)
    with_page = {entity.id for entity in entities if entity.page}
    own = [with_page.intersection(mentioned(some)) for some in resolution.mentions]
    both = zip(resolution.mentions, own, strict=True)
    ids = article_ids(analyses)
    order = ordered(ids)
    return Begun(
        analyses,
        resolution,
        ids,
        order,
        _slugs([(ids[place], analyses[place]) for place in order]),
        entities,
        own,
        company([_important(mentions, ids) for mentions, ids in both]),
        origins,
    )


def doubles(analyses: Sequence[Analysis]) -> tuple[Double, ...]:
    """Articles in much the same words."""
    each = zip(article_ids(analyses), analyses, strict=True)
    return near_duplicates([(i, one.article.text, one.sketch) for i, one in each])


def article_ids(analyses: Sequence[Analysis]) -> list[str]:
    """The ids of the articles."""
    seeds = (analysis.seed for analysis in analyses)
    return [names.article_id(seed.path, seed.record, seed.own_id) for seed in seeds]


def ordered(ids: Sequence[str]) -> list[int]:
    """The places of articles, by their ids."""
    return sorted(range(len(ids)), key=ids.__getitem__)


def likeness(
    order: Sequence[int],
    own: Sequence[Set[str]],
    vocabulary: Vocabulary,
    settings: PageSettings,
    before: Scored | None = None,
) -> Likeness:
    """Which articles share much, in this `order`; `own` are the entities of each with a page.

    What was scored `before`, and of which nothing has changed, is not scored again.
    """
    shares = _shares(order, own, vocabulary.keywords)
    return likeness_of(shares, settings.related, before.known(shares) if before else None)


def foreseen(
    order: Sequence[int], own: Sequence[Set[str]], keywords: Sequence[Sequence[Keyword]]
) -> Scored:
    """How much articles share by what is likely; `likeness` may be told so."""
    return scored(_shares(order, own, keywords))


def _shares(
    order: Sequence[int], own: Sequence[Set[str]], keywords: Sequence[Sequence[Keyword]]
) -> Incidence:
    each = [keywords[place] for place in order]
    slugs = [{k.slug for k in some if k.slug and not k.entity} for some in each]
    return incidence([own[place] for place in order], slugs)


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


def articles(analyses: Sequence[Analysis], origins: Sequence[str] = ()) -> tuple[Entry, ...]:
    """The articles in the order of their ids, with nothing of what the joins say of them.

    The `origins` are those of the analyses, where they are known.
    """
    found = zip(article_ids(analyses), analyses, origins or [""] * len(analyses), strict=True)
    known = [_Known(i, one, (), (), origin) for i, one, origin in sorted(found, key=itemgetter(0))]
    slugs = _slugs([(one.id, one.analysis) for one in known])
    return tuple(_entry(one, slug, ()) for one, slug in zip(known, slugs, strict=True))


def _slugs(known: Sequence[tuple[str, Analysis]]) -> list[str]:
    """The slugs of analyses with their ids."""
    wishes = [(i, names.article_slug(one.article.fields.title, i)) for i, one in known]
    slugs = names.distinct(wishes, lambda identity: identity)
    return [slugs[identity] for identity, _ in known]


def _entry(known: _Known, slug: str, like: tuple[Related, ...]) -> Entry:
    seed = known.analysis.seed
    return Entry(
        id=known.id,
        slug=slug,
        seed=names.seed_name(seed.path, seed.record),
        sha256=seed.sha256,
        article=known.analysis.article,
        keywords=known.keywords,
        mentions=known.mentions,
        related=like,
        repairs=seed.repairs,
        words=known.analysis.words,
        origin=(known.analysis.article, known.origin) if known.origin else None,
    )


def _important(mentions: Sequence[Mention], entities: set[str]) -> Collection[str]:
    """Of the entities of an article those that it mentions most, as many as count as company."""
    if len(entities) <= COMPANY:  # as nearly always
        return entities
    times = times_mentioned(mentions)
    return sorted(entities, key=lambda identity: (-times[identity], identity))[:COMPANY]
