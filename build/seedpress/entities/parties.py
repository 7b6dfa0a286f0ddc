"""What the parties of a corpus may be called for short: `Labour`, `the Socialists`."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from seedpress.entities import rules
from seedpress.entities.lexicon import lexicon
from seedpress.entities.usual_names import usual_names
from seedpress.model import Look

OPEN = (rules.MID, rules.START)
# What stands before `Party` where it is no party's name.
NO_PARTIES = frozenset("State County City Third Ruling Opposition Working Search Block".split())
# Members of parties who are called so whether or not anybody names the party.
MEMBERS = frozenset({"greens", "conservatives", "liberals"})
ADJECTIVE = re.compile("(?:ist|ive|ic|al|an|[Gg]reen)$")


def short_names(mentions: Iterable[Look]) -> Iterator[str]:
    """Short names of the parties among the mentions, also of `Reform UK`."""
    for mention in [each for each in mentions if each.text.endswith((" Party", " UK"))]:
        if mention.rule in OPEN:
            word = mention.text.split()[-2]
            yield from _forms(word) if word not in NO_PARTIES else ()


@lru_cache(maxsize=1)
def usual_short_names() -> frozenset[str]:
    """Words by which parties of the table go that are no adjectives: `Labour`."""
    named = (name.rpartition(" ") for name in usual_names())
    words = {before.title() for before, _, last in named if last == "party" and " " not in before}
    plain = {w for w in words - lexicon().demonyms.keys() if not ADJECTIVE.search(w)}
    return frozenset(plain | {name.title() for name in MEMBERS})


def _forms(word: str) -> tuple[str, ...]:
    """What `Labour Party`, `Socialist Party` and `Democratic Party` may be called for short."""
    members = f"{word}s", f"{word.removesuffix('ic')}s"
    return members if ADJECTIVE.search(word) else (word, *members)
