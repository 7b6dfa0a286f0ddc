"""Tell the kind of a name from all the places where the corpus has it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from seedpress.entities.features import of_name
from seedpress.entities.gazetteer import CITY, CONTINENT, COUNTRY, REGION, TOWN, places
from seedpress.entities.kinds import WATERS, kind_of
from seedpress.entities.lexicon import Lexicon, lexicon
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES, Scores, packed, score, unpacked, weights
from seedpress.entities.usual_names import usual_names
from seedpress.model import Analysis, EntityKind, Look, Mention

# What a gazetteer's word counts beside the typer's.
_KNOWN = {COUNTRY: 2.0, CONTINENT: 2.0, REGION: 1.0, CITY: 1.0, TOWN: 0.25}


_SEEN = 1.0  # and each mention that recognition was sure of
_MOSTLY = 3.0  # most mentions stand in tables of results
_WATER = 2.0
_INITIALLED = 1.5
_FOREIGN = 3.0  # Banco Bilbao Vizcaya
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][a-z]+(?:-[A-Z][a-z]+)?$")
_STORM = re.compile(r"(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Operation) [A-Z]")


class Named(Protocol):
    """What has a name, spellings with counts, and the typer's scores of its places, added up."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def spellings(self) -> Counter[str]:
        """How often it is spelled in which way."""

    @property
    def votes(self) -> Counter[str]:
        """How often it was recognised as what."""

    @property
    def scores(self) -> Sequence[float]:
        """By the typer's CLASSES."""


def tell(named: Named, lists: Lexicon, own: Scores | None = None) -> EntityKind:
    """The kind of `named`: by the table of usual names, else by the typer.

    `own` are the typer's scores of the name by itself, where they are known already.

    The places count with the root of their number: they are not independent of each other.
    """
    usual = usual_names().get(key(named.name))
    if usual:
        return usual.kind
    sure = places().get(named.name) in (COUNTRY, CONTINENT)
    total = sum(named.spellings.values())
    sure = sure and 2 * named.votes.get("organisation", 0) <= total
    if sure and not named.votes.get("person"):
        return "place"
    if _STORM.match(named.name):
        return "event"
    many = total**0.5 or 1.0
    own = own or _own(named.name)
    sums = [mine + around / many for mine, around in zip(own, named.scores, strict=True)]
    sums[CLASSES.index("place")] += _KNOWN.get(places().get(named.name, ""), 0.0)
    for kind, seen in named.votes.items():
        if kind in CLASSES[:3]:
            sums[CLASSES.index(kind)] += _SEEN * seen / many
    if 2 * named.votes.get("organisation", 0) > total:
        sums[CLASSES.index("organisation")] += _MOSTLY
    for kind, more in _by_form(named.name, lists):
        sums[CLASSES.index(kind)] += more
    best: EntityKind = CLASSES[max(range(len(CLASSES)), key=sums.__getitem__)]
    if best == "other":
        return "event" if kind_of(named.name, {}, lists) == "event" else "other"
    return best


def _by_form(name: str, lists: Lexicon) -> Iterable[tuple[EntityKind, float]]:
    """What the form of the name says of its kind, and how much that counts."""
    if " " in name and name.split()[0] in lists.foreign_heads:
        yield "organisation", _FOREIGN
    if _is_initialled(name, lists):
        yield "person", _INITIALLED
    if WATERS.match(name):
        yield "place", _WATER


def _is_initialled(name: str, lists: Lexicon) -> bool:
    """Whether the name is initials and a surname: `R. Croft`, `V.V.S. Laxman`."""
    words = name.split()
    known = words[-1] in lists.heads or key(words[0]) in usual_names()
    return bool(_INITIALS.match(name)) and not known


def own_scores(mentions: Iterable[Mention]) -> bytes:
    """The typer's scores of the distinct texts of one article's `mentions`, as `Names` has them."""
    return packed(map(_own, _texts(mentions)))


def known_scores(analyses: Iterable[Analysis]) -> dict[str, Scores]:
    """By text, what the articles know of the typer's scores of names by themselves."""
    found: dict[str, Scores] = {}
    for analysis in analyses:
        own = unpacked(analysis.names.own)
        found.update((t, s) for t, s in zip(_texts(analysis.names.looks), own, strict=True) if s)
    return found


def _texts(mentions: Iterable[Mention | Look]) -> Iterable[str]:
    return dict.fromkeys(mention.text for mention in mentions)


@lru_cache(maxsize=1 << 14)
def _own(name: str) -> Scores:
    """The typer's scores of the name itself."""
    return score((*of_name(name, lexicon()), "bias"), weights())
