"""Residue: lines of the page around an article, told by their phrases; one file for each family."""

import re
from functools import cache, lru_cache

from seedpress.cleaning.residue import (
    adverts,
    authors,
    comments,
    contact,
    counters,
    legal,
    navigation,
    photos,
    share,
    subscribe,
    teasers,
)
from seedpress.cleaning.residue.family import LONGEST, Family

__all__ = ["FAMILIES", "certain", "likely"]

# Tried in this order; the first that knows a line names it in the ledger.
FAMILIES: tuple[Family, ...] = (
    comments.FAMILY,
    share.FAMILY,
    subscribe.FAMILY,
    teasers.FAMILY,
    photos.FAMILY,
    legal.FAMILY,
    adverts.FAMILY,
    counters.FAMILY,
    navigation.FAMILY,
    contact.FAMILY,
    authors.FAMILY,
)


_BAR = re.compile(r"\s+[|·•]\s+")
# Longer lines are looked at only where a word stands in them that their residue never lacks.
_SHORT = 160  # characters
_TELLING = (
    "copyright", "©", "rights reserved", "cookie", "newsletter", "privacy", "affiliate", "comment",
    "published", "photo", "image", "picture", "credit", "getty", "inbox", "consent", "flash player",
    "reporting by", "trade mark", "trademark", "views expressed", "commission", "subscri",
    "partners", " is a", " is the", "independently",
)  # fmt: skip


def _worth_a_look(key: str) -> bool:
    return len(key) <= _SHORT or (len(key) <= LONGEST and any(word in key for word in _TELLING))


@lru_cache(maxsize=4096)
def certain(key: str) -> str:
    """The family that knows this folded line wherever it stands, or ''."""
    if not _worth_a_look(key):
        return ""
    name = _known(key, "anywhere")
    if not name and len(key) <= _SHORT and _BAR.search(key):
        # `Read the series | Sign up`: residue if every part is, and one of them surely.
        parts = _BAR.split(key)
        sure = [_known(part, "anywhere") for part in parts]
        if any(sure) and all(
            one or _known(part, "edge") for one, part in zip(sure, parts, strict=True)
        ):
            name = next(one for one in sure if one)
    return name


@lru_cache(maxsize=4096)
def likely(key: str) -> str:
    """The family that knows this folded line before or after an article's prose, or ''."""
    return _known(key, "edge") if _worth_a_look(key) else ""


def _known(key: str, where: str) -> str:
    """The first family one of whose phrases of this kind is the whole line."""
    if not _any(where).fullmatch(key):
        return ""
    patterns = ((family.name, getattr(family, where)) for family in FAMILIES)
    return next(name for name, pattern in patterns if pattern and _one(pattern).fullmatch(key))


@cache
def _any(where: str) -> re.Pattern[str]:
    """One pattern for all families: nearly all lines are known to none."""
    patterns = (getattr(family, where) for family in FAMILIES)
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns if pattern))


@cache
def _one(pattern: str) -> re.Pattern[str]:
    """The pattern of one family, made when a line is known to any."""
    return re.compile(pattern)
