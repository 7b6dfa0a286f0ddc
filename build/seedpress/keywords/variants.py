"""What makes two phrases the same idea: inflection, hyphens, British spelling, word order."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources

from seedpress.keywords.lexicon import lists
from seedpress.keywords.tokens import stem

_WORD = re.compile(r"(?:[^\W\d_]\.){2,8}|[^\W_]+(?:['’][^\W_]+)?|-")
# British endings and their American twins. Whether the twin is a word at all does not matter: it
# is only ever compared with other twins.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (
        re.compile(r"(?<=[bdfgilmpv])our(?=(?:s|ed|ing|er|ers|ite|ites|able|al|ful|less|hood)?$)"),
        "or",
    ),
    (re.compile(r"(?<=[hn])our(?=(?:s|ed|ing|able)?$)"), "or"),
    (re.compile(r"(?<=[nbei]t)re(?=[sd]?$)"), "er"),
    (re.compile(r"(?<=[nfc])ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"(?<=[a-z])ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=gra)mme(?=s?$)"), "m"),
)


REMEMBERED = 600_000  # ideas of phrases: those of ten thousand articles


@lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """A lower-case word in American spelling and small numbers in digits."""
    twin = _twins().get(word)
    if twin:
        return twin
    for pattern, ending in _SPELLINGS:
        word = pattern.sub(ending, word, count=1)
    return word


@lru_cache(maxsize=1)
def _twins() -> dict[str, str]:
    """The pairs of `data/spellings.txt`."""
    file = resources.files("seedpress.keywords").joinpath("data/spellings.txt")
    lines = file.read_text("utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {british: twin for british, _, twin in pairs}


class Variants:
    """Ideas of phrases, given the words of a corpus; remembers what it has been asked.

    Whether "cease-fire" and "cease fire" are "ceasefire" is decided by whether the corpus has that
    word.
    """

    def __init__(self, words: Iterable[str] = (), noting: bool = False) -> None:
        """Take the stems of the corpus' words; `noting` is to tell later what was asked of them."""
        self._words = frozenset(words)
        self._noting = noting
        self._asked: dict[str, str] = {}  # phrase: the stems that were looked for among the words
        self._passing = lists()["passing"] | lists()["vague"]
        self._links = lists()["links"]
        self._ideas: dict[str, str] = {}
        self._stems: dict[str, str] = {}

    def idea(self, phrase: str) -> str:
        """What all forms of a phrase have in common: the stems of its telling words, sorted."""
        found = self._ideas.get(phrase)
        if found is None:
            if len(self._ideas) > REMEMBERED:
                self._ideas.clear()
                self._asked.clear()
            found = self._ideas[phrase] = self._idea(phrase)
        return found

    def ideas(self, phrases: Sequence[str]) -> list[str]:
        """The ideas of many phrases, most of which have been asked for before."""
        found = map(self._ideas.get, phrases)
        return [
            self.idea(p) if idea is None else idea for p, idea in zip(phrases, found, strict=True)
        ]

    def asked(self, phrases: Sequence[str]) -> tuple[set[str], set[str]]:
        """Stems that the ideas of these phrases depend on: words of the corpus, and no words."""
        if not self._noting:
            return set(), set()
        self.ideas(phrases)
        told = "".join(filter(None, map(self._asked.get, phrases)))
        stems = set(told.split("\n")) - {""}
        return stems & self._words, stems - self._words

    def still(self, together: Iterable[str], apart: Iterable[str]) -> bool:
        """Whether these are words of the corpus, and those are none."""
        return self._words.issuperset(together) and self._words.isdisjoint(apart)

    def _idea(self, phrase: str) -> str:
        lower = phrase.lower()
        if lower.isascii() and lower.replace(" ", "").isalpha():
            words = lower.split()
        else:
            words = [_plain(word) for word in _WORD.findall(lower) if word != "-"]
        joined = self._joined(phrase, words) if len(words) > 1 else words
        telling = [word for word in joined if word not in self._links] or joined
        while len(telling) > 2 and telling[0] in self._passing:
            telling = telling[1:]
        if len(telling) == 1:
            return self._stem(telling[0])
        return " ".join(sorted({*map(self._stem, telling)}))

    def _stem(self, word: str) -> str:
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = stem(american(word))
        return found

    def _joined(self, phrase: str, words: list[str]) -> list[str]:
        """Neighbours that the corpus also writes in one word, in one word."""
        result = words[:1]
        asked = []
        for word in words[1:]:
            last = result[-1]
            if len(last) > 2 and len(word) > 2:
                asked.append(stem(last + word))
                if asked[-1] in self._words:
                    result[-1] = last + word
                    continue
            result.append(word)
        if asked and self._noting:
            self._asked[phrase] = "\n".join([*asked, ""])
        return result


def _plain(word: str) -> str:
    """A word without the dots of an abbreviation and without a possessive."""
    return word.replace("’", "'").removesuffix("'s").replace(".", "")
