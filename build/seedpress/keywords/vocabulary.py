"""The corpus join: the same idea gets the same keyword everywhere."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from seedpress import names
from seedpress.keywords.claims import Claims, claims
from seedpress.keywords.editorial import Rules, problems, rules
from seedpress.keywords.rarity import Rarity, rarity
from seedpress.keywords.spread import established, given, preferred, worth_giving
from seedpress.keywords.variants import Variants
from seedpress.model import (
    Alias,
    Analysis,
    Authority,
    Keyword,
    Resolution,
    SharedKeyword,
    Vocabulary,
)
from seedpress.settings import KeywordSettings

Ideas = dict[str, Keyword]  # idea or entity id: the form in which one article has it
SMALLEST_CORPUS = 4  # below it, what every article says is what each of them is about
OWN = 0.75  # part of an article's list that others' keywords never take


def agree(
    analyses: Sequence[Analysis],
    resolution: Resolution,
    authority: Authority,
    settings: KeywordSettings,
) -> Vocabulary:
    """Cluster what the articles say into one vocabulary, and rank each article's keywords by it.

    Args:
        analyses: one for each article.
        resolution: the entities and, in the order of `analyses`, each article's mentions.
        authority: the editor's word, which wins.
        settings: how many keywords are kept, and how many articles make a keyword a page.
    """
    stems = [analysis.phrases.stems() for analysis in analyses]
    variants = Variants({word for words in stems for word in words})
    order = rules(authority.keywords, variants)
    rare = rarity(stems)
    each = [
        claims(analysis, mentions, order, variants, rare)
        for analysis, mentions in zip(analyses, resolution.mentions, strict=True)
    ]
    known = established(each)
    each = [preferred(found, known) for found in each]
    kept = _kept(analyses, each, order, variants, rare, settings)
    common = _everywhere(kept)
    if common:  # what comes next takes their places
        each = [_without(found, common) for found in each]
        kept = _kept(analyses, each, order, variants, rare, settings)
        kept = [{t: k for t, k in ideas.items() if t not in common} for ideas in kept]
    entities = {entity.id: entity.name for entity in resolution.entities}
    shared = _shared(analyses, kept, entities, order, settings)
    used = {idea for found in each for idea in found.ideas}
    return Vocabulary(
        shared=tuple(sorted(shared.values(), key=lambda keyword: keyword.slug)),
        keywords=tuple(_with_slugs(ideas, shared) for ideas in kept),
        everywhere=tuple(sorted(entities.get(thing) or form for thing, form in common.items())),
        problems=problems(authority, analyses, variants, used),
    )


def _without(found: Claims, common: Mapping[str, str]) -> Claims:
    """The claims without what every article has."""
    return Claims({t: k for t, k in found.keywords.items() if t not in common}, found.ideas)


def _kept(
    analyses: Sequence[Analysis],
    each: Sequence[Claims],
    order: Rules,
    variants: Variants,
    rare: Rarity,
    settings: KeywordSettings,
) -> list[Ideas]:
    """Each article's list: its best, then what others have and it uses, then its next best."""
    known = worth_giving(established(each), rare)
    kept = []
    for analysis, found in zip(analyses, each, strict=True):
        best = found.first(round(OWN * settings.count))
        lowest = min((keyword.score for keyword in best.values()), default=0.0)
        new = given(analysis, found, best, known, variants, order.prefer)
        new = {thing: replace(keyword, score=lowest) for thing, keyword in new.items()}
        whole = dict(list({**best, **new}.items())[: max(settings.count, len(best))])
        for thing, keyword in found.keywords.items():
            if len(whole) >= settings.count:
                break
            whole.setdefault(thing, keyword)
        kept.append(whole)
    return kept


def _everywhere(each: Sequence[Ideas]) -> dict[str, str]:
    """Ideas that every article has and nobody asked for, with a form of each."""
    if len(each) < SMALLEST_CORPUS:
        return {}
    counts = Counter(thing for ideas in each for thing in ideas)
    asked = {
        t for ideas in each for t, keyword in ideas.items() if keyword.author or keyword.pinned
    }
    return {
        thing: keyword.text
        for thing, keyword in each[0].items()
        if counts[thing] == len(each) and thing not in asked
    }


def _shared(
    analyses: Sequence[Analysis],
    kept: Sequence[Ideas],
    entities: Mapping[str, str],
    order: Rules,
    settings: KeywordSettings,
) -> dict[str, SharedKeyword]:
    """The ideas of enough articles, under their preferred forms."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, set[str]] = defaultdict(set)
    entity: dict[str, str] = {}
    for analysis, ideas in zip(analyses, kept, strict=True):
        seed = analysis.seed
        identity = names.article_id(seed.path, seed.record, seed.own_id)
        for thing, keyword in ideas.items():
            forms[thing][keyword.text] += 1
            articles[thing].add(identity)
            entity[thing] = keyword.entity
    enough = sorted(t for t in forms if len(articles[t]) >= max(1, settings.min_articles))
    texts = {t: entities.get(entity[t]) or order.names.get(t) or _best(forms[t]) for t in enough}
    slugs = names.distinct(((t, names.slug(texts[t])) for t in enough), lambda t: t)
    return {
        thing: SharedKeyword(
            slug=slugs[thing],
            text=texts[thing],
            articles=tuple(sorted(articles[thing])),
            variants=tuple(Alias(*form) for form in _ordered(forms[thing])),
            entity=entity[thing],
        )
        for thing in enough
    }


def _with_slugs(ideas: Ideas, shared: Mapping[str, SharedKeyword]) -> tuple[Keyword, ...]:
    """Keywords with the slugs of those that are shared."""
    return tuple(
        replace(keyword, slug=shared[thing].slug) if thing in shared else keyword
        for thing, keyword in ideas.items()
    )


def _ordered(forms: Counter[str]) -> list[tuple[str, int]]:
    return sorted(forms.items(), key=lambda form: (-form[1], len(form[0]), form[0]))


def _best(forms: Counter[str]) -> str:
    """The commonest form; of equals one without capitals of its own, then the shorter."""
    top = max(forms.values())
    equals = [form for form, count in forms.items() if count == top]
    return min(equals, key=lambda form: (form != form.lower(), len(form), form))
