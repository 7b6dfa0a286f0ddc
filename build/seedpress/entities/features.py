"""What a name looks like and what stands around it: the features that the typer weighs."""

from collections.abc import Iterator, Sequence

from seedpress.entities import rules
from seedpress.entities.gazetteer import places
from seedpress.entities.kinds import kind_of
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.tokens import Token, is_acronym, key
from seedpress.entities.usual_names import usual_names

_COMPASS = frozenset(
    {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western"}
)
_OPEN = frozenset({"First", "The"})


def of_name(name: str, lexicon: Lexicon) -> Iterator[str]:
    """Features of the name itself: its words, their form and what lists know of them."""
    words = name.split()
    first, last = words[0], words[-1]
    yield f"n={min(len(words), 5)}"
    yield from _form(name, words)
    yield from _lists(name, words, lexicon)
    yield f"s2={last[-2:].lower()}"
    yield f"s3={last[-3:].lower()}"
    yield f"s4={last[-4:].lower()}"
    yield f"p3={first[:3].lower()}"
    if len(words) > 1:
        yield f"l={last.lower()}"
    for word in words[1:-1]:
        yield f"m={word.lower()}"


def _form(name: str, words: Sequence[str]) -> Iterator[str]:
    if is_acronym(name):
        yield f"acronym{min(len(name.replace('.', '')), 6)}"
    elif is_acronym(words[0]):
        yield "acronym first"
    elif any(is_acronym(w) for w in words):
        yield "acronym inside"
    for sign in "-&'’./":
        if sign in name:
            yield f"sign={sign}"
    if any(c.isdigit() for c in name):
        yield "digit"
    if not name.isascii():
        yield "accents"
    if any(c.isupper() for w in words for c in w[1:]) and not name.isupper():
        yield "inner capital"
    if len(words) > 2 and any(len(w) == 2 and w[1] == "." for w in words[1:-1]):
        yield "middle initial"
    yield "shape=" + "".join(
        "X" if w[0].isupper() else "9" if w[0].isdigit() else "x" for w in words[:6]
    )


def _lists(name: str, words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    gazetteer = places()
    first, last = words[0], words[-1]
    yield f"place={gazetteer.get(name, '')}"
    usual = usual_names().get(key(name))
    if usual:
        yield f"usual={usual.kind}"
    yield f"given={first in lexicon.first_names}{len(words) > 1}"
    if len(words) > 1:
        yield f"given last={last in lexicon.first_names}"
        yield f"place first={gazetteer.get(first, '')}"
        yield f"place last={gazetteer.get(last, '')}"
    if first in lexicon.demonyms:
        yield "demonym first"
    if len(words) > 1 and first in lexicon.place_starts:
        yield "place start"
        yield f"place start={first}"
    if first in _COMPASS:
        yield "compass first"
    head = words[words.index("of") - 1] if "of" in words[1:] else last
    yield f"head={_head(head, lexicon)}{len(words) > 1}"
    common = [w.lower() in lexicon.common for w in words if w[0].isupper()]
    yield f"common={common[:1]}{common[-1:]}{all(common)}"
    if last in lexicon.roles:
        yield "role last"
    yield f"guess={kind_of(name, {}, lexicon)}{min(len(words), 2)}"


def _head(word: str, lexicon: Lexicon) -> str:
    found = (
        ("o", lexicon.organisation_heads),
        ("p", lexicon.place_heads),
        ("e", lexicon.event_heads),
    )
    return "".join(sign for sign, words in found if word in words)


def of_context(
    words: Sequence[Token], first: int, last: int, rule: str, lexicon: Lexicon
) -> Iterator[str]:
    """Features of what stands around tokens `first` to `last` (exclusive) of a block."""
    before = [w.text for w in words[max(0, first - 3) : first]]
    after = [w.text for w in words[last : last + 3]]
    one = before[-1].lower() if before else "^"
    two = before[-2].lower() if len(before) > 1 else "^"
    following = after[0].lower() if after else "$"
    beyond = after[1].lower() if len(after) > 1 else "$"
    for distance, word in enumerate(reversed(before), 1):
        for cue in lexicon.cues.get(word, ()):
            yield f"-{min(distance, 2)}cue={cue}"
    for distance, word in enumerate(after, 1):
        for cue in lexicon.cues.get(word, ()):
            yield f"+{min(distance, 2)}cue={cue}"
    yield f"-1={one}"
    yield f"-2={two} {one}"
    yield f"+1={following}"
    yield f"+2={following} {beyond}"
    yield f"-+={one} {following}"
    yield f"-2w={two}"
    yield f"+2w={beyond}"
    if before and before[-1][0].isupper():
        yield "capital before"
    if after and after[0][0].isupper():
        yield "capital after"
    if following == "," and len(after) > 1 and after[1][0].isupper():
        yield "capital after comma"
    if one == "," and len(before) > 1 and before[-2][0].isupper():
        yield "capital before comma"
    yield f"rule={rule if rule in (rules.ROLE, rules.START) else ''}"
