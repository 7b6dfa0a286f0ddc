"""What the steps of `resolve` that go over all articles ask of one: its gist, told once.

Nearly every article has nothing for most of these steps. So each asks the gists, and looks into the
few articles that have something for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from msgspec import msgpack

from seedpress.entities import (
    addressed,
    bearers,
    firms,
    institutions,
    national,
    relatives,
    rules,
    titled,
)
from seedpress.entities.clubs import reported
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.ministry import named_ministries
from seedpress.entities.people import person
from seedpress.entities.placed import Deferred, Gist, Placed
from seedpress.entities.states import are_like_states
from seedpress.entities.sums import packed, sum_of
from seedpress.entities.tokens import key
from seedpress.model import Analysis
from seedpress.notes import Notes, digest

_DECODER = msgpack.Decoder(Gist)
# A name's teller; its key; its surnames, where it may be a person's, by which he is called; and
# the given name with each surname, where it is surely a person's in full.
_Told = tuple[int, int, Sequence[int], Sequence[tuple[int, int]]]


@dataclass(slots=True)
class Gists:
    """Tells the gists of articles; what a name says by itself is worked out once."""

    lexicon: Lexicon
    # By name: of those seen to be persons', of those after titles, of all others.
    _told: tuple[dict[str, _Told], ...] = field(default_factory=lambda: ({}, {}, {}))
    _sums: dict[str, int] = field(default_factory=dict)  # of keys

    def of(self, placed: Sequence[Placed], analysis: Analysis) -> Gist:
        """The gist of one article."""
        tellers, people, borne = self._people(placed)
        lists = self.lexicon
        called, titles = titled.called(placed, analysis, lists)
        return Gist(
            like_states=are_like_states(placed),
            ministries=named_ministries(placed, analysis.names, lists),
            shorts=_distinct(p.look.text for p in placed if firms.is_surname(p)),
            bare=_distinct(full for p in placed if (full := national.unowned(p, lists))),
            owned=_distinct(p.full for p in placed if national.is_owned(p.full)),
            bodies=self._bodies(placed),
            titled=_distinct(
                key(p.look.text)
                for p in placed
                if p.look.rule == rules.ROLE and addressed.is_titled(p)
            ),
            called=called,
            titles=titles,
            tellers=tellers,
            people=people,
            borne=borne,
            lone=_lone(placed),
            keys=self._keys(key for p in placed for key in {p.key: None, p.key.casefold(): None}),
            alone=self._keys(p.key for p in placed if bearers.may_be_surname(p)),
            acronyms=[*analysis.names.acronyms],
            sport=analysis.names.sport,
            reported=reported(placed, analysis.names.sport, lists),
        )

    def again(
        self,
        before: Sequence[Sequence[Placed]],
        after: Sequence[Sequence[Placed]],
        analyses: Sequence[Analysis],
        gists: list[Gist],
        notes: Notes,
    ) -> list[Gist]:
        """The gists, anew where a step did something to an article."""
        found = [*gists]
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is not new:
                found[number] = self._noted(new, analyses[number], notes, notes.origin(number))
        return found

    def _noted(
        self, placed: Sequence[Placed], analysis: Analysis, notes: Notes, origin: bytes
    ) -> Gist:
        """The gist of an article, by a note where it was told so before."""
        if not origin:
            return self.of(placed, analysis)
        if isinstance(placed, Deferred) and placed.mark:
            return self._under(digest(b"gist", placed.mark), placed, analysis, notes)
        # A name that is another one in each article has its number in its key.
        meant = [(p.look, p.key if p.key[-1] != "#" else "", p.rule, p.full) for p in placed]
        mark = digest(b"gist", origin, msgpack.encode(meant))
        return self._under(mark, placed, analysis, notes)

    def _under(
        self, mark: bytes, placed: Sequence[Placed], analysis: Analysis, notes: Notes
    ) -> Gist:
        """The gist that is noted under this mark, or is from now on."""
        note = notes.get(mark)
        if note is None:
            found = self.of(placed, analysis)
            notes.put(mark, msgpack.encode(found))
            return found
        return _DECODER.decode(note)

    def _people(self, placed: Sequence[Placed]) -> tuple[bytes, bytes, bytes]:
        """The tellers, those named in full, and what persons may be called for short."""
        tellers: dict[int, None] = {}
        people: dict[tuple[int, int, int], int] = {}
        borne: dict[tuple[int, int], int] = {}
        for place, each in enumerate(placed):
            if each.key[-1] == "#":  # another one in each article
                continue
            sure, after = each.look.kind == "person", each.look.rule == rules.ROLE
            known = self._told[0 if sure else 1 if after else 2]
            if each.full not in known:
                known[each.full] = self._read(each, sure or after)
            teller, name, surnames, called = known[each.full]
            tellers[teller] = None
            for surname in surnames:
                borne.setdefault((name, surname), place)
            for given, surname in called:
                people.setdefault((name, given, surname), place)
        return (
            packed((teller,) for teller in tellers),
            packed((place, *row) for row, place in people.items()),
            packed((place, *row) for row, place in borne.items()),
        )

    def _keys(self, keys: Iterable[str]) -> bytes:
        known, found = self._sums, dict.fromkeys(key for key in keys if key[-1] != "#")
        return packed((known.get(key) or known.setdefault(key, sum_of(key)),) for key in found)

    def _read(self, placed: Placed, personal: bool) -> _Told:
        name, full = placed.key, placed.full
        teller, surnames = bearers.read(name, full, personal, self.lexicon)
        told = relatives.is_full_name(full, placed.look.kind, self.lexicon)
        parts = person(full, self.lexicon) if told else None
        given = [(sum_of(parts.given), sum_of(tail)) for tail in parts.tails] if parts else []
        return sum_of(teller), sum_of(name), [*map(sum_of, surnames)], given

    def _bodies(self, placed: Sequence[Placed]) -> list[tuple[int, str, str, str]]:
        found = ((p, institutions.institution(p.full, self.lexicon)) for p in placed)
        return sorted((p.look.numbers[-1], p.full, *what) for p, what in found if what)


def _lone(placed: Sequence[Placed]) -> bytes:
    found = ((n, sum_of(key(p.look.text))) for n, p in enumerate(placed) if relatives.is_lone(p))
    return packed(found)


def _distinct(texts: Iterable[str]) -> list[str]:
    return [*dict.fromkeys(texts)]
