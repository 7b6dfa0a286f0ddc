"""Which entities stand in the same articles, part of `link`."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seedpress.model import Company

# Entities of one article that are counted as each other's company, at the most.
COMPANY = 60

_Ints = NDArray[np.int64]


def company(articles: Iterable[Sequence[str]]) -> dict[str, tuple[Company, ...]]:
    """For each entity, how many articles it shares with each other one, most first.

    `articles` are the entities of each article, each once, the most important first.
    """
    each = [own[:COMPANY] for own in articles]
    known = sorted({entity for own in each for entity in own})
    number = {entity: place for place, entity in enumerate(known)}
    pairs = _pairs(sorted(number[entity] for entity in own) for own in each)
    codes, times = np.unique(pairs @ (max(1, len(known)), 1), return_counts=True)
    low, high = np.divmod(codes, max(1, len(known)))
    ones, others = np.concatenate((low, high)), np.concatenate((high, low))
    fewer = len(each) - np.concatenate((times, times))
    # In order of these numbers, for to sort one thing is to sort three in no time.
    row = np.sort((ones * (len(each) + 1) + fewer) * max(1, len(known)) + others)
    row, others = np.divmod(row, max(1, len(known)))
    ones, fewer = np.divmod(row, len(each) + 1)
    counts = len(each) - fewer
    # Most pairs stand together once or twice: one record serves all who have the same to tell.
    kinds, which = np.unique(others * (len(each) + 1) + counts, return_inverse=True)
    records = [Company(known[k // (len(each) + 1)], k % (len(each) + 1)) for k in kinds.tolist()]
    found = [records[kind] for kind in which.tolist()]
    begins = np.flatnonzero(np.diff(ones, prepend=-1)).tolist()
    names = [known[one] for one in ones[begins].tolist()]
    parts = pairwise([*begins, len(found)])
    return {name: tuple(found[b:e]) for name, (b, e) in zip(names, parts, strict=True)}


def _pairs(each: Iterable[Sequence[int]]) -> _Ints:
    """Every pair of each article once, the lower number first."""
    shapes: dict[int, _Ints] = {}
    found = [np.zeros((0, 2), np.int64)]
    for own in each:
        if len(own) not in shapes:
            shapes[len(own)] = np.stack(np.triu_indices(len(own), 1), axis=1)
        found.append(np.array(own, np.int64)[shapes[len(own)]])
    return np.concatenate(found)
