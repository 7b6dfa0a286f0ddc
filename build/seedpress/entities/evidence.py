"""What the whole corpus shows about words: how it writes them where a capital means something.

Truecasing by counts: an article that has a word only at the start of a sentence or in a headline
says nothing about it, but the others do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from seedpress.entities.lexicon import Lexicon
from seedpress.model import Analysis

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


def gather(analyses: Sequence[Analysis], lexicon: Lexicon) -> Evidence:
    """Add up what the articles tell about casing."""
    capital: dict[str, int] = {}
    lower: dict[str, int] = {}
    for analysis in analyses:
        own = analysis.names
        for word, upper, small in zip(own.words.split(" "), own.capital, own.lower, strict=False):
            if upper:
                capital[word] = capital.get(word, 0) + upper
            if small:
                lower[word] = lower.get(word, 0) + small
    return Evidence(capital, lower, lexicon)
