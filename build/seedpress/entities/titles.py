"""Titles and offices within a stretch of capitalised words: where they begin and end."""

import re
from collections.abc import Sequence

from seedpress.entities.gazetteer import places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

SMALL = frozenset({"of", "for", "the", "and", "&", "'s", "’s", "-", "–", "‐", "‑"})
_WEAK_TITLES = frozenset(
    "General Chief Director Executive Secretary Captain Commander King Queen Prince Duke Judge"
    " Justice".split()
)
_BENCHES = frozenset({"District", "Circuit", "Magistrate", "Bankruptcy"})
_FORCES = frozenset({"Police", "Guard", "Army"})
_TREASURER = ["Treasury", "Secretary"]  # an office, after U.S. too
_PROSECUTOR = ["District", "Attorney"]
_ASSISTANTS = (["Assistant", "U.S."], ["Assistant", "US"], ["Acting", "U.S."], ["Deputy", "U.S."])
_ROYAL = frozenset("King Queen Prince Princess Emperor Empress Pope Sultan Emir".split())
_MATTERS = frozenset({"Affairs", "Intelligence"})
_CHAMBER = ["of", "Representatives"]
_REGNAL = re.compile("[IVX]{1,5}")
_FRONT = frozenset({"Dame", "Lady", "Sir", "Dr", "Mr", "Mrs", "Ms"})  # never after a name
SAINT = frozenset({"St.", "St", "Saint"})
SURNAMES = frozenset(
    "King Prince Pope Bishop Judge Earl Baron Duke Cardinal Marshal Page Lord".split()
)


def known(words: Sequence[str]) -> bool:
    """Whether the words are a name of the gazetteer or of the table of usual names."""
    name = joined(words)
    return name in places() or key(name) in usual_names()


def joined(words: Sequence[str]) -> str:
    """The words as one text, hyphens without blanks."""
    return " ".join(words).replace(" - ", "-").replace(" ’s", "’s").replace(" 's", "'s")


def title(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the last title in the stretch begins and what follows it begins; None without one."""
    for i in range(last - 1, first - 1, -1):
        if words[i] in lexicon.titles and not _is_no_title(words, first, i, last, lexicon):
            after = i + 1
            of = after + 1 < last and words[after] == "of"
            if of and is_office(words[i], words[after + 1], lexicon):
                after += 2  # Secretary of State
                after += last - after > 1 and words[after] in _MATTERS  # of Foreign Affairs
            elif after < last and words[after] == "of":
                return None  # Prince of Wales, Governor of Texas
            return strip_roles(words, first, _before_portfolio(words, first, i), lexicon), after
    return None


def is_office(title: str, of: str, lexicon: Lexicon) -> bool:
    """Whether a title goes on with `of` and this word: `Secretary of State`, `Chief of Staff`."""
    return title in lexicon.titles and (of in lexicon.roles or (title, of) == ("Chief", "Staff"))


def _before_portfolio(words: Sequence[str], first: int, i: int) -> int:
    """Where a region ends before what its minister is for: `Victoria Fair Trading Minister`."""
    if words[i] != "Minister":
        return i
    ends = (end for end in range(i - 1, first, -1) if joined(words[first:end]) in places())
    return next(ends, i)


def _is_no_title(words: Sequence[str], first: int, i: int, last: int, lexicon: Lexicon) -> bool:
    """`King Street`, `General Motors`, `Justice Department`: a name's own word."""
    rest = words[i + 1 : last]
    if not rest and i > first and words[i].endswith("s") and words[i][:-1] in lexicon.titles:
        return True  # Ottawa Senators
    if not rest and i == first and words[i] in lexicon.teams:
        return True  # the Cardinals
    if not rest and i > first + 1 and [words[i - 1], words[i]] == ["of", "Justice"]:
        return True  # Supreme Tribunal of Justice
    if not rest and (words[i] in _FRONT or (i and words[i - 1] == "-")):
        return True  # Notre Dame
    if not rest:
        whose = words[i - 2 : i] == ["of", "the"] and words[first] == "Office"
        return whose or _is_surname(words, first, i, lexicon)
    if [words[i], rest[0]] == ["General", "Staff"] or words[i - 1 : i + 1] == _CHAMBER:
        return True
    if words[i] == "Chief" and rest[:2] == ["of", "Staff"]:
        return False
    head = words[last - 1]
    is_head = head in lexicon.organisation_heads or head in lexicon.place_heads
    if words[i] in _WEAK_TITLES:
        return (
            is_head
            or head == "Assembly"
            or head in ("Motors", "Electric", "Mills", "Dynamics", "Staff")
        )
    if words[i] in ("Prince", "King", "Queen", "Lord") and head in lexicon.place_heads:
        return True
    return is_head and len(rest) > 1 and rest[0] not in lexicon.first_names


def _is_surname(words: Sequence[str], first: int, i: int, lexicon: Lexicon) -> bool:
    """Whether the last word is somebody's: `Sen. Angus King`; not `Harvard President`."""
    if words[i] == "Sen" and i - first == 1:
        return True  # Hun Sen
    given = i - 1 - (i - first > 1 and _is_initial(words[i - 1]))
    before = words[first:given]
    known = given >= first and words[given] in lexicon.first_names and words[i] in SURNAMES
    return known and all(word in lexicon.titles or word in lexicon.roles for word in before)


def _is_initial(word: str) -> bool:
    return word[1:] == "."


def strip_roles(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> int:
    """The end of what stands before a title once its other words (`Vice`, `Foreign`) are off."""
    while last > first:
        word = words[last - 1]
        if known(words[first:last]) and [word, *words[last : last + 1]] != _TREASURER:
            return last
        if word in _FORCES and last - first > 1 and words[last - 2] == "National":
            return last  # Haiti National Police Chief
        if is_bench(words[first:last]) or words[first:last] in _ASSISTANTS:
            return first  # Assistant U.S. Attorney
        role = (
            word in lexicon.roles
            or word in lexicon.demonyms
            or word in SMALL
            or word in lexicon.openers
            or [word, *words[last : last + 1]] == _PROSECUTOR
        )
        if not role:
            return last
        last -= 1
    return last


def is_bench(words: Sequence[str]) -> bool:
    """Whether the words say only at which court a judge sits: `U.S. District`."""
    return len(words) == 2 and words[1] in _BENCHES and "." in words[0]


def is_royal(words: Sequence[str], after: int, last: int) -> bool:
    """Whether a sovereign's title, which belongs to the name, stands before one given name."""
    return words[after - 1] in _ROYAL and _is_regnal(words[after:last])


def _is_regnal(words: Sequence[str]) -> bool:
    """Whether the words are one given name, with a number or without: `Felipe VI`."""
    return len(words) == 1 or (len(words) == 2 and bool(_REGNAL.fullmatch(words[1])))


def is_article(words: Sequence[str], i: int) -> bool:
    """Whether the word is an article that is no part of a name; `The Hague` is one name."""
    after = "".join(words[i + 2 : i + 4])
    if words[i] == "An" and after[:1] == "-" and after.islower():
        return False  # An Chong-bum
    return words[i] in ("The", "A", "An", "I") and words[i : i + 2] != ["The", "Hague"]


def is_role(words: Sequence[str], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the sentence begins with what stands in lower case before persons elsewhere."""
    if not 2 <= last - first <= 4 or words[first][1:] != words[first][1:].lower():
        return False
    role = words[first].lower() in lexicon.titles and words[first] not in lexicon.titles
    return role and words[first + 1] in lexicon.first_names and words[last - 1] not in lexicon.heads
