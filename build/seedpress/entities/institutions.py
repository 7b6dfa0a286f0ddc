"""Give `the Defense Ministry` to the country that its article is about.

Where the corpus has the same institution of several countries (`Russian Defense Ministry`, `Polish
Defense Ministry`), the bare name stands for the one whose country its article names most.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from seedpress.entities.gazetteer import COUNTRY as PLACE
from seedpress.entities.gazetteer import places
from seedpress.entities.lands import adjective, country_of, said_of
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.looks import place
from seedpress.entities.placed import Gist, Placed, divided
from seedpress.entities.sums import holding, sum_of
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.model import Names

COUNTRY = "institution of the country that the article names most"
# What stands for America's own unless the article is of another country.
_AMERICAN = frozenset({"senate", "congress", "house of representatives", "supreme court"})
_OWNABLE = _AMERICAN | {"security council"}
_OWN = {"supreme court": "U.S. Supreme Court"}  # where the table of usual names leaves it open
_INDIAN = "Indian National Congress"  # beside other parties of India, or its leaders
_OF_INDIA = frozenset({
    "BJP", "bharatiya janata party", "lok sabha", "rajya sabha", "rahul gandhi", "sonia gandhi",
    "congress party", "indian national congress", "mallikarjun kharge", "manmohan singh",
})  # fmt: skip
_CHAMBERS = frozenset({"senate", "house of representatives"})
_COUNCIL = "security council"  # of the world, unless its article names a country that has one
_WORLDS = "UN Security Council"
_WORLD = frozenset({_WORLDS, "United Nations"})
_OF_WORLD = re.compile(r"(?:UN|U\.N\.|United Nations)(?= |$)")
_HOME = frozenset({"United States", "Washington, D.C.", "White House", "Washington"})
OWNED = "institution of the country whose name stands before it"
_POSSESSIVE = len("'s ")
_SIDES = frozenset({"North", "South", "East", "West"})
_LEAD = 2  # times as often as the next country
_FAR = 5  # times as often as America, whose Congress and Senate have theirs for usual names


def institutions(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    names: Sequence[Names],
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with bare names of institutions standing for a country's where it is clear."""
    variants, councils = _variants(gists)
    result = [*articles]
    bare_keys = variants.keys() | _OWNABLE
    for number in holding([gist.keys for gist in gists], map(sum_of, bare_keys)):
        placed, known = articles[number], names[number]
        if not bare_keys.isdisjoint([p.key for p in placed]):
            placed = _possessed(placed, known, variants, lexicon)
            bare = {p.key for p in placed if p.rule == SAME and p.key in variants}
            owners = _owners(bare, variants, known, lexicon) if bare else {}
            owners |= _abroad({p.key for p in placed if p.key in _AMERICAN}, known, lexicon)
            if any(p.key == _COUNCIL for p in placed):
                owners |= _council(councils, known, lexicon)
            result[number] = [_owned(p, owners) for p in placed] if owners else placed
    return result


def _possessed(
    placed: Sequence[Placed], names: Names, variants: dict[str, dict[str, str]], lexicon: Lexicon
) -> Sequence[Placed]:
    """The mentions, with `Pakistan's Supreme Court` as Pakistan's."""
    owned: dict[tuple[int, int], Placed] = {}
    before, ended = "", -1 - _POSSESSIVE  # what stands before, and where it ends
    for number, skipped, each in _standing(placed):
        start = place(names.starts[number])[0] + skipped
        bare = each.rule == SAME and (each.key in variants or each.key in _OWNABLE)
        if bare and before and start - ended == _POSSESSIVE:
            country = _country(before)
            if places().get(country) == PLACE and country not in _HOME:
                known = variants.get(each.key, {}).get(country)
                full = known or f"{adjective(country, lexicon)} {each.look.text}"
                owned[number, skipped] = each.meaning(full, OWNED)
        before, ended = each.look.text, start + len(each.look.text)
    if not owned:
        return placed
    return divided(placed, lambda each, n: owned.get((n, each.look.skipped), each), names)


