"""The corpus join: the same idea gets the same keyword everywhere."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from msgspec import msgpack
from msgspec.structs import replace

from seedpress import names
from seedpress.keywords.editorial import Rules, problems, rules
from seedpress.keywords.rarity import Rarity, known_rarity
from seedpress.keywords.shortlist import Agreed, Ground, Ideas, Shortlist, agreed, settled
from seedpress.keywords.spread import parted, worth_giving
from seedpress.keywords.variants import Variants
from seedpress.model import (
    Alias,
    Analysis,
    Authority,
    Keyword,
    Mention,
    Naming,
    Resolution,
    SharedKeyword,
    Vocabulary,
)
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
        shared = _shared(analyses, kept, entities, ground.order, self.settings)
        said = self.authority.keywords.prefer or self.authority.keywords.ban
        used = {idea for one in each for idea in parted(one.draft.every)} if said else set()
        slugs = {thing: keyword.slug for thing, keyword in shared.items()}
        return Vocabulary(
            shared=tuple(sorted(shared.values(), key=lambda keyword: keyword.slug)),
            keywords=tuple(_with_slugs(ideas, slugs) for ideas in kept),
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


def _shared(
    analyses: Sequence[Analysis],
    kept: Sequence[Ideas],
    entities: Mapping[str, str],
    order: Rules,
    settings: KeywordSettings,
) -> dict[str, SharedKeyword]:
    """The ideas of enough articles, under their preferred forms."""
    counts = Counter(chain.from_iterable(kept))
    least = max(1, settings.min_articles)
    uses: dict[str, list[tuple[str, Keyword]]]  # article and form
    uses = {t: [] for t in sorted([t for t, count in counts.items() if count >= least])}
    for analysis, ideas in zip(analyses, kept, strict=True):
        seed = analysis.seed
        identity = names.article_id(seed.path, seed.record, seed.own_id)
        for thing, keyword in ideas.items():
            if thing in uses:
                uses[thing].append((identity, keyword))
    forms = {t: counted_forms([keyword.text for _, keyword in some]) for t, some in uses.items()}
    owners = {t: some[-1][1].entity for t, some in uses.items()}
    texts = {t: entities.get(owners[t]) or order.names.get(t) or best_form(forms[t]) for t in uses}
    slugs = names.distinct(((t, names.slug(texts[t])) for t in uses), lambda t: t)
    return {
        thing: SharedKeyword(
            slug=slugs[thing],
            text=texts[thing],
            articles=tuple(sorted([identity for identity, _ in some])),
            variants=tuple([Alias(*form) for form in forms[thing]]),
            entity=owners[thing],
        )
        for thing, some in uses.items()
    }


def _with_slugs(ideas: Ideas, slugs: Mapping[str, str]) -> tuple[Keyword, ...]:
    """Keywords with the slugs of those that are shared."""
    return tuple(
        [
            replace(keyword, slug=slugs[thing]) if thing in slugs else keyword
            for thing, keyword in ideas.items()
        ]
    )


def counted_forms(forms: Sequence[str]) -> list[tuple[str, int]]:
    """Forms with how often each stands, the commonest first."""
    if forms.count(forms[0]) == len(forms):  # most have one form
        return [(forms[0], len(forms))]
    return sorted(Counter(forms).items(), key=lambda form: (-form[1], len(form[0]), form[0]))


def best_form(forms: Sequence[tuple[str, int]]) -> str:
    """The commonest form; of equals one without capitals of its own, then the shorter."""
    equals = [form for form, count in forms if count == forms[0][1]]
    return min(equals, key=lambda form: (form != form.lower(), len(form), form))
