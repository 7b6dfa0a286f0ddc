"""The nodes of all names as they were counted for an earlier join, where that still holds.

Names are counted again where an article that has them came, went or means something else by now.
All others are as they were noted, but for the numbers of their articles.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

import numpy as np
from msgspec import msgpack

from seedpress.entities import shares
from seedpress.entities.count import More, in_order, recounted
from seedpress.entities.lone import lone
from seedpress.entities.nodes import Node
from seedpress.entities.noted import MARK, NUMBERS, SUMS, Noted, Restored, decoded, sum_of
from seedpress.entities.noted import note as note_of
from seedpress.entities.placed import Placed
from seedpress.entities.shares import Shares
from seedpress.entities.tokens import key
from seedpress.notes import Note, Notes, digest

PART = 64  # of articles, one may be another before all is noted anew


@dataclass(slots=True)
class Tally:
    """All nodes by key, in order, and what is known of them by an earlier join."""

    nodes: dict[str, Node]
    # Keys of names that came, went or were counted again since; None: nothing is known.
    changed: set[str] | None = None
    _noted: Noted | None = None
    _keys: Sequence[str] = ()

    def cuts(self) -> dict[str, str]:
        """The openings to which names were cut, by their keys, as it was noted."""
        return self._noted.cuts if self._noted else {}

    def asked(self) -> Iterable[str]:
        """Names that have changed or may open with one that has, and perhaps others."""
        if self.changed is None or self._noted is None:
            return self.nodes
        wanted = [sum_of(name) for name in self.changed]
        opens = np.isin(np.frombuffer(self._noted.sums, SUMS), np.array(wanted, SUMS))
        opened = np.frombuffer(self._noted.opened, NUMBERS)[opens]
        return self.changed.union(map(self._keys.__getitem__, opened.tolist()))


def tallied(
    articles: Sequence[Sequence[Placed]], marks: Sequence[bytes], name: bytes, notes: Notes
) -> Tally:
    """The nodes of all articles; `marks` tell what the mentions of each stand for.

    They may be noted under this `name`. Where an article has no mark, nothing is noted.
    """
    if not all(marks) or len({*marks}) != len(marks) or not marks:
        return Tally(in_order(articles))
    note = notes.last(name)
    told = notes.last(_shares(name))
    found = _as_noted(decoded(note), told, articles, marks) if note else None
    if found is None:
        return Tally(in_order(articles))
    for kept in (name, _shares(name)):
        notes.get(kept)
    return found


def keep(
    tally: Tally,
    articles: Sequence[Sequence[Placed]],
    marks: Sequence[bytes],
    cuts: tuple[dict[str, str], Iterable[tuple[str, Collection[str]]]],
    name: bytes,
    notes: Notes,
) -> None:
    """Note the nodes for `tallied`, with `cuts` and openings (see `shorten`), if that is worth it.

    That is where all of them were counted.
    """
    if tally.changed is None and all(marks):
        notes.put(name, note_of(tally.nodes, marks, *cuts))
        notes.put(_shares(name), shares.note(articles, tally.nodes))


def _shares(name: bytes) -> bytes:
    """Under what it is noted which article has what of names noted under this one."""
    return digest(name, b"shares")


def _as_noted(
    noted: Noted,
    told: Note | None,
    articles: Sequence[Sequence[Placed]],
    marks: Sequence[bytes],
) -> Tally | None:
    """The same by what was noted; None where too much has changed."""
    now = {mark: number for number, mark in enumerate(marks)}
    ends = range(0, len(noted.marks) + 1, MARK)
    numbers = [now.get(noted.marks[begin:end], -1) for begin, end in pairwise(ends)]
    known = [number for number in numbers if number >= 0]
    new = {*range(len(articles))}.difference(known)
    changed = len(new) + len(numbers) - len(known)
    if changed * PART > len(articles) or known != sorted(known):
        return None
    restored = Restored(noted, numbers)
    more: More = {}
    for number in sorted(new):
        for each in articles[number]:
            more.setdefault(each.key, []).append((number, each))
    before = dict(zip(restored.keys, restored.nodes, strict=True))
    known_of = Shares(told, numbers) if restored.gone else None
    other = recounted(before, articles, restored.gone, more, known_of)
    again = restored.gone | more.keys()
    for name in again:
        before.pop(name, None)
    before |= other
    keys = sorted(before)
    found = dict(zip(keys, map(before.__getitem__, keys), strict=True))
    return Tally(found, again, noted, restored.keys)


def mark_of(old: Sequence[Placed], new: Sequence[Placed], number: int, mark: bytes) -> bytes:
    """What tells mentions of the article of this `mark` that came to stand for something else."""
    if len(old) != len(new):
        old = ()
    each = zip_longest(old, new)
    meant = [
        (n, p.look, "" if _is_lone(p, number) else p.key, p.rule, p.full)
        for n, (before, p) in enumerate(each)
        if before is not p
    ]
    return digest(b"placed", mark, msgpack.encode(meant))


def _is_lone(placed: Placed, number: int) -> bool:
    return placed.key[-1] == "#" and placed.key == lone(key(placed.full), number)
