"""Give towns in reports of team sports to the teams that are called by them.

`Blackburn 0 Leeds 1`: the places are teams. They are told from the towns, and join the club whose
full name some article about the same sport gives, if there is one such club.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from seedpress.entities.gazetteer import CITY, COUNTRY, REGION, TOWN, place_kind
from seedpress.entities.lexicon import Lexicon, lines
from seedpress.entities.placed import Gist, Placed, divided
from seedpress.entities.sports import is_nation
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES, Scores, unpacked
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.model import Names

TEAM = "team called by its town"
CUP = "World Cup or league of the sport that the article is about"
_LEAGUES = {("baseball", "NL"): "National League", ("baseball", "AL"): "American League"}
_CUP = "world cup"
_TEAMED = frozenset({TOWN, CITY, REGION, COUNTRY})
_ABROAD = frozenset({"soccer", "cricket", "rugby"})  # in which Reds are none of Cincinnati
_SETTLED = frozenset({TOWN, CITY})  # for which no team plays cricket
_TOWNS = frozenset({TOWN, CITY, REGION})
_ORGANISATION, _PLACE = CLASSES.index("organisation"), CLASSES.index("place")
# How much more what stands around must speak of a team than of a town: where tables have no
# other team, where the article has the team's full name, for a small town, for a larger place.
_LISTED, _WITHIN, _SMALL, _LARGE = -1.1, -0.5, -0.3, 0.3
_NATION, _PLAYING = 0.3, -0.8  # for a country, and where the article shows that it plays
Around = Scores | tuple[()]  # what the typer says of the place of a mention
Clubs = dict[tuple[str, str], dict[str, str]]  # sport and short name: full names by key


def teams(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    names: Sequence[Names],
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with towns standing for teams where the articles report a sport."""
    every, own = _clubs(articles, [gist.sport for gist in gists], lexicon)
    return [
        _with_teams(placed, names[number], every, own[number], lexicon) if gist.sport else placed
        for number, (placed, gist) in enumerate(zip(articles, gists, strict=True))
    ]


def _with_teams(
    placed: Sequence[Placed], names: Names, every: Clubs, here: set[str], lexicon: Lexicon
) -> Sequence[Placed]:
    scores = unpacked(names.scores)

    def meant(each: Placed, number: int) -> Placed:
        around = scores[number] if scores else ()
        return _as_team(_as_cup(each, names.sport), around, names.sport, every, here, lexicon)

    return divided(placed, meant, names, lambda each: each.rule == SAME)


def _as_cup(placed: Placed, sport: str) -> Placed:
    """The World Cup of any sport but soccer, which has it for itself, as that sport's.

    And what only the articles of a sport mean by two letters: `NL` is the National League.
    """
    league = _LEAGUES.get((sport, placed.key)) if placed.rule == SAME else None
    if league:
        return placed.meaning(league, CUP)
    if placed.key != _CUP or placed.rule != SAME or sport == "soccer":
        return placed
    full = f"{sport.title()} World Cup"
    return placed.meaning(full, CUP)


def _clubs(
    articles: Sequence[Sequence[Placed]], sports: Sequence[str], lexicon: Lexicon
) -> tuple[Clubs, list[set[str]]]:
    """The clubs of the leagues and the corpus, and the keys of those that each article names.

    A town in tables of a sport without a known club there is a club of its own.
    """
    every: Clubs = defaultdict(dict, {short: dict(full) for short, full in _leagues().items()})
    own: list[set[str]] = []
    listed: dict[tuple[str, str], str] = {}
    for placed, sport in zip(articles, sports, strict=True):
        own.append(set())
        for each in placed if sport else ():
            for short in _shorts(each, lexicon) if _may_play(each.key, sport) else ():
                every[sport, short][each.key] = each.full
                own[-1].add(each.key)
            own[-1].update(_nicknamed(each, sport))
            if each.look.kind == "organisation" and place_kind(each.full) in _TEAMED:
                listed[sport, _short(each)] = each.full
                own[-1].add(key(_nation(each, sport)))
    for (sport, town), full in listed.items():
        if not every[sport, town]:
            name = _in_sport(full, sport)
            every[sport, town] = {key(name): name}
    return every, own


