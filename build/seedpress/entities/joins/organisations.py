"""Short forms of organisations' names across articles."""

from collections import defaultdict
from collections.abc import Sequence

from seedpress.entities.gazetteer import COUNTRY, place_kind, places
from seedpress.entities.joins.owned import STATELY_KEYS
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph, say
from seedpress.entities.sought import Marks, Sought
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_STYLES = frozenset({"state", "republic", "kingdom", "commonwealth", "province", "church"})
_BUILDINGS = frozenset(
    "airport stadium arena hotel cathedral prison palace racecourse speedway dam plant refinery"
    " barracks base".split()
)
# What a university has: with its name before it, it is a part.
_SCHOOLS = ("school of ", "college of ", "law school", "business school", "medical school")
_BRANCH = 2  # articles that show where a body is
_STATES = frozenset({"us", "uk", "eu", "un"})


def nationalities(graph: Graph, lexicon: Lexicon) -> None:
    """`Defense Ministry` joins `Russian Defense Ministry` where no other country's is named."""
    demonyms = _nations(lexicon) | _STATES
    kept = {"supreme court", *(name for name in usual_names() if name.endswith(" party"))}
    heads = {h.casefold() for h in lexicon.organisation_heads}
    longer: dict[str, set[str]] = defaultdict(set)
    for name in graph.words().beginning(demonyms):
        first, _, rest = name.partition(" ")
        bare = " " in rest and rest in graph.nodes and rest not in kept
        head = rest.partition(" of ")[0].rpartition(" ")[2]  # Army Corps of Engineers
        if first not in demonyms or not bare or heads.isdisjoint((head, rest.split()[-1])):
            continue
        elsewhere = _elsewhere(name, rest, graph, lexicon)
        if elsewhere:
            graph.miss(rest, name, f"articles of the bare name are of {elsewhere}")
        else:
            longer[rest].add(graph.root(name))
    rule = "short form; no other country's is in the corpus"
    _settle(graph, longer, rule, "several countries' are in the corpus")


def _nations(lexicon: Lexicon) -> set[str]:
    """The adjectives of countries, folded; not `Eastern`, which is said of the West."""
    homes = {home for home, kind in places().items() if kind == COUNTRY} | {"Soviet Union"}
    return {word.casefold() for word, home in lexicon.demonyms.items() if home in homes}


def _elsewhere(full: str, short: str, graph: Graph, lexicon: Lexicon) -> str:
    """The other country that every article of the bare name alone is of, or nothing.

    `Syrian Muslim Brotherhood` is a branch where the `Muslim Brotherhood` is always in Egypt.
    """
    own = lexicon.demonyms.get(graph.nodes[full].name.partition(" ")[0], "")
    alone = graph.articles(short) - graph.articles(full)
    if not own or not alone or alone & graph.articles(key(own)):
        return ""
    if len(alone) < _BRANCH and graph.in_common(short, full):
        return ""
    others = sorted({*lexicon.demonyms.values()} - {own})
    return next((each for each in others if alone <= graph.articles(key(each))), "")


def openings(graph: Graph, lexicon: Lexicon) -> None:
    """`Newmont` joins `Newmont Mining Corp.`, `West Ham` joins `West Ham United`."""
    heads = {h.casefold() for h in lexicon.businesses} | {"united", "hotspur", "wanderers"}
    longer: dict[str, set[str]] = defaultdict(set)
    for name in graph.words().ending(heads):
        words = name.split()
        if len(words) < 2 or words[-1] not in heads:
            continue
        before = " ".join(words[:-1])
        if len(words) > 2 and before in graph.nodes and before.title() not in places():
            longer[before].add(graph.root(name))
        first = key(graph.nodes[name].name.split()[0])  # `Hewlett-Packard` is one word
        if _may_stand(first, graph, lexicon):
            longer[first].add(graph.root(name))
    rule = "first word of one organisation's name in the corpus"
    _settle(graph, longer, rule, "several organisations' names begin with it")


