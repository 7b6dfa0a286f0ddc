"""Make the entities from the joined graph: names, kinds, ids, reasons, and who gets a page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple

from seedpress.entities.called import preferred, quiet
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph, Node
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
from seedpress.slugs import distinct, slugs

_NEAR = 20  # names that were nearly merged into one: no more are told
_COUNT = itemgetter(1)
_NO_WEIGHT = 0, False


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


_FEWER, _ROOT = itemgetter(0), itemgetter(1)
_made = tuple.__new__  # as `Making` does it, in half the time


def groups(graph: Graph) -> dict[str, Group]:
    """What rules joined, by the key of the root."""
    found: dict[str, Group] = {}
    for root, others in graph.members.items():
        found[root] = group = Group(keys=sorted((root, *others)))
        for name in group.keys:
            _add(group, name, graph)
    return found


def _add(group: Group, name: str, graph: Graph) -> None:
    node, near = graph.nodes[name], graph.near.get(name)
    spelt, sums = node.spellings, group.spellings
    if spelt:
        _count(group.fulls, node.fulls)
    group.articles |= node.articles
    _count(group.votes, node.votes)
    (a, b, c, d), (e, f, g, h) = group.scores, node.said
    group.scores = a + e / 100, b + f / 100, c + g / 100, d + h / 100
    if near:
        group.near += near
    joined, telling = graph.joined.get(name), group.telling
    for text, count in spelt.items():
        sums[text] = sums.get(text, 0) + count
        weight = (count, joined is None)
        if weight > telling.get(text, _NO_WEIGHT):
            reason = node.reason(text)
            telling[text] = weight
            group.reasons[text] = joined if joined and not reason[1] else reason


def _count(sums: dict[str, int], more: Mapping[str, int]) -> None:
    for text, count in more.items():
        sums[text] = sums.get(text, 0) + count


def identified(
    graph: Graph, editors: Mapping[str, AuthorityEntity], lexicon: Lexicon
) -> list[tuple[str, Making]]:
    """The entities in the making with their ids, those of most articles first."""
    made = [*_joined(graph, editors, lexicon), *_alone(graph, editors, lexicon)]
    made.sort(key=_ROOT)  # one thing at a time, for nearly all are in order already
    made.sort(key=_FEWER)
    stems = slugs([each.name for each in made])
    wishes = [f"{each.kind}:{stem}" for each, stem in zip(made, stems, strict=True)]
    return [*zip(distinct([*map(_ROOT, made)], wishes), made, strict=True)]


def entities(
    made: Iterable[tuple[str, Making]],
    ids: Sequence[str],
    editors: Mapping[str, AuthorityEntity],
    settings: EntitySettings,
) -> list[Entity]:
    """The entities of those that were `identified`; `ids` are those of the articles, by number."""
    by_number = _Articles(ids)
    single, least, found = by_number.single, settings.min_articles, list[Entity]()
    paged = least <= 1
    for identity, each in made:
        _, root, counted, near, name, kind = each
        spellings, articles = counted.spellings, counted.articles
        alone = len(articles) == 1
        here = single[next(iter(articles))] if alone else by_number.of(articles)
        if near or len(spellings) > 1 or root in editors:
            found.append(_entity(each, identity, here, editors.get(root), settings))
            continue
        # As nearly all are: of one spelling, and nobody has more to say of it.
        ((text, count),) = spellings.items()
        aliases, reasons = (Alias(text, count),), (Reason(text, *counted.reason(text)),)
        page = paged if alone else len(articles) >= least
        found.append(Entity(identity, name, kind, aliases, here, count, reasons, (), page))
    return found


def _joined(
    graph: Graph, editors: Mapping[str, AuthorityEntity], lexicon: Lexicon
) -> Iterator[Making]:
    for root, group in groups(graph).items():
        if group.spellings:
            editor = editors.get(root)
            group.name = editor.name if editor else preferred(group.keys, group.fulls)
            kind = (editor and editor.kind) or graph.told.of(group, lexicon)
            yield Making(-len(group.articles), root, group, group.near, group.name, kind)


def _alone(graph: Graph, editors: Mapping[str, AuthorityEntity], lexicon: Lexicon) -> list[Making]:
    """The entities in the making of nodes that nothing was joined to, as most are."""
    joined = graph.parent.keys() | graph.members.keys()
    special = usual_names().keys() | editors.keys()
    told, near, found = graph.kinds.get, graph.near.get, list[Making]()
    for root, node in graph.nodes.items():
        if root in joined or not node.spellings:
            continue
        name = node.only
        if not name or root in special:
            name, kind = _told(root, graph, editors.get(root), lexicon)
        elif name.isupper() or not name.isascii():
            name, kind = _loud(root, graph, lexicon)
        else:  # as nearly all
            kind = node.alone or told(root) or graph.kind(root, lexicon)
        given = -len(node.articles), root, node, near(root, ()), name, kind
        found.append(_made(Making, given))
    return found


def _loud(root: str, graph: Graph, lexicon: Lexicon) -> tuple[str, EntityKind]:
    """What an entity of one node is called whose name is in capitals or odd letters, and is."""
    node = graph.nodes[root]
    name = quiet(node.only)
    if name != node.only:
        return name, _told_as(name, root, graph, lexicon)
    return name, graph.kind(root, lexicon)


def _told(
    root: str, graph: Graph, editor: AuthorityEntity | None, lexicon: Lexicon
) -> tuple[str, EntityKind]:
    """What an entity of one node is called, and what it is, by the editor's word or the table's."""
    node = graph.nodes[root]
    name = editor.name if editor else preferred((root,), node.fulls)
    if editor and editor.kind:
        return name, editor.kind
    if name == node.name:
        return name, node.alone or graph.kind(root, lexicon)
    return name, _told_as(name, root, graph, lexicon)


def _told_as(name: str, root: str, graph: Graph, lexicon: Lexicon) -> EntityKind:
    """What the node is of under another name than its own."""
    node = graph.nodes[root]
    called = Group(name, [root], node.spellings, votes=node.votes, scores=node.scores)
    return graph.told.of(called, lexicon)


class _Articles:
    """Ids of articles by their numbers; those of single ones are made once."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.single = [(identity,) for identity in ids]

    def of(self, numbers: Set[int]) -> tuple[str, ...]:
        """The ids, sorted."""
        if len(numbers) == 1:  # as nearly all names have
            (number,) = numbers
            return self.single[number]
        return tuple(sorted([self.single[number][0] for number in numbers]))


def is_worth_page(each: Making, editor: AuthorityEntity | None, least: int) -> bool:
    """Whether an entity gets a page: it stands in the `least` articles, or an editor wants it."""
    return -each.fewer >= least or bool(editor and editor.keep)


def _entity(
    each: Making,
    identity: str,
    articles: tuple[str, ...],
    editor: AuthorityEntity | None,
    settings: EntitySettings,
) -> Entity:
    _, _, counted, near, name, kind = each
    ranked = sorted(counted.spellings.items())
    ranked.sort(key=_COUNT, reverse=True)  # of equals the first of them by the letters
    why = counted.reason
    return Entity(
        identity,
        name,
        kind,
        tuple([Alias(text, count) for text, count in ranked]),
        articles,
        sum([count for _, count in ranked]),
        tuple([Reason(text, *why(text)) for text, _ in ranked]),
        tuple(dict.fromkeys(near))[:_NEAR] if len(near) > 1 else tuple(near),
        is_worth_page(each, editor, settings.min_articles),
        "",
        editor.qid if editor else "",
        editor.note if editor else "",
    )
