"""Which outlet writes a name how, and the lines an editor may copy to say otherwise."""

import re
from collections import defaultdict
from collections.abc import Mapping

import yaml

from seedpress.model import Entity
from seedpress.pages.markdown import clean
from seedpress.pages.shelf import Shelf

OUTLETS = 5  # named for each spelling
FINDABLE = 100  # spellings by which an entity's page can be searched, the most frequent ones
ELSEWHERE = 20  # and by which articles can be that name it, whatever they write
RARE = 50  # times as often the entity is mentioned than in a spelling that is not told in all these

# Words without a sign that means something to YAML, and words that do.
_PLAIN = re.compile(r"[^\W\d_][\w’-]*(?: [^\W_][\w.’-]*)*")
_MEANS = frozenset("y yes n no true false on off null".split())

Spelling = tuple[str, int, list[tuple[str, str]], str]
Miss = tuple[str, str, str]
Outlets = tuple[str, str]  # a spelling, and who writes it so how often


def by_outlet(shelf: Shelf, counts: Mapping[str, Mapping[str, int]]) -> list[Outlets]:
    """Each spelling with the outlets that use it: [("Kiev", "Tide Daily 12, The Gull 3")].

    It is given how often each of them does, by spelling. Empty unless there are two spellings and
    two outlets to compare.
    """
    sources = {source for each in counts.values() for source in each}
    if len(counts) < 2 or len(sources) < 2:
        return []
    order = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return [(text, _listed(shelf, each)) for text, each in order]


def _listed(shelf: Shelf, counts: Mapping[str, int]) -> str:
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shown = [f"{source} {shelf.words.number(n)}" for source, n in order[:OUTLETS]]
    if len(order) > OUTLETS:
        shown.append(shelf.words("more", n=len(order) - OUTLETS))
    return ", ".join(shown)


def elsewhere(entity: Entity) -> list[str]:
    """The spellings by which articles that name an entity are found, however they write it.

    A rare one finds the articles that have it and the entity's page: an article more with a slip of
    the pen would change the pages of all others. They come in no order of theirs, for that changes
    with every mention.
    """
    told = [alias.text for alias in entity.aliases if alias.count * RARE >= entity.mentions]
    return sorted(told[:ELSEWHERE])


def authority_line(first: str, second: str) -> str:
    """The line for the authority file's `same:` or `not_same:` list."""
    names = [clean(first).strip(), clean(second).strip()]
    if all(map(_PLAIN.fullmatch, names)) and _MEANS.isdisjoint(map(str.lower, names)):
        return f"- [{names[0]}, {names[1]}]"  # as YAML writes it, in a fiftieth of the time
    pair = yaml.safe_dump(names, default_flow_style=True, allow_unicode=True, width=10**6)
    return f"- {pair.strip()}"


def reasons(entity: Entity) -> list[Spelling]:
    """Each spelling: its count, why it belongs here (rule, evidence), the line to split it off."""
    told: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    ours = set()
    for reason in entity.reasons:
        told[reason.alias].append((reason.rule, reason.evidence))
        if reason.is_rules:
            ours.add(reason.alias)
    return [
        (
            alias.text,
            alias.count,
            told[alias.text],
            authority_line(alias.text, entity.name) if alias.text in ours - {entity.name} else "",
        )
        for alias in entity.aliases
    ]


def near_misses(entity: Entity) -> list[Miss]:
    """Each name that was nearly merged: why it was not, and the line that would merge it."""
    return [(m.name, m.why, authority_line(entity.name, m.name)) for m in entity.near_misses]
