"""What one article says of ministries: whose they are, what for, and who speaks for them."""

import re
from collections.abc import Sequence

from seedpress.entities.lands import country_of
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.looks import place
from seedpress.entities.placed import Ministry, Placed
from seedpress.entities.speakers import Here, Place, Whose, speakers_of
from seedpress.model import Names

HEAD = "Ministry"
_OF = re.compile(r"(?:(.+) )?Ministry of (?:the )?(.+)")
_WHOSE = re.compile(r"(.+) of (?:the )?(.+)")
_FOR = {
    "Foreign Affairs": "Foreign",
    "External Affairs": "Foreign",
    "Internal Affairs": "Interior",
    "National Defense": "Defense",
}
BRITISH = {"Defence": "Defense", "Labour": "Labor"}
GAZA = frozenset({"Gaza", "Gaza Strip", "Palestinian", "Palestinians"})
_OWNER, _OWNED = len("'s "), len(" of ")  # between a country and its ministry, and behind that
_THE = len("the ")


def named_ministries(placed: Sequence[Placed], names: Names, lexicon: Lexicon) -> list[Ministry]:
    """What the mentions of an article say of ministries, if they do."""
    named = [(number, each) for number, each in enumerate(placed) if HEAD in each.full]
    if not named:
        return []
    found = _whose([each for _, each in named], placed, names, lexicon)
    who = speakers_of(found, placed, names)
    result = []
    for number, each in named:
        at = [(mention, each.look.skipped) for mention in each.look.numbers]
        told = [(one[0], found[one][0], who.get(one, "")) for one in at if one in found]
        what, skipped = _parsed(each.full, lexicon)[1], each.look.skipped
        result.append(Ministry(number, each.key, each.full, skipped, what, told))
    return result


def _whose(
    here: Sequence[Placed], placed: Sequence[Placed], names: Names, lexicon: Lexicon
) -> Here:
    """The ministries among the mentions `here` of an article, by where they stand."""
    found = {}
    beside: list[tuple[Place, int, int]] = []  # where what may say whose it is ends, and begins
    for each in here:
        whose, what = _parsed(each.full, lexicon)
        for number in each.look.numbers if what else ():
            at = number, each.look.skipped
            found[at] = whose, what
            if not whose:
                start = _start(each, number, names)
                beside.append((at, start - _OWNER, start + len(each.look.text) + _OWNED))
    if beside:
        ends, starts = _countries(placed, beside, names, lexicon)
        for at, before, after in beside:
            whose = ends.get(before) or starts.get(after) or starts.get(after + _THE, "")
            found[at] = whose, found[at][1]
    return found


def _countries(
    placed: Sequence[Placed],
    beside: Sequence[tuple[Place, int, int]],
    names: Names,
    lexicon: Lexicon,
) -> tuple[dict[int, str], dict[int, str]]:
    """Of which country mentions are that end or begin at these places, by where they do."""
    before = {at for _, at, _ in beside}
    after = {at + the for _, _, at in beside for the in (0, _THE)}
    ends: dict[int, str] = {}
    starts: dict[int, str] = {}
    for each in placed:
        text = each.look.text
        for number in each.look.numbers:
            start = _start(each, number, names)
            if start not in after and start + len(text) not in before:  # as nearly all
                continue
            if country := "Gaza" if text in GAZA else country_of(text, lexicon):
                starts[start], ends[start + len(text)] = country, country
    return ends, starts


def _start(placed: Placed, number: int, names: Names) -> int:
    """Where a mention begins."""
    return place(names.starts[number])[0] + placed.look.skipped


def _parsed(full: str, lexicon: Lexicon) -> Whose:
    """Whose ministry the name says that it is, and what for; nothing for any other name."""
    whose = ""
    after = _WHOSE.fullmatch(full)
    if after and country_of(after[2], lexicon):
        full, whose = after[1], country_of(after[2], lexicon)
    of = _OF.fullmatch(full)
    if not of and not full.endswith(f" {HEAD}"):
        return "", ""
    words = (of[1] or "").split() if of else full.split()[:-1]
    for end in (2, 1):
        before = " ".join(words[:end])
        country = "Gaza" if before in GAZA else country_of(before, lexicon)
        if country and (of or len(words) > end):
            whose, words = country, words[end:]
            break
    if of and words:
        return "", ""
    what = " ".join(BRITISH.get(word, word) for word in (of[2].split() if of else words))
    return whose, _FOR.get(what, what)
