"""What articles have in common: prefer shared keywords, and give them to others that use them."""

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec import Raw, Struct, msgpack
from msgspec.structs import replace

from seedpress.keywords.claims import Claims
from seedpress.keywords.ranking import CONTAINED
from seedpress.keywords.rarity import Rarity
from seedpress.keywords.tokens import key
from seedpress.keywords.variants import Variants
from seedpress.model import Analysis, Keyword

ESTABLISHED = 10  # a keyword that is among the first so many of an article is worth looking for
SINGLE = 3  # times that an article must have a single word
SPREAD = 5  # keywords that one article is given, at the most
SHARED = 0.5  # added to a score, in log odds, for each doubling or so of the articles that share it
FAIR = 20  # articles with all words of an idea, at the most, for each that has established it
_LOOKED_BACK = 60  # keywords; an article may have thousands of tags of its own
_HELD = math.exp(-CONTAINED)
ENOUGH = 4  # other articles; more of them make a keyword no better


def established(each: Sequence[Claims]) -> dict[str, int]:
    """Ideas among the first keywords of some article, and in how many articles they are."""
    return Counter(thing for claims in each for thing in first(claims))


def first(claims: Claims) -> list[str]:
    """The ideas, names apart, that one article's first keywords establish."""
    return [
        thing
        for place, (thing, keyword) in enumerate(claims.keywords.items())
        if not keyword.entity and (place < ESTABLISHED or keyword.author or keyword.pinned)
    ]


def rising(claims: Claims) -> list[str]:
    """The ideas of one article that `preferred` lifts where others share them."""
    return [
        thing
        for thing, keyword in claims.keywords.items()
        if not (keyword.entity or keyword.author or keyword.pinned)
    ]


def preferred(claims: Claims, known: Mapping[str, int]) -> Claims:
    """The claims with those first that other articles share too: a tag is there to link.

    Names are not lifted: they link through their entities anyway. Nor is what the editor pinned
    and what the author tagged.
    """
    own = set(first(claims))
    scored = {
        thing: keyword
        if keyword.entity or keyword.author or keyword.pinned
        else _scored(keyword, _lifted(keyword.score, known.get(thing, 0) - (thing in own)))
        for thing, keyword in claims.keywords.items()
    }
    if scored == claims.keywords:
        return claims
    told = _told_once(sorted(scored.items(), key=lambda item: -item[1].score))
    return Claims(dict(sorted(told, key=lambda item: -item[1].score)), claims.ideas)


def _told_once(ordered: Sequence[tuple[str, Keyword]]) -> Iterator[tuple[str, Keyword]]:
    """The keywords, best first; those pay that a better one holds, now that some have risen.

    "Kursk" pays where "Kursk region" has come before it; parts of hyphened words count here.
    """
    before: list[frozenset[str]] = []  # of those words that can hold others
    for place, (thing, keyword) in enumerate(ordered):
        words = frozenset(key(keyword.text))
        held = any(map(words.__lt__, before))
        asked = keyword.author or keyword.pinned
        if place < _LOOKED_BACK and len(words) > 1:
            before.append(words)
        score = _odds_times(keyword.score, _HELD) if held and not asked else keyword.score
        yield thing, _scored(keyword, score)


def _scored(keyword: Keyword, score: float) -> Keyword:
    return keyword if score == keyword.score else replace(keyword, score=score)


def _lifted(score: float, others: int) -> float:
    """A score between 0 and 1 with the odds that `others` sharing articles give it."""
    if not others:
        return score
    return _odds_times(score, math.pow(1 + min(others, ENOUGH), SHARED))


def _odds_times(score: float, factor: float) -> float:
    odds = score / max(1e-6, 1 - score) * factor
    return round(odds / (1 + odds), 6)


def worth_giving(known: Mapping[str, int], rarity: Rarity) -> dict[str, int]:
    """Those of the established ideas that a fair share of the articles with its words chose.

    That one short article is about its owners makes no keyword of the owners in all others.
    """
    return {
        idea: count
        for idea, count in known.items()
        if count * FAIR >= min((rarity.own.get(stem, 0) for stem in idea.split()), default=0)
    }


def lines(things: Iterable[str]) -> str:
    """Ideas in one string, which costs a tenth of them one by one."""
    return "".join([f"{thing}\n" for thing in things])


def parted(told: str) -> list[str]:
    """The ideas that `lines` put together."""
    return told[:-1].split("\n") if told else []


class Uses(Struct, frozen=True, array_like=True, gc=False):
    """Ideas that an article clearly uses, line by line, and of each how often and where first."""

    ideas: str
    counts: Raw  # read only where others have established one of them
    places: Raw  # in `ways`


def uses(analysis: Analysis, variants: Variants, prefer: Mapping[str, str]) -> Uses:
    """The ideas that `analysis` uses.

    A use is a phrase of the article, the end of a longer phrase ("ceasefire plan" in "American
    ceasefire plan") or another word order ("plan for a ceasefire").
    """
    counts: dict[str, int] = defaultdict(int)
    places: dict[str, int] = {}
    found = ways(analysis)
    ideas = variants.ideas([text for text, _ in found])
    if prefer:
        ideas = [prefer.get(idea, idea) for idea in ideas]
    for place, (idea, (_, count)) in enumerate(zip(ideas, found, strict=True)):
        if idea not in places:
            places[idea] = place
        counts[idea] += count
    clear = [idea for idea, count in counts.items() if " " in idea or count >= SINGLE]
    return Uses(
        lines(clear),
        Raw(msgpack.encode([counts[idea] for idea in clear])),
        Raw(msgpack.encode([places[idea] for idea in clear])),
    )


def given(
    analysis: Analysis,
    used: Uses,
    found: Claims,
    listed: Container[str],
    known: Mapping[str, int],
) -> dict[str, Keyword]:
    """Keywords that other articles established and `analysis` uses without having them `listed`."""
    own = set(first(found))
    able = [
        (place, idea)
        for place, idea in enumerate(parted(used.ideas))
        if known.get(idea, 0) > (idea in own) and idea not in listed
    ]
    if not able:
        return {}
    counts = msgpack.decode(used.counts, type=list[int])
    places = msgpack.decode(used.places, type=list[int])
    # In doublings, so that one article more changes little for those who had nearly as many.
    able.sort(key=lambda use: (-known[use[1]].bit_length(), -counts[use[0]], use[1]))
    forms = ways(analysis)
    return {
        idea: Keyword(forms[places[place]][0], 0.0, "other articles have it")
        for place, idea in able[:SPREAD]
    }


def ways(analysis: Analysis) -> list[tuple[str, int]]:
    """Phrases of an article, whole before ends, with how often each stands."""
    whole = [(candidate.text, candidate.count) for candidate in analysis.phrases.candidates]
    ends = [
        (text.split(" ", start)[start], count)
        for text, count in whole
        for start in range(1, text.count(" "))  # a single word at the end is no clear use
    ]
    return [*whole, *((text, 1) for text in analysis.phrases.linked), *ends]
