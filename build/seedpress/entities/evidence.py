"""What the whole corpus shows about words: how it writes them where a capital means something.

Truecasing by counts: an article that has a word only at the start of a sentence or in a headline
says nothing about it, but the others do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import add

from msgspec import Struct, msgpack

from seedpress.entities.lexicon import Lexicon
from seedpress.model import Analysis, Names
from seedpress.notes import Notes, digest

_PRIOR = 3.0  # a common word of the language counts as seen this often in lower case


@dataclass(frozen=True, slots=True)
class Evidence:
    """Counts over the corpus, by folded word."""

    capital: dict[str, int]
    lower: dict[str, int]
    lexicon: Lexicon

    def lower_share(self, word: str) -> float:
        """How likely `word` is an ordinary word that only its place made capital, 0 to 1."""
        folded = word.lower()
        common = folded in self.lexicon.common or folded.removesuffix("s") in self.lexicon.common
        lower = self.lower.get(folded, 0) + (_PRIOR if common else 0.0)
        capital = self.capital.get(folded, 0)
        return lower / (lower + capital) if lower else 0.0


class _Casing(Struct, array_like=True, gc=False):
    """How often some articles write words with a capital, and without one."""

    capital: dict[str, int]
    lower: dict[str, int]


_CASING = msgpack.Decoder(_Casing)


def gather(analyses: Sequence[Analysis], lexicon: Lexicon, notes: Notes) -> Evidence:
    """Add up what the articles tell about casing; of some hundred together it is noted."""
    capital: dict[str, int] = {}
    lower: dict[str, int] = {}
    for places, marked in notes.heaps(len(analyses)):
        key = digest(b"casing", *map(notes.origin, places)) if marked else b""
        note = notes.get(key) if marked else None
        if note is None:
            found = _added_up([analyses[place].names for place in places])
            if marked:
                notes.put(key, msgpack.encode(found))
        else:
            found = _CASING.decode(note)
        for whole, some in ((capital, found.capital), (lower, found.lower)):
            before = map(whole.get, some, repeat(0))
            whole.update(zip(some, map(add, before, some.values()), strict=True))
    return Evidence(capital, lower, lexicon)


def _added_up(articles: Iterable[Names]) -> _Casing:
    capital: dict[str, int] = {}
    lower: dict[str, int] = {}
    for own in articles:
        for word, upper, small in zip(own.words.split(" "), own.capital, own.lower, strict=False):
            if upper:
                capital[word] = capital.get(word, 0) + upper
            if small:
                lower[word] = lower.get(word, 0) + small
    return _Casing(capital, lower)
