"""How much pairs of articles share, and what is known of that already; part of `related`.

Of ten thousand articles a new one changes what is shared by few: so all pairs may be scored before
it is known who is who, and afterwards only those of which something has changed.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from seedpress.incidence import Floats, Incidence, Ints, stretches

Known = tuple[Ints, Floats]  # codes of pairs, see below, and their scores


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of articles with their scores, as they were worked out of what was likely."""

    shares: Incidence
    codes: Ints  # of pairs, rising: the one's number times how many articles there are, the other's
    scores: Floats

    def known(self, shares: Incidence) -> Known:
        """The pairs of which nothing has changed, now that it is known what the articles share."""
        same = _same(self.shares, shares)
        ones, others = np.divmod(self.codes, max(1, len(same)))
        stay = same[ones] & same[others]
        return self.codes[stay], self.scores[stay]


def _same(before: Incidence, shares: Incidence) -> NDArray[np.bool_]:
    """Which articles have the same features of the same weight."""
    feature, lengths = _features(before, shares), np.diff(shares.begin)
    same: NDArray[np.bool_] = np.diff(before.begin) == lengths
    places = np.flatnonzero(same)
    many = lengths[places]
    old = feature[before.of[stretches(before.begin[places], many)]]
    new = shares.of[stretches(shares.begin[places], many)]
    row = np.arange(len(places)).repeat(many)
    same[places[row[old != new]]] = False
    return same


def _features(before: Incidence, shares: Incidence) -> Ints:
    """Today's numbers of the features; -1 of those that are gone, or of another weight."""
    found = np.full(len(before.keys), -1, np.int64)
    kinds = (
        (0, before.entities, 0, shares.entities),
        (before.entities, len(before.keys), shares.entities, len(shares.keys)),
    )
    for start, end, first, last in kinds:
        number = {key: place for place, key in enumerate(shares.keys[first:last], first)}
        found[start:end] = [number.get(key, -1) for key in before.keys[start:end]]
    stay = found >= 0
    found[stay] = np.where(before.squares[stay] == shares.squares[found[stay]], found[stay], -1)
    return found


def scores(shares: Incidence, ones: Ints, others: Ints, known: Known | None = None) -> Floats:
    """The cosine of each pair; the pairs of one article stand together, its others in order.

    Those that are `known` are not worked out again.
    """
    if known is None:
        return _cosines(shares, ones, others)
    codes, before = known
    wanted = ones * len(shares.norms) + others
    place = np.minimum(np.searchsorted(codes, wanted), max(0, len(codes) - 1))
    is_known = codes[place] == wanted if len(codes) else np.zeros(len(wanted), np.bool_)
    found = np.empty(len(wanted), np.float64)
    found[is_known] = before[place[is_known]]
    found[~is_known] = _cosines(shares, ones[~is_known], others[~is_known])
    return found


def _cosines(shares: Incidence, ones: Ints, others: Ints) -> Floats:
    weigh = np.zeros(len(shares.keys), np.int64)
    dots = np.zeros(len(ones), np.int64)
    lengths = np.diff(shares.begin)
    for first, last in pairwise(rows_of(ones)[1].tolist()):
        one, these = ones[first], others[first:last]
        own = shares.of[shares.begin[one] : shares.begin[one + 1]]
        weigh[own] = shares.squares[own]
        many = lengths.take(these)
        places = stretches(shares.begin.take(these), many)
        # Sums of whole numbers: the same in whatever order.
        dots[first:last] = np.add.reduceat(weigh.take(shares.of.take(places)), many.cumsum() - many)
        weigh[own] = 0
    products = shares.norms[ones] * shares.norms[others]
    products[products == 0] = 1.0
    return dots / products


def rows_of(ones: Ints) -> tuple[Ints, Ints]:
    """For each of `ones`, equals of which stand together: its row's number; where rows begin."""
    new = np.diff(ones, prepend=-1) != 0
    return new.cumsum() - 1, np.append(np.flatnonzero(new), len(ones))
