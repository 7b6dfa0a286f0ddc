"""A family of residue: the phrases by which one kind of it is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 400  # characters; a longer line is never residue by its phrases alone


@dataclass(frozen=True, slots=True)
class Family:
    """Patterns are matched against a whole line, folded, without markup."""

    name: str  # the rule's name in the ledger
    anywhere: re.Pattern[str] | None = None  # certain, wherever the line stands
    edge: re.Pattern[str] | None = None  # certain only before or after the article's prose


def phrases(*patterns: str) -> re.Pattern[str]:
    """One pattern that matches a line which is any of `patterns`, but for marks around it."""
    inner = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(rf"[\W_]*(?:{inner})[\W_]*")


def listed(words: Sequence[str]) -> str:
    """A pattern for any of these words."""
    return "(?:" + "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True)) + ")"
