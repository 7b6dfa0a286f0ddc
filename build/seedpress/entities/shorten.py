"""Cut names of things that one article alone has to the known name they open with.

`Google Analytics` in a single article is no entity that anything can be linked by, `Google` is.
Names of persons, organisations, places and events stay whole, unless common words follow the
known name and the corpus has them together but once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from seedpress.entities.count import More, recount
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.looks import cut
from seedpress.entities.nodes import Graph, Node
from seedpress.entities.placed import Placed
from seedpress.entities.tally import Tally
from seedpress.entities.tokens import is_acronym, key
from seedpress.entities.usual_names import usual_names
from seedpress.entities.within import SAME
from seedpress.model import EntityKind

_PLAYED = frozenset("Open Cup Masters Championship Championships Trophy Games Prix".split())
_LINKABLE = ("organisation", "place")


def cuts_of(tally: Tally, graph: Graph, kept: frozenset[str], lexicon: Lexicon) -> dict[str, str]:
    """The openings to which names are cut, by their keys.

    `kept` are keys that the editor wants whole.
    """
    known: dict[str, Node | None] = {}  # by opening: the node of that name
    asked = tally.asked()
    found = tally.cuts()
    for name in asked if found else ():
        found.pop(name, None)
    for name in asked:
        node = graph.nodes.get(name)
        if node and _may_be_cut(node, kept):
            opening = _opening(node.name, node.articles, graph, known, lexicon)
            if opening and _is_loose(node, opening, graph.kind(name, lexicon), lexicon):
                found[name] = opening
    return found


def openings(nodes: Iterable[Node], kept: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    """Names that may be cut, and the keys of all that each opens with."""
    for node in nodes:
        if _may_be_cut(node, kept):
            yield node.key, [*map(key, _openings(node.name))]


def shorten(
    articles: Sequence[Sequence[Placed]], graph: Graph, cuts: Mapping[str, str]
) -> list[Sequence[Placed]]:
    """The mentions with such names cut, of which `graph` is told."""
    result = [*articles]
    opened: More = {}
    for number in sorted({n for name in cuts for n in graph.nodes[name].articles}):
        before = articles[number]
        result[number] = after = [_cut(placed, cuts) for placed in before]
        for old, new in zip(before, after, strict=True):
            if old is not new:
                opened.setdefault(new.key, []).append((number, new))
    recount(graph, result, cuts.keys(), opened)
    return result


def _may_be_cut(node: Node, kept: frozenset[str]) -> bool:
    name = node.key
    return " " in name and len(node.articles) == 1 and name not in kept and name[-1] not in "#)"


def _openings(name: str) -> Iterator[str]:
    """Those that may be known, the longest first."""
    words = name.split()
    for end in range(min(len(words) - 1, 3), 0, -1):
        yield " ".join(words[:end])


def _opening(
    name: str,
    articles: set[int],
    graph: Graph,
    known: dict[str, Node | None],
    lexicon: Lexicon,
) -> str:
    """The longest opening of `name` that is a linkable name of other articles, or nothing."""
    for opening in _openings(name):
        if opening not in known:
            known[opening] = graph.nodes.get(key(opening))
        node = known[opening]
        others = node and not node.articles <= articles
        if node and others and graph.kind(node.key, lexicon) in _LINKABLE:
            return opening
    return ""


def _is_loose(node: Node, opening: str, kind: EntityKind, lexicon: Lexicon) -> bool:
    """Whether the name is no name of its own beside the one that it opens with."""
    if node.key in usual_names() or node.name[len(opening) :].startswith(" of "):
        return False  # Indonesian Democratic Party of Struggle
    if key(opening) in usual_names() and is_acronym(opening) and kind == "organisation":
        return not _is_headed(node, lexicon)  # NATO Joint Jet Pilot Training
    played = node.name.rpartition(" ")[2] in _PLAYED  # U.S. Open
    nation = is_acronym(opening) and kind == "event" and not played  # U.S. Second Amendment
    return kind == "other" or nation or _is_use(node, opening, lexicon)


def _is_headed(node: Node, lexicon: Lexicon) -> bool:
    """Whether the name has a word that makes it an institution's: `NATO Parliamentary Assembly`."""
    return any(w in lexicon.heads or w in lexicon.of_heads for w in node.name.split()[1:])


def _is_use(node: Node, opening: str, lexicon: Lexicon) -> bool:
    """Whether the known name only describes common words, once: `Malaysia Tourism`."""
    rest = node.name[len(opening) :].split()
    common = all(word.lower() in lexicon.common for word in rest)
    common = common and not lexicon.organisation_heads & {*rest[:-1]}  # Select Committee on Hunger
    return common and node.mentions == 1 and rest[-1] not in lexicon.heads


def _cut(placed: Placed, cuts: Mapping[str, str]) -> Placed:
    opening = cuts.get(placed.key)
    look = placed.look
    if not opening or placed.rule != SAME or not look.text.startswith(opening):
        return placed
    return Placed(cut(look, 0, len(opening)), key(opening), SAME, opening)
