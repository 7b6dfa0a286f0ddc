"""Give a surname that several people of the corpus bear to the one whom its article is about.

An article that never says the full name tells by its other names: `Jackson`, among the players of
his team, is the coach and not the preacher.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

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
Named = tuple[str, str, bool]  # the key of a name, the name, whether it is seen to be a person's
Bearers = dict[str, tuple[str, set[int]]]  # by key: names, articles


def bearers(
    articles: Sequence[list[Placed]], kept: frozenset[str], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with surnames of several people given to one where the article shows it.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    named = [tuple({(p.key, p.full, _is_personal(p)): None for p in placed}) for placed in articles]
    bearing = _people(named, lexicon)
    people = {s: _merged(found, lexicon) for s, found in bearing.items() if len(found) > 1}
    several = {s: found for s, found in people.items() if len(found) > 1 and s not in kept}
    company = _company(named, lexicon)
    result = []
    for number, placed in enumerate(articles):
        alone = {p.key for p in placed if p.key in several and p.rule == SAME}
        chosen = {s: _choose(company, number, several[s]) for s in sorted(alone)}
        if any(chosen.values()):
            placed = [_given(each, chosen.get(each.key)) for each in placed]
        result.append(placed)
    return result


def _company(articles: Sequence[Iterable[Named]], lexicon: Lexicon) -> Company:
    """What articles share of names, in a form that spellings of several articles have in common."""
    where: dict[Named, set[int]] = defaultdict(set)
    for number, names in enumerate(articles):
        for named in names:
            where[named].add(number)
    telling: dict[str, set[int]] = {}
    for named, numbers in where.items():
        telling.setdefault(_teller(named, lexicon), set()).update(numbers)
    return Company(telling.items(), len(articles))


def _teller(named: Named, lexicon: Lexicon) -> str:
    name, full, personal = named
    usual = usual_names().get(name)
    parts = None if usual else person(full, lexicon)
    if parts and looks_personal(full, "person" if personal else "", lexicon):
        return parts.surname
    words = (key(usual.name) if usual else name).split()
    return " ".join(w for w in words if w not in LEGAL)


def _people(articles: Sequence[Iterable[Named]], lexicon: Lexicon) -> dict[str, Bearers]:
    """Who bears each surname, by full names as the articles have them."""
    found: dict[str, Bearers] = defaultdict(dict)
    for number, names in enumerate(articles):
        for name, full, personal in names:
            for tail in _surnames(full, personal, lexicon):
                found[tail].setdefault(name, (full, set()))[1].add(number)
    return found


def _surnames(full: str, personal: bool, lexicon: Lexicon) -> tuple[str, ...]:
    """By what a person of this name may be called for short; nothing if it is no person's."""
    parts = person(full, lexicon)
    if not parts or parts.after:
        return ()
    if not looks_personal(full, "person" if personal else "", lexicon):
        return ()
    return tuple(tail for tail in tails(parts) if tail not in usual_names())


def _merged(people: Bearers, lexicon: Lexicon) -> Bearers:
    """The bearers of a surname without second spellings of one: `George W. Bush`."""
    merged: Bearers = {}
    known: dict[str, str] = {}  # by given name, the first bearer who may be called so
    for name in sorted(people, key=lambda name: (-len(people[name][1]), name)):
        full, where = people[name]
        given = name.split()[0]
        if given not in known:
            same = (other for other in merged if _same(given, other.split()[0], lexicon))
            known[given] = next(same, name)
        merged.setdefault(known[given], (full, set()))[1].update(where)
    return merged


def _same(one: str, two: str, lexicon: Lexicon) -> bool:
    return same_given(one.rstrip("."), two.rstrip("."), lexicon) or skeleton(one) == skeleton(two)


def _is_personal(placed: Placed) -> bool:
    """Whether the article shows that the mention is of a person."""
    return placed.look.kind == "person" or placed.look.rule == rules.ROLE


def _choose(company: Company, number: int, people: Bearers) -> tuple[str, str] | None:
    """The key and the name of the bearer whose articles share most names with this article."""
    ranked = []
    near = company.neighbours(number)
    for bearer, (name, where) in people.items():
        alien = near.isdisjoint(where)  # as nearly all are, where many bear the name
        shared = () if alien else company.shared((number,), where - {number})
        ranked.append((len(shared), bearer, name))
    ranked.sort(key=lambda each: (-each[0], each[1]))
    (best, bearer, name), (second, _, _) = ranked[:2]
    return (bearer, name) if best >= _LEAST and best >= _LEAD * second else None


def _given(placed: Placed, bearer: tuple[str, str] | None) -> Placed:
    if bearer is None or placed.rule != SAME:
        return placed
    return placed.meaning(bearer[1], BEARER, bearer[0])
