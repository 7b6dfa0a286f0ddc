"""Words in small letters that end a name: `the Conservative party`, `the US justice department`."""

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.linked import near
from seedpress.entities.parties import ADJECTIVE, MEMBERS
from seedpress.entities.tokens import Token, key
from seedpress.entities.usual_names import usual_names

_BODIES = frozenset({"UN", "U.N."})
_HEADS = frozenset(  # as British papers write them
    "party department court parliament congress senate committee commission agency office bureau"
    " service treasury palace plant tower bloc alliance".split()
)
_PARTY = "party"
_FURTHEST = 3  # words in small letters


def over_small_head(words: list[Token], first: int, end: int, text: str, lexicon: Lexicon) -> int:
    """How many tokens go on with the name that ends before `end`, in small letters; or 0.

    What the table has so, and the party of an idea: `the Green party`. Of a body of the United
    Nations, what it is: `UN refugee agency`.
    """
    body = end == first + 1 and words[first].text in _BODIES
    for last in range(end, min(end + _FURTHEST, len(words))):
        word = words[last].text
        if not word.islower() or not near(words, last - 1, last, text):
            break
        known = (body and last > first) or word in _HEADS
        if known and key(text[words[first].start : words[last].end]) in usual_names():
            return last + 1 - end
    return int(_is_of_idea(words, first, end, text, lexicon))


def _is_of_idea(words: list[Token], first: int, end: int, text: str, lexicon: Lexicon) -> bool:
    """Whether `party` follows one word that says what it stands for, within a sentence."""
    if end != first + 1 or end >= len(words) or words[end].text != _PARTY:
        return False
    inside = first > 0 and words[first - 1].text.islower() and near(words, first, end, text)
    idea = words[first].text
    plain = idea not in lexicon.demonyms and idea not in lexicon.calendar
    return inside and plain and bool(ADJECTIVE.search(idea) or f"{idea.lower()}s" in MEMBERS)
