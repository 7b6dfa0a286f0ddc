"""Give `Russia's Ministry of Defence` and `the Russian Defense Ministry` one name.

Outlets write a ministry in many ways: whose it is before or after it, what it is for on either
side. A bare name stands for the ministry that its article names with a country, else for that of
the country that the article names most, where the corpus has such ministries of several.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import partial

from seedpress.entities.institutions import OWNED
from seedpress.entities.lands import adjective, country_of, said_of
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.ministry import BRITISH, GAZA, HEAD
from seedpress.entities.placed import Gist, Placed, divided
from seedpress.entities.speakers import Here, Place, Whose, by_speakers
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.model import Names

HOME = "ministry of the country that the article names most"
_OWN = {("United Kingdom", "Defense"): "Ministry of Defence"}  # as the table of usual names has it
_NONE = frozenset({"United States"})  # have departments, whose ministries are others'
_INTERIOR = "Interior"  # of Internal Affairs, also where nobody says whose it is
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
            country = "Gaza" if name in GAZA else country_of(name, lexicon)
            named[country] += len(look.numbers) * bool(country)
    (first, most), (_, next_most) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first if most >= _LEAD * next_most and first not in _NONE else ""


def _spellings(texts: Counter[str]) -> dict[str, str]:
    """Words as America has them that the corpus spells as others do."""
    often: Counter[str] = Counter()
    for text, times in texts.items():
        for word in text.split():
            often[word] += times
    return {own: other for other, own in BRITISH.items() if often[other] > often[own]}


def _called(full: str, told: Told, spelt: Mapping[str, str], lexicon: Lexicon) -> str:
    """What a mention of `full` that this is told of is called; nothing if that is what it is."""
    whose, what, rule = told
    usual = key(full) in usual_names()
    name = f"{' '.join(spelt.get(word, word) for word in what.split())} {HEAD}"
    if whose and not (rule == HOME and usual):
        country = whose if whose == "Gaza" else adjective(whose, lexicon)
        name = _OWN.get((whose, what), "") or f"{country} {name}"
    elif whose or usual or what != _INTERIOR:
        return ""
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
