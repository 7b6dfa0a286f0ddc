"""Candidates: maximal noun phrases and names, never a piece of a longer one."""

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from seedpress.keywords.chunks import LONGEST, chunks, compounds
from seedpress.keywords.lexicon import common_class, lists
from seedpress.keywords.tagging import tags
from seedpress.keywords.tokens import Token, Unit, sentences, stem

LINKED = 60  # longer word orders kept of an article
_LINKS = frozenset(["of", "for", "on", "against", "between", "with"])
_WORDS = frozenset(["word", "number"])
_NEVER_NAMES = frozenset("VZDMTIOX")


class Occurrence(NamedTuple):
    """A candidate where it stands."""

    words: tuple[Token, ...]
    tags: str
    position: int  # words of the article before it
    headline: bool  # in the title, or in a line written like one
    opening: bool  # begins its sentence
    owner: bool  # a possessive follows


@dataclass(frozen=True, slots=True)
class Reading:
    """An article read for keywords."""

    occurrences: tuple[Occurrence, ...]
    words: tuple[tuple[str, int, str], ...]  # lower, position, tag
    linked: tuple[str, ...]  # "plan for a ceasefire": what a longer word order says


def read(units: Sequence[Unit]) -> Reading:
    """Tag the units and take their noun phrases."""
    parsed = [(n, s) for n, unit in enumerate(units) for s in sentences(unit.text)]
    headline = [_is_headline(s) for _, s in parsed]
    casing = _casing(s for (_, s), title in zip(parsed, headline, strict=True) if not title)
    pairs = _pairs(s for (_, s), title in zip(parsed, headline, strict=True) if not title)
    tagged = [
        tags(s, title, _opened(s, casing, pairs))
        for (_, s), title in zip(parsed, headline, strict=True)
    ]
    known = {
        pair
        for (_, sentence), found in zip(parsed, tagged, strict=True)
        for pair in compounds(sentence, found)
    }
    occurrences: list[Occurrence] = []
    words: list[tuple[str, int, str]] = []
    linked: dict[str, None] = {}
    position = 0
    for number, ((unit, sentence), found) in enumerate(zip(parsed, tagged, strict=True)):
        spans = chunks(sentence, found, known)
        linked.update(dict.fromkeys(_linked(sentence, spans)))
        titled = headline[number] or units[unit].kind == "title"
        occurrences += _occurrences(sentence, found, spans, position, titled)
        words.extend(
            [
                (token.lower, i, tag)
                for i, (token, tag) in enumerate(zip(sentence, found, strict=True), position)
                if token.kind in _WORDS
            ]
        )
        position += len(sentence)
    return Reading(tuple(_unjudged(occurrences)), tuple(words), tuple(linked)[:LINKED])


def _occurrences(
    sentence: tuple[Token, ...],
    tags: Sequence[str],
    spans: Iterable[tuple[int, int]],
    position: int,
    headline: bool,
) -> Iterator[Occurrence]:
    """The phrases of a sentence that begins at a position of the text."""
    for start, end in spans:
        yield Occurrence(
            words=sentence[start:end],
            tags="".join(tags[start:end]),
            position=position + start,
            headline=headline,
            opening=start == 0,
            owner=end < len(sentence) and sentence[end].kind == "possessive",
        )


def _unjudged(occurrences: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The occurrences without a judging adjective at the beginning, where the rest is a phrase.

    It is one if the article has it also alone or with another such adjective: "popular
    nutrition myths" and "numerous nutrition myths", but not "source code" of "open
    source code".
    """
    judged = [_is_judged(occurrence) for occurrence in occurrences]
    if not any(judged):
        yield from occurrences
        return
    rests: dict[tuple[str, ...], set[str]] = {}
    every = [tuple([stem(token.lower) for token in each.words]) for each in occurrences]
    for stems, is_judged in zip(every, judged, strict=True):
        rests.setdefault(stems, set()).add("")
        if is_judged:
            rests.setdefault(stems[1:], set()).add(stems[0])
    for occurrence, stems, is_judged in zip(occurrences, every, judged, strict=True):
        if is_judged and len(rests[stems[1:]]) > 1:
            yield occurrence._replace(
                words=occurrence.words[1:],
                tags=occurrence.tags[1:],
                position=occurrence.position + 1,
                opening=False,
            )
        else:
            yield occurrence


def _is_judged(occurrence: Occurrence) -> bool:
    """Whether three words or more begin with an adjective that judges or dates."""
    first = occurrence.words[0].lower
    judging = first in lists()["vague"] or first in lists()["passing"]
    return judging and len(occurrence.words) > 2 and occurrence.tags[0] != "P"


def _linked(sentence: Sequence[Token], chunks: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Two short phrases and the preposition between them, as they stand."""
    for (start, end), (after, stop) in pairwise(chunks):
        middle = [token.lower for token in sentence[end:after]]
        articled = len(middle) == 1 or middle[1:] in (["a"], ["an"], ["the"])
        if middle and middle[0] in _LINKS and articled and stop - start < LONGEST + 1:
            yield " ".join(token.text for token in sentence[start:stop])


def _is_headline(sentence: Sequence[Token]) -> bool:
    """Whether a sentence is written, or begins, like a headline, so that capitals are no names.

    Nearly every longer word has a capital; or two verbs or function words near the beginning do.
    """
    words = [token for token in sentence if token.kind == "word"]
    longer = [token for token in words if len(token.text) > 3]
    capital = len([token for token in longer if token.text[0].isupper()])
    if len(longer) > 2 and capital >= 0.75 * len(longer):
        return True
    opening = [token for token in words[1:15] if token.text.istitle()]
    return sum(common_class(token.lower) in _NEVER_NAMES for token in opening) > 1


def _pairs(parsed: Iterator[Sequence[Token]]) -> frozenset[tuple[str, str]]:
    """Neighbours that running text has both with a capital: "Fast User"."""
    return frozenset(
        (first.text, second.text)
        for sentence in parsed
        for first, second in pairwise(sentence[1:])
        if first.text[0].isupper() and second.text[0].isupper()
    )


def _opened(
    sentence: Sequence[Token], casing: dict[str, str], pairs: frozenset[tuple[str, str]]
) -> Mapping[str, str]:
    """`casing`, and that the first word begins a name if with the second it does so elsewhere."""
    if len(sentence) > 1 and (sentence[0].text, sentence[1].text) in pairs:
        return ChainMap({sentence[0].lower: "P"}, casing)
    return casing


def _casing(parsed: Iterator[Sequence[Token]]) -> dict[str, str]:
    """`P` for words that running text only has with a capital, `c` for the others."""
    words = [token for sentence in parsed for token in sentence[1:] if token.kind == "word"]
    capital = Counter([token.lower for token in words if token.text[0].isupper()])
    lower = Counter([token.lower for token in words if not token.text[0].isupper()])
    found = dict.fromkeys(lower, "c")
    for word, count in capital.items():
        if count > lower[word]:
            found[word] = "P"
    return found
