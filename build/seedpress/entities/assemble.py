"""Make the entities from the joined graph: names, kinds, ids, reasons, and who gets a page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple

from seedpress import names
from seedpress.entities.called import preferred, quiet
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node
from seedpress.entities.tell import tell
from seedpress.entities.typer import ZERO, Scores
from seedpress.entities.usual_names import usual_names
from seedpress.model import (
    Alias,
    AuthorityEntity,
    Entity,
    EntityKind,
    NearMiss,
    Reason,
)
from seedpress.settings import EntitySettings


@dataclass(slots=True)
class Group:
    """Nodes that are one entity, added up."""

    name: str = ""
    keys: list[str] = field(default_factory=list)
    spellings: dict[str, int] = field(default_factory=dict)
    fulls: dict[str, int] = field(default_factory=dict)
    articles: set[int] = field(default_factory=set)
    votes: dict[str, int] = field(default_factory=dict)
    scores: Scores = ZERO
    reasons: dict[str, tuple[str, str]] = field(default_factory=dict)
    telling: dict[str, tuple[int, bool]] = field(default_factory=dict)  # weight of each reason
    near: list[NearMiss] = field(default_factory=list)

    @property
    def mentions(self) -> int:
        """How many mentions it has."""
        return sum(self.spellings.values())

    def reason(self, text: str) -> tuple[str, str]:
        """The rule and the evidence by which a spelling is one of its own."""
        return self.reasons[text]


class Making(NamedTuple):
    """An entity in the making: all of it but its id; who has most articles comes first."""

    fewer: int  # its articles, below nothing
    root: str
    sum: Group | Node
    near: Sequence[NearMiss]
    name: str
    kind: EntityKind


def groups(graph: Graph) -> dict[str, Group]:
    """What rules joined, by the key of the root."""
    found: dict[str, Group] = {}
    for root, others in graph.members.items():
        found[root] = group = Group(keys=sorted((root, *others)))
        for name in group.keys:
            _add(group, name, graph)
    return found


def _add(group: Group, name: str, graph: Graph) -> None:
    node = graph.nodes[name]
    _count(group.spellings, node.spellings)
    if node.spellings:
        _count(group.fulls, node.fulls)
    group.articles |= node.articles
    _count(group.votes, node.votes)
    (a, b, c, d), (e, f, g, h) = group.scores, node.scores
    group.scores = a + e, b + f, c + g, d + h
    group.near += graph.near.get(name, [])
    for text, count in node.spellings.items():
        rule, evidence = node.reason(text)
        if name in graph.joined and not evidence:
            rule, evidence = graph.joined[name]
        weight = (count, name not in graph.joined)
        if weight > group.telling.get(text, (0, False)):
            group.telling[text] = weight
            group.reasons[text] = (rule, evidence)


def _count(sums: dict[str, int], more: Mapping[str, int]) -> None:
    for text, count in more.items():
        sums[text] = sums.get(text, 0) + count


def identified(
    graph: Graph, editors: Mapping[str, AuthorityEntity], lexicon: Lexicon
) -> list[tuple[str, Making]]:
    """The entities in the making with their ids, those of most articles first."""
    made = [*_joined(graph, editors, lexicon), *_alone(graph, editors, lexicon)]
    made.sort(key=attrgetter("root"))  # one thing at a time, for nearly all are in order already
    made.sort(key=attrgetter("fewer"))
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in made:
        by_kind[each.kind].append((each.root, names.slug(each.name)))
    stems = {  # in the order in which they were asked for
        kind: iter(names.distinct(things, lambda root: root).values())
        for kind, things in by_kind.items()
    }
    return [(f"{each.kind}:{next(stems[each.kind])}", each) for each in made]


def entities(
    made: Iterable[tuple[str, Making]],
    ids: Sequence[str],
    editors: Mapping[str, AuthorityEntity],
    settings: EntitySettings,
) -> Iterator[Entity]:
    """The entities of those that were `identified`; `ids` are those of the articles, by number."""
    by_number = _Articles(ids)
    for identity, each in made:
        articles = by_number.of(each.sum.articles)
        yield _entity(each, identity, articles, editors.get(each.root), settings)


def _joined(
    graph: Graph, editors: Mapping[str, AuthorityEntity], lexicon: Lexicon
) -> Iterator[Making]:
    for root, group in groups(graph).items():
        if group.spellings:
            editor = editors.get(root)
            group.name = editor.name if editor else preferred(group.keys, group.fulls)
            kind = (editor and editor.kind) or tell(group, lexicon, graph.own)
            yield Making(-len(group.articles), root, group, group.near, group.name, kind)


def _alone(
    graph: Graph, editors: Mapping[str, AuthorityEntity], lexicon: Lexicon
) -> Iterator[Making]:
    """The entities in the making of nodes that nothing was joined to, as most are."""
    joined, usual, near = graph.parent.keys() | graph.members.keys(), usual_names(), graph.near.get
    for root, node in graph.nodes.items():
        if root in joined or not node.spellings:
            continue
        own, kind = node.only, None
        if own and root not in usual and root not in editors:  # as nearly all
            name = own if own.isascii() and not own.isupper() else quiet(own)
        else:
            editor, own = editors.get(root), node.name
            name = editor.name if editor else preferred((root,), node.fulls)
            kind = editor.kind if editor else None
        if not kind and name == own:
            kind = node.alone or graph.kind(root, lexicon)
        elif not kind:
            called = Group(name, [root], node.spellings, votes=node.votes, scores=node.scores)
            kind = tell(called, lexicon, graph.own)
        yield Making(-len(node.articles), root, node, near(root, ()), name, kind)


class _Articles:
    """Ids of articles by their numbers; those of single ones are made once."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._single = [(identity,) for identity in ids]

    def of(self, numbers: Set[int]) -> tuple[str, ...]:
        """The ids, sorted."""
        if len(numbers) == 1:  # as nearly all names have
            (number,) = numbers
            return self._single[number]
        return tuple(sorted([self._single[number][0] for number in numbers]))


def _entity(
    each: Making,
    identity: str,
    articles: tuple[str, ...],
    editor: AuthorityEntity | None,
    settings: EntitySettings,
) -> Entity:
    _, _, counted, near, name, kind = each
    spellings = counted.spellings
    aliases: tuple[Alias, ...]
    reasons: tuple[Reason, ...]
    if len(spellings) == 1:  # as nearly all have
        ((text, count),) = spellings.items()
        aliases, mentions = (Alias(text, count),), count
        reasons = (Reason(text, *counted.reason(text)),)
    else:
        ranked = sorted(spellings, key=lambda text: (-spellings[text], text))
        aliases = tuple([Alias(text, spellings[text]) for text in ranked])
        reasons = tuple([Reason(text, *counted.reason(text)) for text in ranked])
        mentions = sum(spellings.values())
    return Entity(
        identity,
        name,
        kind,
        aliases,
        articles,
        mentions,
        reasons,
        tuple(dict.fromkeys(near))[:20] if near else (),
        len(articles) >= settings.min_articles or bool(editor and editor.keep),
        "",
        editor.qid if editor else "",
        editor.note if editor else "",
    )
