"""The extractor `editor`: noun phrases and names, ranked by a linear model of a few features.

The word weights follow PositionRank (Florescu and Caragea, 2017) in giving early words more, and
the usual tf-idf in giving rare ones more; `data/weights.json` says how the model was fitted.
YAKE is no part of it: its scores were tried as features, twice, and brought nothing (F1@5, 10 and
15 of the cross-validation changed by -0.1, 0 and 0 with YAKE's score of the whole phrase, by 0, 0
and +0.1 with the scores of its words too), since frequency, position and spread are in the word
weights already. Nor did the share of a phrase's words that stand in the title (-0.3, 0 and -0.2):
the title's words are the first of the article. YAKE stays an extractor of its own.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace

from msgspec import structs

from seedpress.keywords import candidates as english
from seedpress.keywords import foreign, tokens
from seedpress.keywords.candidates import Occurrence, Reading
from seedpress.keywords.languages import language, stemmer
from seedpress.keywords.ranking import own_score, rank, scores
from seedpress.keywords.rarity import rarity
from seedpress.model import Article, Candidate, Phrases
from seedpress.settings import KeywordSettings

_FUNCTION = frozenset("TIOMXCS.")
KEPT = 60  # candidates that the join sees; the rest could never be among the best


def extract(article: Article, settings: KeywordSettings) -> Phrases:
    """Candidates of `article` with what the join needs, and its best keywords without a corpus."""
    phrases = candidates(article)
    found = scores(phrases, rarity())
    best = sorted(range(len(found)), key=lambda place: (-found[place], place))[:KEPT]
    kept = replace(phrases, candidates=tuple(phrases.candidates[place] for place in sorted(best)))
    return replace(_used_first(kept), keywords=rank(phrases, found, settings.count))


def _used_first(phrases: Phrases) -> Phrases:
    """The same with the stems of candidates first, for only these need weights from here on."""
    stems = phrases.stems()
    used = sorted({place for candidate in phrases.candidates for place in candidate.words})
    now = {before: place for place, before in enumerate(used)}
    others = [stem for place, stem in enumerate(stems) if place not in now]
    return replace(
        phrases,
        candidates=tuple(
            structs.replace(candidate, words=tuple(now[place] for place in candidate.words))
            for candidate in phrases.candidates
        ),
        words=" ".join([*(stems[place] for place in used), *others]),
        weights=tuple(phrases.weights[place] for place in used),
    )


def candidates(article: Article) -> Phrases:
    """All candidates of `article`, not ranked."""
    reading, stem = _read(article)
    weights: dict[str, float] = defaultdict(float)
    for lower, position, tag in reading.words:
        if tag not in _FUNCTION:
            weights[stem(lower)] += 1 / math.sqrt(position + 10)
    groups: dict[tuple[str, ...], list[Occurrence]] = {}
    credited = _Credits(article, stem)
    for occurrence in reading.occurrences:
        stems = tuple(
            [
                stem(token.lower)
                for token, tag in zip(occurrence.words, occurrence.tags, strict=True)
                if tag not in _FUNCTION
            ]
        )
        if not credited.covers(stems):
            groups.setdefault(stems, []).append(occurrence)
    ordered = sorted(weights)
    places = {word: place for place, word in enumerate(ordered)}
    longer = _longer(groups)
    found = [_candidate(stems, group, places, longer[stems]) for stems, group in groups.items()]
    return Phrases(
        candidates=tuple(found),
        words=" ".join(ordered),
        weights=tuple(round(weights[word], 4) for word in ordered),
        linked=reading.linked,
    )


def _read(article: Article) -> tuple[Reading, Callable[[str], str]]:
    """The article read in its language, and the stemmer of it; English where none is known."""
    parts = tokens.units(article)
    other = language(article.fields.language)
    if other is None:
        return english.read(parts), tokens.stem
    return foreign.read(parts, other), stemmer(other.code)


class _Credits:
    """Stems of who wrote and who published an article."""

    def __init__(self, article: Article, stem: Callable[[str], str]) -> None:
        said = (article.fields.byline.lower(), article.fields.source.lower())
        names = [frozenset(stem(word.strip(",.;:()")) for word in text.split()) for text in said]
        self._everyone = frozenset[str]().union(*names)
        self._names = [name for name in names if len(name) > 1]

    def covers(self, stems: tuple[str, ...]) -> bool:
        """Whether a phrase names the author or the outlet, or holds the whole name of either."""
        return self._everyone.issuperset(stems) or any(name.issubset(stems) for name in self._names)


def _candidate(
    stems: tuple[str, ...],
    group: list[Occurrence],
    places: dict[str, int],
    longer: int,
) -> Candidate:
    """All occurrences of one phrase as a candidate, in the form that the text has most often."""
    body = [occurrence for occurrence in group if not occurrence.headline]
    shown = body or group
    forms = Counter(map(_form, shown)) if len(shown) > 1 else None
    found = Candidate(
        text=forms.most_common(1)[0][0] if forms else _form(shown[0]),
        words=tuple(places[word] for word in stems),
        count=len(group),
        first=group[0].position,
        shape=shown[0].tags,
        headline=not body,
        longer=longer,
        owner=all(occurrence.owner for occurrence in group),
    )
    return structs.replace(found, own=own_score(found))


def _form(occurrence: Occurrence) -> str:
    """A phrase as it stands, without the capitals that its place alone gives to common words."""
    name = "P" in occurrence.tags
    texts = []
    for place, (token, tag) in enumerate(zip(occurrence.words, occurrence.tags, strict=True)):
        placed = occurrence.headline or (occurrence.opening and place == 0)
        common = not name or (tag in "JGB" and "P" not in occurrence.tags[place + 1 : place + 2])
        lowered = placed and common and tag not in "PXKL" and token.text.istitle()
        texts.append(token.text.lower() if lowered else token.text)
    return " ".join(texts).replace("' ", "'").replace("’ ", "’")  # "traité d'adhésion"


def _longer(groups: dict[tuple[str, ...], list[Occurrence]]) -> dict[tuple[str, ...], int]:
    """For each phrase, how many others hold all its words and more."""
    holders: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for stems in groups:
        for word in stems:
            holders[word].add(stems)
    found = {}
    for stems in groups:
        # The rarest word first: a hostile text could make every intersection a large one.
        common = set.intersection(*sorted((holders[word] for word in set(stems)), key=len))
        found[stems] = sum(len(set(other)) > len(set(stems)) for other in common)
    return found
