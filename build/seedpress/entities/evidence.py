"""What the whole corpus shows about words: how it writes them where a capital means something.

Truecasing by counts: an article that has a word only at the start of a sentence or in a headline
says nothing about it, but the others do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import add

from msgspec import Struct, msgpack
from msgspec import field as of

from seedpress.entities import rules
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.parties import short_names
from seedpress.model import Analysis, Names
from seedpress.notes import Notes, digest

_PRIOR = 3.0  # a common word of the language counts as seen this often in lower case


@dataclass(frozen=True, slots=True)
class Plain:
    """What the looks of all articles say at a glance."""

    sure: set[str] = field(default_factory=set)  # names that need not be decided, folded
    surnames: set[str] = field(default_factory=set)  # of persons among them
    within: set[str] = field(default_factory=set)  # single words within sentences
    opening: set[str] = field(default_factory=set)  # and such as begin them
    parties: set[str] = field(default_factory=set)  # what parties may be called for short


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts over the corpus, by folded word."""

    capital: dict[str, int]
    lower: dict[str, int]
    lexicon: Lexicon
    plain: Plain = field(default_factory=Plain)

    def lower_share(self, word: str) -> float:
        """How likely `word` is an ordinary word that only its place made capital, 0 to 1."""
        folded = word.lower()
        common = folded in self.lexicon.common or folded.removesuffix("s") in self.lexicon.common
        lower = self.lower.get(folded, 0) + (_PRIOR if common else 0.0)
        capital = self.capital.get(folded, 0)
        return lower / (lower + capital) if lower else 0.0


class _Heap(Struct, array_like=True, gc=False):
    """What some articles say: how often they write words with a capital, and without; `Plain`."""

    capital: dict[str, int]
    lower: dict[str, int]
    sure: list[str]
    surnames: list[str]
    within: list[str]
    opening: list[str]
    parties: list[str]

    def counts(self) -> Iterator[dict[str, int]]:
        """How often, or in how many heaps: here in one."""
        yield self.capital
        yield self.lower
        for texts in (self.sure, self.surnames, self.within, self.opening, self.parties):
            yield dict.fromkeys(texts, 1)


class _Sums(Struct, array_like=True, gc=False):
    """What heaps say, added up, and which they are: so it is known what has to be added to it."""

    heaps: list[bytes] = []
    counts: list[dict[str, int]] = of(default_factory=lambda: [{} for _ in range(7)])

    def add(self, found: _Heap) -> None:
        """Add what some articles say."""
        for whole, some in zip(self.counts, found.counts(), strict=True):
            before = map(whole.get, some, repeat(0))
            whole.update(zip(some, map(add, before, some.values()), strict=True))

    def take(self, found: _Heap) -> None:
        """Take away what some of the articles said: nothing is left of what they alone have."""
        for whole, some in zip(self.counts, found.counts(), strict=True):
            for word, times in some.items():
                whole[word] -= times
                if not whole[word]:
                    del whole[word]


_HEAP = msgpack.Decoder(_Heap)
_SUMS = msgpack.Decoder(_Sums)
_OF_ALL = b"evidence of all"


def gather(analyses: Sequence[Analysis], lexicon: Lexicon, notes: Notes) -> Evidence:
    """Add up what the articles tell about casing; of some hundred together it is noted.

    So are the sums: of those that the last build made, nearly all parts are as they were.
    """
    heaps: dict[bytes, list[int]] = {}
    loose: list[int] = []  # of which nothing may be noted
    for places, marked in notes.heaps(len(analyses)):
        if marked:
            heaps[digest(b"evidence", *map(notes.origin, places))] = places
        else:
            loose = places
    sums = _summed(heaps, analyses, notes)
    if loose:
        sums.add(_added_up([analyses[place].names for place in loose]))
    capital, lower, *plain = sums.counts
    return Evidence(capital, lower, lexicon, Plain(*map(set, plain)))


def _summed(heaps: Mapping[bytes, list[int]], analyses: Sequence[Analysis], notes: Notes) -> _Sums:
    """The sums of these heaps, by what the last build left of them."""

    def heap(mark: bytes) -> _Heap:
        note = notes.get(mark)
        if note is None:
            found = _added_up([analyses[place].names for place in heaps[mark]])
            notes.put(mark, msgpack.encode(found))
            return found
        return _HEAP.decode(note)

    noted = notes.get(_OF_ALL)
    sums = _SUMS.decode(noted) if noted else _Sums()
    gone = [notes.last(mark) for mark in sums.heaps if mark not in heaps]
    if None in gone or 2 * len(gone) > len(sums.heaps):
        sums, gone = _Sums(), []
    for note in gone:
        if note is not None:
            sums.take(_HEAP.decode(note))
    known = {*sums.heaps}
    for mark in known & heaps.keys():
        notes.get(mark)  # so it is kept
    new = [mark for mark in heaps if mark not in known]
    for mark in new:
        sums.add(heap(mark))
    if gone or new:
        sums.heaps = [*heaps]
        notes.put(_OF_ALL, msgpack.encode(sums))
    return sums


def sure_names(articles: Iterable[Names]) -> set[str]:
    """The names of articles that need not be decided, folded."""
    return {
        known_as(look.text) for names in articles for look in names.looks if look.doubt == "none"
    }


def sure_surnames(articles: Iterable[Names]) -> set[str]:
    """The surnames of persons whom articles surely name in full."""
    return set[str]().union(*[names.surnames for names in articles])


def known_as(text: str) -> str:
    """A name as the corpus' names are known by."""
    return text.casefold().rstrip(".")


def _added_up(articles: Sequence[Names]) -> _Heap:
    capital: dict[str, int] = {}
    lower: dict[str, int] = {}
    for own in [names.casing_counts() for names in articles]:
        for word, upper, small in zip(own.words.split(" "), own.capital, own.lower, strict=False):
            if upper:
                capital[word] = capital.get(word, 0) + upper
            if small:
                lower[word] = lower.get(word, 0) + small
    looks = [look for names in articles for look in names.looks]
    words = [look for look in looks if look.doubt == "word"]
    return _Heap(
        capital,
        lower,
        sorted(sure_names(articles)),
        sorted(sure_surnames(articles)),
        sorted({look.text for look in words if look.rule != rules.START}),
        sorted({look.text for look in words if look.rule == rules.START}),
        sorted({*short_names(looks)}),
    )
