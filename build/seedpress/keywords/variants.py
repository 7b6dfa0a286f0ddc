"""What makes two phrases the same idea: inflection, hyphens, British spelling, word order."""

import re
from functools import lru_cache

from seedpress.keywords.tokens import stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_IDLE = frozenset(
    "a an the of for in on at to by with from and or as into over its his her their our".split()
)
# British endings whose American twin differs; applied to whole words before they are stemmed.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})ys(?=(?:e|ed|es|er|ers|ing)$)"), "yz"),
    (
        re.compile(r"(?<=[bcdfghlmpv])our(?=(?:s|ed|ing|er|ers|ite|ites|able|al|ful|less|hood)?$)"),
        "or",
    ),
    (re.compile(r"(?<=[^e]t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=[nf])ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)"), "l"),
    (re.compile(r"(?<=[a-z])ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=gra)mme(?=s?$)"), "m"),
)
_TWINS = {
    "tyre": "tire", "kerb": "curb", "plough": "plow", "grey": "gray", "aluminium": "aluminum",
    "cheque": "check", "jewellery": "jewelry", "mould": "mold", "draught": "draft", "axe": "ax",
    "sceptic": "skeptic", "sceptical": "skeptical", "scepticism": "skepticism", "gaol": "jail",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "ageing": "aging", "storey": "story",
}  # fmt: skip


@lru_cache(maxsize=100_000)
def american(word: str) -> str:
    """A lower-case word in American spelling, so that both spellings of it are one."""
    for pattern, ending in _SPELLINGS:
        word = pattern.sub(ending, word, count=1)
    return _TWINS.get(word, word)


@lru_cache(maxsize=100_000)
def idea(phrase: str) -> str:
    """What all forms of a phrase have in common: the stems of its telling words, sorted.

    Parts of a hyphenated word are joined ("cease-fire" is "ceasefire") only where that is how the
    corpus writes it: see `joined`. Here a hyphen parts words.
    """
    words = [word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(phrase.lower())]
    telling = [word for word in words if word not in _IDLE] or words
    return " ".join(sorted({stem(american(word)) for word in telling}))
