"""The vocabulary if articles name what they named last; put right for those that do not.

So who agrees on keywords can begin long before it is known who is who: of ten thousand articles
all but a few name the same, whatever came. The same comes out as of `Prepared.agreed`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from seedpress.keywords.editorial import problems
from seedpress.keywords.forms import Forms, with_slugs
from seedpress.keywords.shortlist import Agreed, Shortlist, agreed, settled
from seedpress.keywords.spread import parted, worth_giving
from seedpress.keywords.vocabulary import SMALLEST_CORPUS, Prepared
from seedpress.model import Keyword, Naming, Problem, Vocabulary


class Likely:
    """What comes out of all articles, of which it is likely what they name."""

    def __init__(
        self, ready: Prepared, named: Sequence[Naming | None], entities: Mapping[str, str]
    ) -> None:
        """Work it out for those of which it is known, and for names of `entities` by their ids."""
        self._ready, self._named = ready, [*named]
        self._mark = ready.ground.mark()
        self._each = [self._shortlist(*one) for one in enumerate(named)]
        self._first = Counter(chain.from_iterable(map(_first, self._each)))
        self._shared = agreed(self._first, {})
        self._established = [one.established(self._shared) if one else [] for one in self._each]
        self._counts = Counter(chain.from_iterable(self._established))
        self._known = self._settled()
        self._kept = [one.kept(self._known) if one else {} for one in self._each]
        self._forms = Forms(ready.ids(), self._kept, ready.settings.min_articles)
        shared = self._forms.shared(ready.ground.order, entities)
        self._slugs = {idea: keyword.slug for idea, keyword in shared.items()}
        self._keywords = [with_slugs(ideas, self._slugs) for ideas in self._kept]

    @property
    def keywords(self) -> Sequence[Sequence[Keyword]]:
        """Those of each article, as far as they are known."""
        return self._keywords

    def agreed(self, others: Mapping[int, Naming], entities: Mapping[str, str]) -> Vocabulary:
        """The vocabulary, given what the `others` name, by place: all that was not known too.

        `entities` are names by id.
        """
        for place, naming in others.items():
            self._named[place] = naming
        changed = self._kept_again(self._established_again(self._drafted_again(others)))
        if len(self._kept) >= SMALLEST_CORPUS and self._forms.are_everywhere():
            return self._ready.agreed(filter(None, self._named), entities)
        shared = self._forms.shared(self._ready.ground.order, entities)
        slugs = {idea: keyword.slug for idea, keyword in shared.items()}
        other = {idea for idea, _ in slugs.items() ^ self._slugs.items()}
        for place in changed | self._forms.places(other):
            self._keywords[place] = with_slugs(self._kept[place], slugs)
        self._slugs = slugs
        by_slug = sorted(shared.values(), key=lambda keyword: keyword.slug)
        return Vocabulary(tuple(by_slug), tuple(self._keywords), (), self._problems())

    def _shortlist(self, place: int, named: Naming | None) -> Shortlist | None:
        if named is None:
            return None
        ready = self._ready
        return Shortlist(place, ready.analyses[place], named, ready.ground, self._mark)

    def _problems(self) -> tuple[Problem, ...]:
        ready = self._ready
        told = (parted(one.draft.every) for one in self._each if one)
        used = set(chain.from_iterable(told))
        return problems(ready.authority, ready.analyses, ready.ground.variants, used)

    def _settled(self) -> Agreed:
        return settled(worth_giving(self._counts, self._ready.ground.rarity))

    def _drafted_again(self, others: Mapping[int, Naming]) -> set[int]:
        """Draft what `others` say; the places of all whose lists that may change."""
        for place, naming in others.items():
            _take(self._first, _first(self._each[place]))
            one = self._each[place] = self._shortlist(place, naming)
            self._first.update(_first(one))
        before, self._shared = self._shared, agreed(self._first, {})
        rising = (one.draft.rising if one else "" for one in self._each)
        return {*others, *_having(rising, before, self._shared)}

    def _established_again(self, changed: set[int]) -> set[int]:
        """Have those in these places say again what they establish; where lists may change."""
        for place in changed:
            _take(self._counts, self._established[place])
            # Begun anew: one remembers what others had in common when it was asked.
            one = self._each[place] = self._shortlist(place, self._named[place])
            found = self._established[place] = one.established(self._shared) if one else []
            self._counts.update(found)
        before, self._known = self._known, self._settled()
        using = (one.draft.uses.ideas if one else "" for one in self._each)
        more = _having(using, before, self._known) - changed
        for place in more:  # as they did, but by what is known now
            if one := self._each[place]:
                one.established(self._shared)
        return changed | more

    def _kept_again(self, changed: set[int]) -> set[int]:
        """Make the lists in these places again."""
        for place in changed:
            before, one = self._kept[place], self._each[place]
            self._kept[place] = one.kept(self._known) if one else {}
            self._forms.change(place, before)
        return changed


def _first(one: Shortlist | None) -> list[str]:
    return parted(one.draft.first) if one else []


def _take(counts: Counter[str], ideas: Iterable[str]) -> None:
    """Count the ideas no more."""
    for idea in ideas:
        counts[idea] -= 1
        if not counts[idea]:
            del counts[idea]


def _having(each: Iterable[str], before: Agreed, now: Agreed) -> set[int]:
    """The places of those with ideas of which it matters that others have them more, or less."""
    other = {idea for idea, _ in before.steps.items() ^ now.steps.items()}
    return {place for place, told in enumerate(each) if not other.isdisjoint(parted(told))}
