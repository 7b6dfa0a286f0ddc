"""Small words inside a stretch of capitalised words: `of`, `for`, `and`, `von`."""

from seedpress.entities.gazetteer import CONTINENT, COUNTRY, REGION, place_kind, places
from seedpress.entities.hyphens import HYPHENS
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.places_before import is_strange
from seedpress.entities.spelt import over_spelt
from seedpress.entities.titles import SAINT, is_office
from seedpress.entities.tokens import Token, key
from seedpress.entities.usual_names import usual_names

_BODIES = frozenset(
    "Organization Organisation Board Council Commission Conference Mission Committee Union".split()
)
_ASSEMBLED = frozenset(
    "Commission Committee Conference Convention Council Institute Panel Subcommittee".split()
)
_SCHOOLS = frozenset({"University", "College"})
_MATTERS = ("Justice",)  # a judge's title too, so that no list of common words has it
_FORMS = frozenset("Inc Inc. Corp Corp. Co Co. Ltd Ltd. Plc PLC plc Holdings Bank Group".split())
_FIRMS = _FORMS - {"Bank"} | frozenset("Ventures Partners Capital Advisors Bancorp LLC LLP".split())
_SEATED = frozenset("inc inc. corp. co. ltd ltd. plc builders contractors motors airways".split())
_INSIDE = frozenset({"of", "for", "in", "and", "the"})
LONGEST = 12  # words; a longer stretch is a line in capitals or a list without commas
_NOUNS = ("tion", "ment", "ity", "ness", "ence", "ance", "ics", "ing", "fare", "ology", "ture")
OF = frozenset(  # in other languages
    "de du des la las los el le les da do das dos del della dello dei di van voor der".split()
)


def near(words: list[Token], a: int, b: int, text: str) -> bool:
    """Whether only a blank or two, or nothing, stand between two tokens."""
    gap = text[words[a].end : words[b].start]
    return gap in ("", " ", "\u00a0", "  ")


def capital_at(words: list[Token], i: int, text: str) -> bool:
    """Whether token `i` is capitalised and only a blank, or nothing, stands before it."""
    return i < len(words) and words[i].text[0].isupper() and near(words, i - 1, i, text)


def over_particle(words: list[Token], i: int, text: str, lexicon: Lexicon) -> int:
    """`von`, `de la`, `al-` between two capitalised words."""
    if words[i].text not in lexicon.particles:
        return _over_of(words, i, text, lexicon)
    end = i + 1
    while (
        end < len(words)
        and end < i + 3
        and (words[end].text in lexicon.particles or words[end].text in HYPHENS)
    ):
        end += 1
    return end + 1 - i if capital_at(words, end, text) else 0


def _over_of(words: list[Token], i: int, text: str, lexicon: Lexicon) -> int:
    """`de`, `de la` abroad: after the first word of an institution, or a given name."""
    before = words[i - 1].text
    if not lexicon.generic or not (before in lexicon.generic or before in lexicon.first_names):
        return 0
    end = i
    while end < min(len(words), i + 2) and words[end].text in OF:
        end += 1
    return end + 1 - i if end > i and capital_at(words, end, text) else 0


