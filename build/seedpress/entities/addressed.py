"""Tell people of one surname apart by how articles address them.

`President Clinton` is the bearer whom the corpus calls so in full, also in an article that names
his wife in full; `Mrs. Clinton` is a woman.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from msgspec import msgpack

from seedpress.entities import rules
from seedpress.entities.glances import Glances
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import person, same_given
from seedpress.entities.placed import Gist, Placed, divided
from seedpress.entities.sums import among, sum_of, unpacked
from seedpress.entities.titled import title_before
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME, SURNAME
from seedpress.model import Analysis
from seedpress.notes import digest

ADDRESSED = "surname; the corpus gives this bearer the title before it"
_WOMEN = frozenset({"mrs", "ms", "miss", "madame"})
_MEN = frozenset({"mr"})
# Titles that so many have that they do not show who is meant, where the corpus has one bearer.
_ANYBODYS = frozenset(
    "dr doctor rev reverend professor sir lady lord captain coach officer detective sergeant"
    " colonel lieutenant general judge justice senator representative sheriff".split()
).union(_WOMEN, _MEN)


@dataclass(slots=True)
class _Bearer:
    full: str
    given: str
    titles: Counter[str] = field(default_factory=Counter)
    articles: int = 0


@dataclass(slots=True)
class _Family:
    """All who bear a surname, by their full names' keys."""

    bearers: dict[str, _Bearer] = field(default_factory=dict)
    meant: dict[str, str] = field(default_factory=dict)  # by title: the only one's key, once known

    def facts(self) -> list[object]:
        """All by which it is told whom a title means."""
        return [
            (key, b.full, b.given, sorted(b.titles.items()), b.articles)
            for key, b in self.bearers.items()
        ]


People = dict[str, _Family]  # by surname


