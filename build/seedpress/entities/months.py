"""Surnames that are a month's name too: `May`, where the article names Theresa May."""

import re
from collections.abc import Iterator, Sequence

from seedpress.entities import rules
from seedpress.entities.gazetteer import places
from seedpress.entities.lexicon import Lexicon
from seedpress.model import Article, Mention

MONTHS = frozenset({"April", "May", "June", "August"})
# What stands before a month, and after it.
_BEFORE = re.compile(
    r"(?:\d|[,/-]\d{4}|\b(?:in|of|since|until|till|by|last|next|early|late|mid|this|from|through|before|after"
    r"|during|between|for|every|each|past|previous|following|and|to|[Ii]n|[Ss]ince|[Bb]y|[Ll]ast|[Nn]ext"
    r"|January|February|March|April|May|June|July|August|September|October|November|December))[ -]$"
)
_AFTER = re.compile(r"(?:,? \d|\d| and (?:April|May|June|July|August|September)\b|-\w)")
_AROUND = 24  # characters before a word that tell


def is_bearer(given: str, month: str, lexicon: Lexicon) -> bool:
    """Whether a month after a given name is a surname: `Theresa May`, not `Jordan May`."""
    return month in MONTHS and given in lexicon.first_names and given not in places()


def with_months(
    found: Sequence[Mention], article: Article, title: str, lexicon: Lexicon
) -> Iterator[Mention]:
    """The months that stand for persons whom the article names in full."""
    names = {tuple(m.text.rsplit(" ", 1)) for m in found if m.text.endswith(tuple(MONTHS))}
    called = {n[1] for n in names if len(n) == 2 and is_bearer(n[0].split()[0], n[1], lexicon)}
    for month in sorted(called):
        for text, titled in ((article.text, False), (title, True)):
            taken = [(m.start, m.end) for m in found if m.in_title == titled]
            for one in re.finditer(rf"\b{month}\b", text):
                start, end = one.span()
                dated = _BEFORE.search(text[max(0, start - _AROUND) : start])
                inside = any(a < end and start < b for a, b in taken)
                if not dated and not inside and not _AFTER.match(text, end):
                    yield Mention(start, end, month, "person", titled, rules.MONTH)
