"""The names of the corpus as a graph that merging joins: one node for each full name."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from msgspec import Struct
from msgspec import field as of

from seedpress.entities.company import Company
from seedpress.entities.lexicon import Lexicon, lexicon
from seedpress.entities.looks import NOTHING, Said
from seedpress.entities.people import Person
from seedpress.entities.retold import Kinds
from seedpress.entities.typer import Scores
from seedpress.entities.within import SAME
from seedpress.entities.wording import Wording
from seedpress.model import EntityKind, NearMiss
from seedpress.model.corpus import EDITORS_WORD

_SHOWN = 4  # names that evidence lists
_SAME = SAME, ""

Families = list[list[str]]  # names that a rule has to look at together, or what else it looks up
Search = Callable[["Graph", Lexicon], Families]


class Foresight(Protocol):
    """Who may know what rules will look for, before they do."""

    def found(self, search: Search) -> Families | None:
        """What the search finds, if that is known already."""


class Node(Struct, gc=False):
    """One full name, all its spellings and where they stand.

    What it counts by may be another node's too: who changes it makes it anew.
    """

    key: str
    spellings: dict[str, int] = of(default_factory=dict)  # texts of mentions
    fulls: dict[str, int] = of(default_factory=dict)  # the full name's own spellings
    articles: set[int] = of(default_factory=set)
    votes: dict[str, int] = of(default_factory=dict)
    said: Said = NOTHING  # what the places of its mentions say, added up
    # By spelling: rule, evidence; none where the mentions are the name itself.
    reasons: dict[str, tuple[str, str]] = of(default_factory=dict)
    only: str = ""  # the one spelling of the full name, as nearly all have
    alone: EntityKind | None = None  # what it is of, where one look told that

    @property
    def name(self) -> str:
        """The full name as the corpus most often writes it."""
        if self.only:
            return self.only
        return min(self.fulls, key=lambda text: (-self.fulls[text], text))

    @property
    def scores(self) -> Scores:
        """What the places of its mentions say, by the typer's CLASSES."""
        a, b, c, d = self.said  # hundredths, which add up exactly
        return a / 100, b / 100, c / 100, d / 100

    @property
    def mentions(self) -> int:
        """How many mentions it has."""
        return sum(self.spellings.values())

    def reason(self, text: str) -> tuple[str, str]:
        """The rule and the evidence by which a spelling is one of its own."""
        return self.reasons.get(text, _SAME)


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
    parted: list[str] = field(default_factory=list)  # names of which that was asked
    company: Company = field(default_factory=Company)
    met: int = -1  # joins that the company knows of; none before the names met
    letters_apart: Families | None = None  # of full names, once they are known
    initials: dict[str, list[str]] | None = None  # names that have them, once they are known
    acronyms: list[tuple[str, str]] | None = None  # keys and letters, once they are known
    known_words: Wording | None = None  # of the keys, as they were asked for last
    merged: dict[str, set[int]] = field(default_factory=dict)  # articles of roots, once asked for
    members: dict[str, list[str]] = field(default_factory=dict)  # of roots: keys joined to them
    foes: dict[str, set[str]] = field(default_factory=dict)  # roots the editor keeps apart
    judged: set[str] = field(default_factory=set)  # roots of what the editor joined or described
    told: Kinds = field(default_factory=Kinds)  # by all that they are told from
    kinds: dict[str, EntityKind] = field(default_factory=dict)  # of nodes, where one was asked for
    foresight: Foresight | None = None

    def kind(self, key: str, lexicon: Lexicon) -> EntityKind:
        """What the node of `key` by itself is of."""
        kind = self.kinds.get(key)
        if kind is None:
            node = self.nodes[key]
            kind = self.kinds[key] = node.alone or self.told.of(node, lexicon)
        return kind

    def tell(self, lexicon: Lexicon) -> None:
        """Tell what all nodes by themselves are of, as far as nobody has asked yet."""
        known = self.kinds
        asked = {
            key: node
            for key, node in self.nodes.items()
            if not node.alone and key not in known and node.spellings
        }
        known.update(zip(asked, self.told.of_each([*asked.values()], lexicon), strict=True))

    def root(self, key: str) -> str:
        """The key of the node that `key` was joined to, or itself."""
        parent = self.parent
        while above := parent.get(key):
            key = above
        return key

    def join(self, short: str, long: str, rule: str, evidence: str = "") -> bool:
        """Join the node of `short` to that of `long`, unless the editor keeps them apart."""
        one, two = self.root(short), self.root(long)
        if one == two:
            return False
        if two in self.foes.get(one, ()):
            self.miss(short, long, "the authority file says `not_same`")
            return False
        if rule == EDITORS_WORD:
            self.judged.add(two)
        elif not self.judged.isdisjoint((one, two)):
            if self._is_a_person_beside(one, two):
                self.miss(short, long, "what the editor speaks of is of another kind")
                return False
            self.judged.add(two)
        self.parent[one] = two
        self.merged.pop(one, None)
        self.merged.pop(two, None)
        self.members.setdefault(two, []).extend((one, *self.members.pop(one, ())))
        for foe in self.foes.pop(one, ()):
            self.foes[foe].discard(one)
            self.keep_apart(foe, two)
        self.joined.setdefault(one, (rule, evidence))
        return True

    def _is_a_person_beside(self, one: str, two: str) -> bool:
        """Whether one of two entities is a person's and the other surely not."""
        kinds = [{self.kind(key, lexicon()) for key in self._keys(root)} for root in (one, two)]
        persons = ["person" in each for each in kinds]
        return persons[0] != persons[1] and bool(kinds[persons[0]] - {"other"})

    def _keys(self, root: str) -> Sequence[str]:
        """The nodes of an entity that the corpus has."""
        keys = (root, *self.members.get(root, ()))
        return [key for key in keys if key in self.nodes and self.nodes[key].spellings]

    def articles(self, name: str) -> set[int]:
        """The articles of the entity that `name` belongs to by now."""
        root, parent = name, self.parent
        while above := parent.get(root):  # as `root` has it: rules ask a hundred thousand times
            root = above
        others = self.members.get(root)
        if others is None:
            node = self.nodes.get(root)
            return node.articles if node else set()
        found = self.merged.get(root)
        if found is None:
            keys = (root, *others)
            every = [self.nodes[key].articles for key in keys if key in self.nodes]
            found = self.merged[root] = set[int]().union(*every)
        return found

    def meet(self) -> None:
        """Note which entities each article has by now, for `in_common`."""
        if self.met < 0:
            several = ((k, n.articles) for k, n in self.nodes.items() if len(n.articles) > 1)
            self.company = Company(several, self.size)
        joined = [*islice(self.parent, max(0, self.met), None)]
        for name in joined:
            self.company.place(name, ())
        for root in dict.fromkeys(map(self.root, joined)):
            self.company.place(root, self.articles(root))
        self.met = len(self.parent)

    def searched(self, search: Search, lexicon: Lexicon) -> Families:
        """What the search finds, which has to be a matter of names alone, never of joins."""
        found = self.foresight.found(search) if self.foresight else None
        return search(self, lexicon) if found is None else found

    def words(self) -> Wording:
        """The words of all keys; rules add few nodes, at the end, and remove none."""
        if self.known_words is None:
            self.known_words = Wording(self.nodes)
        elif len(self.known_words.keys) < len(self.nodes):
            self.known_words.add(islice(self.nodes, len(self.known_words.keys), None))
        return self.known_words

    def in_common(self, one: str, two: str) -> list[str]:
        """Names of others that articles of both have and few else; none where one has both."""
        here, there = self.articles(one), self.articles(two)
        if not here.isdisjoint(there):
            return []
        found = self.company.shared(here, there)
        if not found:
            return []
        found = found - {self.root(one), self.root(two)}
        return sorted(self.nodes[name].name for name in found if name in self.nodes)

    def meets(self, one: str, two: str) -> bool:
        """Whether an article has both, their articles share other names, or one's tell none."""
        here, there = self.articles(one), self.articles(two)
        silent = self.company.is_silent
        return not here.isdisjoint(there) or (
            silent(here) or silent(there) or bool(self.in_common(one, two))
        )

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