def addressed(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    analyses: Sequence[Analysis],
    kept: frozenset[str],
    glances: Glances,
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with surnames of several people given to the one who has the title.

    Names with keys in `kept`, of which the editor speaks, stay.
    """
    wanted = set[str]().union(*[gist.titled for gist in gists]) - kept
    people = _people(articles, gists, wanted, glances, lexicon) if wanted else {}
    facts = {name: msgpack.encode((name, family.facts())) for name, family in people.items()}
    result = [*articles]
    for number, gist in enumerate(gists):
        if here := sorted(people.keys() & gist.titled):
            about = digest(b"addressed", *[facts[surname] for surname in here])
            step = partial(_settled, articles[number], analyses[number], people, lexicon)
            result[number] = glances.after(articles, number, about, step)
    return result


def is_titled(placed: Placed) -> bool:
    """Whether the mentions are a surname alone after a title."""
    look = placed.look
    known = look.rule == rules.ROLE and placed.rule in (SAME, SURNAME)
    return known and " " not in look.text and placed.key not in usual_names()


def _people(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    wanted: set[str],
    glances: Glances,
    lexicon: Lexicon,
) -> People:
    """Who bears each wanted surname, with the titles before their full names."""
    found: People = defaultdict(_Family)
    borne: dict[int, list[_Bearer]] = {}  # by name
    numbers, rows = unpacked([gist.called for gist in gists], 3)
    chosen = among(rows[:, 1], map(sum_of, wanted))
    called = zip(numbers[chosen].tolist(), rows[chosen].tolist(), strict=True)
    for number, spot, full in dict.fromkeys((at, spot, full) for at, (spot, _, full) in called):
        bearers = borne.get(full)
        if bearers is None:
            each = glances.at(articles, number, spot)
            bearers = borne[full] = _bearers(each.key, each.full, found, wanted, lexicon)
        titles = next((titles for at, titles in gists[number].titles if at == spot), ())
        for bearer in bearers:
            bearer.articles += 1
            bearer.titles.update(titles)
    return {surname: family for surname, family in found.items() if _may_mean(family)}


def _may_mean(family: _Family) -> bool:
    """Whether titles tell who of the family is meant: of several, or the one who has an office."""
    titles = set[str]().union(*(each.titles for each in family.bearers.values()))
    return len(family.bearers) > 1 or bool(titles - _ANYBODYS)


def _bearers(
    name: str, full: str, found: People, wanted: set[str], lexicon: Lexicon
) -> list[_Bearer]:
    """The records of a person's full name, one for each wanted surname that may stand for it."""
    parts = person(full, lexicon)
    if not parts or wanted.isdisjoint(parts.tails):
        return []
    families = (found[tail].bearers for tail in parts.tails if tail in wanted)
    return [each.setdefault(name, _Bearer(full, parts.given)) for each in families]


def _settled(
    placed: Sequence[Placed], analysis: Analysis, people: People, lexicon: Lexicon
) -> Sequence[Placed]:
    """The mentions of one article, surnames after titles with the bearers of the titles."""
    starts, firsts = analysis.names.starts, _firsts(placed, analysis.names.starts)
    chosen: dict[tuple[str, int], str] = {}  # who is meant by a surname after a title, by number
    meant: dict[str, set[str]] = defaultdict(set)  # and by surname
    for each in placed:
        surname = key(each.look.text)
        for number in each.look.numbers if surname in people and is_titled(each) else ():
            title = title_before(each, number, analysis, lexicon)
            early = 0 <= starts[number] < firsts.get(each.key, 0)
            new = _bearer(each.key, title, early, people[surname], lexicon) if title else ""
            chosen[surname, number] = new
            meant[surname].add(new or each.key)

    def told(each: Placed, number: int) -> Placed:
        surname = key(each.look.text)
        if chosen.get((surname, number)):
            return _as(each, chosen[surname, number], people[surname])
        one = meant.get(surname, set())
        sure = len(one) == 1 and one <= people[surname].bearers.keys()
        if (surname, number) in chosen or not sure:
            return each  # who stands alone is the same, where the titles agree
        early = starts[number] < firsts.get(each.key, 0)
        alone = each.rule == SAME or (each.rule == SURNAME and early)
        return _as(each, next(iter(one)), people[surname]) if alone else each

    def may_be(each: Placed) -> bool:
        return key(each.look.text) in meant

    return divided(placed, told, analysis.names, may_be)


def _firsts(placed: Sequence[Placed], starts: Sequence[int]) -> dict[str, int]:
    """Where the article's text names each one in full for the first time."""
    found: dict[str, int] = {}
    for each in placed:
        for number in each.look.numbers if each.look.text == each.full else ():
            if starts[number] >= 0:
                found[each.key] = min(starts[number], found.get(each.key, starts[number]))
    return found


def _bearer(now: str, title: str, early: bool, family: _Family, lexicon: Lexicon) -> str:
    """The key of another bearer than `now` whom the title means, else nothing.

    `early` is a surname that stands before the full name of the bearer whom it seems to mean.
    """
    meant = _meant(title, family, lexicon)
    bearer = family.bearers.get(now)
    if not meant or not bearer:
        common = meant and family.bearers[meant].full.split()[-1].casefold()
        other = title in _MEN or (title in _WOMEN and common in lexicon.common_surnames)
        return "" if other else meant  # a man may well be one whom none has in full
    if title in _WOMEN or title in _MEN:
        return "" if _is_woman(bearer, lexicon) == (title in _WOMEN) else meant
    if same_given(bearer.given, family.bearers[meant].given, lexicon):
        return ""
    known = (bearer.articles > 1 or bearer.titles) and _is_woman(bearer, lexicon)
    return meant if early or known else ""


def _meant(title: str, family: _Family, lexicon: Lexicon) -> str:
    """The key of the only one of the family who has the title; nothing if several have it."""
    if len(family.bearers) == 1 and title in _ANYBODYS:
        return ""
    if title not in family.meant:
        if title in _WOMEN or title in _MEN:
            woman = title in _WOMEN
            fit = {n: b for n, b in family.bearers.items() if _is_woman(b, lexicon) == woman}
        else:
            fit = {n: b for n, b in family.bearers.items() if b.titles[title]}
        best = max(fit, key=lambda n: (fit[n].articles, fit[n].full), default="")
        same = all(same_given(fit[best].given, b.given, lexicon) for b in fit.values())
        family.meant[title] = best if same else ""
    return family.meant[title]


def _is_woman(bearer: _Bearer, lexicon: Lexicon) -> bool:
    called = any(bearer.titles[title] for title in (*_WOMEN, "lady"))
    return called or bearer.given in lexicon.female


def _as(placed: Placed, name: str, family: _Family) -> Placed:
    return placed.meaning(family.bearers[name].full, ADDRESSED, name)
