"""Names of towns, as datelines and bylines have them."""

from functools import cache
from importlib import resources

from seedpress.cleaning.sources import looks_named
from seedpress.towns import towns

# Written by us: capitals, and towns that datelines often name.
_PLACES = frozenset(
    resources.files(__package__).joinpath("places.txt").read_text("utf-8").casefold().split("\n")
)
# Towns whose names in capitals are more often words.
_WORDS = frozenset(
    "police nice reading split orange most bath mobile of sale born best data media date "
    "man vice male buy lead war victoria independence liberal defiance hope".split()
)
# Large cities that people are called, as before what they say in an interview.
_PEOPLE = frozenset("sydney adelaide santiago rosario salvador dallas houston phoenix".split())


def is_place(text: str, sure: bool) -> bool:
    """Whether `text` names a place; `sure` asks for one that is surely no other word."""
    place = text.strip(" ,")
    first, comma, region = place.partition(",")
    first = first.split("/")[0].strip()
    if first.casefold() in _PLACES:
        return first[:1].isupper()
    loud = first.isupper() and len(first) > 2
    region = region.strip()
    if loud and looks_named(region) and not region.isupper() and len(place.split()) <= 6:
        return True  # `LA MALBAIE, Quebec`
    if (loud or comma) and is_town(first):
        return True
    if first.casefold() in _cities() - _PEOPLE:
        return first[:1].isupper()
    return not sure and (place.isupper() or looks_named(place)) and len(place.split()) <= 5


def is_town(name: str) -> bool:
    """Whether a town of 15,000 people and more has this name, and hardly anything else."""
    folded = name.casefold()
    return folded in _PLACES or (folded not in _WORDS and folded in _towns())


@cache
def _cities() -> frozenset[str]:
    """Cities of a million people and more, folded."""
    return frozenset(town.name.casefold() for town in towns() if town.population >= 1_000_000)


@cache
def _towns() -> frozenset[str]:
    """Towns by GeoNames, folded."""
    return frozenset(town.name.casefold() for town in towns())
