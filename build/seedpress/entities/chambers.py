"""Chambers of the states of America, which are called as those of the Capitol are: `state Senate`.

In an article of one, the Senate is the state's; which state that is, nobody need say.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from seedpress.entities import rules
from seedpress.entities.tokens import Token
from seedpress.model import Mention

CHAMBERS = frozenset("Senate House Assembly Legislature".split())
_OF_STATE = "state "
_HOUSES = frozenset({"House", "Senate"})
_COMMITTEES = frozenset({"committee", "subcommittee"})
_MATTERS = frozenset(  # of committees
    "affairs agriculture and appropriations armed aviation banking budget business commerce"
    " education energy ethics finance financial foreign government health homeland infrastructure"
    " intelligence judiciary labor labour means natural oversight reform relations resources rules"
    " science security select services small space technology transportation veterans ways".split()
)
CAPITOL = frozenset({"U.S. Senate", "US Senate", "U.S. House", "House of Representatives"})


def with_state(mention: Mention, before: Token | None) -> Mention:
    """The mention with the word before it where that makes it a state's."""
    if not before or before.text != _OF_STATE.strip() or mention.text not in CHAMBERS:
        return mention
    text = _OF_STATE + mention.text
    return replace(mention, start=before.start, text=text, kind="organisation", rule=rules.MID)


def is_states(name: str) -> bool:
    """Whether the name says that it is a state's chamber's."""
    return name.startswith(_OF_STATE)


def over_committee(words: Sequence[Token], end: int) -> int:
    """How many tokens in small letters go on with a chamber: `House oversight committee`."""
    if words[end - 1].text not in _HOUSES:
        return 0
    last = end
    while last < len(words) and words[last].text in _MATTERS:
        last += 1
    ended = last > end and last < len(words) and words[last].text in _COMMITTEES
    return last + 1 - end if ended else 0
