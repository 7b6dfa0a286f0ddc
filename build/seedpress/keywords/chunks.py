"""Where the noun phrases and names of one tagged sentence begin and end."""

from collections.abc import Container, Iterator, Sequence

from seedpress.keywords.lexicon import common_class, lists
from seedpress.keywords.tokens import Token, stem

LONGEST = 6  # words; a longer run of nouns is a list or a headline, not a phrase
_IDLE = ("idle", "counts", "tails", "honorifics")
Span = tuple[int, int]  # first word, and the word after the last
Pair = tuple[str, str]  # lower-cased neighbours


def chunks(
    sentence: Sequence[Token], found: Sequence[str], compounds: Container[Pair]
) -> list[Span]:
    """Spans of noun phrases and names, names like "Bank of England" in one.

    Args:
        sentence: tokens in order.
        found: their tags.
        compounds: -ing forms and nouns that the article elsewhere shows to be one phrase.
    """
    spans = [
        part
        for run in _runs(sentence, found)
        for start, end in _agreeing(sentence, found, *run)
        for whole in _trimmed(sentence, found, start, end, compounds)
        for part in _apposed(sentence, found, *whole)
    ]
    return _with_names(sentence, found, spans)


def compounds(sentence: Sequence[Token], found: Sequence[str]) -> Iterator[Pair]:
    """-ing forms after an article or an adjective, with the noun that follows: "a moving van"."""
    for i in range(1, len(found) - 1):
        if found[i] == "G" and found[i - 1] in "TSJ" and found[i + 1] == "N":
            yield sentence[i].lower, stem(sentence[i + 1].lower)


def _runs(sentence: Sequence[Token], found: Sequence[str]) -> Iterator[Span]:
    """Runs of nouns, names, adjectives and participles that nothing stands between."""
    start = 0
    for i in range(len(found) + 1):
        inside = i < len(found) and found[i] in "NPJGB" and not _stops(sentence, found, i)
        touches = inside and (i == start or sentence[i].start - sentence[i - 1].end <= 2)
        if inside and touches:
            continue
        if start < i:
            yield start, i
        start = i if inside else i + 1


def _agreeing(
    sentence: Sequence[Token], found: Sequence[str], start: int, end: int
) -> Iterator[Span]:
    """The run, in two after "a" if it ends in a plural: "a move | officials say will help"."""
    one = start > 0 and sentence[start - 1].lower in {"a", "an"}
    plural = _is_plural(sentence[end - 1].lower)
    if one and plural and end - start > 1 and set(found[end - 2 : end]) == {"N"}:
        yield start, end - 1
        yield end - 1, end
    else:
        yield start, end


def _stops(sentence: Sequence[Token], found: Sequence[str], at: int) -> bool:
    """Whether a word says when, not what; "Black Friday" and "World Bicycle Day" are names."""
    said, lower = lists(), sentence[at].lower
    if lower not in said["times"]:
        return False
    if at == 0 or found[at] != "P" or found[at - 1] != "P":
        return True
    return lower not in said["eras"] and sentence[at - 1].lower not in said["named_days"]


def _trimmed(
    sentence: Sequence[Token],
    found: Sequence[str],
    start: int,
    end: int,
    compounds: Container[Pair],
) -> Iterator[Span]:
    """The run without idle words at its edges and without a tail that is no noun."""
    if found[end - 1] != "P" and sentence[end - 1].lower in lists()["counts"]:
        return  # "square miles"
    while start < end and _is_tail(sentence, found, start, end):
        end -= 1
    deed = _is_deed(found, start, end)
    while start < end and not deed and _is_idle(sentence, found, start, compounds):
        start += 1
    alone = sentence[start].lower if end - start == 1 else ""
    known = deed or any(tag in "NP" for tag in found[start:end])
    if start < end <= start + LONGEST and known and not (alone and _is_empty(alone)):
        yield start, end


