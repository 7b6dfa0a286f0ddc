"""How telling a word is: inverse document frequency, of a general list and the corpus together.

The general list (`data/documents.txt`) says in how many of 500 web articles a stem stands; each
article of the corpus counts as one document more. So five articles change next to nothing, and
50,000 speak for themselves. Numbers are rounded to powers of two: one more article then leaves the
keywords of nearly all others, and so their pages, as they were.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import chain
from zlib import crc32

from msgspec import msgpack

from seedpress.model import Analysis, Phrases
from seedpress.notes import Notes, digest

_TWO = math.log(2)
_HEAP = 9  # articles whose stems are counted together are 256 to 511
_COUNTED = msgpack.Decoder(dict[str, int])


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
        seen = ((stem, counts.get(stem, 0) + number + 0.5) for stem, number in own.items())
        super().__init__((stem, 1 + _power(number)) for stem, number in seen)
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


def known_rarity(analyses: Sequence[Analysis], notes: Notes) -> Rarity:
    """The same of the articles' stems; what some hundred articles have together is noted.

    An article's companions are a matter of its origin, so that one more changes one sum of many.
    """
    heaps: dict[int, list[int]] = defaultdict(list)
    shift = max(0, len(analyses).bit_length() - _HEAP)
    for place in range(len(analyses)):
        origin = notes.origin(place)
        heaps[crc32(origin) % (1 << shift) if origin else -1].append(place)
    own: Counter[str] = Counter()
    for heap, places in sorted(heaps.items()):
        key = digest(b"stems", *map(notes.origin, places)) if heap >= 0 else b""
        note = notes.get(key) if key else None
        if note is None:
            stems = (analyses[place].phrases.stems() for place in places)
            counted: dict[str, int] = Counter(chain.from_iterable(stems))
            if key:
                notes.put(key, msgpack.encode(counted))
        else:
            counted = _COUNTED.decode(note)
        own.update(counted)
    return _rarity(own, len(analyses))


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
