"""Give towns in reports of team sports to the teams that are called by them.

`Blackburn 0 Leeds 1`: the places are teams. They are told from the towns, and join the club whose
full name some article about the same sport gives, if there is one such club.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache, partial

from msgspec import msgpack
from msgspec.structs import replace

from seedpress.entities.clubs import TEAMED, Clubs, clubs_of, in_sport, leagues, nation_of, short_of
from seedpress.entities.gazetteer import CITY, TOWN, place_kind
from seedpress.entities.glances import Glances
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.placed import Gist, Placed, Reported, divided
from seedpress.entities.sports import is_nation
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES, Scores, unpacked
from seedpress.entities.within import SAME
from seedpress.model import Names
from seedpress.notes import digest

TEAM = "team called by its town"
CUP = "World Cup or league of the sport that the article is about"
_LEAGUES = {("baseball", "NL"): "National League", ("baseball", "AL"): "American League"}
_CUP = "world cup"
_ABROAD = frozenset({"soccer", "cricket", "rugby"})  # in which Reds are none of Cincinnati
_SETTLED = frozenset({TOWN, CITY})  # for which no team plays cricket
_ORGANISATION, _PLACE = CLASSES.index("organisation"), CLASSES.index("place")
# How much more what stands around must speak of a team than of a town: where tables have no
# other team, where the article has the team's full name, for a small town, for a larger place.
_LISTED, _WITHIN, _SMALL, _LARGE = -1.1, -0.5, -0.3, 0.3
_NATION, _PLAYING = 0.3, -0.8  # for a country, and where the article shows that it plays
Around = Scores | tuple[()]  # what the typer says of the place of a mention


def teams(
    articles: Sequence[Sequence[Placed]],
    gists: Sequence[Gist],
    names: Sequence[Names],
    glances: Glances,
    lexicon: Lexicon,
) -> list[Sequence[Placed]]:
    """The mentions, with towns standing for teams where the articles report a sport."""
    every, result = clubs_of(gists), [*articles]
    for number, gist in enumerate(gists):
        if told := gist.reported:
            known = [(each, every.get((gist.sport, each))) for each in told.asked]
            facts = digest(b"teams", msgpack.encode([one for one in known if one[1]]))
            after = partial(_with_teams, articles, number, names, every, told, lexicon)
            result[number] = glances.after(articles, number, facts, after)
    return result


def _with_teams(
    articles: Sequence[Sequence[Placed]],
    number: int,
    names: Sequence[Names],
    every: Clubs,
    told: Reported,
    lexicon: Lexicon,
) -> Sequence[Placed]:
    own, here = names[number], {*told.own}
    scores = unpacked(own.scores)

    def meant(each: Placed, number: int) -> Placed:
        around = scores[number] if scores else ()
        return _as_team(_as_cup(each, own.sport), around, own.sport, every, here, lexicon)

    return divided(articles[number], meant, own, lambda each: each.rule == SAME)


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


def _is_listed(clubs: dict[str, str]) -> bool:
    """Whether the club is known from tables alone."""
    return len(clubs) == 1 and next(iter(clubs))[-1] == ")"


@lru_cache(maxsize=1)
def _elsewhere() -> dict[str, dict[str, str]]:
    """The teams by the nicknames that only one has, in whichever sport."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (_, short), clubs in leagues().items():
        found[short].update(clubs)
    return {short: clubs for short, clubs in found.items() if len(clubs) == 1}


def _as_team(
    placed: Placed, around: Around, sport: str, every: Clubs, here: set[str], lexicon: Lexicon
) -> Placed:
    name = placed.full
    known = place_kind(name)
    table = placed.look.kind == "organisation"
    if known and (placed.look.kind == "place" or (sport == "cricket" and known in _SETTLED)):
        return placed
    if placed.rule != SAME or (known and known not in TEAMED):
        return placed
    short = short_of(placed)
    clubs = every.get((sport, short), {})
    if not clubs and not known and sport not in _ABROAD:
        clubs = _elsewhere().get(short, {})
    if not known and (name in lexicon.heads or not table) and len(clubs) != 1:
        return placed
    near = {club: full for club, full in clubs.items() if club in here}
    plays = is_nation(name) and key(nation_of(placed, sport)) in here
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
    team = nation_of(placed, sport) if is_nation(name) else in_sport(name, sport)
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
