"""What is new: an edition of the corpus against the one that was published before.

Part of the join. The same two editions always give the same changes.
"""

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import replace
from operator import attrgetter

from seedpress.model import Became, Changes, Corpus, Edition, Gone, Known, Moved, Tie, Told


def edition(corpus: Corpus) -> Edition:
    """What of the corpus a later build will want to compare itself with."""
    with_page = [entity for entity in corpus.entities if entity.page]  # by id
    named: dict[str, list[str]] = {entry.id: [] for entry in corpus.entries}
    for entity in with_page:
        for article in entity.articles:
            named[article].append(entity.id)
    return Edition(
        {
            entry.seed: Told(entry.sha256, entry.article.fields.title, tuple(named[entry.id]))
            for entry in sorted(corpus.entries, key=attrgetter("seed"))
        },
        {
            entity.id: Known(entity.name, tuple([alias.text for alias in entity.aliases]))
            for entity in with_page
        },
    )


def compare(old: Edition | None, new: Edition) -> Changes:
    """The way from `old` to `new`; without an `old` one everything is new."""
    changes = replace(_articles(old or Edition(), new), first=old is None)
    changes = _entities(old or Edition(), new, changes)
    return _links(old or Edition(), new, changes)


def _articles(old: Edition, new: Edition) -> Changes:
    come = [seed for seed in new.articles if seed not in old.articles]
    gone = [seed for seed in old.articles if seed not in new.articles]
    homeless: dict[str, list[str]] = defaultdict(list)
    for seed in gone:
        homeless[old.articles[seed].sha256].append(seed)
    moved = [
        Moved(homeless[digest].pop(0), seed)
        for seed in come
        if homeless.get(digest := new.articles[seed].sha256)
    ]
    left, found = {m.before for m in moved}, {m.now for m in moved}
    return Changes(
        new=tuple(seed for seed in come if seed not in found),
        changed=tuple(
            seed
            for seed, told in new.articles.items()
            if seed in old.articles and old.articles[seed].sha256 != told.sha256
        ),
        moved=tuple(moved),
        removed=tuple(Gone(s, old.articles[s].title) for s in gone if s not in left),
    )


def _entities(old: Edition, new: Edition, changes: Changes) -> Changes:
    """Entities are told apart by id; where that is gone, the name's new bearer is its heir."""
    heirs: dict[str, list[Gone]] = defaultdict(list)
    vanished: list[Gone] = []
    missing = old.entities.keys() - new.entities.keys()
    bearers = _bearers(new, {old.entities[identity].name for identity in missing})
    for identity, known in old.entities.items():
        if identity in missing:
            heir = bearers.get(known.name)
            (vanished if heir is None else heirs[heir]).append(Gone(identity, known.name))
    became = [Became(gone, heir) for heir, all_gone in sorted(heirs.items()) for gone in all_gone]
    recalled = [
        Became(Gone(i, known.name), i)
        for i, known in old.entities.items()
        if i in new.entities and new.entities[i].name != known.name
    ]
    alone = {heir for heir, gone in heirs.items() if len(gone) == 1 and heir not in old.entities}
    come = [i for i in new.entities if i not in old.entities and i not in heirs]
    before = _bearers(old, {new.entities[identity].name for identity in come})
    origins = {i: before.get(new.entities[i].name, "") for i in come}
    return replace(
        changes,
        appeared=tuple(i for i in come if origins[i] not in new.entities),
        vanished=tuple(vanished),
        merged=tuple(each for each in became if each.now not in alone),
        split=tuple(
            Became(Gone(origin, old.entities[origin].name), i)
            for i, origin in origins.items()
            if origin in new.entities
        ),
        renamed=(*recalled, *(each for each in became if each.now in alone)),
    )


def _bearers(of: Edition, names: Set[str]) -> dict[str, str]:
    """Of some `names` the entity that has each, as its own or, if none has, as another spelling."""
    found: dict[str, str] = {}
    if not names:
        return found
    for identity, known in of.entities.items():
        if known.name in names:
            found.setdefault(known.name, identity)
    for identity, known in of.entities.items():
        if not names.isdisjoint(known.aliases):
            for alias in known.aliases:
                found.setdefault(alias, identity)
    return found


def _links(old: Edition, new: Edition, changes: Changes) -> Changes:
    """Links are compared under the seeds' names of now: a moved article keeps its own."""
    home = {moved.before: moved.now for moved in changes.moved}
    became = {each.before.key: each.now for each in (*changes.renamed, *changes.merged)}
    same = {
        seed
        for seed, told in new.articles.items()
        if seed in old.articles
        and old.articles[seed].entities == told.entities
        and (not became or became.keys().isdisjoint(told.entities))
    }
    before = {
        (home.get(seed, seed), became.get(identity, identity)): old.entities[identity].name
        for seed, told in old.articles.items()
        if seed not in same
        for identity in told.entities
    }
    now = {
        (seed, identity): new.entities[identity].name
        for seed, told in new.articles.items()
        if seed not in same
        for identity in told.entities
    }
    return replace(
        changes,
        gained=_ties((pair, name) for pair, name in now.items() if pair not in before),
        lost=_ties((pair, name) for pair, name in before.items() if pair not in now),
    )


def _ties(pairs: Iterable[tuple[tuple[str, str], str]]) -> tuple[Tie, ...]:
    return tuple(Tie(seed, identity, name) for (seed, identity), name in sorted(pairs))
