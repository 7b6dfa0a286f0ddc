"""Lays an article on the shelf that was not there when the corpus was joined, or was another one.

The shelf's tables are changed: to be done where nobody else looks things up in them.
"""

from dataclasses import dataclass, replace
from operator import attrgetter

from seedpress.model import Entity, Entry, SharedKeyword
from seedpress.pages.shelf import Shelf, has_page
from seedpress.pages.timeline import axis

_id = attrgetter("id")


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as it will most likely be told, and what others are with it."""

    entry: Entry
    entities: tuple[Entity, ...] = ()  # that it names, or named before
    keywords: tuple[SharedKeyword, ...] = ()  # that it has, or had
    others: tuple[Entry, ...] = ()  # articles that it is related to


def lay(shelf: Shelf, draft: Draft) -> Shelf:
    """The shelf with the draft on it."""
    entry = draft.entry
    for each in (entry, *draft.others):
        shelf.entry[each.id] = each
    shelf.keyword.update((keyword.slug, keyword) for keyword in draft.keywords)
    for entity in draft.entities:
        shelf.entity[entity.id] = entity
        if has_page(entity):
            shelf.paged[entity.id] = entity
    newest = _newest(shelf, entry.id)
    shelf.again(entry)
    place = {each.id: number for number, each in enumerate(newest)}
    corpus = replace(shelf.corpus, entries=tuple(sorted(shelf.entry.values(), key=_id)))
    return replace(shelf, corpus=corpus, newest=newest, place=place, axis=axis(newest))


def _newest(shelf: Shelf, new: str) -> tuple[Entry, ...]:
    """All articles, newest first, among them one that is new."""
    known = [shelf.entry[each.id] for each in shelf.newest if each.id != new]
    entry = shelf.entry[new]
    first = _precedence(entry)
    date = entry.article.fields.date or ""
    for place, each in enumerate(known):
        theirs = each.article.fields.date or ""
        if theirs < date or (theirs == date and _precedence(each) > first):
            return (*known[:place], entry, *known[place:])
    return (*known, entry)


def _precedence(entry: Entry) -> tuple[str, str]:
    return entry.article.fields.title.casefold(), entry.id
