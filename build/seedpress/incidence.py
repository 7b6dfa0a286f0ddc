"""Which article has which entities and keywords, by number; part of `link`."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# A shared keyword says more about a story than a shared name does.
KEYWORD_WEIGHT = 1.5

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Incidence:
    """Articles and features (entities and keywords) by number: numbers are compared in no time.

    The features of all articles stand in one row, those of one together; so do the articles of all
    features.
    """

    keys: list[str]  # the entities' ids, then the keywords' slugs
    entities: int  # how many of them are entities
    squares: Ints  # of each feature's weight
    of: Ints  # features, article by article, each one's in order
    begin: Ints  # where those of an article begin; one more at the end
    norms: Floats  # of each article
    rarest: Ints  # features of each article, in the row's places, those of few articles first
    where: Ints  # articles, feature by feature, in their order
    first: Ints  # where those of a feature begin; one more at the end
    rank: Ints  # at each of the row's places: how many earlier articles have that feature
    telling: Ints  # of each feature: how many tell more than it does


def incidence(
    entities: Sequence[Collection[str]],
    slugs: Sequence[Collection[str]],
    among: tuple[Mapping[str, int], int] | None = None,
) -> Incidence:
    """What articles share: of each the ids of its entities, and the slugs of its keywords.

    Where they are some among others, it is to be told in how many of all each of that stands, and
    how many these are.
    """
    keys, numbers, begin = _numbered(entities, slugs)
    named = len(set().union(*entities))
    article = np.repeat(np.arange(len(entities)), np.diff(begin))
    order = np.argsort(article * max(1, len(keys)) + numbers)
    of = numbers[order]
    spread = np.bincount(of, minlength=len(keys))
    known, total = among or ({}, len(entities))
    squares = _squares(np.array([*map(known.get, keys, spread.tolist())], np.int64), named, total)
    by_feature = np.argsort(of, kind="stable")
    first = begins(spread)
    rank = np.empty_like(of)
    rank[by_feature] = np.arange(len(of)) - first[of[by_feature]]
    sums = begins(squares[of])
    return Incidence(
        keys=keys,
        entities=named,
        squares=squares,
        of=of,
        begin=begin,
        norms=np.sqrt(sums[begin[1:]] - sums[begin[:-1]]),
        rarest=np.lexsort((of, spread[of], article)),
        where=article[by_feature],
        first=first,
        rank=rank,
        telling=np.argsort(np.argsort(-squares, kind="stable"), kind="stable"),
    )


def _numbered(
    entities: Sequence[Collection[str]], slugs: Sequence[Collection[str]]
) -> tuple[list[str], Ints, Ints]:
    """The features, their numbers article by article, and where those of each article begin."""
    ids, words = sorted(set().union(*entities)), sorted(set().union(*slugs))
    id_of = {identity: number for number, identity in enumerate(ids)}
    slug_of = {slug: number for number, slug in enumerate(words, len(ids))}
    found: list[int] = []
    lengths: list[int] = []
    for some, others in zip(entities, slugs, strict=True):
        found += map(id_of.__getitem__, some)
        found += map(slug_of.__getitem__, others)
        lengths.append(len(some) + len(others))
    return [*ids, *words], np.array(found, np.int64), begins(np.array(lengths, np.int64))


def begins(lengths: Ints) -> Ints:
    """Where stretches of these lengths begin that follow each other, and where the last ends."""
    found = np.zeros(len(lengths) + 1, np.int64)
    np.cumsum(lengths, out=found[1:])
    return found


def stretches(starts: Ints, lengths: Ints) -> Ints:
    """All places of the stretches that begin there, one after the other."""
    before = lengths.cumsum() - lengths
    places = (starts - before).repeat(lengths)
    places += np.arange(len(places))
    return places


def _squares(spread: Ints, entities: int, total: int) -> Ints:
    """The squares of the features' weights, in millionths: rare ones tell more.

    Numbers count in steps, else every new article would change what is related to all others.
    """
    counts, which = np.unique(spread, return_inverse=True)
    rare = [_step(1 + total) - _step(count) for count in counts.tolist()]
    names = np.array([round(1e6 * gap**2) for gap in rare], np.int64)
    words = np.array([round(1e6 * (KEYWORD_WEIGHT * gap) ** 2) for gap in rare], np.int64)
    return np.concatenate((names[which[:entities]], words[which[entities:]]))


def _step(number: int) -> float:
    """The natural logarithm of a number, rounded to half a doubling."""
    return round(math.log2(number) * 2) / 2 * math.log(2)
