"""Fold all articles: those that were folded before by what was noted of them then.

Nearly all mentions are simply themselves, so a note has the others alone.
"""

from collections.abc import Sequence
from itertools import repeat

from msgspec import msgpack

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.placed import Placed
from seedpress.entities.sorts import Settled
from seedpress.entities.tokens import key
from seedpress.entities.within import RULES, SAME, fold, lone
from seedpress.model import Look, Names
from seedpress.notes import Notes, digest

# What became of a look, by number: nothing, a given name that is another one in each article, or
# a name by one of these rules.
_NONE, _LONE = 0, 1
_BECAME = ("", SAME, *RULES)
_Other = tuple[int, int, str]  # place of the look, number of what became of it, the full name
_DECODER = msgpack.Decoder(list[_Other])


def folded(
    settled: Sequence[Settled],
    articles: Sequence[Names],
    kept: frozenset[str],
    lexicon: Lexicon,
    notes: Notes,
) -> list[list[Placed]]:
    """The mentions of each article with the names they stand for, as `within.fold` has them."""
    return [
        _folded(number, looks, outcome, names, kept, lexicon, notes)
        for number, ((looks, outcome), names) in enumerate(zip(settled, articles, strict=True))
    ]


def _folded(
    number: int,
    looks: list[Look],
    outcome: bytes,
    names: Names,
    kept: frozenset[str],
    lexicon: Lexicon,
    notes: Notes,
) -> list[Placed]:
    origin = notes.origin(number)
    if not origin:
        return fold(looks, names.acronyms, number, kept, lexicon)
    texts = [look.text for look in looks]
    keys = [*map(key, texts)]
    spoken = b"" if kept.isdisjoint(keys) else repr(sorted(kept.intersection(keys))).encode()
    mark = digest(origin, outcome, spoken)
    note = notes.get(mark)
    if note is None:
        placed = fold(looks, names.acronyms, number, kept, lexicon)
        notes.put(mark, msgpack.encode(_others(looks, placed)))
        return placed
    return _as_noted(_DECODER.decode(note), looks, texts, keys, number)


def _others(looks: Sequence[Look], placed: Sequence[Placed]) -> list[_Other]:
    """What of the looks did not become simply themselves."""
    found: list[_Other] = []
    left = iter(placed)
    each = next(left, None)
    for place, look in enumerate(looks):
        if each is None or each.look is not look:
            found.append((place, _NONE, ""))
            continue
        if each.rule != SAME:
            found.append((place, _BECAME.index(each.rule), each.full))
        elif each.key[-1] == "#":
            found.append((place, _LONE, ""))
        each = next(left, None)
    return found


def _as_noted(
    others: Sequence[_Other],
    looks: Sequence[Look],
    texts: Sequence[str],
    keys: Sequence[str],
    number: int,
) -> list[Placed]:
    found = [*map(Placed, looks, keys, repeat(SAME), texts)]
    left_out: set[int] = set()
    for place, became, full in others:
        look = looks[place]
        if became == _NONE:
            left_out.add(place)
        elif became == _LONE:
            found[place] = Placed(look, lone(keys[place], number), SAME, look.text)
        else:
            found[place] = Placed(look, key(full), _BECAME[became], full)
    return [p for n, p in enumerate(found) if n not in left_out] if left_out else found
