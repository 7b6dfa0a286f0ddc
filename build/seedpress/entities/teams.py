"""Give towns in reports of team sports to the teams that are called by them.

`Blackburn 0 Leeds 1`: the places are teams. They are told from the towns, and join the club whose
full name some article about the same sport gives, if there is one such club.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from seedpress.entities.gazetteer import CITY, REGION, TOWN, place_kind
from seedpress.entities.lexicon import Lexicon, lines
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES
from seedpress.entities.within import SAME, Placed

TEAM = "team called by its town"
_TOWNS = frozenset({TOWN, CITY, REGION})
_ORGANISATION, _PLACE = CLASSES.index("organisation"), CLASSES.index("place")
# How much more what stands around must speak of a team than of a town: where the article has the
# team's full name, for a small town, for a larger place.
_WITHIN, _SMALL, _LARGE = -0.5, -0.3, 0.3
Clubs = dict[tuple[str, str], dict[str, str]]  # sport and short name: full names by key


def teams(
    articles: Sequence[Sequence[Placed]], sports: Sequence[str], lexicon: Lexicon
) -> list[list[Placed]]:
    """The mentions, with towns standing for teams; `sports` are those of the articles."""
    every: Clubs = defaultdict(dict, {short: dict(full) for short, full in _leagues().items()})
    own: list[set[str]] = []
    for placed, sport in zip(articles, sports, strict=True):
        own.append(set())
        for each in placed if sport else ():
            for short in _shorts(each, lexicon):
                every[sport, short][each.key] = each.full
                own[-1].add(each.key)
    return [
        [_as_team(each, sport, every, here, lexicon) for each in placed] if sport else list(placed)
        for placed, sport, here in zip(articles, sports, own, strict=True)
    ]


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


def _parts(name: str) -> Iterator[str]:
    """The openings and the endings of a club's name, as keys."""
    words = name.split()
    for cut in range(1, len(words)):
        yield key(" ".join(words[:cut]))
        yield key(" ".join(words[cut:]))


def _shorts(placed: Placed, lexicon: Lexicon) -> Iterator[str]:
    """What a club may be called for short, as keys: `West Ham` of `West Ham United`."""
    words = placed.full.split()
    if len(words) < 2 or placed.mention.kind == "person" or place_kind(placed.full):
        return
    opening = " ".join(words[:-1])
    named = words[-1] in lexicon.teams or (words[-1][-1] == "s" and place_kind(opening) in _TOWNS)
    if named or words[0] in lexicon.club_starts or placed.mention.kind == "organisation":
        yield from _parts(placed.full)


def _as_team(placed: Placed, sport: str, every: Clubs, here: set[str], lexicon: Lexicon) -> Placed:
    name = placed.full
    known = place_kind(name)
    table = placed.mention.kind == "organisation"
    if placed.rule != SAME or (known and known not in _TOWNS):
        return placed
    clubs = every.get((sport, placed.key), {})
    if not known and (name in lexicon.heads or not table) and len(clubs) != 1:
        return placed
    near = {club: full for club, full in clubs.items() if club in here}
    if not table and known and not _leans(placed, bool(near)):
        return placed
    chosen = near if len(near) == 1 else clubs
    if len(chosen) == 1 and placed.key not in chosen:
        ((club, full),) = chosen.items()
        return replace(placed, key=club, rule=TEAM, full=full)
    return replace(placed, key=f"{placed.key} {sport}@") if table and known else placed


def _leans(placed: Placed, near: bool) -> bool:
    """Whether what stands around the town's name speaks of a team."""
    if not placed.around:
        return False
    lead = placed.around[_ORGANISATION] - placed.around[_PLACE]
    small = place_kind(placed.full) == TOWN
    return lead > (_WITHIN if near else _SMALL if small else _LARGE)
