"""What articles about a team sport tell of clubs, and the clubs of leagues."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from seedpress.entities.gazetteer import CITY, COUNTRY, REGION, TOWN, place_kind
from seedpress.entities.lexicon import Lexicon, lines
from seedpress.entities.placed import Gist, Placed, Reported
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME

TEAMED = frozenset({TOWN, CITY, REGION, COUNTRY})  # places that teams are called by
_TOWNS = frozenset({TOWN, CITY, REGION})
Clubs = dict[tuple[str, str], dict[str, str]]  # sport and short name: full names by key


def reported(placed: Sequence[Placed], sport: str, lexicon: Lexicon) -> Reported | None:
    """What the mentions of an article about this sport tell of clubs; nothing where it has none."""
    if not sport:
        return None
    clubs: list[tuple[str, str, str]] = []
    own: dict[str, None] = {}
    listed: list[tuple[str, str]] = []
    for each in placed:
        for short in _shorts(each, lexicon) if _may_play(each.key, sport) else ():
            clubs.append((short, each.key, each.full))
            own[each.key] = None
        own |= dict.fromkeys(_nicknamed(each, sport))
        if each.look.kind == "organisation" and place_kind(each.full) in TEAMED:
            listed.append((short_of(each), each.full))
            own[key(nation_of(each, sport))] = None
    asked = dict.fromkeys(short_of(each) for each in placed if each.rule == SAME)
    return Reported(clubs, [*own], listed, [*asked])


def clubs_of(gists: Iterable[Gist]) -> Clubs:
    """The clubs of the leagues and the corpus.

    A town in tables of a sport without a known club there is a club of its own.
    """
    every: Clubs = defaultdict(dict, {short: dict(full) for short, full in leagues().items()})
    listed: dict[tuple[str, str], str] = {}
    for gist in gists:
        if told := gist.reported:
            for short, club, full in told.clubs:
                every[gist.sport, short][club] = full
            listed |= {(gist.sport, short): full for short, full in told.listed}
    for (sport, town), full in listed.items():
        if not every[sport, town]:
            name = in_sport(full, sport)
            every[sport, town] = {key(name): name}
    return every


def _nicknamed(placed: Placed, sport: str) -> Iterable[str]:
    """The key of the club whose nickname alone the mention is: `Bulls`."""
    if " " in placed.full or place_kind(placed.full):
        return ()
    clubs = leagues().get((sport, placed.key), {})
    return clubs if len(clubs) == 1 else ()


def _may_play(club: str, sport: str) -> bool:
    """Whether the club of this key is in no league of other sports alone."""
    found = _sports().get(club)
    return found is None or sport in found


@lru_cache(maxsize=1)
def _sports() -> dict[str, set[str]]:
    """The sports of the clubs in leagues, by key."""
    found: dict[str, set[str]] = defaultdict(set)
    for (sport, _), clubs in leagues().items():
        for club in clubs:
            found[club].add(sport)
    return dict(found)


def short_of(placed: Placed) -> str:
    """The key of the town's name, also where capitals make it look like an acronym: `METZ`."""
    name = placed.full
    short = key(name.title() if name.isupper() and len(name) > 3 else name)
    return f"st. {short[3:]}" if short.startswith("st ") else short


def nation_of(placed: Placed, sport: str) -> str:
    """The name of a country's team."""
    usual = usual_names().get(placed.key)
    name = placed.full.title() if placed.full.isupper() else placed.full
    return in_sport(usual.name if usual else name, sport)


def in_sport(place: str, sport: str) -> str:
    """The name of a place's team where the corpus has none: `Leeds (soccer)`."""
    return f"{place} ({sport})"


@lru_cache(maxsize=1)
def leagues() -> Clubs:
    """The teams of the list `league_teams` by sport and short name."""
    found: Clubs = defaultdict(dict)
    for line in lines("league_teams"):
        sport, _, names = line.partition(": ")
        for name in names.split(", "):
            for short in _parts(name):
                found[sport, short][key(name)] = name
    return found


def _parts(name: str) -> Iterator[str]:
    """The openings and the endings of a club's name, as keys."""
    words = name.split()
    if len(words) == 1:
        yield key(name)
    for cut in range(1, len(words)):
        yield key(" ".join(words[:cut]))
        yield key(" ".join(words[cut:]))


def _shorts(placed: Placed, lexicon: Lexicon) -> Iterator[str]:
    """What a club may be called for short, as keys: `West Ham` of `West Ham United`."""
    words = placed.full.split()
    if len(words) < 2 or placed.look.kind == "person" or place_kind(placed.full):
        return
    opening = " ".join(words[:-1])
    named = words[-1] in lexicon.teams or (words[-1][-1] == "s" and place_kind(opening) in _TOWNS)
    if named or words[0] in lexicon.club_starts or placed.look.kind == "organisation":
        yield from _parts(placed.full)
