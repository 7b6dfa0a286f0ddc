"""Count the mentions of all articles into the nodes of the graph."""

from collections.abc import Iterable, Sequence, Set

from seedpress.entities.nodes import Graph, Node
from seedpress.entities.placed import Placed
from seedpress.entities.tell import Known
from seedpress.entities.within import SAME

_NONE: dict[str, tuple[str, str]] = {}  # no reasons


def build(articles: Sequence[Sequence[Placed]], own: Known) -> Graph:
    """One node for each key that a mention of the articles stands for.

    `own` are the typer's scores of names by themselves, where they are known.
    """
    nodes: dict[str, Node] = {}
    _add(nodes, enumerate(articles))
    return Graph(_in_order(nodes), len(articles), own=own)


def _in_order(nodes: dict[str, Node]) -> dict[str, Node]:
    """The nodes by key, those of one spelling made anew.

    Sorted here, because what is in order already is sorted in no time: every rule does. Every rule
    goes over them in this order too, which takes half as long again where they lie strewn over the
    memory as they were met: so keys, names, counts and nodes come to lie one beside the other.
    """
    keys = sorted(nodes)
    met = [nodes[key] for key in keys]
    found: dict[str, Node] = {}
    for key, only, node in zip(_anew(keys), _anew([node.only for node in met]), met, strict=True):
        spelt = node.spellings
        if len(spelt) == 1 and only in spelt:  # as nearly all
            count = {only: spelt[only]}
            fulls = count if node.fulls is spelt else node.fulls
            found[key] = Node(
                key,
                count,
                fulls,
                node.articles,
                node.votes,
                node.said,
                node.reasons,
                only,
                node.alone,
            )
        else:
            node.key = key
            found[key] = node
    return found


def _anew(texts: list[str]) -> list[str]:
    """Copies of the texts that lie one after the other in memory."""
    copies = "\n".join(texts).split("\n")
    return copies if len(copies) == len(texts) else texts


def recount(graph: Graph, articles: Sequence[Sequence[Placed]], keys: Set[str]) -> None:
    """Make the nodes of `keys` anew: mentions of `articles` went from some of them to others."""
    old = [node for key in keys if (node := graph.nodes.pop(key, None))]
    numbers = sorted(set[int]().union(*(node.articles for node in old)))
    _add(graph.nodes, ((n, [p for p in articles[n] if p.key in keys]) for n in numbers))
    for key in keys:
        graph.kinds.pop(key, None)


def _add(nodes: dict[str, Node], articles: Iterable[tuple[int, Iterable[Placed]]]) -> None:
    """Count the mentions of numbered articles into their nodes, all of which are made here.

    A name that stands once, as nearly all do, shares what it has with others like it.
    """
    shared: set[str] = set()  # keys of nodes that have nothing of their own yet
    votes: dict[tuple[str, int], dict[str, int]] = {}
    for number, placed in articles:
        here = {number}
        for each in placed:
            look, name, full = each.look, each.key, each.full
            text, kind, times = look.text, look.kind, len(look.numbers)
            node = nodes.get(name)
            if node is None:
                spelt = {text: times}
                fulls = spelt if text == full else {full: times}
                voted = votes.get((kind, times)) or votes.setdefault((kind, times), {kind: times})
                why = _NONE if each.rule == SAME else {text: (each.rule, full)}
                alone = look.alone if fulls is spelt else None
                node = Node(name, spelt, fulls, here, voted, look.said, why, full, alone)
                nodes[name] = node
                shared.add(name)
                continue
            if name in shared:
                shared.remove(name)
                _part(node)
            _count(node, each, number)


def _part(node: Node) -> None:
    """Give a node its own of everything."""
    node.fulls, node.votes, node.reasons = {**node.fulls}, {**node.votes}, {**node.reasons}
    node.articles, node.alone = {*node.articles}, None


def _count(node: Node, placed: Placed, number: int) -> None:
    """Count mentions into a node that shares nothing."""
    look, full = placed.look, placed.full
    text, times = look.text, len(look.numbers)
    if placed.rule == SAME:
        node.reasons.pop(text, None)
    elif text not in node.spellings:
        node.reasons[text] = placed.rule, full
    node.spellings[text] = node.spellings.get(text, 0) + times
    node.fulls[full] = node.fulls.get(full, 0) + times
    node.votes[look.kind] = node.votes.get(look.kind, 0) + times
    if full != node.only:
        node.only = ""
    node.articles.add(number)
    a, b, c, d = look.said
    if a or b or c or d:
        e, f, g, h = node.said
        node.said = a + e, b + f, c + g, d + h
