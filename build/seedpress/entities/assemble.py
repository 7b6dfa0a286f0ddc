"""Make the entities from the joined graph: names, kinds, ids, reasons, and who gets a page."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedpress import names
from seedpress.entities.gazetteer import places
from seedpress.entities.kinds import LEGAL
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.nodes import Graph
from seedpress.entities.tell import tell
from seedpress.entities.tokens import key
from seedpress.entities.typer import CLASSES
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

_STYLE = re.compile(r"(?:State|Republic|Kingdom|Commonwealth|Province) of ")


@dataclass(slots=True)
class Group:
    """Nodes that are one entity, added up."""

    name: str = ""
    keys: list[str] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    fulls: Counter[str] = field(default_factory=Counter)
    articles: set[int] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)
    scores: list[float] = field(default_factory=lambda: [0.0] * len(CLASSES))
    reasons: dict[str, tuple[str, str]] = field(default_factory=dict)
    telling: dict[str, tuple[int, bool]] = field(default_factory=dict)  # weight of each reason
    near: list[NearMiss] = field(default_factory=list)


def groups(graph: Graph) -> dict[str, Group]:
    """Entities in the making by the key of their root, those without mentions left out."""
    found: dict[str, Group] = defaultdict(Group)
    for name in sorted(graph.nodes):
        root = graph.root(name)
        if root == name and root not in graph.members:
            found[root] = _alone(graph, name)
            continue
        node, group = graph.nodes[name], found[root]
        group.keys.append(name)
        group.spellings.update(node.spellings)
        if node.spellings:
            group.fulls.update(node.fulls)
        group.articles |= node.articles
        group.votes.update(node.votes)
        group.scores = [a + b for a, b in zip(group.scores, node.scores, strict=True)]
        group.near += graph.near.get(name, [])
        for text, reason in node.reasons.items():
            rule, evidence = reason
            if name in graph.joined and not evidence:
                rule, evidence = graph.joined[name]
            weight = (node.spellings[text], name not in graph.joined)
            if weight > group.telling.get(text, (0, False)):
                group.telling[text] = weight
                group.reasons[text] = (rule, evidence)
    return {root: group for root, group in found.items() if group.spellings}


def _alone(graph: Graph, name: str) -> Group:
    """The entity in the making of a node that nothing was joined to, as most are."""
    node = graph.nodes[name]
    return Group(
        keys=[name],
        spellings=node.spellings,
        fulls=node.fulls if node.spellings else Counter(),
        articles=node.articles,
        votes=node.votes,
        scores=node.scores,
        reasons=node.reasons,
        near=graph.near.get(name, []),
    )


def entities(
    graph: Graph,
    ids: Sequence[str],
    editors: dict[str, AuthorityEntity],
    settings: EntitySettings,
    lexicon: Lexicon,
) -> dict[str, Entity]:
    """The entities by the key of their root; `ids` are those of the articles, by number."""
    made: dict[str, tuple[Group, str, EntityKind]] = {}
    for root, group in groups(graph).items():
        editor = editors.get(root)
        group.name = name = editor.name if editor else preferred(group)
        kind = (editor and editor.kind) or _kind(graph, root, group, lexicon)
        made[root] = (group, name, kind)
    wishes = [(root, names.slug(name)) for root, (_, name, _) in made.items()]
    wishes.sort(key=lambda pair: (-len(made[pair[0]][0].articles), pair[0]))
    by_kind: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for root, wish in wishes:
        by_kind[made[root][2]].append((root, wish))
    stems = {
        r: s for things in by_kind.values() for r, s in names.distinct(things, lambda r: r).items()
    }
    return {
        root: _entity(f"{kind}:{stems[root]}", name, kind, group, ids, editors.get(root), settings)
        for root, (group, name, kind) in made.items()
    }


def _kind(graph: Graph, root: str, group: Group, lexicon: Lexicon) -> EntityKind:
    if len(group.keys) == 1 and group.name == graph.nodes[root].name:
        return graph.kind(root, lexicon)
    return tell(group, lexicon, graph.own.get(group.name))


def _entity(
    identity: str,
    name: str,
    kind: EntityKind,
    group: Group,
    ids: Sequence[str],
    editor: AuthorityEntity | None,
    settings: EntitySettings,
) -> Entity:
    ranked = sorted(group.spellings.items(), key=lambda item: (-item[1], item[0]))
    keep = bool(editor and editor.keep)
    return Entity(
        id=identity,
        name=name,
        kind=kind,
        aliases=tuple([Alias(text, count) for text, count in ranked]),
        articles=tuple(sorted([ids[number] for number in group.articles])),
        mentions=sum(group.spellings.values()),
        reasons=tuple([Reason(text, *group.reasons[text]) for text, _ in ranked]),
        near_misses=tuple(dict.fromkeys(group.near))[:20],
        page=keep or len(group.articles) >= settings.min_articles,
        qid=editor.qid if editor else "",
        note=editor.note if editor else "",
    )


def preferred(group: Group) -> str:
    """Today's usual form by the table, else the fullest name that is common."""
    for name in group.keys:
        usual = usual_names().get(name)
        if usual and key(usual.name) in group.keys:
            return usual.name
    if len(group.fulls) == 1:
        return _quiet(next(iter(group.fulls)))
    top = max(group.fulls.values())
    common = [text for text, count in group.fulls.items() if count * 5 >= top]
    name = min(
        common,
        key=lambda text: (
            '"' in text or any(w.isupper() and len(w) > 3 for w in text.split()),
            -_words(text),
            -group.fulls[text],
            text.count(".") + bool(_STYLE.match(text)),
            -len(text),
            text,
        ),
    )
    return _quiet(name)


def _quiet(name: str) -> str:
    """The name, or if it is known and the corpus has it in capitals only, in usual letters."""
    shouted = name.isupper() and len(name) > 3
    known = name.title() in places() or (" " in name and len(name) > 8)
    return name.title() if shouted and known else name


def _words(name: str) -> int:
    """How many words tell who it is: no initials, legal form or style (`State of`)."""
    words = _STYLE.sub("", name).split()
    return len([word for word in words if word[-1] != "." and key(word) not in LEGAL])
