"""Fold all articles: those that were folded before by what was noted of them then.

Nearly all mentions are simply themselves, so a note has the others alone, and the article's gist.
"""

from collections.abc import Sequence
from itertools import repeat

from msgspec import Struct, msgpack

from seedpress.entities.gist import Gists
from seedpress.entities.placed import Gist, Placed
from seedpress.entities.sorts import Settled
from seedpress.entities.tokens import key
from seedpress.entities.within import RULES, SAME, fold, lone
from seedpress.model import Analysis, Look
from seedpress.notes import Notes, digest

# What became of a look, by number: nothing, a given name that is another one in each article, or
# a name by one of these rules.
_NONE, _LONE = 0, 1
_BECAME = ("", SAME, *RULES)
_Other = tuple[int, int, str]  # place of the look, number of what became of it, the full name


class _Note(Struct, gc=False, array_like=True):
    others: list[_Other]
    gist: Gist


_DECODER = msgpack.Decoder(_Note)


def folded(
    settled: Sequence[Settled],
    analyses: Sequence[Analysis],
    kept: frozenset[str],
    gists: Gists,
    notes: Notes,
) -> tuple[list[list[Placed]], list[Gist], list[bytes]]:
    """The mentions of each article with the names they stand for, and the articles' gists.

    They are as `within.fold` and `gists` have them. Last come marks that tell what the mentions of
    each stand for, but for numbers; empty ones tell nothing.
    """
    found = [
        _folded(number, each, analysis, kept, gists, notes)
        for number, (each, analysis) in enumerate(zip(settled, analyses, strict=True))
    ]
    return (
        [placed for placed, _, _ in found],
        [gist for _, gist, _ in found],
        [mark for *_, mark in found],
    )


def _folded(
    number: int,
    settled: Settled,
    analysis: Analysis,
    kept: frozenset[str],
    gists: Gists,
    notes: Notes,
) -> tuple[list[Placed], Gist, bytes]:
    looks, outcome = settled
    acronyms = analysis.names.acronyms
    origin = notes.origin(number)
    if not origin:
        placed = fold(looks, acronyms, number, kept, gists.lexicon)
        return placed, gists.of(placed, analysis), b""
    texts = [look.text for look in looks]
    keys = [*map(key, texts)]
    spoken = b"" if kept.isdisjoint(keys) else repr(sorted(kept.intersection(keys))).encode()
    mark = digest(origin, outcome, spoken)
    note = notes.get(mark)
    if note is None:
        placed = fold(looks, acronyms, number, kept, gists.lexicon)
        gist = gists.of(placed, analysis)
        notes.put(mark, msgpack.encode(_Note(_others(looks, placed), gist)))
        return placed, gist, mark
    found = _DECODER.decode(note)
    return _as_noted(found.others, looks, texts, keys, number), found.gist, mark


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
