"""What is measured of a candidate: a few numbers, each with a name that an editor can read."""

import math
from collections.abc import Sequence
from operator import mul

from seedpress.keywords.lexicon import lists
from seedpress.keywords.rarity import Rarity
from seedpress.model import Candidate, Phrases

# Order of the numbers that `measure` gives; `data/weights.json` has a weight for each.
NAMES = (
    "words_sum",  # log of the sum of its words' weights: frequent, early and rare words
    "weakest_word",  # log of the weight of its weakest word
    "count",  # log of how often the phrase stands
    "once",  # stands only once
    "late",  # log of the words before its first occurrence
    "single",  # one word
    "three",  # three words
    "long",  # four words or more
    "headline_only",  # stands only in the title
    "name",  # holds a capitalised name
    "passing_name",  # holds a name, stands only once, and after the lead
    "owner",  # stands only in a longer phrase, as its owner: "Brandt's plan"
    "gerund",  # ends in an -ing form
    "in_longer",  # log of how many longer candidates hold it
    "vague_start",  # begins with an adjective that judges or dates
    "empty",  # a noun that says little, alone or with adjectives only
    "speaker",  # ends in someone who is quoted rather than written about
)

LEAD = 80  # words, the title's among them, that say what an article is about


def words(phrases: Phrases, rarity: Rarity) -> tuple[float, ...]:
    """What an article's stems weigh in this corpus, by place: frequent, early and rare together."""
    rare = [max(0.05, found) for found in rarity.each(phrases)]
    return tuple(map(mul, phrases.weights, rare))


def measure(candidate: Candidate, known: Sequence[float]) -> Sequence[float]:
    """The numbers of one candidate, in the order of `NAMES`."""
    return (*of_words([known[place] for place in candidate.words]), *of_itself(candidate))


def of_words(weights: Sequence[float]) -> tuple[float, float]:
    """The first numbers: those that what its words weigh in the corpus gives."""
    return math.log(sum(weights) + 0.001), math.log(min(weights) + 0.01)


def of_itself(candidate: Candidate) -> tuple[float, ...]:
    """The other numbers, which the article alone gives."""
    length = len(candidate.words)
    return (
        math.log(candidate.count),
        float(candidate.count == 1),
        math.log(candidate.first + 10),
        float(length == 1 and candidate.shape != "L"),
        float(length == 3),
        float(length > 3),
        float(candidate.headline),
        float("P" in candidate.shape),
        float(candidate.count == 1 and "P" in candidate.shape and candidate.first > LEAD),
        float(candidate.owner),
        float(candidate.shape.endswith("G")),
        math.log(1 + candidate.longer),
        float(length > 1 and is_vague(candidate.text)),
        float(is_abstract(candidate.text) and not set(candidate.shape[:-1]) - set("JBG")),
        float(_last(candidate.text).lower() in lists()["speakers"]),
    )


def is_vague(phrase: str) -> bool:
    """Whether a phrase begins with an adjective that names nothing."""
    first = phrase.partition(" ")[0].lower()
    return first in lists()["vague"] or first.endswith("-long")  # "three-year-long"


def is_abstract(phrase: str) -> bool:
    """Whether a phrase ends in a noun that names nothing by itself."""
    return _last(phrase) in lists()["abstract"]


def _last(phrase: str) -> str:
    return phrase.rpartition(" ")[2]
