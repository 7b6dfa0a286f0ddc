"""The word lists that recognition and resolution share, read once from `words/`.

A list is a text file: words separated by blanks, or one entry a line; `#` starts a comment line.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

_EVERYWHERE = frozenset({"von", "van", "der", "bin", "ibn", "ben", "al"})  # particles of names only
_ROMANCE = ("es", "fr", "it", "pt")
_HEADS = ("organisation_heads", "businesses", "teams", "place_heads", "event_heads")


@dataclass(frozen=True, slots=True, eq=False)  # one is as good as its identity: it can be a key
class Lexicon:
    """Words by what they do in and around names."""

    roles: frozenset[str]  # may stand in a title before a person's name
    titles: frozenset[str]  # the last word of such a title: what follows is a person
    calendar: frozenset[str]
    never: frozenset[str]
    particles: frozenset[str]
    organisation_heads: frozenset[str]
    teams: frozenset[str]  # those of teams
    businesses: frozenset[str]  # those of businesses
    place_heads: frozenset[str]
    event_heads: frozenset[str]
    club_starts: frozenset[str]  # first words of clubs
    place_starts: frozenset[str]  # first words of places
    heads: frozenset[str]  # of all three
    openers: frozenset[str]  # start sentences, never names
    first_names: frozenset[str]
    family_first: frozenset[str]  # family names that stand before the given name, folded
    demonyms: dict[str, str]  # demonym to the country it is said of
    nicknames: dict[str, frozenset[str]]  # folded given name to the other forms of it
    common: frozenset[str]  # written in lower case by most texts
    of_heads: frozenset[str]  # `X of Y` is one name after these
    possessives: frozenset[str]  # names that end in 's themselves
    cues: dict[str, tuple[str, ...]]  # a word near a name, and what it says of the name
    common_surnames: frozenset[str]  # folded: that many people bear
    female: frozenset[str]  # given names of women, folded
    foreign_heads: frozenset[str]  # first words of organisations' names in Romance languages
    generic: frozenset[str] = frozenset()  # of another language: `Banque` alone is no name


def lines(name: str) -> list[str]:
    """The entries of the list `name`, one a line, without comments."""
    text = files("seedpress.entities").joinpath("words", f"{name}.txt").read_text("utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]


def words(name: str) -> frozenset[str]:
    """The entries of the list `name`, separated by blanks."""
    return frozenset(word for line in lines(name) for word in line.split())


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All lists, read on first use."""
    return Lexicon(
        roles=words("roles") | frozenset(w for w in words("titles") if w[0].isupper()),
        titles=words("titles"),
        calendar=words("calendar"),
        never=frozenset(lines("never")),
        particles=words("particles"),
        organisation_heads=words("organisation_heads") | words("businesses") | words("teams"),
        teams=words("teams"),
        businesses=words("businesses"),
        place_heads=words("place_heads"),
        event_heads=words("event_heads"),
        club_starts=words("club_starts"),
        place_starts=words("place_starts"),
        heads=frozenset().union(*map(words, _HEADS)),
        openers=words("openers"),
        first_names=words("first_names"),
        family_first=frozenset(word.casefold() for word in words("family_first")),
        demonyms=_demonyms(),
        nicknames=_nicknames(),
        common=words("common"),
        of_heads=words("of_heads"),
        possessives=words("possessives"),
        cues=_cues(),
        common_surnames=frozenset(word.casefold() for word in words("common_surnames")),
        female=frozenset(word.casefold() for word in words("female_names")),
        foreign_heads=frozenset().union(*(_generic()[each] for each in _ROMANCE)),
    )


@lru_cache(maxsize=64)
def lists_for(language: str) -> Lexicon:
    """The lists for text in `language`: abroad, `de` and `la` are words like any other."""
    if language in ("", "en"):
        return lexicon()
    return replace(lexicon(), particles=_EVERYWHERE, generic=_generic().get(language, frozenset()))


@lru_cache(maxsize=1)
def _generic() -> dict[str, frozenset[str]]:
    """By language, what is capitalised there and by itself is no name."""
    pairs = (line.partition(": ") for line in lines("generic"))
    return {language: frozenset(rest.split()) for language, _, rest in pairs}


def _demonyms() -> dict[str, str]:
    pairs = (line.partition(": ") for line in lines("demonyms"))
    return {word: country for country, _, rest in pairs for word in rest.split()}


def _cues() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines("cues"):
        cue, _, rest = line.partition(": ")
        for word in rest.split():
            found[word] = (*found.get(word, ()), cue)
    return found


def _nicknames() -> dict[str, frozenset[str]]:
    forms: dict[str, set[str]] = {}
    for line in lines("nicknames"):
        names = line.casefold().split()
        for name in names:
            forms.setdefault(name, set()).update(names)
    return {name: frozenset(others - {name}) for name, others in forms.items()}
