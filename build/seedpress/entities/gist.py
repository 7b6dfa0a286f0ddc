"""What the steps of `resolve` that go over all articles ask of one: its gist, told once.

Nearly every article has nothing for most of these steps. So each asks the gists, and looks into the
few articles that have something for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from seedpress.entities import addressed, bearers, firms, institutions, national, relatives, rules
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.ministries import is_ministry
from seedpress.entities.placed import Gist, Placed, Someone
from seedpress.entities.states import are_like_states
from seedpress.entities.tokens import key
from seedpress.model import Analysis

_Told = tuple[str, Someone | None]  # a name's teller; the person whose name it may be


@dataclass(slots=True)
class Gists:
    """Tells the gists of articles; what a name says by itself is worked out once."""

    lexicon: Lexicon
    # By name: of those seen to be persons', of those after titles, of all others.
    _told: tuple[dict[str, _Told], ...] = field(default_factory=lambda: ({}, {}, {}))

    def of(self, placed: list[Placed], analysis: Analysis) -> Gist:
        """The gist of one article."""
        tellers, people = self._people(placed)
        lists = self.lexicon
        return Gist(
            like_states=are_like_states(placed),
            ministries=any(map(is_ministry, placed)),
            shorts=_distinct(p.look.text for p in placed if firms.is_surname(p)),
            bare=_distinct(full for p in placed if (full := national.unowned(p, lists))),
            owned=_distinct(p.full for p in placed if national.is_owned(p.full)),
            bodies=self._bodies(placed),
            titled=_distinct(
                key(p.look.text)
                for p in placed
                if p.look.rule == rules.ROLE and addressed.is_titled(p)
            ),
            called=addressed.called(placed, analysis, lists),
            alone=_distinct(
                p.key for p in placed if p.key[-1] != "#" and bearers.may_be_surname(p)
            ),
            tellers=tellers,
            people=people,
            lone=_lone(placed),
        )

    def again(
        self,
        before: Sequence[list[Placed]],
        after: Sequence[list[Placed]],
        analyses: Sequence[Analysis],
        gists: list[Gist],
    ) -> list[Gist]:
        """The gists, anew where a step did something to an article."""
        pairs = enumerate(zip(before, after, strict=True))
        anew = {number for number, (old, new) in pairs if old is not new}
        return [
            self.of(after[number], analyses[number]) if number in anew else gist
            for number, gist in enumerate(gists)
        ]

    def of_people(
        self, before: Sequence[list[Placed]], after: Sequence[list[Placed]], gists: list[Gist]
    ) -> list[Gist]:
        """The gists, anew where a step did something, but only as far as `relatives` asks them."""
        found = [*gists]
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is not new:
                _, people = self._people(new)
                found[number] = replace(gists[number], people=people, lone=_lone(new))
        return found

    def _people(self, placed: list[Placed]) -> tuple[list[str], list[Someone]]:
        tellers: dict[str, None] = {}
        people: dict[Someone, None] = {}
        for each in placed:
            if each.key[-1] == "#":  # another one in each article
                continue
            person, titled = each.look.kind == "person", each.look.rule == rules.ROLE
            known = self._told[0 if person else 1 if titled else 2]
            if each.full not in known:
                known[each.full] = self._read(each, person, titled)
            teller, someone = known[each.full]
            tellers[teller] = None
            if someone:
                people[someone] = None
        return [*tellers], [*people]

    def _read(self, placed: Placed, person: bool, titled: bool) -> _Told:
        name, full = placed.key, placed.full
        teller, surnames = bearers.read(name, full, person or titled, self.lexicon)
        told = relatives.is_full_name(full, placed.look.kind, self.lexicon)
        return teller, Someone(name, full, surnames, told) if surnames or told else None

    def _bodies(self, placed: list[Placed]) -> list[tuple[int, str, str, str]]:
        found = ((p, institutions.institution(p.full, self.lexicon)) for p in placed)
        return sorted((p.look.numbers[-1], p.full, *what) for p, what in found if what)


def _lone(placed: Sequence[Placed]) -> list[tuple[int, str]]:
    return [(n, key(p.look.text)) for n, p in enumerate(placed) if relatives.is_lone(p)]


def _distinct(texts: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(texts)]
