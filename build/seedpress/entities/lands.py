"""Of which country a name is, and what is said of that country's own."""

from collections import Counter
from functools import lru_cache

from seedpress.entities.gazetteer import COUNTRY, american_states, capitals, homes, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.model import Names

_PARTS = dict.fromkeys(("England", "Scotland", "Wales", "Northern Ireland"), "United Kingdom")
_NOWHERE = frozenset({"Brussels"})
_SIDES = frozenset({"North", "South", "East", "West"})


def adjective(country: str, lexicon: Lexicon) -> str:
    """The adjective of a country, or its name where the list has none."""
    side, divider, rest = country.partition(" ")
    before = f"{side} " if divider and side in _SIDES else ""
    wanted = rest if before else country
    found = next((word for word, of in lexicon.demonyms.items() if of == wanted), "")
    return f"{before}{found}" if found else country


def country_of(text: str, lexicon: Lexicon) -> str:
    """The usual name of the country that `text` names or is in; empty for anything else."""
    name = _PARTS.get(text) or ("United States" if text in american_states() else text)
    usual = usual_names().get(key(name))
    name = usual.name if usual else name
    side, _, people = name.partition(" ")
    half = f"{side} {lexicon.demonyms[people]}" if people in lexicon.demonyms else ""
    name = half or lexicon.demonyms.get(name) or _around(name)
    usual = usual_names().get(key(name))
    name = usual.name if usual else name
    return name if places().get(name) == COUNTRY or capitals().get(name) == name else ""


def _around(name: str) -> str:
    """The country of a capital or a region, else the name itself; in Brussels sits Europe."""
    return name if name in _NOWHERE else capitals().get(name) or homes().get(name, name)


def said_of(names: Names, lexicon: Lexicon) -> Counter[str]:
    """How often an article says within a sentence what is of each country: `Venezuelan`."""
    casing = names.casing_counts()
    words, nations = casing.words.split(), _nations(lexicon)
    said: Counter[str] = Counter()
    for word in sorted(nations.keys() & set(words)):  # ties are settled by order
        said[nations[word]] += casing.capital[words.index(word)]
    return said


@lru_cache(maxsize=1)
def _nations(lexicon: Lexicon) -> dict[str, str]:
    """The country of each of the demonyms of countries, folded."""
    pairs = lexicon.demonyms.items()
    return {word.casefold(): home for word, home in pairs if places().get(home) == COUNTRY}
