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
    said: str = ""  # what else changes: its kind, whether it has a page


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
    """What a change makes, loses, or gives other articles, another kind or a page, by name."""
    old = {entity.name: entity for entity in before}
    new = {entity.name: entity for entity in after}
    found = []
    for name in sorted(old.keys() | new.keys()):
        was, now = _articles(old.get(name)), _articles(new.get(name))
        said = _said(old[name], new[name]) if name in old and name in new and was == now else ""
        if was != now or said:
            found.append(Effect(name, was, now, said))
    return tuple(found)


def _articles(entity: Entity | None) -> int:
    return len(entity.articles) if entity else 0


def _said(was: Entity, now: Entity) -> str:
    """What changes of an entity beside its articles, in words."""
    kind = f"kind {was.kind} -> {now.kind}" if was.kind != now.kind else ""
    page = ("gets a page" if now.page else "loses its page") if was.page != now.page else ""
    return "; ".join(filter(None, (kind, page)))
