"""A concordance over several pages: where it is cut."""

from collections.abc import Sequence
from itertools import pairwise

from seedpress.pages.parts import landmark
from seedpress.pages.shelf import Use

LINES = 200  # of a concordance on one part, with a heading for each article counted as one
BYTES = 56_000  # of a concordance on one part, about


def runs_of(uses: Sequence[Use], reach: int, first: int) -> list[Sequence[Use]]:
    """The mentions in runs of LINES and BYTES at the most, in the first of `first` bytes.

    One empty run for none.
    """
    cuts = [0]
    while (after := _fitting(uses, cuts[-1], reach, BYTES if cuts[1:] else first)) < len(uses):
        cuts.append(_cut(uses, cuts[-1], after))
    return [uses[start:end] for start, end in pairwise([*cuts, len(uses)])]


def _fitting(uses: Sequence[Use], start: int, reach: int, most: int) -> int:
    """Where the mentions from `start` on no longer fit on one part."""
    lines = size = 0
    article = ""
    for number in range(start, len(uses)):
        use = uses[number]
        head = _head_size(use) if use.entry.id != article else 0
        lines += 2 if head else 1
        size += head + _line_size(use, reach)
        if number > start and (lines > LINES or size > most):
            return number
        article = use.entry.id
    return len(uses)


def _cut(uses: Sequence[Use], start: int, after: int) -> int:
    """Where the part that begins at `start` ends, `after` at the latest.

    Between two articles, and between the same two wherever it began: one more article changes the
    part that it comes into and hardly another.
    """
    articles = [use.entry.id for use in uses[start : after + 1]]
    begins = [n for n in range(1, len(articles)) if articles[n] != articles[n - 1]]
    late = [n for n in begins if 2 * n >= after - start]
    if not late:
        return after
    return start + late[landmark([articles[n] for n in late])]


def _line_size(use: Use, reach: int) -> int:
    """About how many bytes the line takes: its words, its address, its tags."""
    start, end = use.mention.start - reach, use.mention.end + reach
    text = use.entry.article.text[max(start, 0) : end]
    return len(text.encode()) + len(use.entry.slug) + 100


def size_of(use: Use, reach: int) -> int:
    """About how many bytes it takes where each line has a heading of its own: rather too many."""
    return _head_size(use) + _line_size(use, reach)


def _head_size(use: Use) -> int:
    fields = use.entry.article.fields
    return len(f"{fields.title}{fields.source}{use.entry.slug}".encode()) + 220
