"""What an editor may want to look at first: names that nearly became one entity."""

from collections.abc import Sequence
from dataclasses import dataclass

from seedpress.model import Entity


@dataclass(frozen=True, slots=True)
class MergeCandidate:
    """Two entities that rules nearly joined."""

    first: str  # name of the one with more articles
    second: str
    why: str  # they were not joined
    links: int  # articles whose links a merge would change


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of the authority file does to one entity; counts are of articles."""

    name: str
    before: int  # 0 where there was none
    after: int  # 0 where there is none any more


def merge_candidates(entities: Sequence[Entity]) -> tuple[MergeCandidate, ...]:
    """Pairs that were nearly joined, those first that would change the most links."""
    by_name: dict[str, Entity] = {}
    for entity in sorted(entities, key=lambda e: (len(e.articles), e.id)):
        by_name[entity.name] = entity
        by_name.update(
            (alias.text, entity) for alias in entity.aliases if alias.text not in by_name
        )
    found: dict[tuple[str, str], MergeCandidate] = {}
    for entity in entities:
        for miss in entity.near_misses:
            other = by_name.get(miss.name)
            if other is None or other.id == entity.id:
                continue
            pair = sorted((entity, other), key=lambda e: (-len(e.articles), e.id))
            links = len(set(pair[1].articles))
            candidate = MergeCandidate(pair[0].name, pair[1].name, miss.why, links)
            found.setdefault((pair[0].id, pair[1].id), candidate)
    return tuple(sorted(found.values(), key=lambda c: (-c.links, c.first, c.second)))


def effects(before: Sequence[Entity], after: Sequence[Entity]) -> tuple[Effect, ...]:
    """The entities that a change makes, loses, or gives other articles, by name."""
    old = {entity.name: len(entity.articles) for entity in before}
    new = {entity.name: len(entity.articles) for entity in after}
    names = sorted(old.keys() | new.keys())
    counts = ((name, old.get(name, 0), new.get(name, 0)) for name in names)
    return tuple(Effect(name, was, now) for name, was, now in counts if was != now)
