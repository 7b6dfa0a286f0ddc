"""Candidates of the corpus by sort, of which each is decided once, and back to the articles."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from seedpress.entities.looks import cut, part
from seedpress.entities.typer import CLASSES, unpacked
from seedpress.model import Look, Names

_PERSON = CLASSES.index("person")  # the first of them
_CLEAR = 0.4  # by how much what stands around must speak of a person
Sort = tuple[str, str, bool]  # text, rule, whether of a person: all that a decision depends on
Cut = tuple[int, int]  # offsets into a candidate's text
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
        self._kept = [
            _ELSE if n in surnames or own not in ((), ((0, len(look.text)),)) else len(own)
            for n, (look, own) in enumerate(zip(distinct, cuts, strict=True))
        ]
        self._marks = [f"{c}{n in surnames};".encode() for n, c in enumerate(cuts)]

    def settled(self, names: Names, doubtful: Sequence[tuple[int, int]]) -> Settled:
        """The article; these are the places of its doubtful looks, and the numbers of their sorts.

        All other looks are names as they are.
        """
        outcome = b"".join([b"%d:%b" % (place, self._marks[n]) for place, n in doubtful])
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


def _clear(look: Look, names: Names) -> list[int]:
    """The mentions whose places clearly speak of a person."""
    scores = unpacked(names.scores)
    places = ((n, scores[n]) for n in look.numbers if scores)
    return [n for n, said in places if said and said[_PERSON] - max(said[_PERSON + 1 :]) > _CLEAR]
