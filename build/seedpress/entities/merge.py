"""Join names across articles, each rule in its turn; what nearly joined is remembered with why."""

from collections import defaultdict

from rapidfuzz.distance import OSA, JaroWinkler

from seedpress.entities.gazetteer import places
from seedpress.entities.kinds import kind_of, looks_personal
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node
from seedpress.entities.people import Person, person, same_given
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_DOMINANT = 4  # times as many articles as the next bearer of a surname
_LONELY = 3  # times as many articles of a surname alone as of its bearer
_LARGEST_BLOCK = 60  # names compared with each other; a larger block says too little
_LEGAL = frozenset(
    {
        "inc",
        "inc.",
        "corp",
        "corp.",
        "co",
        "co.",
        "ltd",
        "ltd.",
        "llc",
        "plc",
        "ag",
        "sa",
        "nv",
        "se",
        "gmbh",
        "company",
        "corporation",
        "group",
        "holdings",
        "limited",
        "spa",
        "ab",
        "asa",
        "kk",
    }
)


def merge(graph: Graph, lexicon: Lexicon) -> None:
    """Apply every rule to the graph, the surest first."""
    by_table(graph)
    legal_forms(graph)
    people = _people(graph, lexicon)
    middle_names(graph, people)
    spellings_of_people(graph, people, lexicon)
    surnames(graph, people)
    nationalities(graph, lexicon)
    spellings(graph)


def by_table(graph: Graph) -> None:
    """Other names of the table join today's usual name."""
    table = usual_names()
    for name in sorted(graph.nodes):
        usual = table.get(name)
        if usual and key(usual.name) != name:
            _ensure(graph, key(usual.name), usual.name)
            graph.join(name, key(usual.name), "another usual name", f"for {usual.name}")


def _ensure(graph: Graph, wanted: str, name: str) -> None:
    if wanted not in graph.nodes:
        graph.nodes[wanted] = node = Node(wanted)
        node.fulls[name] += 1


def legal_forms(graph: Graph) -> None:
    """`Apple Inc.` joins `Apple`."""
    for name in sorted(graph.nodes):
        words = name.split()
        while len(words) > 1 and words[-1] in _LEGAL | {"&", "and"}:
            words.pop()
        short = " ".join(words)
        for form in (short, short.upper()):
            if form != name and form in graph.nodes and short not in places():
                graph.join(name, form, "the same name with its legal form")


def _people(graph: Graph, lexicon: Lexicon) -> dict[str, Person]:
    """The parts of each node that has the form of a person's full name."""
    found = {}
    for name in sorted(graph.nodes):
        if " " in name or "-" in name:
            node = graph.nodes[name]
            hint = "person" if node.votes.get("person") else "other"
            if looks_personal(node.name, hint, lexicon) and (parts := person(node.name, lexicon)):
                found[name] = parts
    return found


def middle_names(graph: Graph, people: dict[str, Person]) -> None:
    """`Donald J. Trump` joins `Donald Trump`."""
    plain = {(p.given, p.surname, p.after): name for name, p in people.items() if not p.middle}
    for name, parts in people.items():
        short = plain.get((parts.given, parts.surname, parts.after))
        if parts.middle and short and short != name:
            graph.join(name, short, "the same name with its middle names")


