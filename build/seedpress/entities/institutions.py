"""Give `the Defense Ministry` to the country that its article is about.

Where the corpus has the same institution of several countries (`Russian Defense Ministry`, `Polish
Defense Ministry`), the bare name stands for the one whose country its article names most.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from seedpress.entities.gazetteer import COUNTRY as PLACE
from seedpress.entities.gazetteer import capitals, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME, Placed
from seedpress.model import Mention, Names

COUNTRY = "institution of the country that the article names most"
# What stands for America's own unless the article is of another country.
_AMERICAN = frozenset({"senate", "congress", "house of representatives", "supreme court"})
_OWN = {"supreme court": "U.S. Supreme Court"}  # where the table of usual names leaves it open
_HOME = frozenset({"United States", "Washington, D.C.", "White House", "Washington"})
OWNED = "institution of the country whose name stands before it"
_POSSESSIVE = len("'s ")
_LEAD = 2  # times as often as the next country


def institutions(
    articles: Sequence[list[Placed]], names: Sequence[Names], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with bare names of institutions standing for a country's where it is clear."""
    variants = _variants(articles, lexicon)
    result = []
    for placed, known in zip(articles, names, strict=True):
        if any(p.key in variants or p.key in _AMERICAN for p in placed):
            placed = _possessed(placed, variants, lexicon)
        bare = {p.key for p in placed if p.rule == SAME and p.key in variants}
        owners = _owners(bare, variants, known, lexicon) if bare else {}
        owners |= _abroad({p.key for p in placed if p.key in _AMERICAN}, known, lexicon)
        result.append([_owned(p, owners) for p in placed] if owners else placed)
    return result


def _possessed(
    placed: list[Placed], variants: dict[str, dict[str, str]], lexicon: Lexicon
) -> list[Placed]:
    """The mentions, with `Pakistan's Supreme Court` as Pakistan's."""
    result = []
    before: Mention | None = None
    for each in placed:
        mention, bare = each.mention, each.key in variants or each.key in _AMERICAN
        if bare and before and each.rule == SAME and mention.start - before.end == _POSSESSIVE:
            country = _country(before.text)
            if places().get(country) == PLACE and country not in _HOME:
                known = variants.get(each.key, {}).get(country)
                full = known or f"{_adjective(country, lexicon)} {mention.text}"
                each = each._replace(key=key(full), rule=OWNED, full=full)
        before = mention
        result.append(each)
    return result


def _country(text: str) -> str:
    """The usual name of what may be a country."""
    usual = usual_names().get(key(text))
    return usual.name if usual else text


def _adjective(country: str, lexicon: Lexicon) -> str:
    """The adjective of a country, or its name where the list has none."""
    return next((word for word, of in lexicon.demonyms.items() if of == country), country)


def _variants(articles: Sequence[Sequence[Placed]], lexicon: Lexicon) -> dict[str, dict[str, str]]:
    """Bare names of institutions, as keys: the full names by country."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for full in _last(articles):
        first, _, rest = full.partition(" ")
        country = lexicon.demonyms.get(first)
        if country and rest and rest.split()[-1] in lexicon.organisation_heads:
            found[key(rest)][country] = full
    return {rest: full for rest, full in found.items() if len(full) > 1}


def _last(articles: Sequence[Sequence[Placed]]) -> Iterable[str]:
    """Every full name once, in the order in which they stand last."""
    backwards = dict.fromkeys(p.full for placed in reversed(articles) for p in reversed(placed))
    return reversed(backwards)


def _owners(
    bare: set[str], variants: dict[str, dict[str, str]], known: Names, lexicon: Lexicon
) -> dict[str, str]:
    """For each bare name of an article, the full name of its country's, where one leads."""
    named: Counter[str] = Counter()
    for mention in known.mentions:
        for word in mention.text.split():
            named[lexicon.demonyms.get(word, word)] += 1
    owners = {}
    for name in bare:
        ranked = sorted(((named[c], full) for c, full in variants[name].items()), reverse=True)
        (most, full), (next_most, _) = ranked[:2]
        if most and most >= _LEAD * next_most:
            owners[name] = full
    return owners


def _abroad(bare: set[str], known: Names, lexicon: Lexicon) -> dict[str, str]:
    """For `Senate` and the like the full name, where the article is of another country."""
    named: Counter[str] = Counter()
    home = 0
    for mention in known.mentions if bare else ():
        name = _country(mention.text)
        country = lexicon.demonyms.get(name) or capitals().get(name, name)
        home += country in _HOME
        named[country] += places().get(country) == PLACE and country not in _HOME
    country, most = named.most_common(1)[0] if named else ("", 0)
    if home:
        own = {name: full for name, full in _OWN.items() if name in bare}
        if home >= most:
            return own
        bare = set(own)
    if most < _LEAD * max(home, 1):
        return {}
    adjective = _adjective(country, lexicon)
    return {name: f"{adjective} {name.title()}" for name in bare}


def _owned(placed: Placed, owners: dict[str, str]) -> Placed:
    full = owners.get(placed.key)
    if full is None or placed.rule != SAME:
        return placed
    return placed._replace(key=key(full), rule=COUNTRY, full=full)
