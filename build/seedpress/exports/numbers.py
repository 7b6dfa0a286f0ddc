"""The numbers of rows: one article or name more moves few of those of all others.

Each is where the check sum of its id says, in a room half as large again as is needed; where that
place is taken, in the next free one. So numbers depend on what there is, never on what there was,
and most rows are from build to build what they were.
"""

from collections.abc import Iterable
from zlib import crc32

import numpy as np

_STEPS = 8  # in which what there is room for grows until it has doubled
_SUM = 32  # bits of a check sum


def numbered(ids: Iterable[str]) -> dict[str, int]:
    """The numbers of things by their `ids`, from 1, in ascending order."""
    known = sorted(ids)
    sums = [crc32(identity.encode("utf-8", "surrogatepass")) for identity in known]
    places = np.array(sums, np.int64) * room(len(known)) >> _SUM
    order = np.argsort(places, kind="stable")
    before = np.arange(len(known))
    numbers = np.maximum.accumulate(places[order] - before) + before + 1
    return dict(zip([known[n] for n in order.tolist()], numbers.tolist(), strict=True))


def room(count: int) -> int:
    """What the numbers of so many things lie below, but for those that found no place there."""
    step = max(1, (1 << count.bit_length()) // _STEPS)
    return -(-count // step) * step * 3 // 2
