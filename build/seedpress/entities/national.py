"""Give `the Democratic Party` and `the High Court` to the country that their article is about.

Parties and courts of many countries are called alike. Where articles of several countries have one
such name, it stands in each for that of its country; and where an article of another country never
names the one that the name usually is of, it stands for that other country's.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from typing import NamedTuple

from seedpress.entities.gazetteer import places
from seedpress.entities.joins.members import names_of, parties_of
from seedpress.entities.lands import adjective, country_of, said_of
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.parties import ADJECTIVE, MEMBERS
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.sums import holding, sum_of
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.model import Names

NATIONAL = "party or court of the country that the article names most"
_HEADS = (" Party", " Court", " party", " court")
_BODIES = frozenset({  # of which many countries have one
    "National Assembly", "National Guard", "National Police", "Electoral Commission",
    "Election Commission", "Central Election Commission", "National Electoral Council",
})  # fmt: skip
_COURTS = frozenset("Constitutional High Supreme Federal Appeals Appeal".split())
_BODY_KEYS = frozenset(map(key, _BODIES))
# Where the table of usual names has a country's own under a name that others use too.
_USUALLY = {
    "democratic party": "United States",
    "republican party": "United States",
    "labour party": "United Kingdom",
    "conservative party": "United Kingdom",
}
_LANDS = {"Korea": "South Korea"}
_LEAST = 2  # times that an article names its country
_LEAD = 2  # times as often as the next country
_SEVERAL = 2  # countries whose articles have the name


def national(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    names: Sequence[Names],
    kept: Set[str],
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with such names standing for those of their articles' countries.

    Names with keys in `kept`, of which the editor speaks, stand for themselves.
    """
    bare = {full for gist in gists for full in gist.bare if key(full) not in kept}
    result = [*articles]
    if not bare:
        return result
    keys = [gist.keys for gist in gists]
    called = _called(bare, articles, keys, kept)
    homes = {
        number: _home(names[number], lexicon)
        for number in holding(keys, map(sum_of, called))
        if not called.keys().isdisjoint([p.key for p in articles[number]])
    }
    own = _own(gists, called, lexicon)
    owners = _owners(articles, homes, called) | _by_own(articles, homes, called, own)
    for number in {number for _, number in owners}:
        meant = _Meant(number, owners, called, own, lexicon)
        result[number] = [meant.of(p) for p in articles[number]]
    return result


class _Meant(NamedTuple):
    """What names of an article stand for."""

    number: int
    owners: dict[tuple[str, int], str]
    called: dict[str, str]
    own: dict[tuple[str, str], str]
    lexicon: Lexicon

    def of(self, placed: Placed) -> Placed:
        """The mention as that of its article's country's party or court, if it is one."""
        bare = self.called.get(placed.key, "")
        country = self.owners.get((key(bare), self.number)) if placed.rule == SAME and bare else ""
        if not country:
            return placed
        full = self.own.get((key(bare), country), f"{adjective(country, self.lexicon)} {bare}")
        return placed.meaning(full, NATIONAL)


def _own(
    gists: Sequence[Gist], called: dict[str, str], lexicon: Lexicon
) -> dict[tuple[str, str], str]:
    """The names that say whose party it is behind: `Democratic Party of Korea`."""
    found = {}
    usual = {each.name for each in usual_names().values() if is_owned(each.name)}
    said = {full for gist in gists for full in gist.owned}
    for full in sorted(said) + sorted(usual):
        before, _, land = full.rpartition(" of ")
        country = country_of(_LANDS.get(land, land), lexicon)
        if key(before) in called and country:
            found[key(before), country] = full
    return found


def _by_own(
    articles: Sequence[Sequence[Placed]],
    homes: dict[int, tuple[str, Counter[str]]],
    called: dict[str, str],
    own: dict[tuple[str, str], str],
) -> dict[tuple[str, int], str]:
    """The names with the articles that name a country with such a party more than others."""
    lands: dict[str, set[str]] = defaultdict(set)
    for name, country in own:
        lands[name].add(country)
    found = {}
    for number, (_, named) in homes.items() if lands else ():
        for name in {key(called[p.key]) for p in articles[number] if p.key in called}:
            usually = named[_USUALLY.get(name, "")]
            ranked = sorted(((named[land], land) for land in lands.get(name, ())), reverse=True)
            most, land = ranked[0] if ranked else (0, "")
            rest = max([usually, *(times for times, _ in ranked[1:])])
            if most >= _LEAST and most > rest:
                found[name, number] = land
    return found


