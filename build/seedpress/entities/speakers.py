"""Of which country a bare ministry is, by who speaks for it: `Foreign Ministry spokesman Jan Holm`.

Other articles say whose ministry the same person speaks for.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from seedpress.entities.looks import place
from seedpress.entities.placed import Placed
from seedpress.entities.tokens import key
from seedpress.model import Names

# Characters between a ministry and a person where `spokesman` or `spokesperson` is between them.
_NEAREST, _FURTHEST = len(" spokesman "), len(" spokesperson, ")

Place = tuple[int, int]  # a mention's number, and what of it is skipped
Ministries = Mapping[int, dict[Place, tuple[str, str]]]  # by article and place: whose, what for


def by_speakers(
    found: Ministries, articles: Sequence[list[Placed]], names: Sequence[Names]
) -> None:
    """Note in `found` whose the bare ministries are whose speakers are known."""
    bare = {what for each in found.values() for whose, what in each.values() if not whose}
    spoken: dict[tuple[str, str], set[str]] = defaultdict(set)  # by speaker and matter: countries
    asked: list[tuple[int, Place, str]] = []
    for number, each in found.items():
        here = {at: told for at, told in each.items() if told[1] in bare}
        for at, speaker in _speakers(here, articles[number], names[number]).items():
            whose, what = each[at]
            if whose:
                spoken[speaker, what].add(whose)
            else:
                asked.append((number, at, speaker))
    for number, at, speaker in asked:
        what = found[number][at][1]
        whose, *others = sorted(spoken.get((speaker, what), ())) or ("",)
        if whose and not others:
            found[number][at] = whose, what


def _speakers(
    here: Mapping[Place, tuple[str, str]], placed: Sequence[Placed], names: Names
) -> dict[Place, str]:
    """The surnames, as keys, of those who stand where one who speaks for a ministry does."""
    ends = {
        number + 1: (at, _start(each, number, names) + len(each.look.text))
        for each in placed
        for number in each.look.numbers
        if (at := (number, each.look.skipped)) in here
    }
    found: dict[Place, str] = {}
    for each in placed if ends else ():
        for number in ends.keys() & set(each.look.numbers):
            at, end = ends[number]
            if _NEAREST <= _start(each, number, names) - end <= _FURTHEST:
                found[at] = key(each.full).rpartition(" ")[2]
    return found


def _start(placed: Placed, number: int, names: Names) -> int:
    """Where a mention begins."""
    return place(names.starts[number])[0] + placed.look.skipped
