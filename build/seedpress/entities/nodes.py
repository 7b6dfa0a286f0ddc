"""The names of the corpus as a graph that merging joins: one node for each full name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from seedpress.entities.company import Company
from seedpress.entities.people import Person
from seedpress.entities.typer import CLASSES
from seedpress.entities.within import SAME, Placed
from seedpress.model import NearMiss

_SHOWN = 4  # names that evidence lists


@dataclass(slots=True)
class Node:
    """One full name, all its spellings and where they stand."""

    key: str
    spellings: Counter[str] = field(default_factory=Counter)  # texts of mentions
    fulls: Counter[str] = field(default_factory=Counter)  # the full name's own spellings
    articles: set[int] = field(default_factory=set)
    votes: Counter[str] = field(default_factory=Counter)
    scores: list[float] = field(default_factory=lambda: [0.0] * len(CLASSES))
    reasons: dict[str, tuple[str, str]] = field(default_factory=dict)  # spelling: rule, evidence

    @property
    def name(self) -> str:
        """The full name as the corpus most often writes it."""
        return min(self.fulls, key=lambda text: (-self.fulls[text], text))


@dataclass(slots=True)
class Graph:
    """Nodes by key, and which of them were joined; joins carry a rule and evidence."""

    nodes: dict[str, Node]
    size: int = 0  # articles of the corpus
    parent: dict[str, str] = field(default_factory=dict)
    joined: dict[str, tuple[str, str]] = field(default_factory=dict)  # key: rule, evidence
    near: dict[str, list[NearMiss]] = field(default_factory=dict)
    explained: dict[str, Counter[str]] = field(default_factory=dict)  # acronym: its long forms
    full_names: dict[str, Person] | None = None  # of persons, once they are known
    company: Company = field(default_factory=lambda: Company(()))
    members: dict[str, list[str]] = field(default_factory=dict)  # of roots: keys joined to them
    foes: dict[str, set[str]] = field(default_factory=dict)  # roots the editor keeps apart

    def root(self, key: str) -> str:
        """The key of the node that `key` was joined to, or itself."""
        while key in self.parent:
            key = self.parent[key]
        return key

    def join(self, short: str, long: str, rule: str, evidence: str = "") -> bool:
        """Join the node of `short` to that of `long`, unless the editor keeps them apart."""
        one, two = self.root(short), self.root(long)
        if one == two:
            return False
        if two in self.foes.get(one, ()):
            self.miss(short, long, "the authority file says `not_same`")
            return False
        self.parent[one] = two
        self.members.setdefault(two, []).extend((one, *self.members.pop(one, ())))
        for foe in self.foes.pop(one, ()):
            self.foes[foe].discard(one)
            self.keep_apart(foe, two)
        self.joined.setdefault(one, (rule, evidence))
        return True

    def articles(self, name: str) -> set[int]:
        """The articles of the entity that `name` belongs to by now."""
        root = self.root(name)
        keys = (root, *self.members.get(root, ()))
        return set().union(*(self.nodes[key].articles for key in keys if key in self.nodes))

    def meet(self) -> None:
        """Note which entities each article has by now, for `in_common`."""
        articles: list[dict[str, None]] = [{} for _ in range(self.size)]
        for name in sorted(self.nodes):
            root = self.root(name)
            for number in self.nodes[name].articles:
                articles[number][root] = None
        self.company = Company(articles)

    def in_common(self, one: str, two: str) -> list[str]:
        """Names of others that articles of both have and few else; none where one has both."""
        here, there = self.articles(one), self.articles(two)
        if here & there:
            return []
        found = self.company.shared(here, there) - {self.root(one), self.root(two)}
        return sorted(self.nodes[name].name for name in found if name in self.nodes)

    def miss(self, one: str, two: str, why: str) -> None:
        """Remember for both names that they were nearly joined."""
        for here, there in ((one, two), (two, one)):
            if here in self.nodes and there in self.nodes:
                self.near.setdefault(here, []).append(NearMiss(self.nodes[there].name, why))

    def keep_apart(self, one: str, two: str) -> None:
        """Let no rule join the entities of these two names."""
        here, there = self.root(one), self.root(two)
        self.foes.setdefault(here, set()).add(there)
        self.foes.setdefault(there, set()).add(here)


def say(names: Sequence[str]) -> str:
    """The first of the names, for evidence."""
    return ", ".join(names[:_SHOWN])


def build(articles: Sequence[Sequence[Placed]]) -> Graph:
    """One node for each key that a mention of the articles stands for."""
    nodes: dict[str, Node] = {}
    for number, placed in enumerate(articles):
        for each in placed:
            node = nodes.get(each.key)
            if node is None:
                node = nodes[each.key] = Node(each.key)
            text = each.mention.text
            node.spellings[text] += 1
            node.fulls[each.full] += 1
            node.articles.add(number)
            node.votes[each.mention.kind] += 1
            for place, number_ in enumerate(each.around):
                node.scores[place] += number_
            if text not in node.reasons or each.rule == SAME:
                node.reasons[text] = (each.rule, each.full if each.rule != SAME else "")
    return Graph(nodes, len(articles))