def _nicknamed(placed: Placed, sport: str) -> Iterable[str]:
    """The key of the club whose nickname alone the mention is: `Bulls`."""
    if " " in placed.full or place_kind(placed.full):
        return ()
    clubs = _leagues().get((sport, placed.key), {})
    return clubs if len(clubs) == 1 else ()


def _may_play(club: str, sport: str) -> bool:
    """Whether the club of this key is in no league of other sports alone."""
    found = _sports().get(club)
    return found is None or sport in found


@lru_cache(maxsize=1)
def _sports() -> dict[str, set[str]]:
    """The sports of the clubs in leagues, by key."""
    found: dict[str, set[str]] = defaultdict(set)
    for (sport, _), clubs in _leagues().items():
        for club in clubs:
            found[club].add(sport)
    return dict(found)


def _short(placed: Placed) -> str:
    """The key of the town's name, also where capitals make it look like an acronym: `METZ`."""
    name = placed.full
    short = key(name.title() if name.isupper() and len(name) > 3 else name)
    return f"st. {short[3:]}" if short.startswith("st ") else short


def _is_listed(clubs: dict[str, str]) -> bool:
    """Whether the club is known from tables alone."""
    return len(clubs) == 1 and next(iter(clubs))[-1] == ")"


def _nation(placed: Placed, sport: str) -> str:
    """The name of a country's team."""
    usual = usual_names().get(placed.key)
    name = placed.full.title() if placed.full.isupper() else placed.full
    return _in_sport(usual.name if usual else name, sport)


def _in_sport(place: str, sport: str) -> str:
    """The name of a place's team where the corpus has none: `Leeds (soccer)`."""
    return f"{place} ({sport})"


@lru_cache(maxsize=1)
def _leagues() -> Clubs:
    """The teams of the list `league_teams` by sport and short name."""
    found: Clubs = defaultdict(dict)
    for line in lines("league_teams"):
        sport, _, names = line.partition(": ")
        for name in names.split(", "):
            for short in _parts(name):
                found[sport, short][key(name)] = name
    return found


@lru_cache(maxsize=1)
def _elsewhere() -> dict[str, dict[str, str]]:
    """The teams by the nicknames that only one has, in whichever sport."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (_, short), clubs in _leagues().items():
        found[short].update(clubs)
    return {short: clubs for short, clubs in found.items() if len(clubs) == 1}


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


def _as_team(
    placed: Placed, around: Around, sport: str, every: Clubs, here: set[str], lexicon: Lexicon
) -> Placed:
    name = placed.full
    known = place_kind(name)
    table = placed.look.kind == "organisation"
    if known and (placed.look.kind == "place" or (sport == "cricket" and known in _SETTLED)):
        return placed
    if placed.rule != SAME or (known and known not in _TEAMED):
        return placed
    short = _short(placed)
    clubs = every.get((sport, short), {})
    if not clubs and not known and sport not in _ABROAD:
        clubs = _elsewhere().get(short, {})
    if not known and (name in lexicon.heads or not table) and len(clubs) != 1:
        return placed
    near = {club: full for club, full in clubs.items() if club in here}
    plays = is_nation(name) and key(_nation(placed, sport)) in here
    headed = plays and not around
    if not table and known and not headed:
        least = _least(placed, near, clubs, plays)
        if not _leans(around, least):
            return placed
    chosen = near if len(near) == 1 else clubs
    if len(chosen) == 1 and placed.key not in chosen:
        ((club, full),) = chosen.items()
        return placed.meaning(full, TEAM, club)
    if not known or not (table or is_nation(name)):
        return placed
    team = _nation(placed, sport) if is_nation(name) else _in_sport(name, sport)
    look = replace(placed.look, kind="organisation", alone=None)
    return Placed(look, key(team), TEAM, team)


def _least(placed: Placed, near: dict[str, str], clubs: dict[str, str], plays: bool) -> float:
    """How much what stands around must speak of a team."""
    if is_nation(placed.full):
        return _PLAYING if plays else _NATION
    if _is_listed(clubs):
        return _LISTED
    if near:
        return _WITHIN
    return _SMALL if place_kind(placed.full) == TOWN else _LARGE


def _leans(around: Around, least: float) -> bool:
    """Whether what stands around the town's name speaks of a team."""
    return bool(around) and around[_ORGANISATION] - around[_PLACE] > least
