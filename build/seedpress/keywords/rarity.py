"""How telling a word is: inverse document frequency, of a general list and the corpus together.

The general list (`data/documents.txt`) says in how many of 500 web articles a stem stands; each
article of the corpus counts as one document more. So five articles change next to nothing, and
50,000 speak for themselves. Numbers are rounded to powers of two: one more article then leaves the
keywords of nearly all others, and so their pages, as they were.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import chain, repeat
from operator import add

import numpy as np

from seedpress.keywords.heaps import heaps
from seedpress.model import Analysis, Phrases
from seedpress.notes import Notes

_TWO = math.log(2)


@dataclass(frozen=True, slots=True)
class Rarity:
    """Document counts of stems."""

    documents: int
    counts: Mapping[str, int]
    own: Mapping[str, int]  # of the corpus
    powers: "_Powers"

    @property
    def step(self) -> int:
        """As far as the number of documents matters."""
        return _power(self.documents + 1)

    def mark(self, phrases: Phrases) -> bytes:
        """What the weights of an article's candidates depend on, beside `step`."""
        number = len(phrases.weights)
        stems = phrases.words.split(" ", number)[:number] if phrases.words else ()
        return bytes(map(self.powers.__getitem__, stems))

    def each(self, phrases: Phrases) -> list[float]:
        """Inverse document frequencies of the stems of an article's candidates."""
        rare = [self._of(power) for power in range(1 + _power(self.documents + 1) + 2)]
        return list(map(rare.__getitem__, self.mark(phrases)))

    def of(self, stem: str) -> float:
        """Inverse document frequency of `stem`, a natural logarithm from about 0 to 7 or more."""
        return self._of(self.powers[stem])

    def _of(self, power: int) -> float:
        return self.step * _TWO - (power - 1) * _TWO


class _Powers(dict[str, int]):
    """By stem one more than what `_power` says of it; no stem has less than -1."""

    def __init__(self, counts: Mapping[str, int], own: Mapping[str, int]) -> None:
        seen = map(add, map(counts.get, own, repeat(0)), own.values())
        numbers, which = np.unique(np.fromiter(seen, np.int64, len(own)), return_inverse=True)
        powers = [1 + _power(number + 0.5) for number in numbers.tolist()]
        super().__init__(zip(own, map(powers.__getitem__, which.tolist()), strict=True))
        self._counts = counts

    def __missing__(self, stem: str) -> int:
        power = self[stem] = 1 + _power(self._counts.get(stem, 0) + 0.5)
        return power


@lru_cache(maxsize=1 << 16)
def _power(number: float) -> int:
    """The exponent of the power of two that the `number` of documents is nearest to."""
    return round(math.log2(number))


def rarity(articles: Iterable[Iterable[str]] = ()) -> Rarity:
    """The general list and, above it, the distinct stems of each of `articles`."""
    each = [*articles]
    return _rarity(Counter(chain.from_iterable(each)), len(each))


def known_rarity(analyses: Sequence[Analysis], notes: Notes) -> tuple[Rarity, list[bytes]]:
    """The same of the articles' stems, and `Rarity.mark` of each article, by what is noted."""
    every = heaps(analyses, notes)
    own: dict[str, int] = {}
    for _, heap in every:
        before = map(own.get, heap.stems, repeat(0))
        own.update(zip(heap.stems, map(add, before, heap.counts), strict=True))
    found = _rarity(own, len(analyses))
    marks = [b""] * len(analyses)
    for places, heap in every:
        for place, mark in zip(places, heap.marks(found.powers), strict=True):
            marks[place] = mark
    return found, marks


def _rarity(own: Mapping[str, int], number: int) -> Rarity:
    documents, counts = _general()
    return Rarity(documents + number, counts, own, _Powers(counts, own))


@lru_cache(maxsize=1)
def _general() -> tuple[int, dict[str, int]]:
    """Documents of the general list, and how many of them each stem stands in."""
    file = resources.files("seedpress.keywords").joinpath("data/documents.txt")
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("#")]
    counts: dict[str, int] = {}
    for line in lines[1:]:
        count, _, stems = line.partition(" ")
        counts.update(dict.fromkeys(stems.split(), int(count)))
    return int(lines[0]), counts
