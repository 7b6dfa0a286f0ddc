"""Candidates of the corpus by sort, of which each is decided once, and back to the articles."""

from collections.abc import Sequence, Set

from seedpress.entities.looks import cut, part
from seedpress.entities.typer import CLASSES, unpacked
from seedpress.model import Look, Names

_PERSON = CLASSES.index("person")  # the first of them
_CLEAR = 0.4  # by how much what stands around must speak of a person
Sort = tuple[str, str, bool]  # text, rule, whether of a person: all that a decision depends on
Cut = tuple[int, int]  # offsets into a candidate's text
SURE = -1  # instead of a number: names of which nothing is to be decided


def number_of(look: Look, sorts: dict[Sort, int], distinct: list[Look]) -> int:
    """The number of the look's sort, of which `distinct` has one each."""
    number = sorts.setdefault((look.text, look.rule, look.kind == "person"), len(distinct))
    if number == len(distinct):
        distinct.append(look)
    return number


def settled(
    names: Names, numbered: Sequence[int], cuts: Sequence[tuple[Cut, ...]], surnames: Set[int]
) -> list[Look]:
    """What of one article's mentions is a name, in the order in which they stand first."""
    found: list[Look] = []
    late = False
    for look, number in zip(names.looks, numbered, strict=True):
        if number == SURE:
            found.append(look)
            continue
        for start, end in cuts[number]:
            whole = end - start == len(look.text)  # as most are
            found.append(look if whole else cut(look, start, end))
        if number in surnames and (clear := _clear(look, names)):
            found.append(part(look, clear, names))
            late = True
    return sorted(found, key=lambda look: look.numbers[0]) if late else found


def _clear(look: Look, names: Names) -> list[int]:
    """The mentions whose places clearly speak of a person."""
    scores = unpacked(names.scores)
    places = ((n, scores[n]) for n in look.numbers if scores)
    return [n for n, said in places if said and said[_PERSON] - max(said[_PERSON + 1 :]) > _CLEAR]
