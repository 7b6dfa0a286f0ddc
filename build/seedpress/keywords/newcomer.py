"""The keywords of an article that the others have not agreed with yet, by what they agreed on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from seedpress.keywords.shortlist import Shortlist, agreed, settled
from seedpress.keywords.spread import parted, worth_giving
from seedpress.keywords.vocabulary import Prepared
from seedpress.model import Analysis, Keyword, Naming, SharedKeyword


@dataclass(frozen=True, slots=True)
class Standing:
    """What articles have agreed on, and what they agreed by."""

    prepared: Prepared
    ideas: Mapping[str, int]  # names apart, and how many articles have each
    slugs: Mapping[str, str]  # of shared keywords, by idea or by the entity's id
    everywhere: Mapping[str, str]  # ideas that none is to have, in a form of each

    def keywords(self, analysis: Analysis, named: Naming) -> tuple[Keyword, ...]:
        """Those of an article that names this."""
        ground = self.prepared.ground
        one = Shortlist(len(self.prepared.analyses), analysis, named, ground, ground.mark())
        own = parted(one.draft.first)
        ideas = {**self.ideas, **{idea: 1 + self.ideas.get(idea, 0) for idea in own}}
        one.established(agreed(ideas, self.everywhere))
        kept = one.kept(settled(worth_giving(ideas, ground.rarity)))
        return tuple(
            replace(keyword, slug=self.slugs.get(thing, ""))
            for thing, keyword in kept.items()
            if thing not in self.everywhere
        )


def standing(
    prepared: Prepared, shared: Sequence[SharedKeyword], everywhere: Iterable[str]
) -> Standing:
    """What the articles agreed on that were `prepared` for that."""
    idea, prefer = prepared.ground.variants.idea, prepared.ground.order.prefer
    things = {k.slug: k.entity or prefer.get(idea(k.text), idea(k.text)) for k in shared}
    return Standing(
        prepared,
        {things[k.slug]: len(k.articles) for k in shared if not k.entity},
        {thing: slug for slug, thing in things.items()},
        {idea(form): form for form in everywhere},
    )
