"""What is measured of a candidate: a few numbers, each with a name that an editor can read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from seedpress.keywords.rarity import Rarity
from seedpress.model import Candidate, Phrases

# Order of the numbers that `measure` gives; `data/weights.json` has a weight for each.
NAMES = (
    "words_sum",  # log of the sum of its words' weights: frequent, early and rare words
    "weakest_word",  # log of the weight of its weakest word
    "count",  # log of how often the phrase stands
    "late",  # log of the words before its first occurrence
    "single",  # one word
    "three",  # three words
    "long",  # four words or more
    "headline_only",  # stands only in the title
    "name",  # holds a capitalised name
    "gerund",  # ends in an -ing form
    "in_longer",  # log of how many longer candidates hold it
    "head_used",  # log of how often its last word ends or builds candidates
    "rarest_first",  # rarity of its first word
)


@dataclass(frozen=True, slots=True)
class Words:
    """An article's stems by place: their weights, and how many phrases use each."""

    weights: tuple[float, ...]  # frequency, position and rarity together
    rarity: tuple[float, ...]
    used: tuple[int, ...]


def words(phrases: Phrases, rarity: Rarity) -> Words:
    """What the candidates' words weigh in this corpus."""
    rare = tuple(rarity.of(stem) for stem in phrases.words)
    used = [0] * len(rare)
    for candidate in phrases.candidates:
        for place in set(candidate.words):
            used[place] += candidate.count
    weights = tuple(w * max(0.05, r) for w, r in zip(phrases.weights, rare, strict=True))
    return Words(weights, rare, tuple(used))


def measure(candidate: Candidate, known: Words) -> Sequence[float]:
    """The numbers of one candidate, in the order of `NAMES`."""
    weights = [known.weights[place] for place in candidate.words]
    length = len(weights)
    return (
        math.log(sum(weights) + 0.001),
        math.log(min(weights) + 0.01),
        math.log(candidate.count),
        math.log(candidate.first + 10),
        float(length == 1),
        float(length == 3),
        float(length > 3),
        float(candidate.headline),
        float("P" in candidate.shape),
        float(candidate.shape.endswith("G")),
        math.log(1 + candidate.longer),
        math.log(max(1, known.used[candidate.words[-1]])),
        known.rarity[candidate.words[0]],
    )
