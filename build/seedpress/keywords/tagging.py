"""Tag the words of a sentence: the lexicon's class first, then case, then the words around."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from seedpress.keywords.lexicon import can_be_verb, common_class, is_doing, lexicon, lists
from seedpress.keywords.tokens import Token, stem

_CONTRACTED = ("n't", "'d", "'ll", "'re", "'ve", "'m")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BE = frozenset(["is", "are", "was", "were", "be", "been", "am"])
_WHOM = frozenset(["each", "him", "them", "me", "us", "it", "himself", "herself", "themselves"])
_ENDS = frozenset([".", "!", "?"])
_BEFORE_DEEDS = frozenset(["can", "how", "what", "when", "where", "whether"])  # "how to ..."
_MENDED = frozenset("VZNJDCI")
_HELPERS = frozenset(["is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does"])


def tags(sentence: Sequence[Token], title_case: bool, casing: Mapping[str, str]) -> list[str]:
    """One coarse class for each token (see `lexicon`); marks are `.`, possessives are `S`.

    Args:
        sentence: tokens in order.
        title_case: its capitals are no evidence, as in headlines.
        casing: for words that the article has in running text, `P` if always capitalised there.
    """
    found = [_alone(token, place, title_case, casing) for place, token in enumerate(sentence)]
    _mend(found, sentence)
    if sentence and not title_case and sentence[-1].text in _ENDS:
        _give_verb(found, sentence)
    return found


def _alone(token: Token, place: int, title_case: bool, casing: Mapping[str, str]) -> str:
    """The class of a word by itself."""
    if token.kind != "word":
        return {"number": "C", "possessive": "S"}.get(token.kind, ".")
    if place and not title_case:
        return _inside(token.text, token.lower)
    lower = token.lower
    if token.text.isupper() and len(lower) > 1 and not title_case:
        return "P"  # "US", "IT" and "WHO" are no pronouns
    if lower in lists()["function"] and (lower != "mine" or place == 0):
        return "X"
    if lower.endswith(_CONTRACTED):
        return "M"
    known = common_class(lower)
    if not token.text[0].isupper():
        return known or "N"
    if known in "TIOMX" and known and (len(lower) > 1 or place == 0):
        return known
    if casing.get(lower) == "P":
        return "P"
    if casing.get(lower) == "c":
        return known or "N"
    return known or lexicon().get(token.text, "P")


@lru_cache(maxsize=50_000)
def _inside(text: str, lower: str) -> str:
    """The class of a word within a sentence, where nothing but a name explains its capital."""
    if text.isupper() and len(lower) > 1:
        return "P"
    if lower in lists()["function"] and lower != "mine":
        return "X"
    if lower.endswith(_CONTRACTED):
        return "M"
    known = common_class(lower)
    if not text[0].isupper():
        return known or "N"
    return known if known and known in "TIOMX" and len(lower) > 1 else "P"


def _mend(found: list[str], sentence: Sequence[Token]) -> None:
    """Brill's most telling contexts, in one pass from left to right."""
    for i, tag in enumerate(found):
        if tag not in _MENDED:
            continue
        before = found[i - 1] if i else "."
        after = found[i + 1] if i + 1 < len(found) else "."
        subject = tag == "N" and i > 0 and sentence[i - 1].lower in lists()["subjects"]
        deed = tag in "VZ" and sentence[i].lower not in _HELPERS
        if deed and _is_noun(sentence[i].lower, before, after):
            found[i] = "N"
        elif tag in "NJ" and i > 0 and _is_doing(sentence, i, after):
            found[i] = "G"
        elif tag == "N" and (
            _is_controlled(sentence, i)
            or _is_verb(sentence[i], before, after, subject)
            or _has_object(sentence, i, before)
        ):
            found[i] = "V"
        elif tag == "D" and before in "TSJBI" and after in "NJPG":
            found[i] = "B"  # a participle before a noun: "the proposed ceasefire"
        elif tag == "J" and i + 1 < len(found) and _is_noun_in_place(before, after):
            found[i] = "N"
        elif tag == "C" and before in "TS" and after in "NP" and _YEAR.fullmatch(sentence[i].text):
            found[i] = "J"  # "the 2011 survey"
        elif tag == "I" and before == "T" and after in "NP":
            found[i] = "J"


def _give_verb(found: list[str], sentence: Sequence[Token]) -> None:
    """A whole sentence has a verb: if none was found, the first noun that may be one is it."""
    if not set("VZDM").isdisjoint(found):
        return
    for i in range(1, len(found)):
        word = sentence[i]
        third = word.lower.endswith("s") and not word.lower.endswith("ss") and word.text.islower()
        if found[i] == "N" and found[i - 1] in "NP" and third and can_be_verb(word.lower[:-1]):
            found[i] = "Z"
            return


def _is_doing(sentence: Sequence[Token], at: int, after: str) -> bool:
    """Whether an -ing form that is a noun to the lexicon is a verb: "was loading wheat"."""
    word, before = sentence[at], sentence[at - 1].lower
    if not word.text.islower() or not is_doing(word.lower):
        return False
    return after in "TNPJ" and (before in _BE or stem(before) in lists()["aspect"])


def _has_object(sentence: Sequence[Token], at: int, before: str) -> bool:
    """Whether a pronoun follows that only a verb can have: "the capitals telephone each other"."""
    after = sentence[at + 1].lower if at + 1 < len(sentence) else ""
    word = sentence[at].lower
    base = word.removesuffix("s")
    return before in "NP" and after in _WHOM and (can_be_verb(word) or can_be_verb(base))


def _is_noun(word: str, before: str, after: str) -> bool:
    """Whether a word that is a verb to the lexicon stands where only a noun can."""
    if before in "TS":
        return True
    if before in "JBG":
        return after not in "TX"
    return before in "NP" and after in "MZ" and word.endswith("s")


def _is_noun_in_place(before: str, after: str) -> bool:
    """Whether an adjective stands for a noun: "a harbour advisory said"."""
    return (before in "TSB" and after in ".DZMIXOT") or (before in "NJ" and after in "DZM")


def _is_verb(token: Token, before: str, after: str, subject: bool) -> bool:
    """Whether a word that is a noun to the lexicon stands where only a verb can."""
    if subject:
        return can_be_verb(token.lower.removesuffix("s")) or can_be_verb(token.lower)
    if before in "MO":
        return (
            token.text.islower()
            and (before == "M" or after in "TSJXNPB")
            and can_be_verb(token.lower)
        )
    if before == "R":
        return after in "TNPJ" and can_be_verb(token.lower)
    if before not in "NP" or not token.text.islower():
        return False
    third = token.lower.endswith("s") and not token.lower.endswith("ss")
    if after == "T":
        return can_be_verb(token.lower[:-1] if third else token.lower) and (third or before == "P")
    return third and before == "P" and after == "P" and can_be_verb(token.lower[:-1])


def _is_controlled(sentence: Sequence[Token], at: int) -> bool:
    """Whether a word follows a "to" that only a verb can follow: "trying to ..."."""
    if at < 2 or sentence[at - 1].lower != "to" or not sentence[at].text.islower():
        return False
    before = sentence[at - 2].lower
    return before in _BEFORE_DEEDS or stem(before) in lists()["control"]
