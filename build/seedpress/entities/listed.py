"""States of America in a listing of several: `Texas, Florida and New York could gain seats`."""

import re
from collections.abc import Iterable
from functools import cache

from seedpress.entities.gazetteer import american_states
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

AROUND = 80  # characters before and after a name that a listing may have
NONE, SOME, SURE = 0, 1, 2  # how surely a name in a listing is of a state
_SEVERAL = 2  # states beside which a city is hardly named
_LIKE = re.compile(
    r"\b(?:[Ss]tates (?:like|such as|including|of)"
    r"|(?:House|congressional) seats? (?:in|for|to|from)"
    r"|seats? in (?:the House|Congress) (?:for|from|to)) $"
)
_MORE = re.compile(r",? and (?:[a-z]+ )?other states\b")
_LANDS = frozenset({"georgia"})  # countries, which no listing has beside a state
_BY_CAPITAL = frozenset({"Maryland", "Virginia"})


def listed(name: str, before: str, after: str) -> int:
    """How surely the name with key `name` is a state's, by the states listed beside it."""
    one, two = _patterns()
    start, end = one.search(before), two.match(after)
    lead = before[: start.start()] if start else before
    rest = after[end.end() :] if end else after
    beside = _names().findall((start[0] if start else "") + (end[0] if end else ""))
    if name == "washington" and not _BY_CAPITAL.isdisjoint(beside):
        return NONE
    if len(beside) >= _SEVERAL or (beside and name in _LANDS):
        return SURE
    if _LIKE.search(lead) or _MORE.match(rest):
        return SURE
    return SOME if beside else NONE


def names_states(names: Iterable[str]) -> bool:
    """Whether the names have another state of America, whole or in short: `Ohio`, `Ala.`."""
    usual = usual_names()
    return any(
        _names().fullmatch(
            usual[key(name)].name if name[-1] == "." and key(name) in usual else name
        )
        for name in names
    )


@cache
def _names() -> re.Pattern[str]:
    """A state that no city or country is called like."""
    return re.compile("|".join(sorted(american_states() - {"New York", "Washington"})))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A listing of such states before a name, and one after it."""
    state = rf"\b(?:{_names().pattern})\b"
    between = r"(?:,? and |,? or |, )"
    return re.compile(f"(?:{state}{between})+$"), re.compile(f"(?:{between}{state})+")
