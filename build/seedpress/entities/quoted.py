"""Quotes inside a stretch of capitalised words: nicknames, `Workers' Party`."""

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.linked import capital_at
from seedpress.entities.tokens import Token

_CLOSING = frozenset("\"”'’")


def over_quote(words: list[Token], i: int, text: str, lexicon: Lexicon) -> int:
    """The quoted name inside a person's, `Austin "Jack" Warner`; `Workers' Party`."""
    if words[i].start == words[i - 1].end:
        return 2 if _is_whose(words, i, text, lexicon) else 0
    if not words[i - 1].text[0].isupper() or not words[i - 1].text.isalpha():
        return 0
    for end in range(i + 2, min(i + 5, len(words) - 1)):
        if words[end].text in _CLOSING:
            inside = text[words[i].end : words[end].start]
            glued = inside == inside.strip() and words[end - 1].text not in ",."
            return end + 1 - i if glued and capital_at(words, end + 1, text) else 0
        if not words[end].text[0].isupper():
            return 0
    return 0


def _is_whose(words: list[Token], i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether a body's name goes on over an apostrophe: `Peoples' Democratic Party`."""
    if words[i - 1].text[-1] != "s" or not capital_at(words, i + 1, text):
        return False
    if words[i + 1].text in lexicon.organisation_heads:
        return True
    head = capital_at(words, i + 2, text) and words[i + 2].text in lexicon.organisation_heads
    return head and f"{words[i - 1].text}'" in lexicon.possessives
