"""What one article claims as its keywords: pinned, the author's, and the found, by idea."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from seedpress import names
from seedpress.keywords.editorial import Rules
from seedpress.keywords.ranking import rank, scores
from seedpress.keywords.rarity import Rarity
from seedpress.keywords.variants import Variants
from seedpress.model import Analysis, Keyword, Named

_LONGEST_LIST = 40  # keywords that are looked at, however many the settings keep


@dataclass(frozen=True, slots=True)
class Claims:
    """One article's keywords by idea (or entity id), best first."""

    keywords: dict[str, Keyword]
    ideas: frozenset[str]  # all that it has, also the banned

    def first(self, count: int) -> dict[str, Keyword]:
        """The best `count`, and besides them none that an editor or author asked for is lost."""
        asked = sum(keyword.pinned or keyword.author for keyword in self.keywords.values())
        return dict(list(self.keywords.items())[: max(count, asked)])


def asked(analysis: Analysis, order: Rules) -> list[Keyword]:
    """What the editor pinned and the author tagged."""
    pinned = [Keyword(text, 1.0, "pinned", pinned=True) for text in pins(analysis, order)]
    tags = analysis.article.fields.tags
    return pinned + [Keyword(text, 1.0, "the author's", author=True) for text in tags]


def pins(analysis: Analysis, order: Rules) -> tuple[str, ...]:
    """What the editor pinned to the article."""
    return order.pin.get(names.seed_name(analysis.seed.path, analysis.seed.record), ())


def claims(
    analysis: Analysis,
    named: Sequence[Named],
    order: Rules,
    variants: Variants,
    rarity: Rarity,
) -> Claims:
    """Rank the article's phrases by the corpus, and fold those that say the same."""
    people, others = _parted(named)
    ideas = []
    result: dict[str, Keyword] = {}
    for keyword in (*asked(analysis, order), *_found(analysis, rarity)):
        idea = variants.idea(keyword.text)
        ideas.append(idea)
        entity = _entity(keyword.text, people, others)
        thing = entity or order.prefer.get(idea, idea)
        if not thing or (idea in order.ban and not keyword.pinned):
            continue
        if entity:  # most are none, and a copy is dear
            keyword = replace(keyword, entity=entity)
        result[thing] = _folded(result.get(thing), keyword)
    return Claims(result, frozenset(ideas))


def _found(analysis: Analysis, rarity: Rarity) -> Sequence[Keyword]:
    """What was extracted, ranked by the corpus where there is anything to rank."""
    phrases = analysis.phrases
    if not phrases.candidates:
        return phrases.keywords
    return rank(phrases, scores(phrases, rarity), _LONGEST_LIST)


def _parted(named: Sequence[Named]) -> tuple[dict[str, str], dict[str, str]]:
    """Entity ids by folded mention: of people, and of the others."""
    people: dict[str, str] = {}
    others: dict[str, str] = {}
    for text, kind, entity in named:
        if entity:
            (people if kind == "person" else others).setdefault(_fold(text), entity)
    return people, others


def _entity(text: str, people: Mapping[str, str], others: Mapping[str, str]) -> str:
    """The entity that a keyword names; a person also under a title: "Russian President X"."""
    whole = _fold(text)
    if whole in people or whole in others:
        return people.get(whole) or others[whole]
    words = whole.split()
    if text[:1].isupper():
        for start in range(1, len(words)):
            entity = people.get(" ".join(words[start:]))
            if entity:
                return entity
    return ""


def _fold(text: str) -> str:
    plain = text.casefold().replace("’", "'")
    return plain.removesuffix("'s").removeprefix("the ")


def _folded(before: Keyword | None, keyword: Keyword) -> Keyword:
    """Two keywords of one idea: the better one's place, whoever asked for either."""
    if before is None:
        return keyword
    fuller = (
        keyword if keyword.entity and " " not in before.text and " " in keyword.text else before
    )
    return replace(
        before,
        text=before.text if before.author or before.pinned else fuller.text,
        author=before.author or keyword.author,
        pinned=before.pinned or keyword.pinned,
    )
