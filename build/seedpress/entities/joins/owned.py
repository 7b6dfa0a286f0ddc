"""Institutions of a country, whose it is said before them, behind them or by an adjective."""

from collections import defaultdict

from seedpress.entities.gazetteer import COUNTRY, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph
from seedpress.entities.tokens import key

# The last words of what a country has one of.
STATELY = frozenset(
    "Court Ministry Parliament Senate Congress Army Navy Government Cabinet Party".split()
)
STATELY_KEYS = tuple(sorted(f" {word.lower()}" for word in STATELY))
# And of what it has one if more says what that is for: `Security Council`.
_NATIONAL = frozenset("Council Committee Commission Guard Forces".split())
_NATIONAL_KEYS = tuple(sorted(f" {word.lower()}" for word in _NATIONAL))
_KOREA = "Korea"  # in the names of its bodies the one that is called so more often


def countries(graph: Graph, lexicon: Lexicon) -> None:
    """`Supreme Court of Pakistan` and `Pakistan Supreme Court` join `Pakistani Supreme Court`."""
    for names in graph.searched(institutions, lexicon):
        first = max(names, key=lambda name: (len(graph.nodes[name].articles), name))
        for name in names:
            graph.join(name, first, "the same institution of the country", graph.nodes[first].name)


def institutions(graph: Graph, lexicon: Lexicon) -> Families:
    """The names of each institution of a country that has several."""
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    ends = STATELY_KEYS + _NATIONAL_KEYS
    for name in [k for k in graph.nodes if " of " in k or k.endswith(ends)]:
        country, rest = _of_country(graph.nodes[name].name, lexicon)
        what, last = rest.rpartition(" ")[::2]
        owned = last in STATELY or (what and last in _NATIONAL)
        if country and owned and rest != "Party":
            same[country, key(rest)].append(name)
    return [names for names in same.values() if len(names) > 1]


def _of_country(name: str, lexicon: Lexicon) -> tuple[str, str]:
    """The country of an institution and the rest of its name; empty where none is named."""
    first, _, rest = name.partition(" ")
    side, _, rest_of_side = rest.partition(" ")
    if rest_of_side and places().get(f"{first} {lexicon.demonyms.get(side)}") == COUNTRY:
        return f"{first} {lexicon.demonyms[side]}", rest_of_side  # South Korean Parliament
    before, _, last = name.rpartition(" of ")
    if last == _KOREA:
        return f"South {last}", before
    if rest and first in lexicon.demonyms:
        return lexicon.demonyms[first], rest
    if rest and places().get(first) == COUNTRY:
        return first, rest
    return (last, before) if before and places().get(last) == COUNTRY else ("", "")
