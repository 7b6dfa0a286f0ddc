"""The head and the tail of a page: lines before and after the article's running text."""

import re

from seedpress.cleaning.draft import Draft, is_prose
from seedpress.cleaning.residue import certain, likely

# A family after whose first line at the end of a page nothing of the article follows.
_CLOSING = frozenset(
    (
        "comments",
        "share",
        "teasers",
        "copyright",
        "subscribe",
        "navigation",
        "author box",
        "credits",
    )
)
_WORDS = re.compile(r"\w+")


def drop_certain(draft: Draft) -> Draft:
    """Remove lines that a family knows wherever they stand."""
    taken = {
        i: name
        for i, line in enumerate(draft.lines)
        if not line.fixed and (name := certain(line.key))
    }
    return draft.without(taken)


def cut_tail(draft: Draft) -> Draft:
    """Remove what follows the article: from the first closing line after which no prose stands."""
    lines = draft.lines
    last = max((i for i, line in enumerate(lines) if is_prose(line)), default=-1)
    if last < 0:
        return draft
    taken: dict[int, str] = {}
    closing = ""
    for i in range(last + 1, len(lines)):
        name = certain(lines[i].key) or likely(lines[i].key)
        if name:
            taken[i] = name
            closing = closing or (name if name in _CLOSING else "")
        elif closing and not lines[i].fixed:
            taken[i] = closing
    return draft.without(taken)
