"""Universities of a state with the town of the campus: `University of Texas at Austin`."""

from collections.abc import Sequence

from seedpress.entities.gazetteer import american_towns, state_codes
from seedpress.entities.tokens import Token

_BEFORE_TOWN = frozenset({"at", "in", ","})
_SEVERAL = frozenset({"California"})  # where each campus is known by its town
_OPENING, _STATE, _TOWN = 2, 2, 3  # words: `University of`, of a state's name, of a town's


def over_campus(words: Sequence[Token], first: int, i: int) -> int:
    """How many tokens from number `i` on go on with the name of a state's university, or 0."""
    if words[i].text not in _BEFORE_TOWN:
        return 0
    for length in range(1, _STATE + 1):
        start = i - length - _OPENING
        if start < first or [w.text for w in words[start : start + _OPENING]] != [
            "University",
            "of",
        ]:
            continue
        if words[i].text != "at" and words[i - 1].text not in _SEVERAL:
            continue  # the University of Michigan in Ann Arbor
        code = state_codes().get(" ".join(w.text for w in words[start + _OPENING : i]), "")
        for end in range(min(i + 1 + _TOWN, len(words)), i + 1, -1):
            if (" ".join(w.text for w in words[i + 1 : end]), code) in american_towns():
                return end - i
    return 0