def spellings_of_people(graph: Graph, people: dict[str, Person], lexicon: Lexicon) -> None:
    """`Steve` and `Steven Witkoff`, `Zelensky` and `Zelenskyy`: alike in both parts."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, parts in people.items():
        blocks[skeleton(parts.surname)].append(name)
    for block in blocks.values():
        if len(block) > _LARGEST_BLOCK:
            continue
        for i, one in enumerate(block):
            for two in block[i + 1 :]:
                _compare(graph, one, two, people, lexicon)


def _compare(graph: Graph, one: str, two: str, people: dict[str, Person], lexicon: Lexicon) -> None:
    a, b = people[one], people[two]
    if a.after != b.after:
        if a.given == b.given:
            graph.miss(one, two, "one is called Jr., Sr. or a number")
        return
    surname = JaroWinkler.normalized_similarity(a.surname, b.surname)
    alike = JaroWinkler.normalized_similarity(a.given, b.given)
    if surname < 0.9 or OSA.distance(a.surname, b.surname) > _edits(a.surname, b.surname):
        return
    close = skeleton(a.given) == skeleton(b.given) and alike > 0.75 and a.given[0] == b.given[0]
    if same_given(a.given, b.given, lexicon) or close:
        small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
        graph.join(
            small,
            large,
            "another spelling or short form of the same name",
            f"{graph.nodes[small].name} and {graph.nodes[large].name}",
        )
    elif alike > 0.7:
        graph.miss(one, two, "the surnames agree, the given names are not forms of one name")


def _edits(one: str, two: str) -> int:
    """How many letters two spellings of one surname may differ in."""
    shorter = min(len(one), len(two))
    return 0 if shorter < 5 else 1 if shorter < 7 else 2


def skeleton(word: str) -> str:
    """What is left of a word when spellings of one sound are made equal: a blocking key."""
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    kept = word[:1]
    for letter in word[1:]:
        if letter not in "aeiouyjh '-" and letter != kept[-1:]:
            kept += letter
    return kept


_SOUNDS = (
    ("kh", "h"), ("ph", "f"), ("sch", "sh"), ("tch", "ch"), ("ks", "x"), ("ck", "k"), ("qu", "k"), ("q", "k"),
    ("w", "v"), ("tz", "z"), ("ts", "z"), ("dj", "j"), ("ou", "u"), ("yu", "u"), ("iu", "u"), ("ye", "e"), ("c", "k"), ("kk", "k"),
)  # fmt: skip


def surnames(graph: Graph, people: dict[str, Person]) -> None:
    """A surname alone joins its one bearer, or the one who has nearly all the articles."""
    bearers: dict[str, dict[str, int]] = defaultdict(dict)
    for name, parts in people.items():
        top = graph.root(name)
        if not parts.after:
            weight = len(graph.nodes[name].articles)
            bearers[parts.surname][top] = bearers[parts.surname].get(top, 0) + weight
    for surname in sorted(bearers):
        if surname not in graph.nodes or surname in usual_names():
            continue
        if graph.nodes[surname].name in places() and not graph.nodes[surname].votes.get("person"):
            continue
        ranked = sorted(bearers[surname].items(), key=lambda item: (-item[1], item[0]))
        name = graph.nodes[ranked[0][0]].name
        alone = len(graph.nodes[surname].articles)
        if alone > _LONELY * ranked[0][1]:
            graph.miss(surname, ranked[0][0], "the surname is far more often alone than with it")
        elif len(ranked) == 1:
            graph.join(surname, ranked[0][0], "surname with one bearer in the corpus", name)
        elif ranked[0][1] >= _DOMINANT * ranked[1][1]:
            graph.join(surname, ranked[0][0], "surname whose other bearers are rare", name)
        else:
            for other, _ in ranked[:5]:
                graph.miss(surname, other, "several people of this corpus bear the surname")


def nationalities(graph: Graph, lexicon: Lexicon) -> None:
    """`Defense Ministry` joins `Russian Defense Ministry` where no other country's is named."""
    longer: dict[str, set[str]] = defaultdict(set)
    places_too = {"u.s.", "us", "uk"}
    demonyms = {d.casefold() for d in lexicon.demonyms} | places_too
    for name in sorted(graph.nodes):
        first, _, rest = name.partition(" ")
        if first in demonyms and " " in rest and rest in graph.nodes:
            longer[rest].add(graph.root(name))
    for short, fulls in sorted(longer.items()):
        if len(fulls) == 1:
            graph.join(short, next(iter(fulls)), "short form; no other country's is in the corpus")
        else:
            for full in sorted(fulls):
                graph.miss(short, full, "several countries' are in the corpus")


def _sound_alike(one: str, two: str) -> bool:
    pairs = zip(one.split(), two.split(), strict=True)
    return all(a == b or OSA.distance(a, b) <= _edits(a, b) for a, b in pairs)


def spellings(graph: Graph) -> None:
    """`Organisation` and `Organization`: names of several words that sound alike in each."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(graph.nodes):
        if " " in name and len(name) > 9:
            blocks[tuple(skeleton(w) for w in name.split())].append(name)
    for block in blocks.values():
        first = max(block, key=lambda n: (len(graph.nodes[n].articles), n))
        for name in block[:_LARGEST_BLOCK]:
            if name != first and _sound_alike(name, first):
                graph.join(
                    name, first, "another spelling of the same name", graph.nodes[first].name
                )


__all__ = ["kind_of", "merge"]
