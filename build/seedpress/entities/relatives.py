"""Give a given name that stands alone to the person of the corpus whose family the article names.

`Hayward met Dudley. His wife, Mary, waited`: where other articles have a `Mary Dudley`, it is she.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import compress

import numpy as np

from seedpress.entities.gazetteer import place_kind
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.sums import Sums, among, sum_of, unpacked
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME

RELATIVE = "given name; the article names the family of this person of the corpus"
_AGAIN = 2  # mentions of one of the family
People = dict[str, str]  # names by key
Families = dict[str, dict[str, list[str]]]  # by given name: by surname, the keys of the people


def relatives(
    articles: Sequence[list[Placed]], gists: Sequence[Gist], kept: frozenset[str], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with given names alone as the people they mean where a surname shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    numbers, rows = unpacked([gist.lone for gist in gists], 2)
    people, given = _people(articles, gists, rows[:, 1], lexicon)
    called = {sum_of(name): name for name in given}
    chosen = among(rows[:, 1], called)
    places, names = rows[chosen, 0].tolist(), rows[chosen, 1].tolist()
    alone: dict[int, dict[str, str]] = defaultdict(dict)
    for number, place, name in zip(numbers[chosen].tolist(), places, names, strict=True):
        own = articles[number][place].key
        if own not in kept:
            alone[number][own] = called[name]
    result = [*articles]
    for number, lone in alone.items():
        meant = _chosen(lone, articles[number], given, people, lexicon)
        if meant:
            result[number] = [_as(p, meant.get(p.key, ""), people) for p in articles[number]]
    return result


def _people(
    articles: Sequence[list[Placed]], gists: Sequence[Gist], lone: Sums, lexicon: Lexicon
) -> tuple[People, Families]:
    """The persons of whom some article has the full name, and those of given names alone."""
    numbers, rows = unpacked([gist.people for gist in gists], 3)
    first = np.sort(np.unique(rows[:, 1], return_index=True)[1])
    wanted = np.isin(rows[first, 2], lone).tolist()
    at = zip(numbers[first].tolist(), rows[first, 0].tolist(), strict=True)
    persons = [articles[number][place] for number, place in at]
    given: Families = {}
    for each in compress(persons, wanted):
        parts = person(each.full, lexicon)
        if parts:
            family = given.setdefault(parts.given, {})
            for tail in parts.tails:
                family.setdefault(tail, []).append(each.key)
    return {each.key: each.full for each in persons}, given


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
    lone: dict[str, str],
    placed: list[Placed],
    given: Families,
    people: People,
    lexicon: Lexicon,
) -> dict[str, str]:
    """For each key of a given name alone the key of the one person whose surname stands here.

    By itself, of someone named again, or not of many: a Jack beside one Bobby Lowe is no Jack Lowe.
    """
    keys = {p.key for p in placed}
    folded = [key.casefold() for key in keys if not key.islower() or not key.isascii()]
    here = [(name, person(people[name], lexicon)) for name in people.keys() & keys]
    named = [(name, parts.tails) for name, parts in here if parts]
    every = keys.union(folded, *[tails for _, tails in named])
    if all(given[name].keys().isdisjoint(every) for name in lone.values()):  # as of most
        return {}
    surnames = keys.union(folded)
    for name, tails in named:
        if tails[-1] not in lexicon.common_surnames or _times(name, placed) >= _AGAIN:
            surnames.update(tails)
    chosen = {}
    for own, name in lone.items():
        family = given[name]
        able = {one for surname in surnames & family.keys() for one in family[surname]}
        if len(able) == 1:
            (chosen[own],) = able
    return chosen


def _times(name: str, placed: Sequence[Placed]) -> int:
    """How often the article has the name of this key."""
    return sum(len(p.look.numbers) for p in placed if p.key == name)


def _as(placed: Placed, chosen: str, people: People) -> Placed:
    if not chosen:
        return placed
    return placed.meaning(people[chosen], RELATIVE, chosen)
