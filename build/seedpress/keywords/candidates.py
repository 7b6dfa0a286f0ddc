"""Candidates: maximal noun phrases and names, never a piece of a longer one."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from seedpress.keywords.lexicon import common_class, lists
from seedpress.keywords.tagging import tags
from seedpress.keywords.tokens import Token, Unit, sentences

LINKED = 60  # longer word orders kept of an article
_LINKS = frozenset(["of", "for", "on", "against", "between", "with"])
_NEVER_NAMES = frozenset("VZDMTIOX")
LONGEST = 6  # words; a longer run of nouns is a list or a headline, not a phrase


class Occurrence(NamedTuple):
    """A candidate where it stands."""

    words: tuple[Token, ...]
    tags: str
    position: int  # words of the article before it
    headline: bool  # in the title, or in a line written like one
    opening: bool  # begins its sentence


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
    occurrences: list[Occurrence] = []
    words: list[tuple[str, int, str]] = []
    linked: dict[str, None] = {}
    position = 0
    for number, (unit, sentence) in enumerate(parsed):
        found = tags(sentence, headline[number], casing)
        chunks = _with_names(sentence, found, list(_chunks(sentence, found)))
        linked.update(dict.fromkeys(_linked(sentence, chunks)))
        occurrences.extend(
            Occurrence(
                words=sentence[start:end],
                tags="".join(found[start:end]),
                position=position + start,
                headline=headline[number] or units[unit].kind == "title",
                opening=start == 0,
            )
            for start, end in chunks
        )
        words.extend(
            (token.lower, position + i, tag)
            for i, (token, tag) in enumerate(zip(sentence, found, strict=True))
            if token.kind in {"word", "number"}
        )
        position += len(sentence)
    return Reading(tuple(occurrences), tuple(words), tuple(linked)[:LINKED])


def _with_names(
    sentence: Sequence[Token], found: Sequence[str], chunks: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The spans, with names like "Bank of England" in one: a capitalised noun, of, a name."""
    joined: list[tuple[int, int]] = []
    for start, end in chunks:
        before = joined[-1] if joined else (0, 0)
        middle = [token.lower for token in sentence[before[1] : start]]
        common = before[1] > 0 and common_class(sentence[before[1] - 1].lower) == "N"
        names = set(found[before[0] : before[1]]) | set(found[start:end]) == {"P"}
        if (
            common
            and names
            and middle in (["of"], ["of", "the"], ["for"])
            and end - before[0] <= LONGEST
        ):
            joined[-1] = (before[0], end)
        else:
            joined.append((start, end))
    return joined


def _linked(sentence: Sequence[Token], chunks: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Two short phrases and the preposition between them, as they stand."""
    for (start, end), (after, stop) in pairwise(chunks):
        middle = [token.lower for token in sentence[end:after]]
        articled = len(middle) == 1 or middle[1:] in (["a"], ["an"], ["the"])
        if middle and middle[0] in _LINKS and articled and stop - start < LONGEST + 1:
            yield " ".join(token.text for token in sentence[start:stop])


def _chunks(sentence: Sequence[Token], found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Spans of noun phrases: adjectives, participles and nouns that end in a noun."""
    start = 0
    for i in range(len(found) + 1):
        inside = i < len(found) and found[i] in "NPJGB" and not _stops(sentence[i])
        touches = inside and (i == start or _touches(sentence[i - 1], sentence[i]))
        if inside and touches:
            continue
        yield from _trimmed(sentence, found, start, i)
        start = i if inside else i + 1


def _touches(before: Token, after: Token) -> bool:
    return after.start - before.end <= 2


def _stops(token: Token) -> bool:
    said = lists()
    return token.lower in said["times"]


def _trimmed(
    sentence: Sequence[Token], found: Sequence[str], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The run without idle words at its edges and without a tail that is no noun."""
    said = lists()
    while start < end and (found[end - 1] not in "NPG" or sentence[end - 1].lower in said["tails"]):
        end -= 1
    while start < end and _is_idle(sentence, found, start):
        start += 1
    alone = sentence[start].lower if end - start == 1 else ""
    known = any(tag in "NP" for tag in found[start:end])
    if start < end <= start + LONGEST and known and not (alone and _is_empty(alone)):
        yield start, end


def _is_empty(word: str) -> bool:
    """Whether a word alone says nothing of what an article is about."""
    said = lists()
    return len(word) < 2 or word in said["singles"] or word in said["reporting"]


def _is_idle(sentence: Sequence[Token], found: Sequence[str], at: int) -> bool:
    """Whether a phrase should not begin here: an idle word, or what may be a verb."""
    before = found[at - 1] if at else "."
    verb = found[at] == "G" and before not in "TS" and "-" not in sentence[at].text
    said, lower = lists(), sentence[at].lower
    return (
        verb
        or len(lower) == 1
        or any(lower in said[name] for name in ("idle", "counts", "tails", "honorifics"))
    )


def _is_headline(sentence: Sequence[Token]) -> bool:
    """Whether a sentence is written, or begins, like a headline, so that capitals are no names.

    Nearly every longer word has a capital; or two verbs or function words near the beginning do.
    """
    words = [token for token in sentence if token.kind == "word"]
    longer = [token for token in words if len(token.text) > 3]
    capital = sum(token.text[0].isupper() for token in longer)
    if len(longer) > 2 and capital >= 0.75 * len(longer):
        return True
    opening = [token for token in words[1:10] if token.text.istitle()]
    return sum(common_class(token.lower) in _NEVER_NAMES for token in opening) > 1


def _casing(parsed: Iterator[Sequence[Token]]) -> Mapping[str, str]:
    """`P` for words that running text only has with a capital, `c` for the others."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for sentence in parsed:
        for token in sentence[1:]:
            if token.kind == "word":
                (capital if token.text[0].isupper() else lower)[token.lower] += 1
    found = dict.fromkeys(lower, "c")
    for word, count in capital.items():
        if count > lower[word]:
            found[word] = "P"
    return found
