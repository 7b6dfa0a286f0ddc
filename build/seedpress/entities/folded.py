"""Fold all articles: those that were folded before by what was noted of them then.

Nearly all mentions are simply themselves, so a note has the others alone, and the article's gist.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import repeat

from msgspec import Raw, Struct, msgpack

from seedpress.entities.gist import Gists
from seedpress.entities.lone import lone
from seedpress.entities.parts import remember
from seedpress.entities.placed import Deferred, Gist, Placed
from seedpress.entities.settlement import Settled, Settlement
from seedpress.entities.sums import column, packed, sum_of
from seedpress.entities.tokens import key
from seedpress.entities.within import RULES, SAME, fold
from seedpress.model import Analysis, Look
from seedpress.notes import Note, Notes, digest

# What became of a look, by number: nothing, a given name that is another one in each article, or
# a name by one of these rules.
_NONE, _LONE = 0, 1
_BECAME = ("", SAME, *RULES)
_Other = tuple[int, int, str]  # place of the look, number of what became of it, the full name


class _Note(Struct, gc=False, array_like=True):
    others: list[_Other]
    gist: Gist
    texts: bytes  # sums of the keys of all looks


class _Gist(Struct, gc=False, array_like=True):
    """The same where nobody asks for what became of looks yet."""

    others: Raw
    gist: Gist
    texts: bytes


_DECODER = msgpack.Decoder(_Note)
_GIST = msgpack.Decoder(_Gist)


def folded(
    settlement: Settlement,
    analyses: Sequence[Analysis],
    kept: frozenset[str],
    before: Set[str],
    gists: Gists,
    notes: Notes,
) -> tuple[list[Sequence[Placed]], list[Gist], list[bytes]]:
    """The mentions of each article with the names they stand for, and the articles' gists.

    They are as `within.fold` and `gists` have them; where nothing has changed, they are made when
    somebody asks for them. Names that are `kept` now were others `before`. Last come marks that
    tell what the mentions of each stand for, but for numbers; empty ones tell nothing.
    """
    other = frozenset(map(sum_of, kept ^ before))
    folder = _Folder(settlement, analyses, kept, other, gists, notes)
    marks = settlement.marks()
    found = [
        (mark and folder.deferred(number, mark)) or folder.folded(number)
        for number, mark in enumerate(marks)
    ]
    return (
        [placed for placed, _, _ in found],
        [gist for _, gist, _ in found],
        [mark for *_, mark in found],
    )


@dataclass(frozen=True, slots=True)
class _Folder:
    """Folds single articles of a corpus."""

    settlement: Settlement
    analyses: Sequence[Analysis]
    kept: frozenset[str]
    other: frozenset[int]  # sums of names that are kept, or were
    gists: Gists
    notes: Notes

    def deferred(self, number: int, mark: bytes) -> tuple[Sequence[Placed], Gist, bytes] | None:
        """One that is settled as it was when this `mark` of it was noted, if its note is here."""
        note = self.notes.get(mark)
        if note is None:
            return None
        found = _GIST.decode(note)
        if self.other and not self.other.isdisjoint(column(found.texts)):
            return None
        return Deferred(partial(self._again, number, note)), found.gist, mark

    def _again(self, number: int, note: Note) -> list[Placed]:
        looks = self.settlement.of(number).looks
        texts = [look.text for look in looks]
        return _as_noted(_DECODER.decode(note).others, looks, texts, [*map(key, texts)], number)

    def folded(self, number: int) -> tuple[Sequence[Placed], Gist, bytes]:
        """One of which it has to be found out how it is settled."""
        remember(self.analyses[number].names)
        settled = self.settlement.of(number)
        looks, notes = settled.looks, self.notes
        origin = notes.origin(number)
        if not origin:
            return *self._anew(number, settled), b""
        texts = [look.text for look in looks]
        keys = [*map(key, texts)]
        kept = self.kept
        spoken = b"" if kept.isdisjoint(keys) else repr(sorted(kept.intersection(keys))).encode()
        mark = digest(origin, settled.outcome, spoken)
        note = notes.get(mark)
        if note is None:
            placed, gist = self._anew(number, settled)
            sums = packed((sum_of(name),) for name in dict.fromkeys(keys))
            notes.put(mark, msgpack.encode(_Note(_others(looks, placed), gist, sums)))
            return placed, gist, mark
        found = _DECODER.decode(note)
        return _as_noted(found.others, looks, texts, keys, number), found.gist, mark

    def _anew(self, number: int, settled: Settled) -> tuple[list[Placed], Gist]:
        analysis = self.analyses[number]
        acronyms, lists = analysis.names.acronyms, self.gists.lexicon
        placed = fold(settled.looks, acronyms, number, self.kept, lists)
        return placed, self.gists.of(placed, analysis)


def _others(looks: Sequence[Look], placed: Sequence[Placed]) -> list[_Other]:
    """What of the looks did not become simply themselves."""
    found: list[_Other] = []
    left = iter(placed)
    each = next(left, None)
    for place, look in enumerate(looks):
        if each is None or each.look is not look:
            found.append((place, _NONE, ""))
            continue
        if each.rule != SAME:
            found.append((place, _BECAME.index(each.rule), each.full))
        elif each.key[-1] == "#":
            found.append((place, _LONE, ""))
        each = next(left, None)
    return found


def _as_noted(
    others: Sequence[_Other],
    looks: Sequence[Look],
    texts: Sequence[str],
    keys: Sequence[str],
    number: int,
) -> list[Placed]:
    found = [*map(Placed, looks, keys, repeat(SAME), texts)]
    left_out: set[int] = set()
    for place, became, full in others:
        look = looks[place]
        if became == _NONE:
            left_out.add(place)
        elif became == _LONE:
            found[place] = Placed(look, lone(keys[place], number), SAME, look.text)
        else:
            found[place] = Placed(look, key(full), _BECAME[became], full)
    return [p for n, p in enumerate(found) if n not in left_out] if left_out else found
