"""Tell the kind of a name from all the places where the corpus has it."""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

from msgspec.structs import replace

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
_SURE = (COUNTRY, CONTINENT)
_PERSON, _ORGANISATION, _PLACE = map(CLASSES.index, ("person", "organisation", "place"))
_SEEN_AS = {kind: CLASSES.index(kind) for kind in CLASSES[:3]}
_SEEN = 1.0  # and each mention that recognition was sure of
_MANY = 9  # mentions; more of them say the same once more, as a thousand notes of one form do
_MOSTLY = 3.0  # most mentions stand in tables of results
_WATER = 2.0
_INITIALLED = 1.5
_FOREIGN = 3.0  # Banco Bilbao Vizcaya
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][a-z]+(?:-[A-Z][a-z]+)?$")
# A storm or an operation in group 1, else a water.
_OPENINGS = re.compile(
    rf"((?:Hurricane|Typhoon|Cyclone|Tropical Storm|Operation) [A-Z])|{WATERS.pattern}"
)


class Named(Protocol):
    """What has a name, mentions, and the typer's scores of its places, added up."""

    @property
    def name(self) -> str:
        """The full name."""

    @property
    def mentions(self) -> int:
        """How many mentions it has."""

    @property
    def votes(self) -> Mapping[str, int]:
        """How often it was recognised as what."""

    @property
    def scores(self) -> Sequence[float]:
        """By the typer's CLASSES."""


class Known(Protocol):
    """Scores of names."""

    def get(self, name: str, /) -> Scores | tuple[()] | None:
        """The scores of `name`, if they are known."""


def tell(named: Named, lists: Lexicon, known: Known) -> EntityKind:
    """The kind of `named`: by the table of usual names, else by the typer.

    `known` are the typer's scores of names by themselves, where they are known already.
    """
    name, votes = named.name, named.votes
    usual = usual_names().get(key(name))
    if usual:
        return usual.kind
    place = places().get(name, "")
    sure = place in _SURE and not votes.get("person")
    if sure and 2 * votes.get("organisation", 0) <= named.mentions:
        return "place"
    opens = _OPENINGS.match(name)
    if opens and opens[1]:
        return "event"
    sums = _weighed(named, known.get(name) or _own(name), _KNOWN.get(place, 0.0))
    if " " in name and _is_body(name.split()[0], lists):
        sums[_ORGANISATION] += _FOREIGN
    if opens:
        sums[_PLACE] += _WATER
    if name[1:2] == "." and _is_initialled(name, lists):
        sums[_PERSON] += _INITIALLED
    best: EntityKind = CLASSES[sums.index(max(sums))]
    if best == "person" and " & " in name:
        return "organisation"  # Pratt & Whitney
    if best == "other":
        return "event" if kind_of(name, {}, lists) == "event" else "other"
    return best


def _weighed(named: Named, own: Scores, known: float) -> list[float]:
    """By class, what speaks for it: the name, the places where it stands, and what recognised it.

    `known` speaks for a place. The places where it stands count with the root of their number,
    and from _MANY on no more: they are not independent of each other.
    """
    (a, b, c, d), around = own, named.scores
    total = named.mentions
    many = max(total**0.5, total / _MANY**0.5) or 1.0
    sums = [a + around[0] / many, b + around[1] / many, c + around[2] / many, d + around[3] / many]
    sums[_PLACE] += known
    for kind, seen in named.votes.items():
        if kind in _SEEN_AS:
            sums[_SEEN_AS[kind]] += _SEEN * seen / many
            if kind == "organisation" and 2 * seen > total:
                sums[_ORGANISATION] += _MOSTLY
    return sums


def _is_body(first: str, lists: Lexicon) -> bool:
    """Whether a name's first word makes it a club's, or an organisation's abroad: `Banco`."""
    club = first in lists.club_starts and first not in lists.first_names and not first.isupper()
    return club or first in lists.foreign_heads


def _is_initialled(name: str, lists: Lexicon) -> bool:
    """Whether the name is initials and a surname: `R. Croft`, `V.V.S. Laxman`."""
    words = name.split()
    known = words[-1] in lists.heads or key(words[0]) in usual_names()
    return not known and bool(_INITIALS.match(name))


def own_scores(mentions: Iterable[Mention]) -> bytes:
    """The typer's scores of the distinct texts of one article's `mentions`, as `Names` has them."""
    return packed(map(_own, _texts(mentions)))


class _Single(NamedTuple):
    """What is named in one article, and in one way."""

    name: str
    mentions: int
    votes: Mapping[str, int]
    scores: Scores


def with_kinds(looks: Iterable[Look], own: bytes) -> tuple[Look, ...]:
    """The looks with what their names would be of if they stood nowhere else, as nearly all do.

    `own` are the typer's scores of their texts.
    """
    known = {text: each for text, each in zip(_texts(looks), unpacked(own), strict=True) if each}
    return tuple(replace(look, alone=tell(_single(look), lexicon(), known)) for look in looks)


def _single(look: Look) -> _Single:
    a, b, c, d = look.said
    many = len(look.numbers)
    return _Single(look.text, many, {look.kind: many}, (a / 100, b / 100, c / 100, d / 100))


class KnownScores:
    """What the articles know of the typer's scores of names by themselves."""

    def __init__(self, analyses: Iterable[Analysis] = ()) -> None:
        """Unpacked are only those that are asked for."""
        self._packed: dict[str, int] = {}
        for names in [analysis.names for analysis in analyses]:
            numbers = memoryview(names.own).cast("q")
            self._packed.update(zip(_texts(names.looks), numbers, strict=True))

    def get(self, name: str, /) -> Scores | tuple[()] | None:
        """The scores of `name`, if an article has it."""
        found = self._packed.get(name)
        return None if found is None else unpacked(found.to_bytes(8, sys.byteorder, signed=True))[0]


def _texts(mentions: Iterable[Mention | Look]) -> Iterable[str]:
    return dict.fromkeys([mention.text for mention in mentions])


@lru_cache(maxsize=1 << 14)
def _own(name: str) -> Scores:
    """The typer's scores of the name itself."""
    return score((*of_name(name, lexicon()), "bias"), weights())
