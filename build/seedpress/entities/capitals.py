"""How a block of text uses capitals: as running text does, or as headlines do."""

from seedpress.entities import rules
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import Token, is_capitalised
from seedpress.model import Block

ENDS = frozenset(".!?:;…•*·|/>")
_FEWEST = 0.6  # of the longer words have a capital in a headline
_SMALL_WORDS = frozenset(
    "of for the and a an in on at to by with from as is or but nor over into after amid".split()
)
_LONGEST_SMALL = max(map(len, _SMALL_WORDS))


def style_of(block: Block, words: list[Token], lists: Lexicon) -> str:
    """How the block uses capitals: MID for ordinary text, else HEADLINE or CAPITALS."""
    letters = [w.text for w in words if w.text[0].isalpha()]
    if not letters:
        return rules.MID
    odd = len([w for w in letters if not w.islower()])
    if odd <= _FEWEST * len([w for w in letters[1:] if len(w) > _LONGEST_SMALL]):
        return rules.MID  # as most blocks show at a glance: what is below says the same of them
    upper = len([w for w in letters if w.isupper() and len(w) > 1])
    if len(letters) >= 3 and upper > 0.7 * len(letters):
        return rules.CAPITALS
    long = [w for w in letters[1:] if len(w) > 3 or w.lower() in lists.common]
    long = [w for w in long if w.lower() not in _SMALL_WORDS]
    named = [w for w in long if not w.islower() and is_capitalised(w)]
    capital = len(named)
    share = _FEWEST if len(letters) < 25 else 0.8
    if block.kind != "heading" and words[-1].text in ENDS:
        share = 0.9
    fewest = 1 if block.kind == "heading" else 2
    if len(long) < 2 or capital <= share * len(long):
        return rules.MID
    common = len([w for w in named if w.lower() in lists.common])
    return rules.HEADLINE if common >= max(fewest, 0.25 * len(long)) else rules.MID
