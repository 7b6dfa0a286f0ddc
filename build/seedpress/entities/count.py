"""Count the mentions of all articles into the nodes of the graph."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from operator import itemgetter

from msgspec.structs import replace

from seedpress.entities.nodes import Graph, Node
from seedpress.entities.placed import Placed
from seedpress.entities.retold import Kinds
from seedpress.entities.shares import Shares
from seedpress.entities.within import SAME

_NUMBER = itemgetter(0)
NO_REASONS: dict[str, tuple[str, str]] = {}
Single = tuple[int, Placed]  # a name that one look of one article has, as nearly all: the article


def build(articles: Sequence[Sequence[Placed]], told: Kinds) -> Graph:
    """One node for each key that a mention of the articles stands for.

    `told` knows what names are of, by what the last join told.
    """
    return Graph(in_order(articles), len(articles), told=told)


def in_order(articles: Sequence[Sequence[Placed]]) -> dict[str, Node]:
    """The nodes by key, those of one spelling made anew.

    Sorted here, because what is in order already is sorted in no time: every rule does. Every rule
    goes over them in this order too, which takes half as long again where they lie strewn over the
    memory as they were met: so keys, names, counts and nodes come to lie one beside the other.
    """
    met: dict[str, Node | Single] = {}
    _meet(met, enumerate(articles))
    keys = sorted(met)
    each = [met[key] for key in keys]
    names = [one.only if isinstance(one, Node) else one[1].full for one in each]
    found: dict[str, Node] = {}
    singles = _Singles()
    for key, only, one in zip(_anew(keys), _anew(names), each, strict=True):
        if not isinstance(one, Node):
            found[key] = singles.node(key, only, *one)
        elif len(one.spellings) == 1 and only in one.spellings:
            one.key, one.spellings, one.only = key, {only: one.spellings[only]}, only
            found[key] = replace(one)
        else:
            one.key = key
            found[key] = one
    return found


def _anew(texts: list[str]) -> list[str]:
    """Copies of the texts that lie one after the other in memory."""
    copies = "\n".join(texts).split("\n")
    return copies if len(copies) == len(texts) else texts


More = dict[str, list[tuple[int, Placed]]]  # mentions by key, with the number of their article


def recount(graph: Graph, articles: Sequence[Sequence[Placed]], keys: Set[str], more: More) -> None:
    """Bring nodes up to date: `more` mentions of `articles` are theirs, and fewer are of `keys`."""
    found = recounted(graph.nodes, articles, keys, more)
    for key in keys | more.keys():
        graph.kinds.pop(key, None)
        if key in found:
            graph.nodes[key] = found[key]  # in its place among all
        else:
            graph.nodes.pop(key, None)


def recounted(
    nodes: Mapping[str, Node],
    articles: Sequence[Sequence[Placed]],
    keys: Set[str],
    more: More,
    shares: Shares | None = None,
) -> dict[str, Node]:
    """The nodes of these `keys`, and those with `more` mentions, of articles they were not in.

    Only where it matters which article comes first, and `shares` do not tell what each has of a
    name, all of its articles are looked into.
    """
    again, found = {*keys}, dict[str, Node]()
    for key in more.keys() - keys:
        node = nodes.get(key)
        new = _grown(node, more[key]) if node else None
        if new:
            found[key] = new
        else:
            again.add(key)
    for key in again & nodes.keys():
        known = shares.of(key) if shares else None
        if known is not None:
            again.remove(key)
            found |= _added([*known, *more.get(key, ())])
    where = {number for key in again for number, _ in more.get(key, ())}
    where.update(*[nodes[key].articles for key in again if key in nodes])
    return found | counted(articles, sorted(where), again)


def _added(mentions: Sequence[tuple[int, Placed]]) -> dict[str, Node]:
    """The node of mentions of one name, with the numbers of their articles; none of no mention."""
    met: dict[str, Node | Single] = {}
    _meet(met, ((number, (placed,)) for number, placed in sorted(mentions, key=_NUMBER)))
    return _made(met)


def _grown(node: Node, more: Iterable[tuple[int, Placed]]) -> Node | None:
    """The node with more mentions; none where another article's reason may come first."""
    new = Node(
        node.key,
        {**node.spellings},
        {**node.fulls},
        {*node.articles},
        {**node.votes},
        node.said,
        {**node.reasons},
        node.only,
    )
    for number, placed in more:
        reason = new.reasons.get(placed.look.text)
        if placed.rule != SAME and reason and reason != (placed.rule, placed.full):
            return None
        _count(new, placed, number)
    return new


def counted(
    articles: Sequence[Sequence[Placed]], numbers: Iterable[int], keys: Set[str]
) -> dict[str, Node]:
    """The nodes of `keys`, as the articles with these numbers, in order, have them."""
    met: dict[str, Node | Single] = {}
    _meet(met, ((n, [p for p in articles[n] if p.key in keys]) for n in numbers))
    return _made(met)


def _made(met: Mapping[str, Node | Single]) -> dict[str, Node]:
    singles = _Singles()
    return {
        key: one if isinstance(one, Node) else singles.node(key, one[1].full, *one)
        for key, one in met.items()
    }


def _meet(met: dict[str, Node | Single], articles: Iterable[tuple[int, Iterable[Placed]]]) -> None:
    """Count the mentions of numbered articles, all of those of their names, in this order."""
    for number, placed in articles:
        for each in placed:
            one = met.get(each.key)
            if one is None:
                met[each.key] = number, each
            elif isinstance(one, Node):
                _count(one, each, number)
            else:
                met[each.key] = node = _begun(*one)
                _count(node, each, number)


@dataclass(slots=True)
class _Singles:
    """Nodes of names that one look has: each shares what it has with others like it."""

    articles: dict[int, set[int]] = field(default_factory=dict)
    votes: dict[tuple[str, int], dict[str, int]] = field(default_factory=dict)

    def node(self, key: str, full: str, number: int, placed: Placed) -> Node:
        """The node; `key` and `full` are those of the mentions."""
        look = placed.look
        text, kind, times = look.text, look.kind, len(look.numbers)
        here = self.articles.get(number) or self.articles.setdefault(number, {number})
        votes = self.votes.get((kind, times)) or self.votes.setdefault((kind, times), {kind: times})
        why = NO_REASONS if placed.rule == SAME else {text: (placed.rule, full)}
        if text == full:
            spelt = {full: times}
            return Node(key, spelt, spelt, here, votes, look.said, why, full, look.alone)
        return Node(key, {text: times}, {full: times}, here, votes, look.said, why, full)


def _begun(number: int, placed: Placed) -> Node:
    """A node that shares nothing, with the first of its mentions."""
    look, full = placed.look, placed.full
    text, times = look.text, len(look.numbers)
    why = {} if placed.rule == SAME else {text: (placed.rule, full)}
    return Node(
        placed.key, {text: times}, {full: times}, {number}, {look.kind: times}, look.said, why, full
    )


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
