"""Whether capitalised words are a name at all, by what the corpus and the lists know of them."""

import re
from collections.abc import Set as AbstractSet

from seedpress.entities import rules
from seedpress.entities.evidence import Evidence
from seedpress.entities.gazetteer import COUNTRY, place_kind, places
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.titles import SURNAMES
from seedpress.entities.tokens import Token, key
from seedpress.entities.usual_names import usual_names
from seedpress.model import Look

_ENDINGS = re.compile(
    r"(?:ly|ings?|ed|tions?|ments?|ness|it(?:y|ies)|[eo]rs|ists?|isms?|ous|[ai]ble|ful|less|ives?)$"
)
_COMPASS = frozenset(
    "North South East West Northern Southern Eastern Western Latin Central Southeast Native".split()
)
_NATIONS = frozenset({"Sri", "New", "Costa", "Puerto", "Saudi", "El", "Sierra"})
_POLITICS = "Politics"  # what the list of nationalities has members of parties under
# What bodies of a country are for: no sentence begins with one of these and a country.
_SECTORS = frozenset(
    "athletics basketball cricket cycling energy football golf health hockey netball nutrition rail"
    " rowing rugby sailing science skiing soccer softball sport swimming telecom tennis tourism"
    " transport volleyball water".split()
)
_ACRONYM = 4  # letters
_WORLD = frozenset({"US", "U.S.", "UN", "U.N.", "EU"})
# How surely the corpus must write a single word in lower case for it to be no name.
_WEAK, _START, _MID, _PERSON = 0.15, 0.5, 0.75, 0.9


def is_no_name(
    words: list[str], mention: Look, evidence: Evidence, surnames: AbstractSet[str]
) -> bool:
    """Whether `words`, what is left of the candidate `mention`, are no name.

    `surnames` are the last words of persons' names in the corpus.
    """
    if len(words) == 1 and words[0] in SURNAMES:  # King
        return words[0] not in surnames
    found = is_none_by_form(words, mention, evidence.lexicon)
    if found is not None:
        return found
    if len(words) > 1:
        return _all_common(words, evidence)
    return is_ordinary(words[0], mention, evidence, surnames)


def is_of_country(word: str, rest: str) -> bool:
    """Whether two words are a body's name, also where a sentence begins: `Energy Australia`."""
    return word.lower() in _SECTORS and places().get(rest) == COUNTRY


def is_given_before(words: list[Token], mention: Look, lists: Lexicon) -> bool:
    """Whether a given name and a word open a sentence: `Jack Straw`, if he stands within others."""
    given = len(words) == 2 and words[0].text in lists.first_names
    return given and mention.rule == rules.START


def is_letters(word: str) -> bool:
    """Whether the word is an acronym of three letters or more."""
    return len(word) > 2 and word.isalpha() and word.isupper()


def is_known_after(words: list[Token], text: str) -> bool:
    """Whether people of a usual name are meant: `Doctors of Medecins Sans Frontieres`."""
    many = len(words) > 2 and words[0].text[-1] == "s"
    return many and key(text[words[2].start :]) in usual_names()


def is_none_by_form(words: list[str], mention: Look, lists: Lexicon) -> bool | None:
    """Whether the words are no name by their form; None where only the corpus can tell."""
    name = " ".join(words)
    if name in lists.never or name in lists.calendar or _is_loud_never(name, lists):
        return True
    if len(words) > 1 and (key(name) in usual_names() or place_kind(name)):
        return False
    if all(_is_no_part(word, lists) for word in words) or _is_nationality(words, lists):
        return True
    if len(words) > 1:
        return None if mention.rule == rules.START else False
    if name.replace("’", "'").partition("'")[0] in lists.openers or (len(name) < 2 and name != "X"):
        return True
    if name in places() or key(name) in usual_names():
        return None if mention.rule == rules.START and mention.kind == "other" else False
    if mention.rule == rules.CODE:
        return name.title() in lists.calendar
    return None


def _is_loud_never(name: str, lists: Lexicon) -> bool:
    """Whether the name is one that never is, in capitals, and no acronym: `REUTER`."""
    return len(name) > _ACRONYM and name.isupper() and name.title() in lists.never


def _is_only_lower(name: str, evidence: Evidence) -> bool:
    """Whether the corpus has the word in small letters alone: `Coast guard officers`, no letters.

    `Incoming US officials` are of the US, whatever `us` is elsewhere.
    """
    word = name.lower()
    return (
        not (name.isupper() and len(name) > 1)
        and evidence.lower.get(word, 0) > 0
        and not evidence.capital.get(word)
    )


def _is_nationality(words: list[str], lists: Lexicon) -> bool:
    """Whether the words are a nationality of two, or an agency's own desk: `Sri Lankan`."""
    if words[-1] == "Newsroom":
        return True
    people = lists.demonyms.get(words[-1], _POLITICS) != _POLITICS
    return len(words) == 2 and words[0] in _NATIONS and people


def _is_no_part(word: str, lists: Lexicon) -> bool:
    """Whether the word is capitalised by rule: a nationality, a day, the start of a sentence."""
    party = lists.demonyms.get(word) == _POLITICS and key(word) in usual_names()  # Tories
    by_rule = (word in lists.demonyms and not party) or word in _COMPASS or word in lists.calendar
    return by_rule or word in lists.openers or not word[0].isalnum()


def is_ordinary(name: str, mention: Look, evidence: Evidence, surnames: AbstractSet[str]) -> bool:
    """Whether the corpus shows that the word is not a name's."""
    if name in places() or key(name) in usual_names():
        return _is_only_lower(name, evidence)
    share = evidence.lower_share(name)
    if mention.kind == "person":
        return share > _PERSON
    if name not in surnames:
        if mention.rule == rules.START and _is_formed(name, evidence):
            return True
        lists = evidence.lexicon
        generic = name in lists.organisation_heads or name in lists.place_heads
        if name.lower() in lists.common and not generic:
            return share > _WEAK
    return share > (_START if mention.rule == rules.START else _MID)


def _is_formed(name: str, evidence: Evidence) -> bool:
    """Whether a word that no article has within a sentence ends as ordinary words do."""
    seen = evidence.capital.get(name.lower()) or name in evidence.lexicon.first_names
    return not seen and _ENDINGS.search(name) is not None


def _all_common(words: list[str], evidence: Evidence) -> bool:
    """Whether every word of several is one that the corpus writes in lower case."""
    lists = evidence.lexicon
    if words[-1] in lists.organisation_heads or words[-1] in lists.place_heads:
        return False
    return all(evidence.lower_share(word) > _START for word in words if word[0].isalpha())


def is_unknown_before(word: str, rest: str, names: AbstractSet[str], evidence: Evidence) -> bool:
    """Whether a word that no article has elsewhere precedes a person: `Slugger Barry Bonds`.

    Or the letters of a country or of a world body: `Incoming US`. `names` are those accepted.
    """
    given, _, surname = rest.partition(" ")
    lists = evidence.lexicon
    person = surname and given in lists.first_names and rest.casefold().rstrip(".") in names
    part = word in lists.heads or word in lists.demonyms or not word.isalpha()
    named = (person or rest in _WORLD) and not part
    return bool(named and not evidence.capital.get(word.lower()))
