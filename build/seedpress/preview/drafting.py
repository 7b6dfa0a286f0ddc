"""From one article's analysis to what it most likely is among all, and what others are with it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import structs

from seedpress import keywords, link, names
from seedpress.entities import Acquaintance
from seedpress.keywords.newcomer import Standing
from seedpress.model import (
    Alias,
    Analysis,
    Entity,
    Entry,
    Mention,
    Related,
    SharedKeyword,
)
from seedpress.model.corpus import SAME_NAME, Reason
from seedpress.pages import Draft, Shelf
from seedpress.related import PROPOSED, related_to_one


@dataclass(frozen=True, slots=True)
class Drafting:
    """All that the last build knew and a further article is drafted by."""

    shelf: Shelf
    acquaintance: Acquaintance
    standing: Standing

    def draft(self, analysis: Analysis) -> Draft:
        """The draft of an article that is not on the shelf, or is there as it was."""
        (entry,) = link.articles([analysis])
        who = self.acquaintance.introduce(analysis, entry.id)
        named = keywords.named(who.mentions)
        own = self.standing.keywords(analysis, named)
        entry = replace(entry, mentions=who.mentions, keywords=own)
        strangers = {each.id: each for each in who.strangers}
        entities = [*self._entities(entry, strangers)]
        shared = [*self._keywords(entry)]
        related = self._related(entry, entities, shared)
        count = self.shelf.settings.pages.related
        others = tuple(self._others(entry.id, related, count))
        entry = replace(entry, related=related[:count])
        return Draft(entry, tuple(entities), tuple(shared), others)

    def _entities(self, entry: Entry, strangers: dict[str, Entity]) -> Iterator[Entity]:
        """Those that the article names or named, with what it says of them."""
        before = self.shelf.entry.get(entry.id)
        now, then = _spelt(entry.mentions), _spelt(before.mentions if before else ())
        least = self.shelf.settings.entities.min_articles
        slugs: set[str] = set()
        for identity in [*now, *(i for i in then if i not in now)]:
            known = self.shelf.entity.get(identity)
            if known is None:
                yield strangers[identity]
                continue
            articles = {*known.articles} - {entry.id} | ({entry.id} if identity in now else set())
            found = _recounted(known, now[identity], then[identity], articles)
            if found.page or len(articles) < least:
                yield found
                continue
            if not slugs:
                slugs = {each.slug for each in self.shelf.paged.values()}
            slug = names.slug(found.name)
            slug = f"{slug}-{found.kind}" if slug in slugs else slug
            yield structs.replace(found, page=slug not in slugs, slug="" if slug in slugs else slug)
            slugs.add(slug)

    def _keywords(self, entry: Entry) -> Iterator[SharedKeyword]:
        """Those shared ones that the article has or had, with it or without it."""
        before = self.shelf.entry.get(entry.id)
        now = dict.fromkeys(keyword.slug for keyword in entry.keywords)
        then = (keyword.slug for keyword in (before.keywords if before else ()))
        for slug in dict.fromkeys((*now, *then)):
            known = self.shelf.keyword.get(slug)
            articles = {*known.articles} - {entry.id} if known else set()
            if known and articles:
                articles |= {entry.id} if slug in now else set()
                yield replace(known, articles=tuple(sorted(articles)))

    def _related(
        self, entry: Entry, entities: Sequence[Entity], shared: Sequence[SharedKeyword]
    ) -> tuple[Related, ...]:
        """All articles that share enough with this one to be looked at, the most related first."""
        where = {e.id: e.articles for e in entities if e.page and entry.id in e.articles}
        where |= {k.slug: k.articles for k in shared if not k.entity and entry.id in k.articles}
        others: dict[str, tuple[set[str], set[str]]] = {}
        for thing in sorted(where, key=lambda thing: (len(where[thing]), thing)):
            for article in where[thing]:
                if len(others) < PROPOSED - 1 and article != entry.id and article not in others:
                    others[article] = self._features(self.shelf.entry[article], where)
        counts = {
            thing: len(self._articles(thing))
            for one in others.values()
            for thing in (*one[0], *one[1])
        }
        counts |= {thing: len(articles) for thing, articles in where.items()}
        own = {e.id for e in entities if e.id in where}, {k.slug for k in shared if k.slug in where}
        return related_to_one(
            (entry.id, *own), others, (counts, len({*self.shelf.entry, entry.id}))
        )

    def _features(self, entry: Entry, own: Iterable[str]) -> tuple[set[str], set[str]]:
        """What an article can share: entities with a page, and keywords."""
        paged = {i for i in self.shelf.named[entry.id] if i in self.shelf.paged or i in own}
        return paged, {k.slug for k in entry.keywords if k.slug and not k.entity}

    def _articles(self, thing: str) -> Sequence[str]:
        known: Entity | SharedKeyword | None = self.shelf.entity.get(thing)
        known = known or self.shelf.keyword.get(thing)
        return known.articles if known else ()

    def _others(self, own: str, related: Iterable[Related], count: int) -> Iterator[Entry]:
        """Articles of whose most related ones this is one now, or was."""
        found: defaultdict[str, list[Related]] = defaultdict(list)
        for each in self.shelf.entry.values() if own in self.shelf.entry else ():
            if each.id != own and any(one.id == own for one in each.related):
                found[each.id] = []
        for one in related:
            found[one.id].append(structs.replace(one, id=own))
        for identity, new in found.items():
            entry = self.shelf.entry[identity]
            known = [one for one in entry.related if one.id != own]
            ranked = sorted([*known, *new], key=lambda one: (-one.score, one.id))[:count]
            if tuple(ranked) != entry.related:
                yield replace(entry, related=tuple(ranked))


def _spelt(mentions: Iterable[Mention]) -> defaultdict[str, Counter[str]]:
    """How entities are called, by their ids."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        found[mention.entity][mention.text] += 1
    return found


def _recounted(known: Entity, now: Counter[str], then: Counter[str], articles: set[str]) -> Entity:
    """An entity with what an article says of it now, in place of what it said then."""
    counts = Counter({alias.text: alias.count for alias in known.aliases})
    counts.update(now)
    counts.subtract(then)
    spelt = sorted((t for t, n in counts.items() if n > 0), key=lambda t: (-counts[t], t))
    reasons = {reason.alias: reason for reason in known.reasons}
    return structs.replace(
        known,
        aliases=tuple(Alias(text, counts[text]) for text in spelt),
        articles=tuple(sorted(articles)),
        mentions=sum(counts[text] for text in spelt),
        reasons=tuple(reasons.get(text) or Reason(text, SAME_NAME) for text in spelt),
    )
