"""Chambers of the states of America, which are called as those of the Capitol are: `state Senate`.

In an article of one, the Senate is the state's; which state that is, nobody need say.
"""

from msgspec.structs import replace

from seedpress.entities import rules
from seedpress.entities.tokens import Token
from seedpress.model import Mention

CHAMBERS = frozenset("Senate House Assembly Legislature".split())
_OF_STATE = "state "
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