def _may_stand(word: str, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a word alone can be an organisation's: no place, given name or common word."""
    if word not in graph.nodes or word in graph.parent:  # as most
        return False
    title = word.title()
    known = title in places() or title in lexicon.first_names or title in lexicon.demonyms
    known = known or title in lexicon.heads or title in lexicon.of_heads
    known = known or word in lexicon.common or word in usual_names()
    return not known and not _is_persons(word, graph)


def _is_persons(word: str, graph: Graph) -> bool:
    """Whether titles and what stands around it show that the word is a person's surname."""
    node = graph.nodes.get(word)
    return node is not None and 2 * node.votes.get("person", 0) > node.mentions


def styles(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`State of Texas` joins `Texas`; `Church of England` stays, England is a place."""
    for name in graph.words().beginning(_STYLES):
        before, divider, rest = name.partition(" of ")
        known = name in usual_names() and rest in usual_names()  # Republic of Congo
        if known or not divider or before not in _STYLES or rest not in graph.nodes:
            continue
        if before != "church" or not place_kind(graph.nodes[rest].name):
            graph.join(name, rest, "the same name with its style", graph.nodes[rest].name)


def beginnings(graph: Graph, lexicon: Lexicon) -> None:
    """`U.S. Postal` joins `U.S. Postal Service`, `Kandilli` joins `Kandilli Observatory`.

    Only where articles of both share other names, and no place or person is called so.
    """
    graph.meet()
    heads = {h.casefold() for h in lexicon.organisation_heads} | _BUILDINGS
    longer: dict[str, set[str]] = defaultdict(set)
    for name in graph.words().longer():
        before, _, last = name.rpartition(" ")
        if last in heads and _stands_for_itself(before, graph, lexicon):
            longer[before].add(name)
    for short, fulls in sorted(longer.items()):
        full = min(fulls)
        others = graph.in_common(short, full)
        if len(fulls) == 1 and others:
            graph.join(short, full, "opening of one organisation's name", f"beside {say(others)}")


def first_words(graph: Graph, lexicon: Lexicon) -> None:
    """`Goldman` joins `Goldman Sachs`: what alone begins so, in articles that share other names."""
    graph.meet()
    root = graph.root
    found = [(short, *{*map(root, names)}) for short, *names in graph.searched(longer, lexicon)]
    for short, full, *others in sorted(found):
        if others or not _is_organisations(short, graph, lexicon):
            continue
        others = graph.in_common(short, full)
        built = full.rpartition(" ")[2] in _BUILDINGS
        known = full in graph.nodes and (
            built or graph.kind(full, lexicon) in ("organisation", "other")
        )
        if full.endswith(STATELY_KEYS) and graph.kind(short, lexicon) == "place":
            continue  # Katanga, and its army
        of = full.removeprefix(f"{short} of ")
        other = of != full and not place_kind(of.title())  # Democratic Party of Struggle
        other = other or full.removeprefix(f"{short} ").startswith(_SCHOOLS)
        if known and others and not other:
            rule = "what one name of the corpus begins with"
            graph.join(short, full, rule, f"beside {say(others)}")


def _openings(names: Sequence[str], graph: Graph, lexicon: Lexicon) -> Marks:  # noqa: ARG001 - searches have one form
    """Each name itself, and all that it begins with."""
    for name in names:
        yield name, name
        if " " in name:
            opening = name.rstrip().rpartition(" ")[0]
            while " " in opening:
                yield name, opening
                opening = opening.rpartition(" ")[0]
            yield name, name[: name.index(" ")]


def _longer(opening: str, names: list[str], graph: Graph, lexicon: Lexicon) -> Families:  # noqa: ARG001 - searches have one form
    """A name that others begin with, and these."""
    longer = [name for name in names if name != opening]
    return [[opening, *longer]] if longer and len(longer) < len(names) else []


longer = Sought(_openings, _longer)


def _is_organisations(name: str, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether a name may be short for an organisation's: no place's, and known as no person's."""
    if name in graph.parent or name in graph.members or name in (graph.full_names or {}):
        return False
    if " " in name:
        plain = all(word in lexicon.common for word in name.split())  # Human Rights
        plain = plain and graph.nodes[name].name.split()[-1] not in lexicon.organisation_heads
        known = plain or name in usual_names()
        return not known and graph.kind(name, lexicon) == "organisation"
    if name in lexicon.common_surnames:
        return False  # Turner, and a school
    return len(name) > 3 and _may_stand(name, graph, lexicon)


def _stands_for_itself(name: str, graph: Graph, lexicon: Lexicon) -> bool:
    """Whether the opening of a name is none of a place, a person or of anything that is usual."""
    if " " in name:
        title = graph.nodes[name].name
        return not place_kind(title) and name not in usual_names() and not _is_persons(name, graph)
    if graph.kind(name, lexicon) == "place":
        return False  # Katanga, and its army
    return len(name) > 3 and _may_stand(name, graph, lexicon)


def teams(graph: Graph, lexicon: Lexicon) -> None:
    """`Yankees` joins `New York Yankees`: the nickname after a place's name."""
    longer: dict[str, set[str]] = defaultdict(set)
    words = graph.words()
    heads = lexicon.organisation_heads - lexicon.teams
    nicknames = [word for word in words.last if word[-1] == "s" and word in graph.nodes]
    for name in words.ending(nicknames):
        before, _, last = name.rpartition(" ")
        title = last.title()
        other = title in places() or title in lexicon.event_heads or last in usual_names()
        other = other or title in heads  # Liberal Democrats
        if before.title() in places() and last[-1:] == "s" and last in graph.nodes and not other:
            longer[last].add(graph.root(name))
    _settle(graph, longer, "nickname of one team in the corpus", "several teams have the nickname")


def _settle(graph: Graph, longer: dict[str, set[str]], rule: str, why_not: str) -> None:
    for short, fulls in sorted(longer.items()):
        if len(fulls) == 1:
            full = next(iter(fulls))
            graph.join(short, full, rule, graph.nodes[full].name)
        else:
            for full in sorted(fulls)[:5]:
                graph.miss(short, full, why_not)
