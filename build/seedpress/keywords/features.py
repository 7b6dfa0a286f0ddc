"""What is measured of a candidate: a few numbers, each with a name that an editor can read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from seedpress.keywords.lexicon import lists
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
    "passing_name",  # a name that stands only once
    "gerund",  # ends in an -ing form
    "in_longer",  # log of how many longer candidates hold it
    "head_used",  # log of how often its last word ends or builds candidates
    "vague_start",  # begins with an adjective that judges or dates
    "empty",  # a noun that says little, alone or with adjectives only
)


@dataclass(frozen=True, slots=True)
class Words:
    """An article's stems by place: their weights, and how many phrases use each."""

    weights: tuple[float, ...]  # frequency, position and rarity together
    used: tuple[int, ...]


def words(phrases: Phrases, rarity: Rarity) -> Words:
    """What the candidates' words weigh in this corpus."""
    used = [0] * len(phrases.words)
    for candidate in phrases.candidates:
        for place in set(candidate.words):
            used[place] += candidate.count
    weights = tuple(
        weight * max(0.05, rarity.of(stem)) if uses else 0.0
        for stem, weight, uses in zip(phrases.words, phrases.weights, used, strict=True)
    )
    return Words(weights, tuple(used))


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
        float(candidate.count == 1 and length > 1 and not candidate.shape.strip("PIT")),
        float(candidate.shape.endswith("G")),
        math.log(1 + candidate.longer),
        math.log(max(1, known.used[candidate.words[-1]])),
        float(length > 1 and is_vague(candidate.text)),
        float(is_abstract(candidate.text) and not set(candidate.shape[:-1]) - set("JBG")),
    )


def is_vague(phrase: str) -> bool:
    """Whether a phrase begins with an adjective that names nothing."""
    return phrase.partition(" ")[0].lower() in lists()["vague"]


def is_abstract(phrase: str) -> bool:
    """Whether a phrase ends in a noun that names nothing by itself."""
    return phrase.rpartition(" ")[2] in lists()["abstract"]
