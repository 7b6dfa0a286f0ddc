"""Which stems some hundred articles have together, noted, so as not to count them again."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise

import numpy as np
from msgspec import Struct, msgpack
from numpy.typing import NDArray

from seedpress.model import Analysis
from seedpress.notes import Notes, digest

_NUMBER = np.dtype("<u4")


class Heap(Struct, frozen=True, array_like=True, gc=False):
    """The stems of some articles."""

    stems: list[str]  # each once
    counts: list[int]  # in how many of the articles each stands
    lengths: list[int]  # of each article: how many stems its candidates have
    places: bytes  # these, one article after the other, as numbers of `stems`

    def marks(self, powers: NDArray[np.uint8]) -> Iterable[bytes]:
        """For each article the powers of its candidates' stems; `powers` are those of `stems`."""
        row = powers[np.frombuffer(self.places, _NUMBER)].tobytes()
        ends = accumulate(self.lengths, initial=0)
        return [row[start:end] for start, end in pairwise(ends)]


_HEAP = msgpack.Decoder(Heap)


def heaps(analyses: Sequence[Analysis], notes: Notes) -> list[tuple[list[int], Heap]]:
    """All heaps with the places of their articles."""
    return [
        (places, _noted(analyses, places, notes) if marked else _counted(analyses, places))
        for places, marked in notes.heaps(len(analyses))
    ]


def _noted(analyses: Sequence[Analysis], places: Sequence[int], notes: Notes) -> Heap:
    key = digest(b"stems", *map(notes.origin, places))
    note = notes.get(key)
    if note is not None:
        return _HEAP.decode(note)
    found = _counted(analyses, places)
    notes.put(key, msgpack.encode(found))
    return found


def _counted(analyses: Sequence[Analysis], places: Sequence[int]) -> Heap:
    some = [analyses[place].phrases for place in places]
    counted = Counter(chain.from_iterable(phrases.stems() for phrases in some))
    number = {stem: place for place, stem in enumerate(counted)}
    row = array("L")
    lengths = []
    for phrases in some:
        own = phrases.stems()[: len(phrases.weights)]
        row.extend(map(number.__getitem__, own))
        lengths.append(len(own))
    return Heap(
        stems=list(counted),
        counts=list(counted.values()),
        lengths=lengths,
        places=np.array(row).astype(_NUMBER).tobytes(),
    )
