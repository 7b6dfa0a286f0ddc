"""Entities: recognise names in one article, resolve them over the corpus, obey the editor."""

from seedpress.entities.acquaintance import Acquaintance, acquaintance
from seedpress.entities.authority import load_authority
from seedpress.entities.recognisers import RECOGNISERS, recognise
from seedpress.entities.resolve import joined, met, resolve
from seedpress.entities.who import Joined, Met, told, unpacked

__all__ = [
    "RECOGNISERS",
    "Acquaintance",
    "Joined",
    "Met",
    "acquaintance",
    "joined",
    "load_authority",
    "met",
    "recognise",
    "resolve",
    "told",
    "unpacked",
]
