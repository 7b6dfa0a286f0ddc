"""Which ideas articles share, and under which forms, of lists of which some may yet change."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from seedpress import names
from seedpress.keywords.editorial import Rules
from seedpress.keywords.shortlist import Ideas
from seedpress.model import Alias, Keyword, SharedKeyword


class _Idea(NamedTuple):
    """What is known of an idea that enough articles have, but for what names are called."""

    articles: tuple[str, ...]
    variants: tuple[Alias, ...]
    owner: str  # its entity
    best: str  # of its forms


class Forms:
    """The shared ideas of articles' lists; who changes one of these says so."""

    def __init__(self, ids: Sequence[str], kept: Sequence[Ideas], least: int) -> None:
        """Take the lists `kept` of articles with these `ids`; `least` of them share an idea."""
        self._ids, self._kept, self._least = ids, kept, max(1, least)
        self._where: dict[str, list[int]] = {}
        for place, ideas in enumerate(kept):
            self._add(place, ideas)
        self._shared: dict[str, _Idea] = {}
        self._touched: set[str] = {*self._where}

    def change(self, place: int, before: Ideas) -> None:
        """Look at the list in this place again, which `before` was another."""
        now = self._kept[place]
        if now == before:
            return
        for idea in before:
            self._where[idea].remove(place)
        self._add(place, now)
        self._touched.update(before, now)

    def places(self, ideas: Iterable[str]) -> set[int]:
        """Of the articles that have one of the `ideas`."""
        return set(chain.from_iterable(self._where.get(idea, ()) for idea in ideas))

    def are_everywhere(self) -> bool:
        """Whether there is an idea that all articles have."""
        return any(len(self._where[idea]) == len(self._kept) for idea in self._kept[0])

    def shared(self, order: Rules, entities: Mapping[str, str]) -> dict[str, SharedKeyword]:
        """The ideas of enough articles, under their preferred forms; `entities` are names by id."""
        for idea in self._touched:
            self._remake(idea)
        self._touched.clear()
        each = sorted(self._shared.items())
        texts = {
            idea: entities.get(one.owner) or order.names.get(idea) or one.best for idea, one in each
        }
        slugs = names.distinct(
            ((idea, names.slug(text)) for idea, text in texts.items()), lambda idea: idea
        )
        return {
            idea: SharedKeyword(slugs[idea], texts[idea], one.articles, one.variants, one.owner)
            for idea, one in each
        }

    def _add(self, place: int, ideas: Set[str] | Ideas) -> None:
        for idea in ideas:
            self._where.setdefault(idea, []).append(place)

    def _remake(self, idea: str) -> None:
        where = self._where[idea]
        if len(where) < self._least:
            self._shared.pop(idea, None)
            return
        where.sort()
        some = [self._kept[place][idea] for place in where]
        forms = _counted([keyword.text for keyword in some])
        self._shared[idea] = _Idea(
            tuple(sorted([self._ids[place] for place in where])),
            tuple([Alias(*form) for form in forms]),
            some[-1].entity,
            _best(forms),
        )


def with_slugs(ideas: Ideas, slugs: Mapping[str, str]) -> tuple[Keyword, ...]:
    """Keywords with the slugs of those that are shared."""
    return tuple(
        [
            replace(keyword, slug=slugs[idea]) if idea in slugs else keyword
            for idea, keyword in ideas.items()
        ]
    )


def _counted(forms: Sequence[str]) -> list[tuple[str, int]]:
    """Forms with how often each stands, the commonest first."""
    if forms.count(forms[0]) == len(forms):  # most have one form
        return [(forms[0], len(forms))]
    return sorted(Counter(forms).items(), key=lambda form: (-form[1], len(form[0]), form[0]))


def _best(forms: Sequence[tuple[str, int]]) -> str:
    """The commonest form; of equals one without capitals of its own, then the shorter."""
    equals = [form for form, count in forms if count == forms[0][1]]
    return min(equals, key=lambda form: (form != form.lower(), len(form), form))
