"""What data files tell of related articles.

What one more article makes rarer or more common changes each score a little: with finer ones, the
lines of a fifth of all articles could be others after every build.
"""

from collections.abc import Iterable

from seedpress.model import Related


def score_of(related: Related) -> float:
    """How much it shares, in hundredths."""
    return max(0.01, round(related.score, 2))


def related_told(every: Iterable[Related]) -> list[tuple[str, float, object, object]]:
    """All that is told of some: id, score, entities, keywords."""
    return [(one.id, score_of(one), one.entities, one.keywords) for one in every]
