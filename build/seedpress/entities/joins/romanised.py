"""Names that papers write from another script in their own way, by ear."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from operator import itemgetter

from rapidfuzz.distance import OSA

from seedpress.entities.gazetteer import COUNTRY, place_kind
from seedpress.entities.joins.full_names import full_names
from seedpress.entities.joins.near import LARGEST_BLOCK
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph, say
from seedpress.entities.pairs import beside
from seedpress.entities.people import bare
from seedpress.entities.sought import Marks, Sought
from seedpress.entities.usual_names import usual_names

_COMPANY = 2  # names that articles of both must share
_VOWELS = frozenset("aeiou")
_WITHOUT = dict.fromkeys(map(ord, _VOWELS), "*")
_DE = frozenset("de del do da on upon".split())  # between a town and where it is
# Korean syllables as they sound, however they are spelt.
_SOUNDS = (
    (re.compile("^(?:lee|rhee|yi|ri|li)(?=-| |$)"), "i"),
    (re.compile("^(?:roh|noh)(?= )"), "no"),
    (re.compile("ar(?=k)"), "a"),
    (re.compile("(?<=[aeiou])h"), ""),
    (re.compile("eo|eu|oo|ou|u"), "o"),
    (re.compile("oe"), "oi"),
    (re.compile("ae"), "e"),
    (re.compile("ch"), "j"),
    (re.compile("sh"), "s"),
    (re.compile("[kg]+"), "k"),
    (re.compile("t"), "d"),
    (re.compile("p"), "b"),
)
_ARABIC = frozenset({"al-", "el-", "al ", "el "})
_SURNAME = 7  # letters of one with its article
_ONE_LETTER = str.maketrans({"j": "g", "q": "k", "-": " ", "'": None, "’": None})
_DOUBLED = re.compile(r"(\w)\1+")
_UKRAINIAN = 5  # letters of a surname
_H = re.compile("(?<![kscztpg])h")
_G_OR_H = re.compile("g|(?<![kscztpg])h")
_I = re.compile("[iyj]+")
_UNHEARD = re.compile("[aeiouyj]+")


def articles(graph: Graph, lexicon: Lexicon) -> None:
    """`al-Nour` joins `Nour Party`, and `al-Nour Party` does, beside the same others.

    So does `El Fasher` join `Fasher`.
    """
    people = full_names(graph, lexicon)
    graph.meet()
    for name in graph.words().beginning(("al", "el")):
        short = name[len("al ") :] if name.startswith(("al ", "el ")) else name
        if short == name or name in people or graph.nodes[name].votes.get("person"):
            continue
        for other in (short, f"{short} party"):
            others = graph.in_common(name, other) if other in graph.nodes else []
            if len(others) >= _COMPANY and not graph.nodes[other].votes.get("person"):
                graph.join(
                    name, other, "the same name without its article", f"beside {say(others)}"
                )


def korean(graph: Graph, lexicon: Lexicon) -> None:
    """`Jeong Ho-seong` and `Jung Ho-sung`: one by ear, beside the same others."""
    people = full_names(graph, lexicon)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(people):
        parts = people[name]
        if parts.reversed and len(re.split("[- ]", parts.given)) == 2:
            blocks[_heard(f"{parts.surname} {parts.given}")].append(name)
    _join_beside(graph, blocks.values(), "one name by ear, beside the same others")


def ukrainian(graph: Graph, lexicon: Lexicon) -> None:
    """`Sergey Tigipko` and `Serhiy Tyhypko`: one in Russian and in Ukrainian, beside the same."""
    rule = "one name in Russian and in Ukrainian, beside the same others"
    _join_beside(graph, graph.searched(g_or_h, lexicon), rule)


def _in_russian(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """How persons' names sound in Russian and in Ukrainian alike."""
    people = full_names(graph, lexicon)
    for name in [name for name in names if name in people]:
        given, _, surname = name.partition(" ")
        telling = len(surname) >= _UKRAINIAN and ("g" in name or "h" in name)
        if telling and surname.isalpha() and given.isalpha():
            bare = _UNHEARD.sub("", _H.sub("g", given))
            woman = given[-1] == "a"  # Olga, but not Oleh
            yield name, f"{bare} {_I.sub('i', _H.sub('g', surname))} {woman}"


