"""Give a given name that stands alone to the person of the corpus whose family the article names.

`Hayward met Dudley. His wife, Mary, waited`: where other articles have a `Mary Dudley`, it is she.
"""

from collections.abc import Sequence, Set

from seedpress.entities.gazetteer import place_kind
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME

RELATIVE = "given name; the article names the family of this person of the corpus"
_AGAIN = 2  # mentions of one of the family
People = dict[str, tuple[str, tuple[str, ...]]]  # by key: name, surnames
Families = dict[str, dict[str, list[str]]]  # by given name: by surname, the keys of the people


def relatives(
    articles: Sequence[list[Placed]], gists: Sequence[Gist], kept: frozenset[str], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with given names alone as the people they mean where a surname shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    people, given = _people(gists, lexicon)
    result = []
    for placed, gist in zip(articles, gists, strict=True):
        called = {placed[place].key: name for place, name in gist.lone if name in given}
        lone = {each: name for each, name in called.items() if each not in kept}
        chosen = _chosen(lone, placed, given, people, lexicon.common_surnames) if lone else {}
        if chosen:
            placed = [_as(p, chosen.get(p.key, ""), people) for p in placed]
        result.append(placed)
    return result


def _people(gists: Sequence[Gist], lexicon: Lexicon) -> tuple[People, Families]:
    """The persons of whom some article has the full name, and those of given names alone."""
    found: People = {}
    wanted = {name for gist in gists for _, name in gist.lone}
    given: Families = {}
    for gist in gists:
        for each in gist.people:
            if not each.told or each.key in found:
                continue
            parts = person(each.full, lexicon)
            if not parts:
                continue
            found[each.key] = each.full, parts.tails
            if parts.given in wanted:
                family = given.setdefault(parts.given, {})
                for tail in parts.tails:
                    family.setdefault(tail, []).append(each.key)
    return found, given


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
    common: Set[str],
) -> dict[str, str]:
    """For each key of a given name alone the key of the one person whose surname stands here.

    By itself, of someone named again, or not of many: a Jack beside one Bobby Lowe is no Jack Lowe.
    """
    keys = {p.key for p in placed}
    surnames = keys.union(
        [key.casefold() for key in keys if not key.islower() or not key.isascii()]
    )
    for name in people.keys() & keys:
        tails = people[name][1]
        if tails[-1] not in common or _times(name, placed) >= _AGAIN:
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
    return placed.meaning(people[chosen][0], RELATIVE, chosen)
