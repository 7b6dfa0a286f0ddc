"""A family of residue: the phrases by which one kind of it is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 400  # characters; a longer line is never residue by its phrases alone


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns are matched against a whole line, folded, without markup; empty: there is none."""

    name: str  # the rule's name in the ledger
    anywhere: str = ""  # certain, wherever the line stands
    edge: str = ""  # certain only before or after the article's prose


def phrases(*patterns: str) -> str:
    """One pattern that matches a line which is any of `patterns`, but for marks around it."""
    inner = "|".join(f"(?:{pattern})" for pattern in patterns)
    return rf"[\W_]*(?:{inner})[\W_]*"


def matching(*patterns: str) -> re.Pattern[str]:
    """The same as `phrases`, ready for use."""
    return re.compile(phrases(*patterns))


def listed(words: Sequence[str]) -> str:
    """A pattern for any of these words."""
    return "(?:" + "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True)) + ")"
