"""Names with a slip: a letter too many, too few or another, in a given name or a place's."""

from collections import defaultdict
from itertools import combinations

from rapidfuzz.distance import OSA

from seedpress.entities import gazetteer
from seedpress.entities.gazetteer import TOWN, place_kind
from seedpress.entities.joins.full_names import full_names
from seedpress.entities.joins.near import LARGEST_BLOCK
from seedpress.entities.joins.sounds import skeleton
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Families, Graph, say

_LONG = 4  # letters of a given name that is still known with one wrong
_PLACE = 10  # letters of a place's name of several words
_COMPANY = 2  # names that articles of both must share
_RARE, _SURNAME = 7, 5  # letters of a given name that few have, and of a surname with it
_SLIPS = 2  # letters that two spellings of the surname may be apart


def given_names(graph: Graph, lexicon: Lexicon) -> None:
    """`Marks Sullivan` joins `Mark Sullivan`, beside the same others: no list has such a name."""
    graph.meet()
    for name, full in graph.searched(slips, lexicon):
        _join(graph, name, full)


def slips(graph: Graph, lexicon: Lexicon) -> Families:
    """Each name whose first word, which no list has, is a letter apart from a person's."""
    found: Families = []
    bearers: dict[str, list[str]] = defaultdict(list)
    people = full_names(graph, lexicon)
    for name, parts in people.items():
        known = parts.given.title() in lexicon.first_names
        if known and len(parts.given) >= _LONG and not parts.middle:
            bearers[parts.surname].append(name)
    for name in [name for name in graph.words().several if name not in people]:
        given, _, surname = name.partition(" ")
        known = surname in bearers and surname.rpartition(" ")[2] in bearers
        if known and given.title() not in lexicon.first_names:
            found += [
                [name, full]
                for full in bearers.get(surname, ())
                if OSA.distance(given, people[full].given) == 1
            ]
    return found


def surnames(graph: Graph, lexicon: Lexicon) -> None:
    """`Abdourahamane Tiani` joins `Abdourahmane Tchiani`: a given name that few have."""
    graph.meet()
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, parts in full_names(graph, lexicon).items():
        rare = len(parts.given) >= _RARE and parts.given.title() not in lexicon.first_names
        if rare and not parts.reversed and len(parts.surname) >= _SURNAME:
            blocks[f"{skeleton(parts.given)} {parts.surname[0]}"].append(name)
    for block in [block for block in blocks.values() if len(block) > 1]:
        for one, two in combinations(sorted(block)[:LARGEST_BLOCK], 2):
            if graph.root(one) != graph.root(two) and _is_near(one, two):
                small, large = sorted((one, two), key=lambda n: (len(graph.nodes[n].articles), n))
                others = graph.in_common(one, two)
                if len(others) >= _COMPANY:
                    rule = "a rare given name and nearly the same surname, beside the same others"
                    graph.join(small, large, rule, f"beside {say(others)}")
                else:
                    graph.miss(small, large, "nearly alike, and their articles share few others")


def _is_near(one: str, two: str) -> bool:
    """Whether the last words differ in two letters at most, and the others in one."""
    before, _, here = one.rpartition(" ")
    given, _, there = two.rpartition(" ")
    if OSA.distance(here, there, score_cutoff=_SLIPS) > _SLIPS or here[-1] != there[-1]:
        return False
    return OSA.distance(before, given, score_cutoff=1) <= 1


def _join(graph: Graph, name: str, full: str) -> None:
    """Join a name to the one it may be a misspelling of."""
    others = graph.in_common(name, full)
    if len(others) >= _COMPANY:
        graph.join(name, full, "a letter apart, beside the same others", f"beside {say(others)}")
    else:
        graph.miss(name, full, "a letter apart, and their articles share few other names")


def places(graph: Graph, lexicon: Lexicon) -> None:
    """`News South Wales` joins `New South Wales`: nothing else is called nearly so."""
    for other, name in graph.searched(nearly_places, lexicon):
        graph.join(other, name, "a letter apart from a known place", graph.nodes[name].name)


def nearly_places(graph: Graph, lexicon: Lexicon) -> Families:
    """Each name that is a letter apart from a known place's, and that."""
    found: Families = []
    words, people = graph.words(), full_names(graph, lexicon)
    nodes, listed = graph.nodes, gazetteer.places()
    for name in [name for name in words.several if len(name) >= _PLACE]:
        full = nodes[name].only or nodes[name].name
        if full not in listed and not full.isupper():  # as nearly all
            continue
        if place_kind(full) in ("", TOWN):
            continue
        first, _, rest = name.partition(" ")
        near = {*words.first(first), *words.last[rest.rpartition(" ")[2]]}
        for other in sorted(near - people.keys() - {name}):
            node = graph.nodes.get(other)
            if (
                node
                and not place_kind(node.name)
                and OSA.distance(name, other, score_cutoff=1) == 1
            ):
                found.append([other, name])
    return found
