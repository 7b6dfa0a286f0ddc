"""Give a given name that stands alone to the person of the corpus whose family the article names.

`Hayward met Dudley. His wife, Mary, waited`: where other articles have a `Mary Dudley`, it is she.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from seedpress.entities.gazetteer import place_kind
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person
from seedpress.entities.placed import Placed
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME

RELATIVE = "given name; the article names the family of this person of the corpus"
_AGAIN = 2  # mentions of one of the family
People = dict[str, tuple[str, str, tuple[str, ...]]]  # by key: name, given name, surnames


def relatives(
    articles: Sequence[list[Placed]], kept: frozenset[str], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with given names alone as the people they mean where a surname shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    people = _people(articles, lexicon)
    given: dict[str, list[str]] = defaultdict(list)
    for name, (_, first, _) in people.items():
        given[first].append(name)
    result, plain = [], lexicon.common_surnames
    for placed in articles:
        single = [(p.look.text, p) for p in placed if p.rule == SAME]
        called = [p for text, p in single if " " not in text and key(text) in given]
        lone = {p.key for p in called if _is_lone(p)} - kept
        chosen = _chosen(lone, placed, given, people, plain) if lone else {}
        if chosen:
            placed = [_as(p, chosen.get(p.key, ""), people) for p in placed]
        result.append(placed)
    return result


def _people(articles: Sequence[list[Placed]], lexicon: Lexicon) -> People:
    """The persons of whom some article has the full name."""
    found: People = {}
    seen: dict[str, set[str]] = defaultdict(set)  # names by what they were taken for
    for placed in articles:
        for each in placed:
            full, kind = each.full, each.look.kind
            if " " not in full or full in seen[kind]:
                continue
            seen[kind].add(full)
            parts = person(full, lexicon) if each.key not in found else None
            if parts and not parts.reversed and looks_personal(full, kind, lexicon):
                found[each.key] = full, parts.given, parts.tails
    return found


def _is_lone(placed: Placed) -> bool:
    """Whether the mention is a single word that stands for no one else."""
    text = placed.look.text
    single = text.isalpha() and not text.isupper()
    return single and not place_kind(text) and key(text) not in usual_names()


def _given(placed: Placed) -> str:
    return key(placed.look.text)


def _chosen(
    lone: set[str],
    placed: list[Placed],
    given: dict[str, list[str]],
    people: People,
    common: Set[str],
) -> dict[str, str]:
    """For each key of a given name alone the key of the one person whose surname stands here.

    By itself, of someone named again, or not of many: a Jack beside one Bobby Lowe is no Jack Lowe.
    """
    surnames = {p.key.casefold() for p in placed}
    often = Counter[str]()
    for each in placed:
        often[each.key] += len(each.look.numbers) * (each.key in people)
    for name, times in often.items():
        if times >= _AGAIN or (times and people[name][2][-1] not in common):
            surnames.update(people[name][2])
    chosen = {}
    for each in placed:
        if each.key in lone:
            family = [n for n in given[_given(each)] if not surnames.isdisjoint(people[n][2])]
            if len(family) == 1:
                chosen[each.key] = family[0]
    return chosen


def _as(placed: Placed, chosen: str, people: People) -> Placed:
    if not chosen:
        return placed
    return placed.meaning(people[chosen][0], RELATIVE, chosen)
