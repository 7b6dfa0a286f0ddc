"""Entities: recognise names in one article, resolve them over the corpus, obey the editor."""

from seedpress.entities.acquaintance import Acquaintance, acquaintance
from seedpress.entities.authority import load_authority
from seedpress.entities.naming import LastNames, LastNaming, told, unpacked
from seedpress.entities.recognisers import RECOGNISERS, recognise
from seedpress.entities.resolve import joined, met, resolve
from seedpress.entities.who import Joined, Met

__all__ = [
    "RECOGNISERS",
    "Acquaintance",
    "Joined",
    "LastNames",
    "LastNaming",
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
