"""How telling a word is: inverse document frequency, of a general list and the corpus together.

The general list (`data/documents.txt`) says in how many of 500 web articles a stem stands; each
article of the corpus counts as one document more. So five articles change next to nothing, and
50,000 speak for themselves. Numbers are rounded to powers of two: one more article then leaves the
keywords of nearly all others, and so their pages, as they were.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from seedpress.model import Phrases

_TWO = math.log(2)


@dataclass(frozen=True, slots=True)
class Rarity:
    """Document counts of stems."""

    documents: int
    counts: Mapping[str, int]
    own: Mapping[str, int]  # of the corpus
    powers: Mapping[str, int]  # of stems of the corpus: one more than what `_power` says of them
    _known: dict[str, float] = field(default_factory=dict)  # what was asked for already

    @property
    def step(self) -> int:
        """As far as the number of documents matters."""
        return _power(self.documents + 1)

    def mark(self, phrases: Phrases) -> bytes:
        """What the weights of an article's candidates depend on, beside `step`."""
        number = len(phrases.weights)
        return bytes(map(self.powers.__getitem__, phrases.words.split(" ", number)[:number]))

    def of(self, stem: str) -> float:
        """Inverse document frequency of `stem`, a natural logarithm from about 0 to 7 or more."""
        found = self._known.get(stem)
        if found is None:
            seen = _power(self.counts.get(stem, 0) + self.own.get(stem, 0) + 0.5)
            found = self._known[stem] = self.step * _TWO - seen * _TWO
        return found


@lru_cache(maxsize=1 << 16)
def _power(number: float) -> int:
    """The exponent of the power of two that the `number` of documents is nearest to."""
    return round(math.log2(number))


def rarity(articles: Iterable[Iterable[str]] = ()) -> Rarity:
    """The general list and, above it, the distinct stems of each of `articles`."""
    own: Counter[str] = Counter()
    number = 0
    for stems in articles:
        own.update(stems)
        number += 1
    documents, counts = _general()
    powers = {stem: 1 + _power(counts.get(stem, 0) + seen + 0.5) for stem, seen in own.items()}
    return Rarity(documents + number, counts, own, powers)


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
