"""Of which country a bare ministry is, by who speaks for it: `Foreign Ministry spokesman Jan Holm`.

Other articles say whose ministry the same person speaks for.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from seedpress.entities.looks import place
from seedpress.entities.placed import Placed
from seedpress.entities.tokens import key
from seedpress.model import Names

# Characters between a ministry and a person where `spokesman` or `spokesperson` is between them.
_NEAREST, _FURTHEST = len(" spokesman "), len(" spokesperson, ")

Place = tuple[int, int]  # a mention's number, and what of it is skipped
Whose = tuple[str, str]  # whose a ministry is, or nothing, and what it is for, as in America
Here = dict[Place, Whose]  # the ministries of an article


def by_speakers(found: Mapping[int, Here], speakers: Mapping[int, Mapping[Place, str]]) -> None:
    """Note in `found`, by article, whose the bare ministries are whose `speakers` are known."""
    bare = {what for each in found.values() for whose, what in each.values() if not whose}
    spoken: dict[tuple[str, str], set[str]] = defaultdict(set)  # by speaker and matter: countries
    asked: list[tuple[int, Place, str]] = []
    for number, each in found.items():
        last = {at[0]: at for at, (_, what) in each.items() if what in bare}
        for at in last.values():
            whose, what = each[at]
            speaker = speakers[number][at]
            if speaker and whose:
                spoken[speaker, what].add(whose)
            elif speaker:
                asked.append((number, at, speaker))
    for number, at, speaker in asked:
        what = found[number][at][1]
        whose, *others = sorted(spoken.get((speaker, what), ())) or ("",)
        if whose and not others:
            found[number][at] = whose, what


def speakers_of(here: Iterable[Place], placed: Sequence[Placed], names: Names) -> dict[Place, str]:
    """The surnames, as keys, of those who stand where one who speaks for a ministry does.

    The ministries stand `here` among the mentions of an article.
    """
    ends: dict[int, list[tuple[Place, int]]] = defaultdict(list)  # by the number of the next one
    ministries = {*here}
    for each in placed:
        for number in each.look.numbers:
            at = number, each.look.skipped
            if at in ministries:
                end = _start(each, number, names) + len(each.look.text)
                ends[number + 1].append((at, end))
    found: dict[Place, str] = {}
    for each in placed if ends else ():
        for number in ends.keys() & set(each.look.numbers):
            for at, end in ends[number]:
                if _NEAREST <= _start(each, number, names) - end <= _FURTHEST:
                    found[at] = key(each.full).rpartition(" ")[2]
    return found


def _start(placed: Placed, number: int, names: Names) -> int:
    """Where a mention begins."""
    return place(names.starts[number])[0] + placed.look.skipped
