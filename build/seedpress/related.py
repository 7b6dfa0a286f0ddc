"""Which articles are related to which: those that share most of what is rare, part of `link`.

Cost grows linearly: a feature that stands in very many articles proposes only a bounded number of
them as related, though it counts fully in the score of those that rarer features propose.
"""

import heapq
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from seedpress.model import Related

# How many other articles are looked at, at the most, to find the related ones of one.
PROPOSED = 200
# A shared keyword says more about a story than a shared name does.
KEYWORD_WEIGHT = 1.5
# No score moves by more than half of this when it is rounded.
_GRAIN = 1.1e-4

_Ints = NDArray[np.int64]
_Floats = NDArray[np.float64]


class Feature(NamedTuple):
    """Something that articles can share: an entity's id or a keyword's slug."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class _Ground:
    """Articles and features by number: numbers are compared in no time.

    The features of all articles stand in one row, those of one together; so do the articles of all
    features.
    """

    known: list[Feature]  # the most telling first
    squares: _Ints  # of each feature's weight
    of: _Ints  # features, article by article
    begin: _Ints  # where those of an article begin; one more at the end
    norms: _Floats  # of each article
    rarest: list[int]  # features of each article, in the row's places, those of few articles first
    where: list[int]  # articles, feature by feature, in their order
    first: list[int]  # where those of a feature begin; one more at the end
    rank: list[int]  # at each of the row's places: how many earlier articles have that feature


def related(
    features: Mapping[str, Sequence[Feature]], count: int
) -> dict[str, tuple[Related, ...]]:
    """For each article its most related ones by cosine over weighted shared features."""
    ground = _ground(list(features.values()))
    articles = list(features)
    own = [frozenset(some) for some in _parted(ground.of, ground.begin)]
    return {
        name: tuple(
            _as_related(articles[other], score, sorted(own[article] & own[other]), ground.known)
            for score, other in best
        )
        for article, (name, best) in enumerate(zip(articles, _best(ground, count), strict=True))
    }


def _ground(each: Sequence[Sequence[Feature]]) -> _Ground:
    known = sorted({feature for own in each for feature in own})
    number = {feature: place for place, feature in enumerate(known)}
    numbers = np.array([number[feature] for own in each for feature in own], np.int64)
    begin = _begins(np.array([len(own) for own in each], np.int64))
    spread = np.bincount(numbers, minlength=len(known))
    steps = [
        _square(feature, count, len(each))
        for feature, count in zip(known, spread.tolist(), strict=True)
    ]
    # Numbered anew, the most telling first, so that what two articles share need only be sorted.
    order = np.argsort(-np.array(steps, np.int64), kind="stable")
    renumbered = np.argsort(order, kind="stable")
    of, spread, squares = renumbered[numbers], spread[order], np.array(steps, np.int64)[order]
    article = np.repeat(np.arange(len(each)), np.diff(begin))
    by_feature = np.argsort(of, kind="stable")
    first = _begins(spread)
    rank = np.empty_like(of)
    rank[by_feature] = np.arange(len(of)) - first[of[by_feature]]
    total = np.concatenate(([0], np.cumsum(squares[of])))
    return _Ground(
        known=[known[place] for place in order.tolist()],
        squares=squares,
        of=of,
        begin=begin,
        norms=np.sqrt(total[begin[1:]] - total[begin[:-1]]),
        rarest=np.lexsort((numbers, spread[of], article)).tolist(),
        where=article[by_feature].tolist(),
        first=first.tolist(),
        rank=rank.tolist(),
    )


def _begins(lengths: _Ints) -> _Ints:
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths)))


def _parted(row: _Ints, begin: _Ints) -> Iterator[list[int]]:
    whole, places = row.tolist(), begin.tolist()
    for start, end in pairwise(places):
        yield whole[start:end]


def _square(feature: Feature, articles: int, total: int) -> int:
    """The square of a feature's weight, in millionths: rare ones tell more.

    Numbers count in steps, else every new article would change what is related to all others.
    """
    weight = KEYWORD_WEIGHT if feature.kind == "keyword" else 1.0
    return round(1e6 * (weight * (_step(1 + total) - _step(articles))) ** 2)


def _step(number: int) -> float:
    """The natural logarithm of a number, rounded to half a doubling."""
    return round(math.log2(number) * 2) / 2 * math.log(2)


def _best(ground: _Ground, count: int) -> Iterator[list[tuple[float, int]]]:
    """For each article the `count` most related ones with their scores, best first."""
    weigh = np.zeros(len(ground.known), np.int64)
    for article, proposed in enumerate(_proposed(ground)):
        if not proposed or not count:
            yield []
            continue
        others = np.fromiter(proposed, np.int64, len(proposed))
        own = ground.of[ground.begin[article] : ground.begin[article + 1]]
        weigh[own] = ground.squares[own]
        dots = _dots(ground, others, weigh)
        weigh[own] = 0
        yield _ordered(dots, float(ground.norms[article]), others, ground.norms[others], count)


def _dots(ground: _Ground, others: _Ints, weigh: _Ints) -> _Ints:
    """The sums of what the features of each of `others` weigh: whole, so in whatever order."""
    starts = ground.begin.take(others)
    lengths = ground.begin.take(others + 1) - starts
    begin = lengths.cumsum() - lengths
    places = (starts - begin).repeat(lengths)
    places += np.arange(len(places))
    return np.add.reduceat(weigh.take(ground.of.take(places)), begin)


def _ordered(
    dots: _Ints, norm: float, others: _Ints, norms: _Floats, count: int
) -> list[tuple[float, int]]:
    """The `count` best (score, article), by rounded scores; of equals the earlier article."""
    products = norm * norms
    products[products == 0] = 1.0
    exact = dots / products
    if len(exact) > count:
        lowest = np.partition(exact, len(exact) - count)[len(exact) - count] - _GRAIN
        able = np.flatnonzero(exact >= lowest)
    else:
        able = np.arange(len(exact))
    scores = [round(score, 4) for score in exact[able].tolist()]
    found = [(-s, o) for s, o in zip(scores, others[able].tolist(), strict=True) if s > 0]
    return [(-score, other) for score, other in heapq.nsmallest(count, found)]


def _proposed(ground: _Ground) -> Iterator[set[int]]:
    """For each article at most `PROPOSED` that share something with it, rarest features first."""
    of, begin = ground.of.tolist(), ground.begin.tolist()
    for article, (start, end) in enumerate(pairwise(begin)):
        seen: set[int] = set()
        for place in ground.rarest[start:end]:
            room = PROPOSED - len(seen)
            if room <= 0:
                break
            first, last = ground.first[of[place]], ground.first[of[place] + 1]
            left = first + max(0, ground.rank[place] - room // 2)
            seen.update(ground.where[left : min(last, left + room)])
        seen.discard(article)
        yield seen


def _as_related(
    other: str, score: float, common: Sequence[int], known: Sequence[Feature]
) -> Related:
    shared = [known[feature] for feature in common]
    return Related(
        id=other,
        score=score,
        entities=tuple([key for kind, key in shared if kind == "entity"]),
        keywords=tuple([key for kind, key in shared if kind == "keyword"]),
    )