def _g_or_h(_: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:  # noqa: ARG001 - searches have one form
    """All of them, where they differ in such a letter.

    Only the one that Russians say as g and Ukrainians as h shows which languages they are.
    """
    return [names] if len({tuple(_G_OR_H.findall(name)) for name in names}) > 1 else []


g_or_h = Sought(_in_russian, _g_or_h)


def arabic(graph: Graph, lexicon: Lexicon) -> None:
    """`Abu Mohammed al-Golani` and `al-Jolani`: as it is said in Cairo and elsewhere."""
    people = full_names(graph, lexicon)
    graph.meet()
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(people):
        surname = people[name].surname
        if surname[:3] in _ARABIC and len(surname) >= _SURNAME:
            said = _DOUBLED.sub(r"\1", bare(surname).translate(_ONE_LETTER))
            blocks[f"{name[0]} {_UNHEARD.sub('', said)}"].append(name)
    for block in [block for block in blocks.values() if len(block) > 1]:
        for pair in combinations(block[:LARGEST_BLOCK], 2):
            one, two = (name.removesuffix(people[name].surname) for name in pair)
            if OSA.distance(one, two, score_cutoff=1) <= 1:  # Mohammed, Mohammad; not Mahmoud
                _join_by_ear(graph, *pair)


def _join_by_ear(graph: Graph, one: str, two: str) -> None:
    """Join two spellings that no article has both of, be they beside one nom de guerre."""
    here, there = (graph.nodes[name].articles for name in (one, two))
    if graph.root(one) == graph.root(two) or not here.isdisjoint(there):
        return
    found = graph.company.shared(here, there) - {graph.root(one), graph.root(two)}
    others = sorted(graph.nodes[name].name for name in found if name in graph.nodes)
    small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
    if len(others) >= _COMPANY:
        rule = "one Arabic name by ear, beside the same others"
        graph.join(small, large, rule, f"beside {say(others)}")
    else:
        graph.miss(small, large, "nearly alike, and their articles share few other names")


def _heard(name: str) -> str:
    for spelt, sound in _SOUNDS:
        name = spelt.sub(sound, name)
    return name.replace("-", " ")


def vowels(graph: Graph, lexicon: Lexicon) -> None:
    """`Tal Afar` and `Tel Afar`: places of two words that differ in one vowel."""
    found = sorted(graph.searched(but_a_vowel, lexicon), key=itemgetter(0))
    _join_beside(graph, found, "a vowel apart, beside the same others")


def _vowels_apart(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:
    """What is left of names of two words, but persons', where vowels are all one."""
    people = full_names(graph, lexicon)
    for name in [name for name in names if name.count(" ") == 1 and name not in people]:
        yield name, name.translate(_WITHOUT)


def _but_a_vowel(_: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:  # noqa: ARG001 - searches have one form
    """Those that are the same but for one vowel, in the first word."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        first, last = name.split()
        for at, letter in enumerate(first if len(last) > 3 and first.isalpha() else ""):
            if letter in _VOWELS and last.isalpha():
                blocks[f"{first[:at]}*{first[at + 1 :]}", last].append(name)
    return [names for names in blocks.values() if len(names) > 1]


but_a_vowel = Sought(_vowels_apart, _but_a_vowel)


def _join_beside(graph: Graph, blocks: Iterable[list[str]], rule: str) -> None:
    """Join names of a block whose articles share others."""
    graph.meet()
    for names in blocks:
        for one, two, others in beside(graph, combinations(names[:LARGEST_BLOCK], 2)):
            small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
            if len(others) >= _COMPANY:
                graph.join(small, large, rule, f"beside {say(others)}")
            else:
                graph.miss(small, large, "nearly alike, and their articles share few other names")


def towns(graph: Graph, lexicon: Lexicon) -> None:
    """`Santiago` joins `Santiago de Cuba`, the one town of the corpus whose name begins so."""
    graph.meet()
    longer: dict[str, list[str]] = defaultdict(list)
    for name in [name for name in graph.words().several if name.count(" ") > 1]:
        words = name.split()
        if len(words) > 2 and words[1] in _DE and words[0] in graph.nodes:
            longer[words[0]].append(name)
    for short, names in sorted(longer.items()):
        named = place_kind(graph.nodes[names[0]].name)
        known = short in usual_names() or place_kind(graph.nodes[short].name) == COUNTRY
        if len(names) > 1 or known or named in ("", COUNTRY):
            continue
        others = graph.in_common(short, names[0])
        if len(others) >= _COMPANY and graph.kind(short, lexicon) != "person":
            graph.join(short, names[0], "the town whose name begins so", f"beside {say(others)}")
