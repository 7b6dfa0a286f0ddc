"""Bodies that papers call by the letters or the name of their own language, and by translations."""

from functools import lru_cache
from itertools import combinations

from seedpress.entities.lexicon import Lexicon, lines
from seedpress.entities.nodes import Graph, say
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names


@lru_cache(maxsize=1)
def translations() -> tuple[tuple[str, ...], ...]:
    """The keys of each line of the hand-written table: a name, and what it is in English."""
    found = []
    for line in lines("translations"):
        name, _, others = line.partition(" | ")
        found.append(tuple(dict.fromkeys(key(each) for each in (name, *others.split(", ")))))
    return tuple(found)


def translated(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`ELN` joins `National Liberation Army`, in one article or beside the same others.

    What is called so is often something else too: names that are usual for another stay.
    """
    graph.meet()
    for names in translations():
        here = [name for name in names if name in graph.nodes and name not in usual_names()]
        for one, two in combinations(here, 2):
            if graph.root(one) == graph.root(two):
                continue
            both = bool(graph.articles(one) & graph.articles(two))
            others = graph.in_common(one, two)
            if both or others:
                rule = "the name in its own language, and a translation"
                graph.join(one, two, rule, f"beside {say(others)}" if others else "in one article")
            else:
                graph.miss(one, two, "a translation, but their articles share no other names")


def join_hyphened(graph: Graph, short: str) -> None:
    """Join `PNDS-Tarayya` to `PNDS`, beside the same others; `PKK-YPG` are two."""
    for long in graph.words().first(short.casefold()):
        name = graph.nodes[long].name
        _, hyphen, rest = name.partition("-")
        if not hyphen or not name.startswith(f"{short}-") or not rest[1:].islower():
            continue
        if others := graph.in_common(short, long):
            rule = "the letters without the word after the hyphen"
            graph.join(long, short, rule, f"beside {say(others)}")
