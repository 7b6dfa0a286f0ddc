"""Give a surname that several people of the corpus bear to the one whom its article is about.

An article that never says the full name tells by its other names: `Jackson`, among the players of
his team, is the coach and not the preacher.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from seedpress.entities import rules
from seedpress.entities.company import Company
from seedpress.entities.joins.forms import LEGAL, skeleton
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person, same_given, tails
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME, Placed

BEARER = "surname; the article's other names are those of this bearer's articles"
_LEAST = 2  # telling names that the article shares with articles of the bearer
_LEAD = 2  # times as many as with articles of the next one
Bearers = dict[str, tuple[str, set[int]]]  # by key: names, articles


def bearers(
    articles: Sequence[Sequence[Placed]], kept: frozenset[str], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with surnames of several people given to one where the article shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    people = {s: _merged(found, lexicon) for s, found in _people(articles, lexicon).items()}
    several = {s: found for s, found in people.items() if len(found) > 1 and s not in kept}
    company = Company([_tellers(placed, lexicon) for placed in articles])
    result = []
    for number, placed in enumerate(articles):
        alone = {p.key for p in placed if p.rule == SAME and p.key in several}
        chosen = {s: _choose(company, number, several[s]) for s in sorted(alone)}
        result.append([_given(each, chosen.get(each.key)) for each in placed])
    return result


def _tellers(placed: Sequence[Placed], lexicon: Lexicon) -> list[str]:
    """Names of one article in a form that spellings of several articles have in common."""
    found = set()
    for each in placed:
        usual = usual_names().get(each.key)
        parts = None if usual else person(each.full, lexicon)
        if parts and looks_personal(each.full, _hint(each), lexicon):
            found.add(parts.surname)
        else:
            words = (key(usual.name) if usual else each.key).split()
            found.add(" ".join(w for w in words if w not in LEGAL))
    return sorted(found)


def _people(articles: Sequence[Sequence[Placed]], lexicon: Lexicon) -> dict[str, Bearers]:
    """Who bears each surname, by full names as the articles have them."""
    found: dict[str, Bearers] = defaultdict(dict)
    for number, placed in enumerate(articles):
        for each in placed:
            parts = person(each.full, lexicon)
            if not parts or parts.after or not looks_personal(each.full, _hint(each), lexicon):
                continue
            for tail in tails(parts):
                if tail not in usual_names():
                    found[tail].setdefault(each.key, (each.full, set()))[1].add(number)
    return found


def _merged(people: Bearers, lexicon: Lexicon) -> Bearers:
    """The bearers of a surname without second spellings of one: `George W. Bush`."""
    merged: Bearers = {}
    for name in sorted(people, key=lambda name: (-len(people[name][1]), name)):
        full, where = people[name]
        given = name.split()[0]
        for other in merged:
            if _same(given, other.split()[0], lexicon):
                merged[other][1].update(where)
                break
        else:
            merged[name] = full, set(where)
    return merged


def _same(one: str, two: str, lexicon: Lexicon) -> bool:
    return same_given(one.rstrip("."), two.rstrip("."), lexicon) or skeleton(one) == skeleton(two)


def _hint(placed: Placed) -> str:
    return "person" if placed.mention.rule == rules.ROLE else placed.mention.kind


def _choose(company: Company, number: int, people: Bearers) -> tuple[str, str] | None:
    """The key and the name of the bearer whose articles share most names with this article."""
    ranked = []
    for bearer, (name, where) in people.items():
        shared = company.shared((number,), where - {number})
        ranked.append((len(shared), bearer, name))
    ranked.sort(key=lambda each: (-each[0], each[1]))
    (best, bearer, name), (second, _, _) = ranked[:2]
    return (bearer, name) if best >= _LEAST and best >= _LEAD * second else None


def _given(placed: Placed, bearer: tuple[str, str] | None) -> Placed:
    if bearer is None or placed.rule != SAME:
        return placed
    return replace(placed, key=bearer[0], rule=BEARER, full=bearer[1])
