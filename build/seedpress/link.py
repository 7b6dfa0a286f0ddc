"""Join what is known of each article into one corpus: addresses, related articles, company.

Cost grows linearly: a feature that stands in very many articles proposes only a bounded number of
them as related, though it counts fully in the score of those that rarer features propose.
"""

import heapq
import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from msgspec import structs

from seedpress import names
from seedpress.doubles import near_duplicates
from seedpress.model import (
    ENTITY_KINDS,
    Analysis,
    Company,
    Corpus,
    Double,
    Entity,
    Entry,
    Problem,
    Related,
    Resolution,
    Vocabulary,
)
from seedpress.settings import PageSettings

# How many other articles are looked at, at the most, to find the related ones of one.
PROPOSED = 200
# Entities of one article that are counted as each other's company, at the most.
COMPANY = 60
# A shared keyword says more about a story than a shared name does.
KEYWORD_WEIGHT = 1.5


@dataclass(frozen=True, slots=True, order=True)
class _Feature:
    """Something that articles can share: an entity's id or a keyword's slug."""

    kind: str
    key: str


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
    related = _related(features, settings.related)
    return Corpus(
        entries=tuple(replace(entry, related=related[entry.id]) for entry in entries),
        entities=entities,
        keywords=tuple(sorted(vocabulary.shared, key=lambda keyword: keyword.slug)),
        company=_company(features),
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


def _features(entry: Entry, with_page: set[str]) -> tuple[_Feature, ...]:
    """The shared entities and keywords of an entry, each once, in a fixed order."""
    entities = Counter(m.entity for m in entry.mentions if m.entity in with_page)
    # Most mentioned first, so that `COMPANY` cuts the least important ones.
    ranked = sorted(entities, key=lambda identity: (-entities[identity], identity))
    slugs = sorted({k.slug for k in entry.keywords if k.slug and not k.entity})
    return (
        *(_Feature("entity", identity) for identity in ranked),
        *(_Feature("keyword", slug) for slug in slugs),
    )


def _related(
    features: dict[str, tuple[_Feature, ...]], count: int
) -> dict[str, tuple[Related, ...]]:
    """For each article its most related ones by cosine over weighted shared features."""
    # Articles and features are numbered here, because numbers are compared in no time.
    known = sorted({feature for own in features.values() for feature in own})
    number = {feature: place for place, feature in enumerate(known)}
    articles = list(features)
    sets = [frozenset(number[feature] for feature in own) for own in features.values()]
    postings: list[list[int]] = [[] for _ in known]
    for article, own in enumerate(sets):
        for feature in own:
            postings[feature].append(article)
    # Squares of weights in millionths: sums of whole numbers do not depend on their order.
    squares = [
        _square(feature, len(where), len(articles))
        for feature, where in zip(known, postings, strict=True)
    ]
    norms = [math.sqrt(sum(map(squares.__getitem__, own))) for own in sets]
    result = {}
    for article, own in enumerate(sets):
        found = []
        for other in _proposed(article, own, postings):
            dot = sum(map(squares.__getitem__, own & sets[other]))
            score = round(dot / (norms[article] * norms[other] or 1.0), 4)
            if score > 0:
                found.append((-score, other))
        result[articles[article]] = tuple(
            _as_related(articles[other], -score, own & sets[other], known, squares)
            for score, other in heapq.nsmallest(count, found)
        )
    return result


def _square(feature: _Feature, articles: int, total: int) -> int:
    """The square of a feature's weight, in millionths: rare ones tell more.

    Numbers count in steps, else every new article would change what is related to all others.
    """
    weight = KEYWORD_WEIGHT if feature.kind == "keyword" else 1.0
    return round(1e6 * (weight * (_step(1 + total) - _step(articles))) ** 2)


def _step(number: int) -> float:
    """The natural logarithm of a number, rounded to half a doubling."""
    return round(math.log2(number) * 2) / 2 * math.log(2)


def _proposed(article: int, own: frozenset[int], postings: list[list[int]]) -> list[int]:
    """At most `PROPOSED` articles that share something with `article`, rarest features first."""
    seen: dict[int, None] = {}
    for feature in sorted(own, key=lambda feature: (len(postings[feature]), feature)):
        room = PROPOSED - len(seen)
        if room <= 0:
            break
        where = postings[feature]
        start = max(0, bisect_left(where, article) - room // 2)
        seen.update(dict.fromkeys(where[start : start + room]))
    seen.pop(article, None)
    return list(seen)


def _as_related(
    other: str, score: float, common: Iterable[int], known: list[_Feature], squares: list[int]
) -> Related:
    shared = [known[f] for f in sorted(common, key=lambda feature: (-squares[feature], feature))]
    return Related(
        id=other,
        score=score,
        entities=tuple(f.key for f in shared if f.kind == "entity"),
        keywords=tuple(f.key for f in shared if f.kind == "keyword"),
    )


def _company(features: dict[str, tuple[_Feature, ...]]) -> dict[str, tuple[Company, ...]]:
    """For each entity, how many articles it shares with each other one, most first."""
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for own in features.values():
        entities = [f.key for f in own if f.kind == "entity"][:COMPANY]
        for one, other in combinations(entities, 2):
            together[one][other] += 1
            together[other][one] += 1
    return {
        one: tuple(
            Company(other, count)
            for other, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )
        for one, counts in sorted(together.items())
    }
