"""States of America that are called as a city or a country is: New York, Washington, Georgia.

Words around a mention show the state: `New York Gov. Jane Doe`, `upstate New York`, `Albany, N.Y.`
"""

import re
from collections.abc import Sequence

from seedpress.entities.gazetteer import american_towns
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.listed import AROUND as FAR
from seedpress.entities.listed import NONE, SURE, listed, names_states
from seedpress.entities.looks import place
from seedpress.entities.placed import Gist, Placed, divided
from seedpress.entities.within import SAME
from seedpress.model import Analysis

STATE = "state of the same name, by the words around it"
_AROUND = 48  # characters before and after a name that may tell
# By key: the state, and its code in the gazetteer.
_STATES = {
    "new york": ("New York state", "NY"),
    "NY": ("New York state", "NY"),
    "washington": ("Washington state", "WA"),
    "georgia": ("Georgia (U.S. state)", "GA"),
}
_KEYS = _STATES.keys()
# Parts of a city count as the city: `Brooklyn, New York`.
_BOROUGHS = frozenset({"Manhattan", "Brooklyn", "Queens", "Bronx", "The Bronx", "Staten Island"})
_COUNTRIES = frozenset({"georgia"})  # an article of the state has nothing to say of these
_LANDS = frozenset({"Georgia"})
# Beside these it may well be the country.
_NEAR = frozenset(
    "Russia Tbilisi Moscow Kremlin Armenia Azerbaijan Ukraine Turkey Abkhazia".split()
)
_NEAR |= {
    "Soviet Union",
    "South Ossetia",
    "russia",
    "soviet union",
    "armenia",
    "azerbaijan",
    "ukraine",
}
_BEFORE = re.compile(
    r"\b(?:[Uu]pstate|[Ss]tate of|[Gg]overnor of|[Aa]ttorney [Gg]eneral of|[Dd]istrict of"
    r"|(?:Sen|Sens|Rep|Reps|Gov|Senators?|Representatives?)\.? [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?"
    r" of|(?:[Ss]eats?|[Ss]enators?|[Dd]emocrats?|[Rr]epublicans?|[Cc]ongress(?:wo)?m[ae]n)"
    r" (?:of|from|in|for)) $|[ (][DRI][-‐‑]$"  # Jane Doe, D-N.Y.
)
_TOWN = re.compile(r"([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}), $")
_AFTER = re.compile(
    r"(?:['’]s)? (?:[Ss]tate (?!Department|TV|media|television|news)|Govs?\. |[Gg]overnors?\b"
    r"|[Ss]tate(?:['’]s\b|[,.;:)])"
    r"|Lt\. Gov|[Aa]ttorney [Gg]eneral\b|[Ll]egislature\b|Sens?\. |Reps?\. "
    r"|(?:Democrat|Republican)\b)"
)


def states(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    analyses: Sequence[Analysis],
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with those of states standing for these."""
    return [
        _told(placed, analysis, lexicon) if gist.like_states else placed
        for placed, gist, analysis in zip(articles, gists, analyses, strict=True)
    ]


def are_like_states(placed: Sequence[Placed]) -> bool:
    """Whether any of the mentions may be a state's."""
    return not _KEYS.isdisjoint([p.key for p in placed])


def _told(placed: Sequence[Placed], analysis: Analysis, lexicon: Lexicon) -> Sequence[Placed]:
    """The mentions of one article; it is of a country, or of the state of that name."""
    found: dict[tuple[str, int], str] = {}
    maybe: dict[tuple[str, int], str] = {}
    for each in placed:
        if each.key in _KEYS and each.rule == SAME and each.look.kind == "other":
            for number in each.look.numbers:
                surely = _is_state(each, number, analysis, lexicon)
                if surely:
                    (found if surely == SURE else maybe)[each.key, number] = _STATES[each.key][0]
    told = {name for name, _ in found}
    found |= {spot: state for spot, state in maybe.items() if spot[0] in told}
    lands = _COUNTRIES & {p.key for p in placed}
    whole = _in_america(lands, told, analysis, lexicon) if lands else lands
    if not found and not whole:
        return placed

    def meant(each: Placed, number: int) -> Placed:
        state = _STATES[each.key][0] if each.key in whole else found.get((each.key, number), "")
        return each.meaning(state, STATE) if state and each.rule == SAME else each

    return divided(placed, meant, analysis.names)


def _in_america(
    lands: frozenset[str], told: set[str], analysis: Analysis, lexicon: Lexicon
) -> frozenset[str]:
    """Those of the names that the whole article has of states, since it is of America alone."""
    texts = {look.text for look in analysis.names.looks}
    words = {word for text in texts for word in text.split()}
    nations = {lexicon.demonyms[word].casefold() for word in words & lexicon.demonyms.keys()}
    abroad = not _NEAR.isdisjoint(texts) or not _NEAR.isdisjoint(nations)
    if "Ga." in texts or (not abroad and names_states(texts - _LANDS)):
        return lands - nations
    return lands & told - nations


def _is_state(placed: Placed, number: int, analysis: Analysis, lexicon: Lexicon) -> int:
    """How surely the mention is of the state."""
    start, titled = place(analysis.names.starts[number])
    start += placed.look.skipped
    text = analysis.article.fields.title if titled else analysis.article.text
    before = text[max(0, start - _AROUND) : start]
    end = start + len(placed.look.text)
    if _BEFORE.search(before) or _AFTER.match(text[end : end + _AROUND]):
        return SURE
    town = _TOWN.search(before)
    if town and "." in placed.look.text:  # Corning, N.Y., too small for the list
        of_town = not _is_borough(town[1]) and town[1].split()[-1] not in lexicon.heads
        return SURE if of_town else NONE
    if town and _ends_in_town(town[1], _STATES[placed.key][1]):
        return SURE
    return listed(placed.key, text[max(0, start - FAR) : start], text[end : end + FAR])


def _ends_in_town(words: str, state: str) -> bool:
    """Whether the words, or the last of them, are a town of the state: `In Albany`."""
    if _is_borough(words):
        return False
    return any((end, state) in american_towns() for end in _ends(words))


def _is_borough(words: str) -> bool:
    return not _BOROUGHS.isdisjoint(_ends(words))


def _ends(words: str) -> list[str]:
    """The words, without the first, and so on; of a line in capitals in usual letters."""
    parts = (words.title() if words.isupper() else words).split()
    return [" ".join(parts[first:]) for first in range(len(parts))]
