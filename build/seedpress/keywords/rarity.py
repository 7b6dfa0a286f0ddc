"""How telling a word is: inverse document frequency, of a general list and the corpus together.

The general list (`data/documents.txt`) says in how many of 500 web articles a stem stands; each
article of the corpus counts as one document more. So five articles change next to nothing, and
50,000 speak for themselves. Numbers are rounded to powers of two: one more article then leaves the
keywords of nearly all others, and so their pages, as they were.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from itertools import chain, count, repeat

import numpy as np

from seedpress.keywords.heaps import heaps
from seedpress.model import Analysis, Phrases
from seedpress.notes import Notes

_TWO = math.log(2)
_REMEMBERED = 1 << 18  # stems


@dataclass(frozen=True, slots=True)
class Rarity:
    """Document counts of stems."""

    documents: int
    counts: Mapping[str, int]
    own: Mapping[str, int]  # of the corpus
    powers: "_Powers" = field(compare=False)

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
        super().__init__()
        self._counts, self._own = counts, own

    def __missing__(self, stem: str) -> int:
        seen = self._counts.get(stem, 0) + self._own.get(stem, 0)
        power = 1 + _power(seen + 0.5)
        if len(self) < _REMEMBERED:
            self[stem] = power
        return power


@lru_cache(maxsize=1 << 16)
def _power(number: float) -> int:
    """The exponent of the power of two that the `number` of documents is nearest to."""
    return round(math.log2(number))


def rarity(articles: Iterable[Iterable[str]] = ()) -> Rarity:
    """The general list and, above it, the distinct stems of each of `articles`."""
    each = [*articles]
    return _rarity(Counter(chain.from_iterable(each)), len(each)) if each else _usual()


@lru_cache(maxsize=1)
def _usual() -> Rarity:
    """The general list alone, which every article is ranked by before the corpus is known."""
    return _rarity({}, 0)


def known_rarity(analyses: Sequence[Analysis], notes: Notes) -> tuple[Rarity, list[bytes]]:
    """The same of the articles' stems, and `Rarity.mark` of each article, by what is noted."""
    every = heaps(analyses, notes)
    number: dict[str, int] = defaultdict(count().__next__)
    numbers = [np.fromiter(map(number.__getitem__, heap.stems), np.int64) for _, heap in every]
    total = np.zeros(len(number), np.int64)
    for own, (_, heap) in zip(numbers, every, strict=True):
        total[own] += np.array(heap.counts, np.int64)
    found = _rarity(dict(zip(number, total.tolist(), strict=True)), len(analyses))
    seen = total + np.fromiter(map(_general()[1].get, number, repeat(0)), np.int64)
    different, which = np.unique(seen, return_inverse=True)
    powers = np.array([1 + _power(times + 0.5) for times in different.tolist()], np.uint8)[which]
    marks = [b""] * len(analyses)
    for own, (places, heap) in zip(numbers, every, strict=True):
        for place, mark in zip(places, heap.marks(powers[own]), strict=True):
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
