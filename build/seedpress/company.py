"""Which entities stand in the same articles, part of `link`."""

from collections.abc import Collection, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seedpress.model import Companies, Company

# Entities of one article that are counted as each other's company, at the most.
COMPANY = 60

_Ints = NDArray[np.int64]


def company(articles: Sequence[Collection[str]]) -> Companies:
    """For each entity, how many articles it shares with each other one, most first.

    `articles` are the entities of each article, each once, at most `COMPANY` of them.
    """
    known = sorted(set().union(*articles))
    number = {entity: place for place, entity in enumerate(known)}
    # Numbers are sorted in no time: so one number tells of several things, in their order.
    many, most = max(1, len(known)), len(articles) + 1
    pairs = _pairs([sorted(map(number.__getitem__, own)) for own in articles], many)
    codes, times = np.unique(pairs, return_counts=True)
    ones, others = np.divmod(codes, many)
    fewer = most - 1 - times
    row = np.concatenate(
        ((ones * most + fewer) * many + others, (others * most + fewer) * many + ones)
    )
    row.sort()
    ones, row = np.divmod(row, most * many)
    # Most pairs stand together once or twice: one record serves all who have the same to tell.
    kinds, which = np.unique(row, return_inverse=True)
    fewer, others = np.divmod(kinds, many)
    counts = (most - 1 - fewer).tolist()
    records = list(map(Company, map(known.__getitem__, others.tolist()), counts))
    found = list(map(records.__getitem__, which.tolist()))
    begins = np.flatnonzero(np.diff(ones, prepend=-1))
    keys = ones[begins]
    names = [known[one] for one in keys.tolist()]
    parts = pairwise([*begins.tolist(), len(found)])
    made = Companies((name, tuple(found[b:e])) for name, (b, e) in zip(names, parts, strict=True))
    place = np.zeros(many, np.int64)
    place[keys] = np.arange(len(keys))
    others = others[which]
    once = ones < others
    counted = (most - 1 - fewer)[which[once]]
    low, high, count = (
        each.astype(np.int32).tobytes()
        for each in (place[ones[once]], place[others[once]], counted)
    )
    made.pairs = low, high, count
    return made


def _pairs(each: Sequence[Sequence[int]], many: int) -> _Ints:
    """Every pair of each article once, the lower number first, as one number: times `many`."""
    alike: dict[int, list[Sequence[int]]] = {}
    for own in each:
        alike.setdefault(len(own), []).append(own)
    found = [np.zeros(0, np.int64)]
    for length, some in alike.items():
        low, high = np.triu_indices(length, 1)
        table = np.array(some, np.int64)
        found.append((table[:, low] * many + table[:, high]).ravel())
    return np.concatenate(found)
