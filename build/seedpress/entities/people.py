"""Names of persons taken apart: given name, surname, what follows (`Jr.`)."""

import re
from collections import defaultdict
from collections.abc import Sequence

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import MOST, key
from seedpress.model import Person as Person

# `al-Naimi`, `el Naimi`, `Abdel-Jalil`, `Abd al-Jalil`
_ARTICLE = re.compile(r"^(?:abd[aeu]l[ -]|abd[ -])?(?:(?:al|el|ad|ar|as|at|ul)[ -])?(?=\w{3})")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,3}|[A-Z]{2,3}")
_INITIAL = re.compile(r"[A-Z]\.")
_NICKNAME = re.compile(r""" ["“'‘]([^"”]+)["”'’](?= )""")
_NUMBER = re.compile("[ivx]+")
_ROYAL = frozenset("king queen prince princess emperor empress pope sultan emir".split())
# What is said before names in Burmese, Malay, Hindi, Arabic and so on, and is no given name.
HONORIFICS = frozenset(
    "daw u tun datuk dato dato' datin seri shri shrimati smt smt. haji hajji alhaji maulana maulvi"
    " pandit ustaz father samdech techo".split()
)
_PLAIN = 2  # words of a full name
_SYLLABLES = 7  # letters of a given name after its family name, at most
_AFTER = frozenset("jr jr. sr sr. ii iii iv junior senior fils".split())


# By name, for the lists of each language: worked out once, or when its article was analysed.
_KNOWN: dict[Lexicon, dict[str, Person | None]] = defaultdict(dict)


def person(name: str, lexicon: Lexicon) -> Person | None:
    """The parts of `name`, None where it is a single word."""
    if name.isalpha():
        return None
    try:
        return _KNOWN[lexicon][name]
    except KeyError:
        found = known(lexicon)[name] = _person(name, lexicon)
        return found


def known(lexicon: Lexicon) -> dict[str, Person | None]:
    """What is known of names: more may be added, so that it need not be worked out again."""
    found = _KNOWN[lexicon]
    if len(found) > MOST:
        found.clear()
    return found


def _person(name: str, lexicon: Lexicon) -> Person | None:
    """The parts of `name`, None where it is a single word."""
    parts = _NICKNAME.sub("", name).replace("-", " - ").split()
    if _INITIALS.fullmatch(parts[0]) and not name.isupper():
        parts[:1] = [f"{letter}." for letter in parts[0] if letter != "."]
    words = _hyphenated([_part(w) for w in parts])
    after = ""
    royal = words[0] in _ROYAL
    if len(words) > 2 and (words[-1] in _AFTER or (royal and _NUMBER.fullmatch(words[-1]))):
        after = words.pop().rstrip(".")
    if len(words) < 2:
        return None
    if royal and len(words) == 2:  # the sign tells the title from a given name
        return _with_tails(f"{words[0]}:", (), words[1], after)
    if _is_reversed(words, lexicon):
        return _with_tails(" ".join(words[1:]), (), words[0], after, True)
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in lexicon.particles:
        cut -= 1
    middle, surname = tuple([w.rstrip(".") for w in words[1:cut]]), " ".join(words[cut:])
    return _with_tails(words[0].rstrip("."), middle, surname, after)


def _part(word: str) -> str:
    """The word folded; the initial of `Robert E. Lee` with its dot, which is no particle."""
    return word.casefold() if len(word) == 1 or _INITIAL.fullmatch(word) else key(word).casefold()


def unnumbered(name: str) -> str:
    """The key of a sovereign's name without its number, `King Felipe`; nothing for other names."""
    words = key(name).split()
    numbered = len(words) == 3 and words[0] in _ROYAL and _NUMBER.fullmatch(words[2])
    return " ".join(words[:2]) if numbered else ""


def bare_royal(words: Sequence[str]) -> str:
    """What follows the title of `Prince Mohammed`; nothing for other names."""
    return words[1] if len(words) == 2 and words[0].casefold() in _ROYAL else ""


def plain(name: str) -> str:
    """The name without what honours it before it: `Anwar Ibrahim` of `Datuk Seri Anwar Ibrahim`."""
    words = name.split(" ")
    first = 0
    while len(words) - first > _PLAIN and words[first].casefold() in HONORIFICS:
        first += 1
    return " ".join(words[first:]) if first else name


def called(name: str) -> tuple[str, ...]:
    """Other forms of a name with a quoted one inside: `Austin Warner` and `Jack Warner`."""
    found = _NICKNAME.search(name)
    if not found:
        return ()
    rest = name[found.end() :].strip()
    return f"{name[: found.start()]} {rest}", f"{found[1]} {rest}"


def nickname(name: str) -> str:
    """The name that is quoted inside a person's: `Jokowi` of `Joko "Jokowi" Widodo`."""
    found = _NICKNAME.search(name)
    return found[1] if found else ""


def initialled(name: str) -> bool:
    """Whether a name of several words begins with initials that run together: `MS`, `L.N.`."""
    if name[1:2].islower():  # as nearly all are
        return False
    first, _, rest = name.partition(" ")
    return bool(rest and not rest.isupper() and _INITIALS.fullmatch(first))


def _is_reversed(words: list[str], lexicon: Lexicon) -> bool:
    """Whether the family name stands first: `Jiang Zemin`, `Kim Dae-jung`; not `Kim Clijsters`."""
    rest = [part for word in words[1:] for part in word.split("-")]
    if words[0] not in lexicon.family_first or len(rest) > 2 or max(map(len, rest)) > _SYLLABLES:
        return False
    if words[0].title() in lexicon.first_names:
        return len(rest) == 2 and max(map(len, rest)) < _SYLLABLES
    return rest[-1].title() not in lexicon.first_names


def _hyphenated(words: list[str]) -> list[str]:
    return " ".join(words).replace(" - ", "-").split()


def _with_tails(
    given: str, middle: tuple[str, ...], surname: str, after: str, backwards: bool = False
) -> Person:
    """The person with what may stand for the name: `Assad`; `Lopez Obrador`. Folded."""
    words = [*middle, *surname.split()]
    whole = surname.replace("-", " ")
    found = {" ".join(words[i:]).replace("-", " "): None for i in range(len(words))}
    found[whole] = None
    for prefix in ("al ", "el "):
        if whole.startswith(prefix):
            found[whole.removeprefix(prefix)] = None
    return Person(given, middle, surname, after, backwards, tuple(found))


def bare(surname: str) -> str:
    """The surname without its Arabic article: `Naimi` of `al-Naimi`."""
    if surname.isalpha():  # as most are
        return surname
    return _ARTICLE.sub("", surname)


def same_given(one: str, two: str, lexicon: Lexicon) -> bool:
    """Whether two given names can be one person's: equal, an initial, or a short form."""
    if one == two:
        return True
    if len(one) == 1 or len(two) == 1:
        return one[:1] == two[:1]
    if "-" in one and "-" in two and (is_initials(one) or is_initials(two)):
        return initials(one) == initials(two)
    return two in lexicon.nicknames.get(one, ())


def is_initials(given: str) -> bool:
    """Whether a double given name is written as two initials: `j-m`, `j.-m`."""
    return all(len(part.rstrip(".")) == 1 for part in given.split("-"))


def initials(given: str) -> str:
    """The first letters of a double given name."""
    return "".join(part[:1] for part in given.split("-"))
