"""Names in headlines and in lines of capitals: those that running text has shown to be names."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from seedpress.entities import rules
from seedpress.entities.evidence import Evidence, known_as
from seedpress.entities.gazetteer import CITY, place_kind, places
from seedpress.entities.sorts import Cut
from seedpress.entities.tokens import Token, key
from seedpress.entities.usual_names import usual_names
from seedpress.model import Look

_LONGEST = 8  # words of a name looked for


@dataclass(frozen=True, slots=True)
class Loud:
    """Finds the names of the corpus where capitals tell nothing."""

    evidence: Evidence
    names: AbstractSet[str]  # of the corpus, folded
    surnames: AbstractSet[str]  # last words of its persons' names

    def within(self, words: list[Token], mention: Look) -> Iterator[Cut]:
        """The longest names known from running text, left to right."""
        loud = mention.rule == rules.CAPITALS
        i = 0
        while i < len(words):
            for j in range(min(len(words), i + _LONGEST), i, -1):
                if words[j - 1].text[-1] not in "-–'" and self._is_known(
                    mention.text[words[i].start : words[j - 1].end], j - i, loud
                ):
                    yield words[i].start, words[j - 1].end
                    i = j - 1
                    break
            i += 1

    def _is_known(self, text: str, length: int, loud: bool) -> bool:
        """Whether the words, so many, are a name of the corpus, or one known everywhere."""
        lists = self.evidence.lexicon
        folded = known_as(text)
        if text in lists.never or text in lists.demonyms:
            return False
        if text in lists.calendar or text in lists.openers:
            return False
        if loud and length == 1 and (folded in lists.common or text.title() in lists.demonyms):
            return False
        if length == 1 and not loud and self.evidence.lower_share(text) > 0.5:
            return False
        given = length == 1 and text.title() in lists.first_names
        if given and text.title() not in self.surnames:
            return folded in self.names and place_kind(text.title()) == CITY  # Sydney
        if folded in self.names or (length == 1 and text.title() in self.surnames):
            return True
        if loud:
            usual = key(text) in usual_names() or key(text.title()) in usual_names()
            return len(text) > 3 and (usual or text.title() in places())
        return key(text) in usual_names() or (text in places() and len(text) > 3)
