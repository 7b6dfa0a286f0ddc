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
from seedpress.model import Names

COUNTRY = "institution of the country that the article names most"
# What stands for America's own unless the article is of another country.
_AMERICAN = frozenset({"senate", "congress", "house of representatives"})
_HOME = frozenset({"United States", "Washington, D.C.", "White House", "Washington"})
_LEAD = 2  # times as often as the next country


def institutions(
    articles: Sequence[list[Placed]], names: Sequence[Names], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with bare names of institutions standing for a country's where it is clear."""
    variants = _variants(articles, lexicon)
    result = []
    for placed, known in zip(articles, names, strict=True):
        bare = {p.key for p in placed if p.rule == SAME and p.key in variants}
        owners = _owners(bare, variants, known, lexicon) if bare else {}
        owners |= _abroad({p.key for p in placed if p.key in _AMERICAN}, known, lexicon)
        result.append([_owned(p, owners) for p in placed] if owners else placed)
    return result


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
    for mention in known.mentions if bare else ():
        usual = usual_names().get(key(mention.text))
        name = usual.name if usual else mention.text
        country = lexicon.demonyms.get(name) or capitals().get(name, name)
        if country in _HOME:
            return {}
        named[country] += places().get(country) == PLACE
    if not named or named.most_common(1)[0][1] < _LEAD:
        return {}
    country = named.most_common(1)[0][0]
    adjective = next((word for word, of in lexicon.demonyms.items() if of == country), country)
    return {name: f"{adjective} {name.title()}" for name in bare}


def _owned(placed: Placed, owners: dict[str, str]) -> Placed:
    full = owners.get(placed.key)
    if full is None or placed.rule != SAME:
        return placed
    return placed._replace(key=key(full), rule=COUNTRY, full=full)
