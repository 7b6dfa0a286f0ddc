"""The words of names: which of them begin or end with a word, so that few are looked at.

Nearly all names of a large corpus stand in one article and have nothing in common with another.
"""

from collections import defaultdict
from collections.abc import Iterable


class Wording:
    """All keys of a graph, in order and by their words."""

    def __init__(self, keys: Iterable[str]) -> None:
        """`keys` in any order."""
        self.keys = sorted(keys)
        self.first: dict[str, list[str]] = defaultdict(list)  # of several words, by the first
        self.last: dict[str, list[str]] = defaultdict(list)  # of several words, by the last
        self.odd: list[str] = []  # those with capitals or blanks where a key has none
        self.numbered: list[str] = []  # given names that stand for another person in each article
        for key in self.keys:
            if key[-1] == "#":
                self.numbered.append(key)
            if " " not in key:
                continue
            words = key.split()
            self.first[words[0]].append(key)
            self.last[words[-1]].append(key)
            if " ".join(words).casefold() != key:
                self.odd.append(key)

    def beginning(self, words: Iterable[str]) -> list[str]:
        """The keys of several words that begin with one of these, in order; odd ones besides."""
        return self._of(self.first, words)

    def ending(self, words: Iterable[str]) -> list[str]:
        """The keys of several words that end with one of these, in order; odd ones besides."""
        return self._of(self.last, words)

    def _of(self, table: dict[str, list[str]], words: Iterable[str]) -> list[str]:
        return sorted({*self.odd}.union(*[table[word] for word in words if word in table]))
