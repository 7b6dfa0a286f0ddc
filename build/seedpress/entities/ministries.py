"""Give `Russia's Ministry of Defence` and `the Russian Defense Ministry` one name.

Outlets write a ministry in many ways: whose it is before or after it, what it is for on either
side. A bare name stands for the ministry that its article names with a country, else for that of
the country that the article names most, where the corpus has such ministries of several.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import partial

from seedpress.entities.institutions import OWNED
from seedpress.entities.lands import adjective, country_of, said_of
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.looks import place
from seedpress.entities.placed import Gist, Ministry, Placed, divided
from seedpress.entities.speakers import Here, Place, Whose, by_speakers, speakers_of
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.model import Names

HOME = "ministry of the country that the article names most"
_HEAD = "Ministry"
_OF = re.compile(r"(?:(.+) )?Ministry of (?:the )?(.+)")
_WHOSE = re.compile(r"(.+) of (?:the )?(.+)")
_FOR = {
    "Foreign Affairs": "Foreign",
    "External Affairs": "Foreign",
    "Internal Affairs": "Interior",
    "National Defense": "Defense",
}
_BRITISH = {"Defence": "Defense", "Labour": "Labor"}
_OWN = {("United Kingdom", "Defense"): "Ministry of Defence"}  # as the table of usual names has it
_GAZA = frozenset({"Gaza", "Gaza Strip", "Palestinian", "Palestinians"})
_NONE = frozenset({"United States"})  # have departments, whose ministries are others'
_INTERIOR = "Interior"  # of Internal Affairs, also where nobody says whose it is
_OWNER, _OWNED = len("'s "), len(" of ")  # between a country and its ministry, and behind that
_THE = len("the ")
_LEAD = 2  # times as often as the next country
_SEVERAL = 2  # countries of which the corpus has such a ministry
Told = tuple[str, str, str]  # whose ministry, what for, and the rule by which
_NOBODY = "", "", ""


def ministries(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    names: Sequence[Names],
    kept: Set[str],
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with ministries under one name each.

    Names with keys in `kept`, of which the editor speaks, stand for themselves.
    """
    found, speakers, texts = _told_of(gists, kept)
    by_speakers(found, speakers)
    owners: dict[str, set[str]] = defaultdict(set)
    for here in found.values():
        for whose, what in here.values():
            owners[what].update({whose} - {""})
    spelt = _spellings(texts)
    result = [*articles]
    for number, here in found.items():
        told = _told(here, owners, names, number, lexicon)
        if any(
            _called(each.full, told.get((mention, each.skipped), _NOBODY), spelt, lexicon)
            for each in gists[number].ministries
            for mention, *_ in each.told
        ):
            meant = partial(_meant, told=told, spelt=spelt, lexicon=lexicon)
            result[number] = divided(articles[number], meant, names[number])
    return result


def _told_of(
    gists: Sequence[Gist], kept: Set[str]
) -> tuple[dict[int, Here], dict[int, dict[Place, str]], Counter[str]]:
    """By article its ministries, and who speaks for them; how often which name is theirs."""
    found: dict[int, Here] = {}
    speakers: dict[int, dict[Place, str]] = {}
    texts: Counter[str] = Counter()
    for number, gist in enumerate(gists):
        for each in gist.ministries:
            if each.key in kept:
                continue
            texts[each.full] += 1
            here, who = found.setdefault(number, {}), speakers.setdefault(number, {})
            for mention, whose, speaker in each.told:
                at = mention, each.skipped
                here[at], who[at] = (whose, each.what), speaker
    return found, speakers, texts


def named_ministries(placed: Sequence[Placed], names: Names, lexicon: Lexicon) -> list[Ministry]:
    """What the mentions of an article say of ministries, if they do."""
    named = [(number, each) for number, each in enumerate(placed) if _HEAD in each.full]
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
            if country := "Gaza" if text in _GAZA else country_of(text, lexicon):
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
    if not of and not full.endswith(f" {_HEAD}"):
        return "", ""
    words = (of[1] or "").split() if of else full.split()[:-1]
    for end in (2, 1):
        before = " ".join(words[:end])
        country = "Gaza" if before in _GAZA else country_of(before, lexicon)
        if country and (of or len(words) > end):
            whose, words = country, words[end:]
            break
    if of and words:
        return "", ""
    what = " ".join(_BRITISH.get(word, word) for word in (of[2].split() if of else words))
    return whose, _FOR.get(what, what)


def _told(
    found: Mapping[Place, Whose],
    owners: Mapping[str, set[str]],
    names: Sequence[Names],
    number: int,
    lexicon: Lexicon,
) -> dict[Place, Told]:
    """The ministries of an article with whose they are as far as it is clear, and why."""
    told = {}
    home: str | None = None
    for at, (whose, what) in found.items():
        rule = OWNED
        if not whose:
            here = {owner for owner, other in found.values() if owner and other == what}
            if not here and owners[what]:
                home = _home(names[number], lexicon) if home is None else home
                several = home and len(owners[what] | {home}) >= _SEVERAL
                here, rule = ({home} if several else set()), HOME
            whose = next(iter(here)) if len(here) == 1 else ""
        told[at] = whose, what, rule
    return told


def _home(names: Names, lexicon: Lexicon) -> str:
    """The country, or Gaza, that the article names far more often than others; or nothing."""
    named = said_of(names, lexicon)
    for look in names.looks:
        for name in {look.text, look.text.partition(" ")[0]}:
            country = "Gaza" if name in _GAZA else country_of(name, lexicon)
            named[country] += len(look.numbers) * bool(country)
    (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= _LEAD * next_most and first not in _NONE else ""


def _spellings(texts: Counter[str]) -> dict[str, str]:
    """Words as America has them that the corpus spells as others do."""
    often: Counter[str] = Counter()
    for text, times in texts.items():
        for word in text.split():
            often[word] += times
    return {own: other for other, own in _BRITISH.items() if often[other] > often[own]}


def _called(full: str, told: Told, spelt: Mapping[str, str], lexicon: Lexicon) -> str:
    """What a mention of `full` that this is told of is called; nothing if that is what it is."""
    whose, what, rule = told
    if what == _INTERIOR and not whose and key(full) not in usual_names():
        name = f"{' '.join(spelt.get(word, word) for word in what.split())} {_HEAD}"
    elif not whose or (rule == HOME and key(full) in usual_names()):
        return ""
    else:
        country = whose if whose == "Gaza" else adjective(whose, lexicon)
        words = " ".join(spelt.get(word, word) for word in what.split())
        name = _OWN.get((whose, what), "") or f"{country} {words} {_HEAD}"
    return name if name != full else ""


def _meant(
    each: Placed,
    number: int,
    *,
    told: Mapping[Place, Told],
    spelt: Mapping[str, str],
    lexicon: Lexicon,
) -> Placed:
    """A mention with the name of the ministry that it stands for, if it does."""
    whose, what, rule = told.get((number, each.look.skipped), _NOBODY)
    name = _called(each.full, (whose, what, rule), spelt, lexicon)
    if not name:
        return each
    return each.meaning(name, rule if whose and each.rule == SAME else each.rule)
