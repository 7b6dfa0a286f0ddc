"""Candidates of articles in languages without a lexicon: function words and endings part phrases.

A noun is what follows a determiner, a preposition or, in German, has a capital; what stands beside
it belongs to it if its ending is that of an adjective and its number agrees. So verbs, which have
neither, stay out without being known.
"""

from collections.abc import Iterator, Sequence

from seedpress.keywords.candidates import Occurrence, Reading
from seedpress.keywords.languages import Language
from seedpress.keywords.tokens import Token, Unit, sentences

_SHORTEST = 3
_COMPOUND = 11  # letters; a longer German or Dutch noun mostly is one of two words
_NOUNS = ("ie", "ade", "age", "ode", "ure")  # endings of Dutch nouns that look like adjectives
# Endings of adjectives that are those of verbs too: none of a second adjective.
_VERBAL = tuple(
    "ent ant é ée és ées ado ada ados adas ido ida idos idas ano ono ato ata ati ate".split()
)
_NEIGHBOURS = frozenset("PP NJ LJ JJ JN JK JL KK KL LK LL".split())
_ELIDED = frozenset(
    "l d qu n s j m t c un dell all nell sull dall quest quell lorsqu puisqu jusqu quelqu".split()
)


def read(units: Sequence[Unit], language: Language) -> Reading:
    """Tag the units and take their noun phrases and names."""
    parsed = [(unit, _split(s)) for unit in units for s in sentences(unit.text)]
    named = _inside(s for unit, s in parsed if unit.kind not in {"title", "heading"})
    occurrences: list[Occurrence] = []
    words: list[tuple[str, int, str]] = []
    position = 0
    for unit, sentence in parsed:
        found = tags(sentence, language, named)
        for start, end in chunks(sentence, found, language):
            occurrences.append(
                Occurrence(
                    words=sentence[start:end],
                    tags="".join(found[start:end]),
                    position=position + start,
                    headline=unit.kind == "title",
                    opening=start == 0,
                    owner=False,
                )
            )
        words.extend(
            (token.lower, position + i, tag)
            for i, (token, tag) in enumerate(zip(sentence, found, strict=True))
            if token.kind in {"word", "number"}
        )
        position += len(sentence)
    return Reading(tuple(occurrences), tuple(words), ())


def tags(sentence: Sequence[Token], language: Language, named: frozenset[str]) -> list[str]:
    """One class a token: T determiner, I preposition, X other function word, C number, `.` mark.

    P is a name, N a noun, K one with a capital, L a compound one, J an adjective, V anything else.

    Args:
        sentence: tokens in order, elisions apart.
        language: its word lists.
        named: words that running text has with a capital.
    """
    found: list[str] = []
    for i, token in enumerate(sentence):
        tag = _closed(token, language)
        if tag == "V" and _is_capital(sentence, i, named):
            tag = _noun(token, language) if language.capital_nouns else "P"
        elif tag in "TIX" and i and found[-1] == "P" and token.text.istitle():
            tag = "P"  # "Yann Le Goff"
        found.append(tag)
    for i, tag in enumerate(found):
        if tag == "V":
            found[i] = _open(sentence, found, i, language)
    return found


def _closed(token: Token, language: Language) -> str:
    """The class of a word that the lists have, else V."""
    if token.kind != "word":
        return "C" if token.kind == "number" else "."
    lower = token.lower
    if lower in language.determiners or lower in language.before:
        return "T"
    if lower in language.prepositions:
        return "I"
    if lower in language.function or lower in language.times or len(lower) < _SHORTEST:
        return "P" if token.text.isupper() and len(lower) == _SHORTEST - 1 else "X"
    return "V"


def _is_capital(sentence: Sequence[Token], at: int, named: frozenset[str]) -> bool:
    """Whether a capital says something: not at the beginning, unless elsewhere too."""
    text = sentence[at].text
    if not text[0].isupper():
        return False
    opening = at == 0 or sentence[at - 1].text in {"«", "“", "„", '"', "¿", "¡", ":", "—", "–"}
    return not opening or sentence[at].lower in named or (text.isupper() and len(text) < 6)


