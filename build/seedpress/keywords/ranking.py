"""Rank an article's candidates by the model, and drop what a better phrase already says."""

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from heapq import heapify, heappop, heapreplace
from importlib import resources
from operator import mul

from seedpress.keywords.features import NAMES, of_itself, of_words, words
from seedpress.keywords.lexicon import lists
from seedpress.keywords.rarity import Rarity
from seedpress.keywords.tokens import stem
from seedpress.model import Candidate, Keyword, Phrases

REPEATED = 0.2  # taken off for a phrase all of whose words better phrases have already
CONTAINED = 3.0  # taken off, once, for a phrase whose words one better phrase has all


@lru_cache(maxsize=1)
def weights() -> tuple[float, ...]:
    """The model's weights in the order of the features' `NAMES`."""
    file = resources.files("seedpress.keywords").joinpath("data/weights.json")
    said = json.loads(file.read_text("utf-8"))["weights"]
    return tuple(float(said[name]) for name in NAMES)


def scores(phrases: Phrases, rarity: Rarity) -> list[float]:
    """The model's score of each candidate; higher is better."""
    known, (whole, weakest, *_) = words(phrases, rarity), weights()
    found = []
    for candidate in phrases.candidates:
        total, least = of_words([known[place] for place in candidate.words])
        found.append(whole * total + weakest * least + candidate.own)
    return found


def own_score(candidate: Candidate) -> float:
    """The part of a candidate's score that the article alone gives."""
    return math.fsum(map(mul, weights()[2:], of_itself(candidate)))


def rank(phrases: Phrases, found: Sequence[float], count: int) -> tuple[Keyword, ...]:
    """The best `count` candidates under the scores `found` as keywords, best first."""
    candidates = phrases.candidates
    order = chosen(senses(phrases), found, count)
    return tuple(
        Keyword(candidates[place].text, _chance(score), _why(candidates[place]))
        for place, score in order
    )


def senses(phrases: Phrases) -> list[tuple[int, ...]]:
    """The words of each candidate, with the same place for those that say the same: plan, proposal.

    What a phrase says, and so whether a better one says it already, is a matter of these.
    """
    twins = _twins()
    first: dict[str, int] = {}
    used = phrases.stems()[: len(phrases.weights)]
    same = [first.setdefault(twins.get(w, w), place) for place, w in enumerate(used)]
    return [tuple(same[place] for place in c.words) for c in phrases.candidates]


@lru_cache(maxsize=1)
def _twins() -> dict[str, str]:
    """Stem → the first stem of its group in the word lists."""
    groups = [[stem(word) for word in group.split("=")] for group in lists()["twins"]]
    return {word: group[0] for group in groups for word in group}


def chosen(
    phrases: Sequence[tuple[int, ...]], found: Sequence[float], count: int
) -> list[tuple[int, float]]:
    """Places of the best phrases with their final scores: each pays for words already said.

    What a phrase pays only grows, so that a phrase which is still the best when its payment has
    been brought up to date is the best of all (Minoux' lazy greedy).
    """
    sets = [frozenset(phrase) for phrase in phrases]
    heap = [(-score, place) for place, score in enumerate(found)]
    heapify(heap)
    said = [0] * (1 + max((stem for phrase in phrases for stem in phrase), default=0))
    taken: list[frozenset[int]] = []
    result: list[tuple[int, float]] = []
    while heap and len(result) < count:
        place = heap[0][1]
        score = found[place] - _repeats(sets[place], said, taken)
        if -score > heap[0][0]:
            heapreplace(heap, (-score, place))
            continue
        heappop(heap)
        result.append((place, score))
        taken.append(sets[place])
        for word in sets[place]:
            said[word] += 1
    return result


def _repeats(stems: frozenset[int], said: Sequence[int], taken: Sequence[frozenset[int]]) -> float:
    """What a phrase pays for the words that better phrases have."""
    total = sum([said[stem] for stem in stems])
    if not total:
        return 0.0
    share = total / len(stems)
    held = share >= 1 and any(map(stems.issubset, taken))
    return REPEATED * share + (CONTAINED if held else 0.0)


def _chance(score: float) -> float:
    """A score between 0 and 1; no probability, since the intercept is no part of the model kept."""
    return round(1 / (1 + math.exp(-max(-50.0, min(50.0, score)))), 6)


def _why(candidate: Candidate) -> str:
    """What spoke for a keyword, for `seedpress explain`."""
    times = "once" if candidate.count == 1 else f"{candidate.count} times"
    kind = "name" if set(candidate.shape) == {"P"} else "noun phrase"
    where = "in the title only" if candidate.headline else f"first at word {candidate.first + 1}"
    return f"{kind}, {times}, {where}"