def _is_tail(sentence: Sequence[Token], found: Sequence[str], start: int, end: int) -> bool:
    """Whether a phrase should not end here: no noun, an empty one, or as in "ships waiting"."""
    said, lower, tag = lists(), sentence[end - 1].lower, found[end - 1]
    if tag not in "NPG" or lower in said["tails"]:
        return True
    after = found[end] if end < len(found) else "."
    return tag == "G" and end - start > 1 and after in "IT" and _is_plural(sentence[end - 2].lower)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "ies", "news"))


def _is_deed(found: Sequence[str], start: int, end: int) -> bool:
    """Whether an -ing form stands alone where only a noun can: "the effects of tutoring are"."""
    before = found[start - 1] if start else "."
    after = found[end] if end < len(found) else "."
    governed = before in "TSI" and after not in "TNPJGO"
    return found[start:end] == ["G"] and (governed or (before == "." and after in "ZMD"))


def _is_empty(word: str) -> bool:
    """Whether a word alone says nothing of what an article is about."""
    said = lists()
    return len(word) < 2 or word in said["singles"] or word in said["reporting"]


def _is_idle(
    sentence: Sequence[Token], found: Sequence[str], at: int, compounds: Container[Pair]
) -> bool:
    """Whether a phrase should not begin here: an idle word, or what may be a verb."""
    before = found[at - 1] if at else "."
    said, lower = lists(), sentence[at].lower
    verb = found[at] == "G" and before not in "TS" and "-" not in lower
    if verb and at + 1 < len(found):
        verb = (lower, stem(sentence[at + 1].lower)) not in compounds
    if found[at] == "P" and lower.endswith(("-claimed", "-held", "-controlled", "-occupied")):
        return True  # whose a place is says little: "Moscow-claimed Kursk province"
    if found[at] == "P":  # "Great Britain", "Big Ben", "Group of Seven"
        return len(lower) == 1 or lower in said["honorifics"] or lower in said["tails"]
    return verb or len(lower) == 1 or any(lower in said[name] for name in _IDLE)


def _apposed(
    sentence: Sequence[Token], found: Sequence[str], start: int, end: int
) -> Iterator[Span]:
    """A phrase, or a name and what is said before it: "property developer | Odile Brandt".

    What stands before is lower-case; an adjective stays before a name of one word ("eastern Fife"),
    and so does all that stands before an abbreviation ("patient ID").
    """
    name = end
    while name > start and found[name - 1] == "P":
        name -= 1
    before, last = sentence[start:name], sentence[end - 1].text
    told = end - name > 1 or ("N" in found[start:name] and any(c.islower() for c in last))
    if start == name or name == end or not told or not all(t.text.islower() for t in before):
        yield start, end
        return
    stop = name
    while stop > start and sentence[stop - 1].lower in lists()["tails"]:
        stop -= 1
    if stop - start > 1 and found[stop - 1] in "NG":
        yield start, stop
    yield name, end


def _with_names(sentence: Sequence[Token], found: Sequence[str], spans: list[Span]) -> list[Span]:
    """The spans, with names like "Bank of England" in one: a capitalised noun, of, a name.

    A ministry or the like may also have an "and": "Ministry of Trade and Fisheries". Of a name
    that is too long only the beginning is taken.
    """
    joined: list[Span] = []
    for start, end in spans:
        before = joined[-1] if joined else (0, 0)
        middle = tuple(token.lower for token in sentence[before[1] : start])
        named = before[1] > 0 and found[before[1] - 1] == found[start] == "P"
        if not (named and _links(sentence, before, middle)):
            joined.append((start, end))
        elif end - before[0] <= LONGEST:
            joined[-1] = (before[0], end)
    return joined


def _links(sentence: Sequence[Token], before: Span, middle: tuple[str, ...]) -> bool:
    """Whether a name goes on after `middle`."""
    first = [token.lower for token in sentence[before[0] : before[1]]]
    if not first:
        return False
    if middle == ("and",):
        return "of" in first and not lists()["bodies"].isdisjoint(first[: first.index("of")])
    return middle in {("of",), ("of", "the"), ("for",)} and common_class(first[-1]) == "N"