def over_link(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> int:
    """`of`, `for` and the like, with or without `the`, in a name of an institution or event."""
    far = over_usual(words, first, i, text) or over_spelt(words, first, i, text)
    if far or words[i].text in ("in", "on"):
        return far or _over_in(words, first, i, text) or _over_on(words, i, text, lexicon)
    head = words[i - 1].text
    if _is_office(words, i, text, lexicon):
        return 2
    if _is_led(words, i, text, lexicon) or _is_ended(words, first, i, text, lexicon):
        return 0
    if any(words[j].text == "of" for j in range(max(first, i - LONGEST), i)):
        return 2 if _is_for_common(words, first, i, text, lexicon) else 0
    known = head in lexicon.of_heads or _is_for_cause(words, first, i, text, lexicon)
    known = known or any(words[j].text in lexicon.of_heads for j in range(first, i))
    if words[i].text == "of" and _is_of_common(words, i, text, lexicon):
        return 2
    if not known or (
        words[i].text == "for"
        and head not in lexicon.organisation_heads
        and not head.startswith("Cent")
    ):
        return 0
    if capital_at(words, i + 1, text):
        return 2
    if i + 2 < len(words) and words[i + 1].text == "the" and capital_at(words, i + 2, text):
        return 3
    if [word.text for word in words[i + 1 : i + 3]] == ["the", "former"]:
        return 4 if capital_at(words, i + 3, text) else 0  # Tribunal for the former Yugoslavia
    return 0


def _over_on(words: list[Token], i: int, text: str, lexicon: Lexicon) -> int:
    """`on` and what a body is for, in words that are common: `Commission on Human Rights`."""
    if (
        words[i].text != "on"
        or words[i - 1].text not in _ASSEMBLED
        or not capital_at(words, i + 1, text)
    ):
        return 0
    after = words[i + 1].text
    plain = after.lower() in lexicon.common and after not in lexicon.calendar
    return 2 if plain and not places().get(after) else 0


def _is_ended(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether the name ends: `Bill Peel of Mackay`, `by Keele University for the Ministry`.

    And `seats in Congress for California`.
    """
    head, after = words[i - 1].text, words[i + 1].text if i + 1 < len(words) else ""
    if words[i].text == "for" and i - first == 1 and key(head) in usual_names():
        return place_kind(after) in (COUNTRY, REGION)
    if [word.text for word in words[i + 2 : i + 3]] == ["-"] and not capital_at(words, i + 3, text):
        return True  # Office for High-ranking Officials
    if words[i].text == "for" and (after in SAINT or (head in _SCHOOLS and after == "the")):
        return True
    group = head in ("Corp", "Co") and words[i - 2].text in ("Group", "Holdings")
    if words[i].text == "of" and (group or head.lower() in _SEATED):
        return after != "America"  # Norvik Group PLC of Dallas
    heads = [j for j in range(first, i) if words[j].text in lexicon.of_heads]
    if heads and any(words[j].text in lexicon.titles for j in range(heads[-1] + 1, i - 1)):
        return True  # District Attorney Jane Doe of Fulton County
    called = heads == [i - 2] and words[i - 2].text in lexicon.first_names
    return called and head not in lexicon.heads


def _is_office(words: list[Token], i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether a title goes on over token `i`: `Secretary of State`, `Chief of Staff`."""
    if words[i].text != "of" or not capital_at(words, i + 1, text):
        return False
    return is_office(words[i - 1].text, words[i + 1].text, lexicon)


def _is_led(words: list[Token], i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether a person in full follows `of`: `Socialist Party of Pedro Sanchez`."""
    if words[i].text != "of" or not capital_at(words, i + 1, text):
        return False
    if words[i - 1].text in lexicon.titles:
        return True  # Prince of Wales
    if not capital_at(words, i + 2, text) or words[i + 2].text in lexicon.heads:
        return False
    strange = all(is_strange(word.text, lexicon) for word in words[i + 1 : i + 3])
    return words[i + 1].text in lexicon.first_names or (words[i - 1].text == "Party" and strange)


def _is_for_common(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether `for` goes on after `of`: `Court of Arbitration for Sport`, no persons or places."""
    if words[i].text != "for" or not capital_at(words, i + 1, text) or i - first < 3:
        return False
    head, of, before = (word.text for word in words[i - 3 : i])
    thing = before.lower() in lexicon.common or before.endswith(_NOUNS)
    return thing and of == "of" and head in lexicon.of_heads


def _is_for_cause(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether two common words in capitals say what a body is for: `Watch for Human Rights`."""
    if words[i].text != "for" or i - first < 2:
        return False
    before = words[i - 1].text
    if before not in lexicon.organisation_heads:
        return False
    if before in lexicon.businesses or before in lexicon.teams:
        return False
    if not capital_at(words, i + 1, text) or not capital_at(words, i + 2, text):
        return False
    cause = {words[i + 1].text, words[i + 2].text}
    common = all(word.lower() in lexicon.common for word in cause)
    return common and cause.isdisjoint(lexicon.roles | lexicon.titles | lexicon.calendar | {"New"})


def _over_in(words: list[Token], first: int, i: int, text: str) -> int:
    """`in` and a country or continent inside the name of a body for something.

    `Organization for Security and Cooperation in Europe`, but not an institute and its seat.
    """
    before = [word.text for word in words[max(first, i - LONGEST) : i]]
    if (
        words[i].text != "in"
        or "for" not in before
        or _BODIES.isdisjoint(before)
        or not capital_at(words, i + 1, text)
    ):
        return 0
    return 2 if place_kind(words[i + 1].text) in (COUNTRY, CONTINENT) else 0


def _is_of_common(words: list[Token], i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether capitals of two common words show that they are a name: `Line of Control`."""
    if not capital_at(words, i + 1, text) or i < 2 or not words[i - 2].text[0].isalnum():
        return False  # at the start of a sentence a capital says nothing
    before, after = words[i - 1].text, words[i + 1].text
    if {before, after} & (lexicon.roles | lexicon.titles | lexicon.calendar):
        return False
    return before.lower() in lexicon.common and after.lower() in lexicon.common


def over_usual(words: list[Token], first: int, i: int, text: str) -> int:
    """How far a usual name goes on from token `i`: `U.N. High Commissioner for Refugees`, or 0."""
    found = 0
    for last in range(i + 1, min(i + 7, len(words))) if i - first < LONGEST else ():
        if not near(words, last - 1, last, text):
            break
        word = words[last].text
        if word[0].isupper() or word.isdigit():
            if key(text[words[first].start : words[last].end]) in usual_names():
                found = last + 1 - i
        elif word not in _INSIDE and word not in HYPHENS:
            break
    return found


def is_and_inside(words: list[Token], first: int, i: int, text: str, lexicon: Lexicon) -> bool:
    """Whether `and` joins common nouns in an institution's name: `Food and Drug Administration`."""
    before, after = words[i - 1].text, words[i + 1].text
    last = i + 1
    while capital_at(words, last + 1, text) and last - i < 5:
        last += 1
    whole = text[words[first].start : words[i - 1].end]
    if key(text[words[first].start : words[last].end]) in usual_names():
        return True
    if before == words[last].text and first < i - 1 and before in lexicon.organisation_heads:
        return False  # Norvik Bank and First Harbour Bank
    firm = first < i - 1 and before in _FIRMS  # what no trade is called
    if firm and last > i + 1 and words[last].text in lexicon.businesses:
        return False  # Norvik Ventures and Harbour Investments
    if whole in places() or key(whole) in usual_names():
        return False
    if first == i - 1 and before in lexicon.demonyms and after not in lexicon.demonyms:
        return words[last].text in _FORMS  # British and Commonwealth Shipping Co
    adjective = before.endswith(("ic", "al", "ion", "ity", "ment", "ing", "ics", "ies"))
    thing = before.lower() in lexicon.common or before in lexicon.roles or adjective
    if not thing or before in lexicon.first_names:
        return False
    if any(words[j].text in ("of", "for") for j in range(max(first, i - LONGEST), i)):
        return after.lower() in lexicon.common or "-" in after or after.endswith(_NOUNS)
    # Also where a person follows: `Security and Defense Council Secretary Jan Holm`.
    ends = any(word.text in lexicon.organisation_heads for word in words[i + 2 : last + 1])
    return ends and (
        after.lower() in lexicon.common
        or after in _MATTERS
        or after.endswith((*_NOUNS, "ic", "al"))
    )
