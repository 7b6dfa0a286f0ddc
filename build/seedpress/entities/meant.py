"""What a name means in an article because of the longer names that stand there."""

from collections.abc import Iterable, Sequence

from seedpress.entities.chambers import CHAMBERS
from seedpress.entities.gazetteer import TOWN, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import is_acronym, key
from seedpress.entities.usual_names import usual_names

# What articles of any story are from, be a body of the same letters beside it or not.
AGENCIES = frozenset("AFP ANI DPA EFE PTI RIA UPI".split())


def meant_here(name: str, whole: Sequence[str], others: Iterable[str], lexicon: Lexicon) -> str:
    """The body of the article that a usual acronym stands for, where it names what is not usual.

    `RSF` beside `Rapid Support Forces`, and not Reporters Without Borders; `whole` are the
    article's names that begin with these letters, `others` all its longer ones.
    """
    if len(whole) != 1 or not is_acronym(name) or name in AGENCIES:
        return ""
    body = whole[0].split()[-1] in lexicon.organisation_heads
    usual = key(whole[0]) in usual_names() or usual_names()[key(name)].name in others
    return whole[0] if body and not usual else ""


def with_particle(name: str, longer: Iterable[str], lexicon: Lexicon) -> str:
    """The one name of the article that has a given name before a surname: `Marine Le Pen`."""
    first, _, rest = name.partition(" ")
    if not rest or first.lower() not in lexicon.particles:
        return ""
    found = [each for each in longer if each.endswith(f" {name}")]
    return found[0] if len(found) == 1 and found[0].count(" ") == name.count(" ") + 1 else ""


def nation_before(long: str, name: str, lexicon: Lexicon) -> bool:
    """Whether `long` is `name` after a nationality or a place: `Russian Defense Ministry`.

    Or after the chamber whose committee it is: `Senate Foreign Relations Committee`.
    """
    if not long.endswith(f" {name}"):
        return False
    before = long[: -len(name) - 1]
    place = places().get(before, TOWN) != TOWN
    return place or before in lexicon.demonyms or is_acronym(before) or before in CHAMBERS
