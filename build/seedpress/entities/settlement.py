"""What was decided of doubtful looks, and what that makes of each article."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from seedpress.entities.doubts import Distinct, Doubts
from seedpress.entities.looks import cut, part
from seedpress.entities.sorts import Cut
from seedpress.entities.typer import CLASSES, unpacked
from seedpress.model import Doubt, Look, Names

_PERSON = CLASSES.index("person")  # the first of them
_CLEAR = 0.4  # by how much what stands around must speak of a person
_ELSE = 2  # what becomes of mentions, if not no name or one as it is


class Settled(NamedTuple):
    """What of one article's mentions is a name, in the order in which they stand first."""

    looks: list[Look]
    outcome: bytes  # what was decided of each mention: articles that are equal are settled alike


class Decided:
    """What was decided of each sort, by number, and what that makes of the articles."""

    def __init__(
        self, distinct: Distinct, cuts: Sequence[tuple[Cut, ...]], surnames: Set[int]
    ) -> None:
        """What of each distinct look are names, and the numbers of those that may be surnames."""
        self.numbers = distinct.numbers
        self._sorts = distinct.sorts
        self._cuts, self._surnames = cuts, surnames
        self._kept = [
            _ELSE if n in surnames or own not in ((), ((0, len(look.text)),)) else len(own)
            for n, (look, own) in enumerate(zip(distinct.looks, cuts, strict=True))
        ]
        self.marks = [f"{c}{n in surnames};".encode() for n, c in enumerate(cuts)]

    def settled(self, names: Names, places: Sequence[int]) -> Settled:
        """The article; these are the places of its doubtful looks.

        All other looks are names as they are.
        """
        looks, sorts = names.looks, self._sorts
        each = [(looks[n].text, looks[n].rule, looks[n].kind == "person") for n in places]
        doubtful = [*zip(places, map(sorts.__getitem__, each), strict=True)]
        outcome = b"".join([b"%d:%b" % (place, self.marks[n]) for place, n in doubtful])
        other = [(place, n) for place, n in doubtful if self._kept[n] != 1]
        if not other:
            return Settled([*names.looks], outcome)
        return Settled(self._in_parts(names, other), outcome)

    def _in_parts(self, names: Names, others: Sequence[tuple[int, int]]) -> list[Look]:
        found = [*names.looks]
        late = False
        for place, number in reversed(others):
            look = names.looks[place]
            parts = []
            for start, end in self._cuts[number]:
                whole = end - start == len(look.text)
                parts.append(look if whole else cut(look, start, end))
            if number in self._surnames and (clear := _clear(look, names)):
                parts.append(part(look, clear, names))
                late = True
            found[place : place + 1] = parts
        return sorted(found, key=lambda look: look.numbers[0]) if late else found


@dataclass(slots=True)
class Settlement:
    """What of the articles' mentions is a name, told of an article when somebody asks."""

    articles: Sequence[Names]
    doubts: Doubts
    decided: Decided
    is_doubtful: Callable[[str, str, Doubt], bool]
    banned: Set[int]  # articles of which every look had to be decided

    def of(self, number: int) -> Settled:
        """What of the mentions of the article with this number is a name."""
        names, doubtful, banned = self.articles[number], self.is_doubtful, number in self.banned
        places = [
            place
            for place, look in enumerate(names.looks)
            if banned or doubtful(look.text, look.rule, look.doubt)
        ]
        return self.decided.settled(names, places)

    def marks(self) -> list[bytes]:
        """The marks of articles that were noted and are settled as they were then; else none."""
        return self.doubts.marks(self._by_sort())

    def note(
        self, origins: Sequence[bytes], marks: Sequence[bytes], kept: Set[str]
    ) -> bytes | None:
        """The note for the next join, if the last one's will not do."""
        known = all(marks) and all(origins) and not self.banned
        if not known or not self.doubts.is_other():
            return None
        return self.doubts.note(origins, marks, self._by_sort(), kept)

    def _by_sort(self) -> list[bytes]:
        """What was decided of each sort of the doubts."""
        found = [b""] * len(self.doubts.texts)
        for sort, number in self.decided.numbers.items():
            found[sort] = self.decided.marks[number]
        return found


def _clear(look: Look, names: Names) -> list[int]:
    """The mentions whose places clearly speak of a person."""
    scores = unpacked(names.scores)
    places = ((n, scores[n]) for n in look.numbers if scores)
    return [n for n, said in places if said and said[_PERSON] - max(said[_PERSON + 1 :]) > _CLEAR]
