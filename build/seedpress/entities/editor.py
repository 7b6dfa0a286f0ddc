"""The editor's word in the join: what the authority file merges, keeps apart, names and drops."""

from collections.abc import Set

from seedpress.entities.nodes import Graph, Node
from seedpress.entities.tokens import key
from seedpress.model import Authority, AuthorityEntity, Problem
from seedpress.model.corpus import EDITORS_WORD


def kept(authority: Authority) -> frozenset[str]:
    """Keys of names that are names because the editor says so."""
    described = {key(n) for e in authority.entities for n in (e.name, *e.aliases)}
    judged = (*authority.same, *authority.not_same)
    return frozenset(described | {key(n) for j in judged for n in (j.first, j.second)})


def apply(graph: Graph, authority: Authority) -> None:
    """Join what the editor calls one entity, and let no rule join what the editor keeps apart."""
    for judgement in authority.not_same:
        graph.keep_apart(key(judgement.first), key(judgement.second))
    for entity in authority.entities:
        for alias in entity.aliases:
            _join(graph, entity.name, alias, entity.line)
    for judgement in authority.same:
        _join(graph, judgement.first, judgement.second, judgement.line)
    described = (graph.root(key(entity.name)) for entity in authority.entities)
    graph.judged.update(root for root in described if root in graph.nodes)


def _join(graph: Graph, name: str, other: str, line: int) -> None:
    if key(other) not in graph.nodes or key(other) == key(name):
        return
    if key(name) not in graph.nodes:
        graph.nodes[key(name)] = Node(key(name), fulls={name: 1})
    graph.join(key(other), key(name), EDITORS_WORD, f"authority file, line {line}")


def editors(graph: Graph, authority: Authority) -> dict[str, AuthorityEntity]:
    """What the editor says of entities, by the key of their root."""
    found = {graph.root(key(e.name)): e for e in authority.entities}
    pairs = [(graph.root(key(j.first)), j.first) for j in authority.same]
    for root, name in sorted(pairs, key=lambda pair: pair[0] != key(pair[1])):
        found.setdefault(root, AuthorityEntity(name))
    return found


def unused(graph: Graph, authority: Authority, dropped: Set[str]) -> tuple[Problem, ...]:
    """A problem for each line of the authority file that no seed uses.

    `dropped` are the keys of the names under `never` that seeds have.
    """
    if authority == Authority(keywords=authority.keywords, file=authority.file):
        return ()  # as for most corpora: nothing is said of names
    spelt = {key(t) for node in graph.nodes.values() for t in node.spellings}
    present = {*graph.nodes, *spelt, *dropped}
    lines = [
        *((e.line, e.name, (e.name, *e.aliases)) for e in authority.entities),
        *((j.line, j.second, (j.second,)) for j in authority.same),
        *((j.line, j.first, (j.first,)) for j in authority.not_same),
        *((j.line, j.second, (j.second,)) for j in authority.not_same),
        *((line, name, (name,)) for name, line in authority.never),
    ]
    return tuple(
        Problem(
            authority.file, f"no seed mentions {name}", "remove the line, or mend the name", line
        )
        for line, name, wanted in sorted(lines)
        if not any(key(n) in present for n in wanted)
    )
