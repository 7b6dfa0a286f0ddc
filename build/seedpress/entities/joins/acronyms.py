"""Acronyms join the names that some article explains them by, or whose initials they are."""

import re
from collections import Counter, defaultdict
from itertools import product

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, say
from seedpress.entities.tokens import key
from seedpress.entities.usual_names import usual_names

_ELIDED = re.compile(r"\b[dlDL]['’](?=[A-Z])")  # d'Enquetes
_LONGEST = 6  # letters of an acronym with small ones among them
_MANY = 3  # blanks in a name that is too long for a person's
_LEAST = 4  # letters of an acronym in another order, as another language has it
_SHORTEST = 3  # letters of an acronym that no article explains


def explained(graph: Graph, lexicon: Lexicon) -> None:  # noqa: ARG001 - rules have one form
    """`CSO` joins `Central Selling Organisation` where an article has `Long Name (CSO)`."""
    for short in sorted(graph.explained):
        name = key(short)
        longs = Counter[str]()
        for long, count in graph.explained[short].items():
            if key(long) in graph.nodes:
                longs[graph.root(key(long))] += count
        if name not in graph.nodes or name in usual_names() or not longs:
            continue
        if len(longs) == 1:
            (long,) = longs
            evidence = graph.nodes[long].name
            graph.join(name, long, "acronym that another article explains", evidence)
        else:
            for long in sorted(longs):
                graph.miss(name, long, "the articles explain the acronym in several ways")


def _may_have_initials(graph: Graph, name: str, lexicon: Lexicon) -> bool:
    """Whether the name is an organisation's, or so long that it may well be."""
    if graph.kind(name, lexicon) == "organisation":
        return True
    return name.count(" ") >= _MANY and not graph.nodes[name].votes.get("person")


def _by_initials(graph: Graph, lexicon: Lexicon) -> dict[str, set[str]]:
    """The organisations that have each initials."""
    longs: dict[str, set[str]] = defaultdict(set)
    for name, node in graph.nodes.items():
        if " " not in name:
            continue
        full = node.name.replace("-", " ")
        if full.count(" ") < _SHORTEST - 1 or not _may_have_initials(graph, name, lexicon):
            continue
        words = _ELIDED.sub("", full).split()
        telling = [w for w in words if w not in lexicon.businesses]
        for some, every in product((telling, words), (False, True)):
            letters = "".join([w[0] for w in some if every or w[0].isupper()]).upper()
            if len(letters) >= _SHORTEST:  # `DFID` has a letter for each word
                longs[letters].add(graph.root(name))
    return longs


def meant_otherwise(graph: Graph, lexicon: Lexicon) -> dict[str, tuple[str, list[str]]]:
    """Acronyms that usually mean what this corpus never has in full, and what they mean here.

    `ICC`, where articles beside the same others have the International Cricket Council.
    """
    shorts = [n for n in graph.nodes if n.isupper() and len(n) >= _SHORTEST and n in usual_names()]
    absent = {n for n in shorts if key(usual_names()[n].name) not in graph.nodes}
    if not absent:
        return {}
    longs = _by_initials(graph, lexicon)
    graph.meet()
    found = {}
    for short in sorted(absent & longs.keys()):
        long = next(iter(longs[short]))
        others = graph.in_common(short, long)
        if len(longs[short]) == 1 and others:
            found[short] = long, others
    return found


def _acronyms(graph: Graph) -> list[tuple[str, str]]:
    """The keys that are written like an acronym, in order, with its letters."""
    names = ((key, graph.nodes[key].name) for key in graph.words().keys)
    return [(key, letters) for key, name in names if (letters := _letters(name))]


def initials(graph: Graph, lexicon: Lexicon) -> None:
    """`IAAF` joins the one organisation of the corpus with these initials."""
    graph.meet()
    longs = _by_initials(graph, lexicon)
    for short, letters in _acronyms(graph):
        found = longs.get(letters, set()) or longs.get(_capitals(graph.nodes[short].name), set())
        if len(letters) < _SHORTEST or short in usual_names():
            continue
        if len(found) == 1:
            long = next(iter(found))
            far = not graph.nodes[short].articles & graph.nodes[long].articles
            others = graph.in_common(short, long)
            if far and others:
                graph.join(short, long, "initials of one organisation", f"beside {say(others)}")
                continue
            if far and len(graph.nodes[long].articles) == 1:
                graph.miss(short, long, "the initials agree, but no article has both")
                continue
            graph.join(short, long, "initials of one organisation", graph.nodes[long].name)
        else:
            for long in sorted(found)[:5]:
                graph.miss(short, long, "several organisations have these initials")


def foreign(graph: Graph, lexicon: Lexicon) -> None:
    """`PSDB` joins `Brazilian Social Democracy Party`: the same initials in another order."""
    graph.meet()
    longs: dict[str, set[str]] = defaultdict(set)
    for letters, found in _by_initials(graph, lexicon).items():
        if len(letters) >= _LEAST:
            longs["".join(sorted(letters))] |= found
    for short, letters in _acronyms(graph):
        found = longs.get("".join(sorted(letters)), set())
        if len(found) != 1 or short in graph.parent or short in graph.members:
            continue
        (long,) = found
        others = graph.in_common(short, long)
        if others and short not in usual_names():
            graph.join(short, long, "initials in another order", f"beside {say(others)}")


def _capitals(name: str) -> str:
    """The capitals of a name that is written like `BSkyB`; empty for any other."""
    mixed = name.isalnum() and name[0].isupper() and name[-1].isupper() and not name.isupper()
    letters = "".join(letter for letter in name if letter.isupper())
    return letters if mixed and len(letters) >= _SHORTEST else ""


def _letters(name: str) -> str:
    """The letters of an acronym, also of one like `MoD`; empty for any other name."""
    mixed = name.isalnum() and name[0].isupper() and name[-1].isupper() and len(name) <= _LONGEST
    return name.upper() if name.isupper() or mixed else ""
