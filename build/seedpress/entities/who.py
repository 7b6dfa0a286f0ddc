"""Who is who, as it becomes known: what mentions stand for, then which names are one entity's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from seedpress import names
from seedpress.entities.assemble import Making, entities, is_worth_page
from seedpress.entities.lone import number_of, unnumbered
from seedpress.entities.mentions import Meant, Standing
from seedpress.entities.naming import LastNames, LastNaming, Told, naming, told
from seedpress.entities.nodes import Graph
from seedpress.entities.parts import Parts
from seedpress.entities.placed import Placed
from seedpress.entities.stood import packed
from seedpress.model import (
    Analysis,
    Authority,
    AuthorityEntity,
    Mentions,
    Naming,
    Problem,
    Resolution,
)
from seedpress.notes import Notes
from seedpress.settings import EntitySettings


@dataclass(frozen=True, slots=True)
class Met:
    """What the mentions of all articles stand for, and their names, before rules join any."""

    analyses: Sequence[Analysis]
    placed: Sequence[Sequence[Placed]]
    graph: Graph
    authority: Authority
    problems: tuple[Problem, ...]
    marks: Sequence[bytes] = ()  # that tell what the mentions of each article stand for, if known
    parts: Parts = field(default_factory=lambda: Parts(Notes()))

    def mentions(self, place: int, told: Told) -> Meant:
        """The mentions of one analysis, where it is known which names are one entity's."""
        return Meant(self.analyses[place].names.starts, self.placed[place], told)

    def naming(self, place: int, ids: Mapping[str, str]) -> Naming:
        """What one article names, by the ids of its names' entities."""
        return naming(self.placed[place], ids)

    def stood(self, place: int, ids: Mapping[str, str]) -> bytes:
        """Where its mentions stand, packed."""
        return packed(self.placed[place], ids, self.analyses[place].names.starts)


@dataclass(frozen=True)
class Joined:
    """Who is who: all of it but the records that others read."""

    met: Met
    made: Sequence[tuple[str, Making]]  # entities in the making, with their ids
    editors: Mapping[str, AuthorityEntity]  # by the key of a root
    settings: EntitySettings
    last: LastNames = field(default_factory=LastNames)

    def ids(self) -> dict[str, str]:
        """The id of each name's entity, by the key of the name."""
        return self._ids

    @cached_property
    def _ids(self) -> dict[str, str]:
        graph = self.met.graph
        found = {each.root: identity for identity, each in self.made}
        return found | {
            name: found[root] for name in graph.parent if (root := graph.root(name)) in found
        }

    def noted(self) -> dict[bytes, bytes]:
        """What the next join may be told of this one, by what it is to be noted under."""
        graph = self.met.graph
        return dict([graph.told.noted()]) | self.met.parts.noted(graph.parted)

    def names(self) -> dict[str, str]:
        """The names of the entities by their ids."""
        return {identity: each.name for identity, each in self.made}

    def with_page(self) -> list[str]:
        """The ids of those that are worth a page."""
        has, least = self.editors.get, self.settings.min_articles
        return [i for i, each in self.made if is_worth_page(each, has(each.root), least)]

    def naming(self, place: int) -> Naming:
        """What one article names."""
        return self.met.naming(place, self.ids())

    @cached_property
    def own(self) -> dict[str, str]:
        """The ids by keys in which no article has a number, since that may be another soon."""
        ids, marks = self.ids(), self.met.marks
        numbered = self._numbered
        found = {key: ids[key] for key in ids.keys() - numbered.keys()} if numbered else ids
        more = {unnumbered(key, marks[at].hex()): ids[key] for key, at in numbered.items()}
        return found | more if more else found

    @cached_property
    def _numbered(self) -> dict[str, int]:
        """The keys of names that are others in each article, with its number."""
        found = {key: number_of(key) for key in self.ids() if key[-1] == "#"}
        most = len(self.met.marks)
        return {key: at for key, at in found.items() if at is not None and at < most}

    @cached_property
    def standing(self) -> Sequence[LastNaming | None]:
        """What each article named last, where it is sure that it names the same again."""
        marks, each = self.met.marks, self.last.each
        if not (any(marks) and any(each)):
            return [None] * len(self.met.analyses)
        other = self._named_anew()
        return [
            last if last and mark and last.placed == mark and place not in other else None
            for place, (last, mark) in enumerate(zip(each, marks, strict=True))
        ]

    def others(self) -> dict[int, LastNaming]:
        """What articles name that do not name what they named last, by place."""
        marks, every, found = self.met.marks, self.last.each, dict[int, LastNaming]()
        for place, (stands, mentions) in enumerate(zip(self.standing, self.mentions, strict=True)):
            last = every[place] if every and not stands else None
            now = b"" if stands else mentions.mark()
            if not (stands or (last and last.mark == now and last.placed == marks[place])):
                texts, ids, _ = self.naming(place)
                stood = self.met.stood(place, self.ids())
                found[place] = LastNaming(now, texts, ids, marks[place], stood)
        return found

    def changed(self) -> dict[str, str | None]:
        """The ids that are others than last, by keys as in `own`; of names that are gone, none."""
        gone = self.last.ids.keys() - self.own.keys()
        return {key: self.own[key] for key in self._anew} | dict.fromkeys(gone)

    @cached_property
    def _anew(self) -> list[str]:
        """The keys, as in `own`, of names that are new or of which another entity is than last."""
        before = self.last.ids.get
        return [key for key, identity in self.own.items() if before(key) != identity]

    def _named_anew(self) -> set[int]:
        """The articles that have such names."""
        nodes, marks = self.met.graph.nodes, self.met.marks
        number = {unnumbered(key, marks[at].hex()): at for key, at in self._numbered.items()}
        found = {number[key] for key in self._anew if key in number}
        return found.union(*[nodes[key].articles for key in self._anew if key in nodes])

    @cached_property
    def mentions(self) -> tuple[Mentions, ...]:
        """The mentions of each analysis."""
        known = told(self.ids())
        return tuple(
            [
                Standing(last) if last else self.met.mentions(place, known)
                for place, last in enumerate(self.standing)
            ]
        )

    def resolution(self) -> Resolution:
        """The records: entities, and the mentions of each analysis."""
        seeds = (analysis.seed for analysis in self.met.analyses)
        ids = [names.article_id(seed.path, seed.record, seed.own_id) for seed in seeds]
        made = entities(self.made, ids, self.editors, self.settings)
        return Resolution(
            tuple(sorted(made, key=attrgetter("id"))),
            self.mentions,
            self.met.problems,
        )