def _called(
    bare: set[str],
    articles: Sequence[Sequence[Placed]],
    keys: Sequence[bytes],
    kept: Set[str],
) -> dict[str, str]:
    """The names by key, also those by which members go: `Labour`, `the Socialists`.

    `keys` are the sums of the keys of each article.
    """
    found = {key(full): full for full in sorted(bare)}
    may_be = {name for party in found for name in names_of(party)} - found.keys() - kept
    may_be -= usual_names().keys()
    where = holding(keys, map(sum_of, may_be))
    for name in may_be.intersection(p.key for number in where for p in articles[number]):
        for party in parties_of(name):
            if party in found:
                found[name] = found[party]
    return found


def is_owned(full: str) -> bool:
    """Whether the name may say whose party it is behind."""
    return " Party of " in full


def unowned(placed: Placed, lexicon: Lexicon) -> str:
    """The name of a party or court that says nothing of its country; empty for any other."""
    full = placed.full
    if placed.rule == SAME and placed.key in MEMBERS:
        return f"{placed.key[:-1].title()} Party"
    if placed.rule == SAME and full in _BODIES and key(full) not in usual_names():
        return full
    if placed.rule != SAME or not full.endswith(_HEADS):
        return ""
    if key(full) in usual_names() and key(full) not in _USUALLY:
        return ""
    words = full.split()[:-1]
    return full if all(_is_plain(word, lexicon) for word in words) else ""


def _is_plain(word: str, lexicon: Lexicon) -> bool:
    """Whether the word is an ordinary one, or what members of a party are called."""
    low = word.lower().removesuffix("'s")
    idea = ADJECTIVE.search(word) and lexicon.demonyms.get(word) not in places()
    return (
        bool(idea)
        or low in lexicon.common
        or word in _COURTS
        or f"{word}s" in lexicon.organisation_heads
    )


def _home(known: Names, lexicon: Lexicon) -> tuple[str, Counter[str]]:
    """The country that the article names far more often than others, or nothing; and all."""
    named = said_of(known, lexicon)
    for look in known.looks:
        for name in {look.text, look.text.partition(" ")[0]}:
            country = country_of(name, lexicon)
            named[country] += len(look.numbers) * bool(country)
    (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    clear = most >= _LEAST and most >= _LEAD * next_most
    return (first if clear else ""), named


def _owners(
    articles: Sequence[Sequence[Placed]],
    homes: dict[int, tuple[str, Counter[str]]],
    called: dict[str, str],
) -> dict[tuple[str, int], str]:
    """The names, as keys, with the articles in which each is their country's."""
    here: dict[str, dict[int, str]] = defaultdict(dict)
    for number, (country, named) in homes.items():
        for name in {key(called[p.key]) for p in articles[number] if p.key in called}:
            usually = _USUALLY.get(name)
            if country and not (usually and named[usually]) and not _is_foreign(name, country):
                here[name][number] = country
    for name, found in here.items():
        if name in _USUALLY and len({*found.values()}) == 1:
            _add_unclear(name, found, articles, homes, called)
    return {
        (name, number): country
        for name, found in here.items()
        if name in _USUALLY or len({*found.values()}) >= _SEVERAL
        for number, country in found.items()
    }


def _is_foreign(name: str, country: str) -> bool:
    """Whether it is surely no American one: those parties are in the table. `Labor Party`."""
    own = _USUALLY.get(name) == country
    other = name.endswith(" party") or name in _BODY_KEYS
    return country == "United States" and other and not own


def _add_unclear(
    name: str,
    found: dict[int, str],
    articles: Sequence[Sequence[Placed]],
    homes: dict[int, tuple[str, Counter[str]]],
    called: dict[str, str],
) -> None:
    """Add articles that name several countries, but the one found more than the usual one."""
    (country,) = {*found.values()}
    for number, (_, named) in homes.items():
        here = any(key(called.get(p.key, "")) == name for p in articles[number])
        if here and named[country] > named[_USUALLY[name]]:
            found.setdefault(number, country)