def _open(sentence: Sequence[Token], found: Sequence[str], at: int, language: Language) -> str:
    """The class of a word that no list has, by what stands before it and how it ends."""
    before = found[at - 1] if at else "."
    lower = sentence[at].lower
    if language.compounds:
        nearby = before in "TIJ" and found[at + 1 : at + 2] in (["V"], ["N"], ["K"], ["L"])
        if nearby and lower.endswith(language.adjectives) and not lower.endswith(_NOUNS):
            return "J"
        return _noun(sentence[at], language) if before in "TJ" and language.code == "nl" else "V"
    if before == "T" or (before == "I" and not lower.endswith(language.infinitives)):
        return "N"
    follows = sentence[at + 1].lower if at + 1 < len(sentence) else ""
    if before not in "NJ" or follows in language.articles:
        return "V"  # what an article follows is a verb: "l'entreprise explique la fermeture"
    if before == "J" and lower.endswith(_VERBAL):
        return "V"  # "subvention publique jugée", "voie ferrée ralentissent"
    agrees = _agree(sentence[at - 1].lower, lower, language)
    return "J" if agrees and lower.endswith(language.adjectives) else "V"


def _agree(noun: str, adjective: str, language: Language) -> bool:
    """Whether noun and adjective have one number: by the plural's s, or in Italian the vowel."""
    if language.plural_s:
        return _is_plural(noun) == _is_plural(adjective)
    return noun[-1:] not in "oai" or adjective.endswith((noun[-1:], "e"))


def _noun(token: Token, language: Language) -> str:
    if language.compounds and len(token.text) >= _COMPOUND:
        return "L"
    return "K" if language.capital_nouns else "N"


def _is_plural(word: str) -> bool:
    return word.endswith(("s", "x"))


def chunks(
    sentence: Sequence[Token], found: Sequence[str], language: Language
) -> Iterator[tuple[int, int]]:
    """Spans of noun phrases and names, links inside them included."""
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and (found[end] in "NKLJP" and _together(found, at, end)):
            end = _linked(sentence, found, end + 1, language)
        if end > at:
            if _says(sentence, found, at, end, language):
                yield at, end
            at = end
        else:
            at += 1


def _together(found: Sequence[str], start: int, at: int) -> bool:
    """Whether a word goes on with the phrase that begins at `start`: no noun after a noun.

    In German a noun may: "Pretziener Wehr" and "Karla Wendt" look alike.
    """
    return at == start or found[at - 1] in "TIX" or found[at - 1] + found[at] in _NEIGHBOURS


def _linked(sentence: Sequence[Token], found: Sequence[str], at: int, language: Language) -> int:
    """The place where the phrase goes on after "de" or the like, else `at`."""
    named = found[at - 1] == "P" or sentence[at - 1].lower in language.bodies
    links = language.name_links if named else language.links
    stop = at
    while stop < len(found) and stop - at < 3 and sentence[stop].lower in links:
        stop += 1
    if stop == at or stop == len(found):
        return at
    return stop if found[stop] == ("P" if named else "N") else at


def _says(
    sentence: Sequence[Token], found: Sequence[str], start: int, end: int, language: Language
) -> bool:
    """Whether a span is a phrase: it has a noun or name, is not too long, and not empty alone."""
    if end - start > 6 or not set(found[start:end]) & set("NKLP"):
        return False
    return end - start > 1 or sentence[start].lower not in language.empty


def _inside(parsed: Iterator[Sequence[Token]]) -> frozenset[str]:
    """Lower-cased words that stand with a capital inside a sentence."""
    return frozenset(
        token.lower
        for sentence in parsed
        for token in sentence[1:]
        if token.kind == "word" and token.text[0].isupper()
    )


def _split(sentence: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with what is elided apart: "l'accord" is two."""
    found: list[Token] = []
    for token in sentence:
        head, mark, tail = token.lower.partition("'")
        if mark and tail and head in _ELIDED:
            cut = len(head) + 1
            middle = token.start + cut
            found.append(Token(token.text[:cut], token.lower[:cut], token.start, middle, "word"))
            found.append(Token(token.text[cut:], tail, middle, token.end, "word"))
        else:
            found.append(token)
    return tuple(found)
