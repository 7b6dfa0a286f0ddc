"""The words of names: which of them begin or end with a word, so that few are looked at.

Nearly all names of a large corpus stand in one article and have nothing in common with another.
"""

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

_ODD_BLANKS = re.compile(r"[^\S \n]|  |^ | $", re.MULTILINE)
_ODD = ("\t", "\v", "\f", "\r", "\x1c", "\x1d", "\x1e", "\x1f", "  ", "\n ", " \n")  # of ASCII
_FEW = 16  # times as many names as are sorted sooner than they are picked from all in order


class Wording:
    """All keys of a graph, in order and by their words."""

    def __init__(self, keys: Iterable[str]) -> None:
        """`keys` in any order."""
        self.keys = sorted(keys)
        self.several = [key for key in self.keys if " " in key]  # those of several words
        self._longer: list[str] | None = None
        self.last: dict[str, list[str]] = defaultdict(list)  # of several words, by the last
        # Those of several words with capitals or blanks where a key has none.
        self.odd = _odd(self.several)
        # Given names that stand for another person in each article.
        self.numbered = [key for key in self.several if key[-1] == "#"]
        odd, last = {*self.odd}, self.last
        for key in [key for key in self.several if key not in odd] if odd else self.several:
            last[key[key.rindex(" ") + 1 :]].append(key)
        for key in self.odd:
            insort(last[key.split()[-1]], key)

    def add(self, keys: Iterable[str]) -> None:
        """Take in some more keys."""
        more, self._longer = Wording(keys), None
        pairs = (self.keys, more.keys), (self.several, more.several), (self.odd, more.odd)
        for known, new in (*pairs, (self.numbered, more.numbered)):
            for key in new:
                insort(known, key)
        for word, new in more.last.items():
            self.last[word] = sorted([*self.last[word], *new])

    def longer(self) -> list[str]:
        """The keys that are another key with one more word, in order."""
        if self._longer is None:
            known = {*self.keys}
            self._longer = [key for key in self.several if key[: key.rindex(" ")] in known]
        return self._longer

    def first_words(self) -> set[str]:
        """The first words of the keys of several words."""
        return {key[: key.index(" ")] for key in self.several}

    def first(self, word: str) -> list[str]:
        """The keys of several words that begin with this one."""
        keys = self.several
        start = bisect_left(keys, f"{word} ")
        return keys[start : bisect_left(keys, f"{word}!", start)]  # what follows a blank

    def beginning(self, words: Iterable[str]) -> list[str]:
        """The keys of several words that begin with one of these, in order; odd ones besides."""
        return self._in_order(chain.from_iterable(map(self.first, words)))

    def ending(self, words: Iterable[str]) -> list[str]:
        """The keys of several words that end with one of these, in order; odd ones besides."""
        last = self.last
        return self._in_order(chain(*[last[word] for word in words if word in last]))

    def _in_order(self, keys: Iterable[str]) -> list[str]:
        found = {*self.odd, *keys}
        if len(found) * _FEW < len(self.several):
            return sorted(found)
        return [key for key in self.several if key in found]


def _odd(keys: Sequence[str]) -> list[str]:
    """Those of the keys that are not written as a key is."""
    text = "\n".join(("", *keys, ""))
    plain = text.isascii() and not any(map(text.__contains__, _ODD))
    if text == text.casefold() and (plain or not _ODD_BLANKS.search(text[1:-1])):
        return []
    return [key for key in keys if " ".join(key.split()).casefold() != key]
