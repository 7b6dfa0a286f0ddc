"""Residue: lines of the page around an article, told by their phrases; one file for each family."""

from functools import lru_cache

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


@lru_cache(maxsize=20_000)
def certain(key: str) -> str:
    """The family that knows this folded line wherever it stands, or ''."""
    if len(key) > LONGEST:
        return ""
    for family in FAMILIES:
        if family.anywhere and family.anywhere.fullmatch(key):
            return family.name
    return ""


@lru_cache(maxsize=20_000)
def likely(key: str) -> str:
    """The family that knows this folded line before or after an article's prose, or ''."""
    if len(key) > LONGEST:
        return ""
    for family in FAMILIES:
        if family.edge and family.edge.fullmatch(key):
            return family.name
    return ""
