"""Who is who in one article by what is known of all others, before it is joined with them.

What the article's names stand for is worked out as for any other, by what the others show; but no
rule compares them with all names of the corpus. They are looked up as they are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from seedpress.entities.assemble import entities
from seedpress.entities.evidence import known_as, sure_names, sure_surnames
from seedpress.entities.naming import told
from seedpress.entities.resolve import joined, met, settler_of
from seedpress.entities.settle import Settler
from seedpress.entities.tokens import key
from seedpress.entities.who import Joined
from seedpress.model import Analysis, Authority, Entity, Mention
from seedpress.notes import Notes
from seedpress.settings import EntitySettings

_SURE = 0.75  # part of all mentions called so that are of one entity: then so is another


@dataclass(frozen=True, slots=True)
class Introduced:
    """What one article names."""

    mentions: Sequence[Mention]
    strangers: tuple[Entity, ...]  # of them, those that nobody knows


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the last join knew of names."""

    _settler: Settler
    _bearers: Mapping[str, str]  # by the key of a name, the id of its entity
    _taken: frozenset[str]  # ids
    _authority: Authority
    _settings: EntitySettings

    def introduce(self, analysis: Analysis, article: str) -> Introduced:
        """Who is who in an article, of which its id is told too."""
        plain = self._settler.evidence.plain
        plain.sure.update(sure_names([analysis.names]))
        plain.surnames.update(sure_surnames([analysis.names]))
        own = joined(met([analysis], self._authority, None, self._settler), self._settings)
        ids = own.ids()
        found = self._recognised(own, ids)
        mentions = own.met.mentions(0, told({name: found[one] for name, one in ids.items()}))
        new = [(found[i], making) for i, making in own.made if found[i] not in self._taken]
        strangers = entities(new, [article], {}, self._settings)
        return Introduced(mentions, tuple(replace(each, page=False) for each in strangers))

    def _recognised(self, own: Joined, ids: Mapping[str, str]) -> dict[str, str]:
        """The ids of the article's entities among all, by those that they have in it alone."""
        names: defaultdict[str, list[str]] = defaultdict(list)
        for name, identity in ids.items():
            names[identity].append(name)
        found: dict[str, str] = {}
        given = set(self._taken)
        for identity, making in own.made:
            called = (making.root, *sorted(names[identity], key=lambda name: (-len(name), name)))
            known = next((self._bearers[name] for name in called if name in self._bearers), "")
            found[identity] = known or _free(identity, given)
            given.add(found[identity])
        return found


def acquaintance(
    analyses: Sequence[Analysis],
    known: Sequence[Entity],
    authority: Authority,
    settings: EntitySettings,
    notes: Notes,
) -> Acquaintance:
    """What is `known` of the names of these analyses, by the last join."""
    settler = settler_of(analyses, authority, notes)
    settler.names.update(known_as(alias.text) for entity in known for alias in entity.aliases)
    taken = frozenset(entity.id for entity in known)
    return Acquaintance(settler, _bearers(known), taken, authority, settings)


def _bearers(known: Iterable[Entity]) -> dict[str, str]:
    """Whose a name is, by its key: who is called so first of all, or else surely meant by it."""
    found: dict[str, str] = {}
    others: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entity in sorted(known, key=lambda entity: -len(entity.articles)):
        found.setdefault(key(entity.name), entity.id)
        for alias in entity.aliases:
            if alias.text != entity.name:
                others[key(alias.text)][entity.id] += alias.count
    for name, meant in others.items():
        ((identity, count),) = meant.most_common(1)
        if count >= _SURE * meant.total():
            found.setdefault(name, identity)
    return found


def _free(wish: str, given: set[str]) -> str:
    """An id that is nobody's."""
    number, found = 1, wish
    while found in given:
        number += 1
        found = f"{wish}-{number}"
    return found
