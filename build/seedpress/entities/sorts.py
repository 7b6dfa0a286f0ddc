"""Candidates of the corpus by sort, of which each is decided once, and back to the articles."""

from collections.abc import Sequence, Set
from itertools import compress
from typing import NamedTuple

from seedpress.entities.looks import cut, part
from seedpress.entities.typer import CLASSES, unpacked
from seedpress.model import Look, Names

_PERSON = CLASSES.index("person")  # the first of them
_CLEAR = 0.4  # by how much what stands around must speak of a person
Sort = tuple[str, str, bool]  # text, rule, whether of a person: all that a decision depends on
Cut = tuple[int, int]  # offsets into a candidate's text
SURE = -1  # instead of a number: names of which nothing is to be decided
_ELSE = 2  # what becomes of mentions, if not no name or one as it is


def number_of(look: Look, sorts: dict[Sort, int], distinct: list[Look]) -> int:
    """The number of the look's sort, of which `distinct` has one each."""
    number = sorts.setdefault((look.text, look.rule, look.kind == "person"), len(distinct))
    if number == len(distinct):
        distinct.append(look)
    return number


class Settled(NamedTuple):
    """What of one article's mentions is a name, in the order in which they stand first."""

    looks: list[Look]
    outcome: bytes  # what was decided of each mention: articles that are equal are settled alike


class Decided:
    """What was decided of each sort, by number, and what that makes of the articles."""

    def __init__(
        self, distinct: Sequence[Look], cuts: Sequence[tuple[Cut, ...]], surnames: Set[int]
    ) -> None:
        """One look of each sort, what of it are names, and the sorts that may be surnames."""
        self._cuts, self._surnames = cuts, surnames
        # By number, SURE last.
        self._kept = [
            _ELSE if n in surnames or own not in ((), ((0, len(look.text)),)) else len(own)
            for n, (look, own) in enumerate(zip(distinct, cuts, strict=True))
        ] + [1]
        self._marks = [f"{c}{n in surnames};".encode() for n, c in enumerate(cuts)] + [b";"]

    def settled(self, names: Names, numbered: Sequence[int]) -> Settled:
        """The article, of whose mentions these are the numbers of the sorts."""
        outcome = b"".join([self._marks[number] for number in numbered])
        kept = [self._kept[number] for number in numbered]
        if _ELSE in kept:
            return Settled(self._in_parts(names, numbered), outcome)
        return Settled([*compress(names.looks, kept)], outcome)

    def _in_parts(self, names: Names, numbered: Sequence[int]) -> list[Look]:
        found: list[Look] = []
        late = False
        for look, number in zip(names.looks, numbered, strict=True):
            if self._kept[number] == 1:
                found.append(look)
                continue
            for start, end in self._cuts[number]:
                whole = end - start == len(look.text)
                found.append(look if whole else cut(look, start, end))
            if number in self._surnames and (clear := _clear(look, names)):
                found.append(part(look, clear, names))
                late = True
        return sorted(found, key=lambda look: look.numbers[0]) if late else found


def _clear(look: Look, names: Names) -> list[int]:
    """The mentions whose places clearly speak of a person."""
    scores = unpacked(names.scores)
    places = ((n, scores[n]) for n in look.numbers if scores)
    return [n for n, said in places if said and said[_PERSON] - max(said[_PERSON + 1 :]) > _CLEAR]
