"""The corpus join: the same idea gets the same keyword everywhere."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from seedpress import names
from seedpress.keywords.editorial import Rules, problems, rules
from seedpress.keywords.variants import idea
from seedpress.model import (
    Alias,
    Analysis,
    Authority,
    Keyword,
    Mention,
    Resolution,
    SharedKeyword,
    Vocabulary,
)
from seedpress.settings import KeywordSettings

Ideas = list[tuple[str, Keyword]]  # an idea and the form in which one article has it
_SMALLEST_CORPUS = 4  # below it, what every article says is what each of them is about


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
    order = rules(authority.keywords)
    each = [
        _ideas(analysis, mentions, order, settings)
        for analysis, mentions in zip(analyses, resolution.mentions, strict=True)
    ]
    common = _everywhere(each)
    each = [[pair for pair in ideas if pair[0] not in common] for ideas in each]
    entities = {entity.id: entity.name for entity in resolution.entities}
    shared = _shared(analyses, each, entities, order, settings)
    slugs = {thing: keyword.slug for thing, keyword in shared.items()}
    return Vocabulary(
        shared=tuple(sorted(shared.values(), key=lambda keyword: keyword.slug)),
        keywords=tuple(
            tuple(replace(keyword, slug=slugs.get(thing, "")) for thing, keyword in ideas)
            for ideas in each
        ),
        everywhere=tuple(sorted(entities.get(thing) or form for thing, form in common.items())),
        problems=problems(authority, analyses, {thing for ideas in each for thing, _ in ideas}),
    )


def _ideas(
    analysis: Analysis, mentions: Sequence[Mention], order: Rules, settings: KeywordSettings
) -> Ideas:
    """One article's keywords with their ideas, best first: pinned, the author's, then the found."""
    entities = {mention.text.casefold(): mention.entity for mention in mentions if mention.entity}
    seed = names.seed_name(analysis.seed.path, analysis.seed.record)
    pinned = [
        Keyword(text, 1.0, "the authority file", pinned=True) for text in order.pin.get(seed, ())
    ]
    tags = [
        Keyword(text, 1.0, "the author's", author=True) for text in analysis.article.fields.tags
    ]
    result: dict[str, Keyword] = {}
    for keyword in (*pinned, *tags, *analysis.phrases.keywords):
        entity = entities.get(keyword.text.casefold(), "")
        thing = entity or order.prefer.get(idea(keyword.text), idea(keyword.text))
        if not thing or (idea(keyword.text) in order.ban and not keyword.pinned):
            continue
        if thing in result:
            before = result[thing]
            author = before.author or keyword.author
            result[thing] = replace(before, author=author, pinned=before.pinned or keyword.pinned)
        else:
            result[thing] = replace(keyword, entity=entity)
    return list(result.items())[: max(settings.count, len(pinned) + len(tags))]


def _everywhere(each: Sequence[Ideas]) -> dict[str, str]:
    """Ideas that every article has and nobody asked for, with a form of each."""
    if len(each) < _SMALLEST_CORPUS:
        return {}
    counts = Counter(thing for ideas in each for thing, _ in ideas)
    wanted = {t for ideas in each for t, keyword in ideas if keyword.author or keyword.pinned}
    return {
        thing: keyword.text
        for thing, keyword in each[0]
        if counts[thing] == len(each) and thing not in wanted
    }


def _shared(
    analyses: Sequence[Analysis],
    each: Sequence[Ideas],
    entities: dict[str, str],
    order: Rules,
    settings: KeywordSettings,
) -> dict[str, SharedKeyword]:
    """The ideas of enough articles, under their preferred forms."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    articles: dict[str, list[str]] = defaultdict(list)
    kept: dict[str, str] = {}
    for analysis, ideas in zip(analyses, each, strict=True):
        seed = analysis.seed
        identity = names.article_id(seed.path, seed.record, seed.own_id)
        for thing, keyword in ideas:
            forms[thing][keyword.text] += 1
            articles[thing].append(identity)
            kept[thing] = keyword.entity
    chosen = sorted(
        thing for thing in forms if len(articles[thing]) >= max(1, settings.min_articles)
    )
    texts = {
        thing: entities.get(kept[thing]) or order.names.get(thing) or _best(forms[thing])
        for thing in chosen
    }
    slugs = names.distinct(((t, names.slug(texts[t])) for t in chosen), lambda t: t)
    return {
        thing: SharedKeyword(
            slug=slugs[thing],
            text=texts[thing],
            articles=tuple(sorted(set(articles[thing]))),
            variants=tuple(Alias(*form) for form in _ordered(forms[thing])),
            entity=kept[thing],
        )
        for thing in chosen
    }


def _ordered(forms: Counter[str]) -> list[tuple[str, int]]:
    return sorted(forms.items(), key=lambda form: (-form[1], len(form[0]), form[0]))


def _best(forms: Counter[str]) -> str:
    """The commonest form; of equals the shorter."""
    return _ordered(forms)[0][0]
