"""What kind of thing a name is of: gazetteer, heads, given names, titles, then its form."""

import re
from collections import defaultdict
from collections.abc import Mapping

from seedpress.entities.gazetteer import CONTINENT, COUNTRY, REGION, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import MOST, is_acronym, key
from seedpress.entities.usual_names import usual_names
from seedpress.model import EntityKind

_COMPASS = frozenset({"North", "South", "East", "West", "Upper", "Lower", "New", "Old", "Greater"})

_ROADS = frozenset("St. Ave Ave. Av Av. Blvd Blvd. Rd Rd.".split())
_NO_PERSONS = frozenset({"Hurricane", "Typhoon", "Cyclone", "Tropical", "Operation"})

_STREETS = frozenset("Plaza Praça Praca Piazza Avenida Rua Calle Rue Paseo Platz".split())

WATERS = re.compile(r"(Lake|Mount|Mt\.?|Cape|Fort|Port|Gulf|Strait|Bay|Isle|River) ")


# What firms have after their names, folded.
STORMS = frozenset({"hurricane", "typhoon", "cyclone"})
LEGAL = frozenset(
    "inc inc. corp corp. co co. ltd ltd. llc plc ag sa nv se gmbh company corporation group"
    " holding holdings limited spa ab asa kk".split()
)


PRIVATE = frozenset({"private", "pvt", "pte", "pty", "sdn"})  # before `limited`

# By name, for the lists of each language: worked out once, or when its article was analysed.
_KNOWN: dict[Lexicon, dict[str, bool]] = defaultdict(dict)


def looks_personal(name: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether a name of several words has the form of a person's, or is seen to be of the kind."""
    if kind == "person":
        usual = usual_names().get(key(name))
        return usual is None or usual.kind == "person"
    try:
        return _KNOWN[lexicon][name]
    except KeyError:
        found = known(lexicon)[name] = _is_formed(name, lexicon)
        return found


def known(lexicon: Lexicon) -> dict[str, bool]:
    """Which names have the form of a person's: more may be added, to be worked out no more."""
    found = _KNOWN[lexicon]
    if len(found) > MOST:
        found.clear()
    return found


def _is_formed(name: str, lexicon: Lexicon) -> bool:
    words = name.split()
    if key(name) in usual_names():
        return usual_names()[key(name)].kind == "person"
    if name in places() or not 2 <= len(words) <= 5:
        return False
    heads = lexicon.heads
    if _is_thing(words, lexicon):
        return False
    if any(w in ("of", "and", "for", "&", "the") or w[0].isdigit() for w in words):
        return False
    if places().get(words[-1]) in (COUNTRY, CONTINENT, REGION):
        return words[0] in lexicon.first_names and words[0] not in _COMPASS
    if words[0] in lexicon.first_names:
        return words[-1] not in heads
    if words[0] in places() or words[0] in lexicon.demonyms or _is_code(words[0]):
        return False
    if words[0] in _COMPASS and " ".join(words[1:]) in places():
        return False  # West Berlin
    if len(words) > 2 and " ".join(words[:2]) in places():
        return False  # St. Louis Fed
    return not any(w.lower() in lexicon.common for w in words if w not in lexicon.particles)


def _is_thing(words: list[str], lexicon: Lexicon) -> bool:
    """Whether the first or last word makes the name an institution's, a club's or a storm's."""
    if words[0] in _NO_PERSONS or words[0] in _STREETS or words[-1] in _ROADS:
        return True
    head = words[-1] in lexicon.heads or words[0] in lexicon.club_starts
    head = head or words[0] in lexicon.foreign_heads
    owner = usual_names().get(key(words[0]))
    owned = owner is not None and owner.kind == "organisation"  # the tanker Exxon Valdez
    return (head or owned) and words[0] not in lexicon.first_names


def _is_code(word: str) -> bool:
    """Whether the word is an acronym; dotted ones that no table has are initials: `O.J.`."""
    if re.fullmatch("[A-Z]-[A-Z]", word):
        return False  # J-M Coetzee
    return is_acronym(word) and ("." not in word or key(word) in usual_names())


def kind_of(name: str, votes: Mapping[str, float], lexicon: Lexicon) -> EntityKind:
    """The kind of the name `name`; `votes` are kinds its mentions were seen as."""
    usual = usual_names().get(key(name))
    if usual:
        return usual.kind
    words = [w for w in name.split() if w[0].isalnum()] or [name]
    head = words[-1]
    if "of" in words[1:]:
        head = words[words.index("of") - 1]
    if (
        votes.get("person", 0) > 0
        and looks_personal(name, "person", lexicon)
        and name not in places()
    ):
        return "person"
    if name in places():
        return "place"
    if (
        len(words) > 1
        and words[0] in lexicon.first_names
        and len(words) <= 4
        and head not in lexicon.organisation_heads
    ):
        return "person"
    return _by_head(head, words, name, lexicon)


def _by_head(head: str, words: list[str], name: str, lexicon: Lexicon) -> EntityKind:
    if len(words) > 1 or head.endswith("."):
        if head in lexicon.organisation_heads:
            return "organisation"
        if head in lexicon.place_heads:
            return "place"
        if head in lexicon.event_heads:
            return "event"
    if WATERS.match(name):
        return "place"
    if is_acronym(name):
        return "organisation"
    if len(words) > 1 and looks_personal(name, "other", lexicon):
        return "person"
    if len(words) == 1 and words[0] in lexicon.first_names:
        return "person"
    return "organisation" if len(words) > 1 else "other"
