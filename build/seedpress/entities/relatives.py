"""Give a given name that stands alone to the person of the corpus whose family the article names.

`Hayward met Dudley. His wife, Mary, waited`: where other articles have a `Mary Dudley`, it is she.
"""

from collections import defaultdict
from collections.abc import Sequence, Set
from functools import partial

import numpy as np
from msgspec import msgpack

from seedpress.entities.gazetteer import place_kind
from seedpress.entities.glances import Glances, Name
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.sums import among, column, sum_of, unpacked
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.notes import digest

RELATIVE = "given name; the article names the family of this person of the corpus"
_AGAIN = 2  # mentions of one of the family
Families = dict[int, dict[int, list[int]]]  # by given name: by surname, the people


def relatives(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    kept: frozenset[str],
    glances: Glances,
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with given names alone as the people they mean where a surname shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    numbers, rows = unpacked([gist.lone for gist in gists], 2)
    people = _People(articles, gists, {*rows[:, 1].tolist()}, glances)
    chosen = among(rows[:, 1], people.families)
    alone: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, (place, name) in zip(numbers[chosen].tolist(), rows[chosen].tolist(), strict=True):
        alone[number].append((place, name))
    result, editors = [*articles], repr(sorted(kept)).encode()
    for number, here in alone.items():
        told = people.told(gists[number], {name for _, name in here})
        if not told:  # as of most
            continue
        facts = digest(b"relatives", editors, told)
        step = partial(_with_relatives, articles[number], here, kept, people, lexicon)
        result[number] = glances.after(articles, number, facts, step)
    return result


def _with_relatives(
    placed: Sequence[Placed],
    here: Sequence[tuple[int, int]],
    kept: frozenset[str],
    people: "_People",
    lexicon: Lexicon,
) -> Sequence[Placed]:
    """The mentions of one article; `here` are places of given names alone, with their sums."""
    lone = {placed[at].key: name for at, name in here if placed[at].key not in kept}
    meant = _chosen(lone, placed, people, lexicon)
    return [_as(each, meant.get(each.key)) for each in placed] if meant else placed


class _People:
    """The persons of whom some article has the full name, by sums of their keys.

    What the first article that names one says of him is told, without a look into it.
    """

    def __init__(
        self,
        articles: Sequence[Sequence[Placed]],
        gists: Sequence[Gist],
        lone: Set[int],
        glances: Glances,
    ) -> None:
        """Families are told of given names that are among the `lone` ones."""
        numbers, rows = unpacked([gist.people for gist in gists], 4)
        _, first, whose = np.unique(rows[:, 1], return_index=True, return_inverse=True)
        at = first[whose]
        told = (numbers == numbers[at]) & (rows[:, 0] == rows[at, 0])
        self._articles, self._glances = articles, glances
        self._at: dict[int, tuple[int, int]] = {}
        self.surnames: dict[int, list[int]] = {}
        self.families: Families = {}
        each = zip(numbers[told].tolist(), rows[told].tolist(), strict=True)
        for number, (place, name, given, surname) in each:
            self._at[name] = number, place
            self.surnames.setdefault(name, []).append(surname)
            if given in lone:
                self.families.setdefault(given, {}).setdefault(surname, []).append(name)

    def told(self, gist: Gist, given: Set[int]) -> bytes:
        """What tells whom of families of the `given` names an article may mean; nothing if none."""
        keys = column(gist.keys)
        known = [(name, self.surnames[name]) for name in keys if name in self.surnames]
        every = {*keys}.union(*[surnames for _, surnames in known])
        able = [
            (name, surname, self.families[name][surname])
            for name in sorted(given)
            for surname in sorted(every & self.families[name].keys())
        ]
        return msgpack.encode((able, known)) if able else b""

    def named(self, name: int) -> Name:
        """The name of one as the first article that has it writes it."""
        number, place = self._at[name]
        return self._glances.at(self._articles, number, place)


def is_full_name(full: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether the name, which was taken for something of this kind, is a person's in full."""
    parts = person(full, lexicon) if " " in full else None
    return bool(parts and not parts.reversed and looks_personal(full, kind, lexicon))


def is_lone(placed: Placed) -> bool:
    """Whether the mention is a single word that stands for no one else."""
    text = placed.look.text
    single = placed.rule == SAME and text.isalpha() and not text.isupper()
    return single and not place_kind(text) and key(text) not in usual_names()


def _chosen(
    lone: dict[str, int], placed: Sequence[Placed], people: _People, lexicon: Lexicon
) -> dict[str, Name]:
    """For each key of a given name alone, the one whose surname stands here.

    By itself, of someone named again, or not of many: a Jack beside one Bobby Lowe is no Jack Lowe.
    """
    keys = {p.key for p in placed}
    folded = [key.casefold() for key in keys if not key.islower() or not key.isascii()]
    named = {name: sum_of(name) for name in keys}
    named = {name: number for name, number in named.items() if number in people.surnames}
    surnames = {*map(sum_of, keys.union(folded))}
    for name, number in named.items():
        parts = person(people.named(number).full, lexicon)
        rare = parts and parts.tails[-1] not in lexicon.common_surnames
        if rare or _times(name, placed) >= _AGAIN:
            surnames.update(people.surnames[number])
    chosen: dict[str, Name] = {}
    for own, given in lone.items():
        family = people.families[given]
        able = {one for surname in surnames & family.keys() for one in family[surname]}
        if len(able) == 1:
            chosen[own] = people.named(*able)
    return chosen


def _times(name: str, placed: Sequence[Placed]) -> int:
    """How often the article has the name of this key."""
    return sum(len(p.look.numbers) for p in placed if p.key == name)


def _as(placed: Placed, meant: Name | None) -> Placed:
    return placed.meaning(meant.full, RELATIVE, meant.key) if meant else placed
