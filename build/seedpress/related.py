"""Which articles are related to which: those that share most of what is rare, part of `link`.

Cost grows linearly: a feature that stands in very many articles proposes only a bounded number of
them as related, though it counts fully in the score of those that rarer features propose.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from seedpress.incidence import Floats, Incidence, Ints, begins, incidence, stretches
from seedpress.model import Related
from seedpress.scored import Known, Scored, rows_of, scores

# How many other articles are looked at, at the most, to find the related ones of one.
PROPOSED = 200
# No score moves by more than half of this when it is rounded.
_GRAIN = 1.1e-4
# Articles that are looked at together; fewer where a table of theirs by all would grow large.
_ABREAST = 512
_TABLE = 4_000_000


class Likeness(Struct, frozen=True, array_like=True, gc=False):
    """What is related to what, by number; small enough to be carried from process to process."""

    keys: Sequence[str]  # the features'
    lengths: bytes = b""  # of each article: how many are told
    others: bytes = b""  # these, one article's after the other's
    scores: bytes = b""
    named: bytes = b""  # how many features of each are entities
    shared: bytes = b""  # and how many they are
    features: bytes = b""  # the most telling first, entities before keywords

    def each(self, articles: Sequence[str]) -> Iterator[tuple[Related, ...]]:
        """The same of these `articles`, which are in the order of the numbers."""
        others, named, shared, features = (
            np.frombuffer(row, np.int32).astype(np.int64)
            for row in (self.others, self.named, self.shared, self.features)
        )
        keys = [*map(self.keys.__getitem__, features.tolist())]
        ends = begins(shared)
        parts = zip(
            others.tolist(),
            np.frombuffer(self.scores, np.float64).tolist(),
            ends[:-1].tolist(),
            (ends[:-1] + named).tolist(),
            ends[1:].tolist(),
            strict=True,
        )
        found = [
            Related(articles[other], score, tuple(keys[first:mid]), tuple(keys[mid:last]))
            for other, score, first, mid, last in parts
        ]
        lengths = np.frombuffer(self.lengths, np.int32).astype(np.int64)
        for first, last in pairwise(begins(lengths).tolist()):
            yield tuple(found[first:last])


def related(
    articles: Sequence[str], shares: Incidence, count: int
) -> Iterator[tuple[Related, ...]]:
    """For each of `articles` its most related ones by cosine over weighted shared features."""
    return likeness(shares, count).each(articles)


def likeness(shares: Incidence, count: int, known: Known | None = None) -> Likeness:
    """The same by number; scores of pairs that are `known` are not worked out again."""
    if not count:
        return Likeness(shares.keys, np.zeros(len(shares.norms), np.int32).tobytes())
    parts: list[tuple[NDArray[Any], ...]] = []
    for some in _stretches(shares):
        ones, others = _proposed(shares, some)
        exact = scores(shares, ones, others, known)
        ones, others, rounded = _best(ones, others, exact, count)
        lengths = np.bincount(ones - some[0], minlength=len(some))
        parts.append((lengths, others, rounded, *_told(shares, ones, others)))
    rows = map(np.concatenate, zip(*parts, strict=True))
    return Likeness(shares.keys, *map(_packed, rows))


def scored(shares: Incidence) -> Scored:
    """The scores that `likeness` works out."""
    codes, found = [np.zeros(0, np.int64)], [np.zeros(0)]
    for some in _stretches(shares):
        ones, others = _proposed(shares, some)
        codes.append(ones * len(shares.norms) + others)
        found.append(scores(shares, ones, others))
    return Scored(shares, np.concatenate(codes), np.concatenate(found))


def _stretches(shares: Incidence) -> Iterator[Ints]:
    """The numbers of all articles, some together."""
    total = len(shares.norms)
    abreast = max(1, min(_ABREAST, _TABLE // max(1, total)))
    for start in range(0, total, abreast):
        yield np.arange(start, min(start + abreast, total))


def _packed(row: NDArray[Any]) -> bytes:
    return (row if row.dtype == np.float64 else row.astype(np.int32)).tobytes()


def related_to_one(
    article: tuple[str, Collection[str], Collection[str]],
    others: Mapping[str, tuple[Collection[str], Collection[str]]],
    among: tuple[Mapping[str, int], int],
) -> tuple[Related, ...]:
    """All that `related` might say of one article, of `others` that share something with it.

    Each is given with its entities and keywords; of more than can be looked at, those that share
    what is rare should come first. `among` is as with `incidence`.
    """
    ids = sorted((article[0], *others))
    known = {**others, article[0]: article[1:]}
    shares = incidence([known[i][0] for i in ids], [known[i][1] for i in ids], among)
    every = zip(ids, related(ids, shares, PROPOSED), strict=True)
    return next(found for identity, found in every if identity == article[0])


def _proposed(shares: Incidence, some: Ints) -> tuple[Ints, Ints]:
    """Pairs of an article of `some`, in their order, and one that shares something with it.

    Of each at most `PROPOSED`, rarest features first; the others in their order, too.
    """
    total = len(shares.norms)
    seen = np.zeros(len(some) * total, np.bool_)
    room = np.full(len(some), PROPOSED)
    starts, ends = shares.begin[some], shares.begin[some + 1]
    found = []
    rows = np.arange(len(some))
    for step in range(int((ends - starts).max(initial=0))):
        rows = rows[(starts[rows] + step < ends[rows]) & (room[rows] > 0)]
        place = shares.rarest[starts[rows] + step]
        feature = shares.of[place]
        left = shares.first[feature] + np.maximum(0, shares.rank[place] - room[rows] // 2)
        lengths = np.minimum(shares.first[feature + 1], left + room[rows]) - left
        codes = shares.where[stretches(left, lengths)]
        codes += (rows * total).repeat(lengths)
        codes = codes[~seen[codes]]
        seen[codes] = True
        room -= np.bincount(codes // total, minlength=len(some))
        found.append(codes)
    codes = np.sort(np.concatenate([np.zeros(0, np.int64), *found]))
    ones, others = np.divmod(codes, max(1, total))
    ones += some[:1]
    apart = ones != others
    return ones[apart], others[apart]


def _best(ones: Ints, others: Ints, exact: Floats, count: int) -> tuple[Ints, Ints, Floats]:
    """The `count` best pairs of each of `ones`, by rounded scores; of equals the earlier other."""
    rows, begin = rows_of(ones)
    width = int(np.diff(begin).max(initial=0))
    if width > count:
        table = np.full((len(begin) - 1, width), -1.0)
        table[rows, np.arange(len(ones)) - begin[rows]] = exact
        lowest = np.partition(table, width - count, axis=1)[:, width - count] - _GRAIN
        able = np.flatnonzero(exact >= lowest[rows])
    else:
        able = np.arange(len(ones))
    scores = np.array([round(score, 4) for score in exact[able].tolist()], np.float64)
    ones, others = ones[able], others[able]
    order = np.lexsort((others, -scores, ones))
    order = order[scores[order] > 0]
    rows, begin = rows_of(ones[order])
    order = order[np.arange(len(order)) - begin[rows] < count]
    return ones[order], others[order], scores[order]


def _told(shares: Incidence, ones: Ints, others: Ints) -> tuple[Ints, Ints, Ints]:
    """Of each pair how many entities and how many features it shares; these, most telling first."""
    pairs, features = _common(shares, ones, others)
    named = features < shares.entities
    order = np.lexsort((shares.telling[features], ~named, pairs))
    middle = np.bincount(pairs[named], minlength=len(ones))
    return middle, np.bincount(pairs, minlength=len(ones)), features[order]


def _common(shares: Incidence, ones: Ints, others: Ints) -> tuple[Ints, Ints]:
    """(Pair, feature) for all that the pairs have in common; equals of `ones` stand together."""
    rows, begin = rows_of(ones)
    each = ones[begin[:-1]]
    lengths, width = np.diff(shares.begin), len(shares.keys)
    own = np.zeros(len(each) * width, np.bool_)
    features = shares.of[stretches(shares.begin[each], lengths[each])]
    own[(np.arange(len(each)) * width).repeat(lengths[each]) + features] = True
    features = shares.of[stretches(shares.begin[others], lengths[others])]
    pairs = np.arange(len(others)).repeat(lengths[others])
    both = own[rows[pairs] * width + features]
    return pairs[both], features[both]
