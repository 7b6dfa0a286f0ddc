"""The corpus join: the same idea gets the same keyword everywhere."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from msgspec import msgpack

from seedpress import names
from seedpress.keywords.editorial import problems, rules
from seedpress.keywords.forms import Forms, with_slugs
from seedpress.keywords.rarity import Rarity, known_rarity
from seedpress.keywords.shortlist import Agreed, Ground, Ideas, Shortlist, agreed, settled
from seedpress.keywords.spread import parted, worth_giving
from seedpress.keywords.variants import Variants
from seedpress.model import Analysis, Authority, Mention, Naming, Resolution, Vocabulary
from seedpress.notes import Notes
from seedpress.settings import KeywordSettings

SMALLEST_CORPUS = 4  # below it, what every article says is what each of them is about


@dataclass(frozen=True, slots=True)
class Prepared:
    """All that is known of the articles' words before it is known who is who."""

    analyses: Sequence[Analysis]
    authority: Authority
    settings: KeywordSettings
    ground: Ground

    def ids(self) -> list[str]:
        """The ids of the articles."""
        seeds = (analysis.seed for analysis in self.analyses)
        return [names.article_id(seed.path, seed.record, seed.own_id) for seed in seeds]

    def agreed(self, named: Iterable[Naming], entities: Mapping[str, str]) -> Vocabulary:
        """The vocabulary, given what each analysis names, and the entities' names by id."""
        analyses, ground, mark = self.analyses, self.ground, self.ground.mark()
        both = zip(analyses, named, strict=True)
        each = [Shortlist(place, *one, ground, mark) for place, one in enumerate(both)]
        first = Counter(chain.from_iterable(parted(one.draft.first) for one in each))
        kept = _kept(each, agreed(first, {}), ground.rarity)
        common = _everywhere(kept)
        if common:  # what comes next takes their places
            kept = _kept(each, agreed(first, common), ground.rarity)
            kept = [{t: k for t, k in ideas.items() if t not in common} for ideas in kept]
        shared = Forms(self.ids(), kept, self.settings.min_articles).shared(ground.order, entities)
        said = self.authority.keywords.prefer or self.authority.keywords.ban
        used = {idea for one in each for idea in parted(one.draft.every)} if said else set()
        slugs = {thing: keyword.slug for thing, keyword in shared.items()}
        return Vocabulary(
            shared=tuple(sorted(shared.values(), key=lambda keyword: keyword.slug)),
            keywords=tuple(with_slugs(ideas, slugs) for ideas in kept),
            everywhere=tuple(sorted(entities.get(thing) or form for thing, form in common.items())),
            problems=problems(self.authority, analyses, ground.variants, used),
        )


def prepare(
    analyses: Sequence[Analysis],
    authority: Authority,
    settings: KeywordSettings,
    notes: Notes | None = None,
) -> Prepared:
    """Make ready to cluster what the articles say into one vocabulary.

    Args:
        analyses: one for each article.
        authority: the editor's word, which wins.
        settings: how many keywords are kept, and how many articles make a keyword a page.
        notes: what was worked out before; without it, the same comes out.
    """
    rare, marks = known_rarity(analyses, notes or Notes())
    variants = Variants(rare.own, noting=notes is not None)
    order = rules(authority.keywords, variants)
    ground = Ground(order, variants, rare, marks, settings.count, notes or Notes())
    return Prepared(analyses, authority, settings, ground)


def agree(
    analyses: Sequence[Analysis],
    resolution: Resolution,
    authority: Authority,
    settings: KeywordSettings,
    notes: Notes | None = None,
) -> Vocabulary:
    """Cluster what the articles say into one vocabulary, and rank each article's keywords by it.

    The arguments are as with `prepare`; `resolution` has the mentions in the order of `analyses`.
    """
    entities = {entity.id: entity.name for entity in resolution.entities}
    ready = prepare(analyses, authority, settings, notes)
    return ready.agreed(map(named, resolution.mentions), entities)


def named(mentions: Sequence[Mention]) -> Naming:
    """What mentions of one article are of."""
    each = list(dict.fromkeys([(m.text, m.kind, m.entity) for m in mentions]))
    texts, ids = [text for text, _, _ in each], [identity for _, _, identity in each]
    return Naming(msgpack.encode(texts), msgpack.encode(ids), lambda: each)


def _kept(each: Sequence[Shortlist], shared: Agreed, rare: Rarity) -> list[Ideas]:
    """Each article's list, by what they have in common and what they establish of it."""
    established = Counter(chain.from_iterable(one.established(shared) for one in each))
    known = settled(worth_giving(established, rare))
    return [one.kept(known) for one in each]


def _everywhere(each: Sequence[Ideas]) -> dict[str, str]:
    """Ideas that every article has and nobody asked for, with a form of each."""
    if len(each) < SMALLEST_CORPUS:
        return {}
    common = set(each[0])
    for ideas in each:
        common &= ideas.keys()
        if not common:
            return {}
    asked = {t for ideas in each for t in common if ideas[t].author or ideas[t].pinned}
    return {t: keyword.text for t, keyword in each[0].items() if t in common - asked}