def _standing(placed: Sequence[Placed]) -> Iterable[tuple[int, int, Placed]]:
    """Each mention, in the order in which they stand."""
    every = [(n, each.look.skipped, each) for each in placed for n in each.look.numbers]
    return sorted(every, key=lambda one: one[:2])


def _country(text: str) -> str:
    """The usual name of what may be a country."""
    usual = usual_names().get(key(text))
    return usual.name if usual else text


def _variants(gists: Sequence[Gist]) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Bare names of institutions of several countries, as keys: the full names by country.

    And countries' security councils likewise.
    """
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for gist in gists:
        for _, full, rest, country in gist.bodies:  # what stands last in the corpus counts
            found[rest][country] = full
    several = {rest: full for rest, full in found.items() if len(full) > 1}
    return several, found.get(_COUNCIL, {})


def _council(councils: dict[str, str], known: Names, lexicon: Lexicon) -> dict[str, str]:
    """The full name of the world's where the article names the UN, else of the only country's."""
    named = {_country(look.text) for look in known.looks}
    if any(_OF_WORLD.match(look.text) for look in known.looks) or not named.isdisjoint(_WORLD):
        return {_COUNCIL: _WORLDS}
    for country, full in councils.items() if len(councils) == 1 else ():
        if any(country_of(name, lexicon) == _country(country) for name in named):
            return {_COUNCIL: full}
    return {}


def institution(full: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The key of an institution's name without its country, and the country."""
    first, _, rest = full.partition(" ")
    country = lexicon.demonyms.get(first)
    if country and rest and rest.split()[-1] in lexicon.organisation_heads:
        return key(rest), country
    return None


def _owners(
    bare: set[str], variants: dict[str, dict[str, str]], known: Names, lexicon: Lexicon
) -> dict[str, str]:
    """For each bare name of an article, the full name of its country's, where one leads."""
    named = said_of(known, lexicon)
    for look in known.looks:
        for word in look.text.split():
            named[_country(lexicon.demonyms.get(word, word))] += len(look.numbers)
    top = max((times for name, times in named.items() if places().get(name) == PLACE), default=0)
    owners = {}
    for name in bare:
        ranked = sorted(
            ((named[_country(c)], full) for c, full in variants[name].items()), reverse=True
        )
        (most, full), (next_most, _) = ranked[:2]
        if most and most >= _LEAD * next_most and _LEAD * most >= top:
            owners[name] = full
    return owners


def _abroad(bare: set[str], known: Names, lexicon: Lexicon) -> dict[str, str]:
    """For `Senate` and the like the full name, where the article is of another country."""
    named = said_of(known, lexicon) if bare else Counter[str]()
    home = named.pop("United States", 0)
    if "congress" in bare and not _OF_INDIA.isdisjoint(key(x.text) for x in known.looks):
        return {"congress": _INDIAN} | _abroad(bare - {"congress"}, known, lexicon)
    for look in known.looks if bare else ():
        text = "U.S." if look.text.startswith("U.S. ") else look.text
        name, times = _country(text), len(look.numbers)
        country = country_of(name, lexicon)
        ours = name in _HOME or country in _HOME
        home += times * ours
        named[country] += times * (bool(country) and not ours)
    country, most = named.most_common(1)[0] if named else ("", 0)
    if home:
        own = {name: full for name, full in _OWN.items() if name in bare}
        if home >= most:
            return own
        bare = bare if most >= _FAR * home else set(own)
    elif not most and not bare.isdisjoint(_CHAMBERS):  # no country at all
        return {name: full for name, full in _OWN.items() if name in bare}
    if most < _LEAD * max(home, 1):
        return {}
    whose = adjective(country, lexicon)
    return {name: f"{whose} {name.title()}" for name in bare}


def _owned(placed: Placed, owners: dict[str, str]) -> Placed:
    full = owners.get(placed.key)
    if full is None or placed.rule != SAME:
        return placed
    return placed.meaning(full, COUNTRY)
