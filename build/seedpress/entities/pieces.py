"""Cut a stretch of capitalised words where one article alone shows that it is more than a name.

What opens a sentence, titles and offices (`Prime Minister`), dates and a nationality before a
person are taken off; what is left is one name, or two around a title (`Harvard Professor Doe`).
"""

import re
from collections.abc import Iterator, Sequence

from seedpress.entities.gazetteer import places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.months import is_bearer
from seedpress.entities.places_before import (
    body_before,
    country_before,
    is_strange,
    place_before,
    region_before,
)
from seedpress.entities.titles import (
    SAINT,
    SMALL,
    SURNAMES,
    is_article,
    is_bench,
    is_role,
    is_royal,
    joined,
    known,
    strip_roles,
    title,
)
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

Piece = tuple[int, int, bool]  # word numbers from, up to; whether a title says it is a person
_MEMBERS = frozenset(
    "Democrat Democrats Republican Republicans Anglican Baptist Buddhist Catholic Christian Hindu"
    " Islamic Jewish Lutheran Methodist Muslim Orthodox Protestant Sikh".split()
)
_LED = frozenset(
    "Affairs Intelligence Agency Assembly Commission Committee Council Department Ministry".split()
)
_AT = frozenset({"In", "At", "From", "Near"})
_VERBS = frozenset({"do", "ten"})  # particles of names that are English words, too: So do Reds
_ARTICLES = frozenset("the a an his her their our your my late new old former".split())


def pieces(
    words: Sequence[str], starts: bool, lexicon: Lexicon, before: str = ""
) -> Iterator[Piece]:
    """Yield the names within the stretch `words`; `starts` if a sentence begins with it.

    `before` is what stands before it.
    """
    first, last = 0, len(words)
    if starts:
        while first < last and (
            _is_opener(words, first, lexicon) or (first and words[first] in _VERBS)
        ):
            first += 1
    else:
        first += first < last and is_article(words, first)
    opened = bool(starts and first and words[first - 1] in _AT)
    if last - first > 2:
        region = region_before(words, first, last) or body_before(words, first, last)
        if region:
            yield first, region, False
            first = region
    if opened or (not starts and last - first > 2):
        at = opened or before.title() in _AT
        place = country_before(words, first, last, lexicon) if at else first
        if place == first:
            place = place_before(words, first, last, opened, lexicon)
        if place > first:
            yield first, place, False
            first = place
    said = (words[first - 1] if first else before).lower()
    if last - first == 1 and words[first] in SURNAMES and said not in _ARTICLES:
        yield first, last, False  # King, if the article has a Rodney King
        return
    if starts and is_role(words, first, last, lexicon):
        yield first + 1, last, True  # Winger David Campese
        return
    yield from _cut(words, first, last, lexicon)


def _is_opener(words: Sequence[str], i: int, lexicon: Lexicon) -> bool:
    if words[i] == "The":
        return is_article(words, i)
    opener = re.split("['’]", words[i])[0] in lexicon.openers
    return opener and not (len(words) - i > 1 and known(words[i:]))


def _cut(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> Iterator[Piece]:
    first, last = _strip(words, first, last, lexicon)
    if first < last and known(words[first:last]):
        yield first, last, False
        return
    if first >= last or is_bench(words[first:last]):
        return
    found = title(words, first, last, lexicon)
    if found is None:
        found = _described(words, first, last, lexicon) or _of_body(words, first, last, lexicon)
    if found is None:
        yield from _without_calendar(words, first, last, lexicon)
        return
    start, after = found
    left = strip_roles(words, first, start, lexicon)
    if left > first:
        yield from _cut(words, first, left, lexicon)
    after, last = _strip(words, after, last, lexicon)
    if is_royal(words, after, last):
        after -= 1
    if after < last:
        yield after, last, True


def _strip(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> tuple[int, int]:
    """Without small words and signs at both ends."""
    while first < last and (words[first] in SMALL):
        first += 1
    while last > first and words[last - 1] in SMALL and not _brand(words, first, last, lexicon):
        last -= 1
    return first, last


def _brand(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> bool:
    return (
        words[last - 1] in ("'s", "’s")
        and f"{words[last - 2]}'s" in lexicon.possessives
        and last - first > 1
    )


def _described(
    words: Sequence[str], first: int, last: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """A person after common words or a nationality: `County Coroner William Doe`."""
    for i in range(first + 1, last - 1):
        if words[i] not in lexicon.first_names:
            continue
        before, after = words[first:i], words[i + 1]
        heads = lexicon.heads
        if after in heads or after in SMALL or words[last - 1] in heads or after in lexicon.roles:
            return None
        described = before[-1].lower() in lexicon.common or before[-1] in lexicon.demonyms
        described = described or before[-1] in lexicon.generic
        plain = all(w not in SMALL and w not in lexicon.first_names for w in before)
        usual = usual_names().get(key(joined(before)))  # Speaker of the House Jane Doe
        body = usual is not None and usual.kind == "organisation"
        described = described or body
        joins = (before[-1] in heads and not body) or before[-1] in SAINT | {
            "Operation",
            "Hurricane",
        }
        return (_known_before(words, first, i), i) if described and plain and not joins else None
    return None


def _of_body(
    words: Sequence[str], first: int, last: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """A person after the body that employs him: `the Sydney Weather Bureau Ian Robertson`."""
    i = last - 2
    if i - first < 2 or words[last - 1] in lexicon.heads:
        return None
    strange = words[i - 1] in _LED and all(is_strange(word, lexicon) for word in words[i:last])
    if not strange and words[i] not in lexicon.first_names:
        return None
    body = words[i - 1] in lexicon.organisation_heads - lexicon.businesses - lexicon.teams
    body = body or words[i - 1] in ("Affairs", "Intelligence")
    given = lexicon.first_names - places().keys()
    joined = SMALL - {"and"}
    plain = given.isdisjoint(words[first:i]) and joined.isdisjoint(words[first:i])
    return (i, i) if body and plain and words[last - 1].lower() not in lexicon.common else None


def _known_before(words: Sequence[str], first: int, last: int) -> int:
    """Where the known name ends that the words before a person begin with: `Senate Leader`."""
    for end in range(last, first, -1):
        if known(words[first:end]):
            return end
    return first


def _without_calendar(
    words: Sequence[str], first: int, last: int, lexicon: Lexicon
) -> Iterator[Piece]:
    """Months and days end a name unless they stand inside it (`Black Friday`)."""
    while first < last and words[first] in lexicon.calendar and not _month_name(words, first, last):
        if words[first] == "Sun" and words[last - 1] in lexicon.businesses:
            break  # Sun Microsystems Inc.
        first += 1
    while last - first > 1 and words[last - 1] in lexicon.calendar:
        bearer = is_bearer(words[first], words[last - 1], lexicon)  # Theresa May
        if last - first == 2 and (bearer or words[first].lower() in lexicon.common):
            break  # Black Friday
        last -= 1
    if last - first > 1 and words[last - 1] in _MEMBERS and known(words[first : last - 1]):
        last -= 1  # a Louisiana Democrat, a Queensland Anglican school
    if last - first > 1 and words[last - 1] == "Flight" and words[last - 2] not in SMALL:
        last -= 1  # Pan Am Flight 103
    first, last = _strip(words, first, last, lexicon)
    if first < last:
        yield first, last, False


def _month_name(words: Sequence[str], first: int, last: int) -> bool:
    """`April Jones`, `May Day`, `June Smith`, but not `March Russia`."""
    return (
        last - first == 2
        and words[first] in ("April", "May", "June", "August")
        and words[first + 1] not in places()
    )
