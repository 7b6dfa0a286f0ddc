"""Lines that several articles of one folder have in common: the page's, not the article's."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from seedpress.cleaning.draft import Draft, made
from seedpress.model import Seed

ARTICLES = 3  # so many articles must have a line in common
_LONGEST = 600  # characters of a line that are compared
# An article that shares more than this with others is a copy of one of them, not full of residue.
_COPY = 0.4
_WORDS_OF_A_SENTENCE = 8


def mark(key: str) -> str:
    """Short digest of a folded line."""
    return hashlib.blake2b(key[:_LONGEST].encode("utf-8", "replace"), digest_size=6).hexdigest()


def line_marks(seed: Seed) -> tuple[str, ...]:
    """Marks of the lines of `seed`, each once, in their order."""
    keys = (made(0, text.strip()).key for text in seed.text.split("\n") if text.strip())
    return tuple(dict.fromkeys(mark(key) for key in keys if any(ch.isalpha() for ch in key)))


def repeated_lines(marks: Iterable[tuple[str, tuple[str, ...]]]) -> frozenset[str]:
    """Marks of the lines that stand in three or more articles of one folder (or one file).

    Articles most of whose lines repeat are copies of each other (one agency story in several
    papers) and do not count. Line repetition as evidence: Yi, Liu & Li, "Eliminating noisy
    information in web pages" (KDD 2003), here without the page's tags.
    """
    folders: dict[str, list[tuple[str, ...]]] = {}
    for path, own in marks:
        place = path.partition("#")[0] if "#" in path else path.rpartition("/")[0]
        folders.setdefault(place, []).append(own)
    found: set[str] = set()
    for articles in folders.values():
        everywhere = _counted(articles)
        originals = [own for own in articles if _shared(own, everywhere) <= _COPY]
        found.update(_counted(originals) if len(originals) < len(articles) else everywhere)
    return frozenset(found)


def drop_repeated(draft: Draft) -> Draft:
    """Remove repeating lines at the head and the tail, and repeating sentences anywhere.

    A short line between paragraphs ("Conclusion") may well repeat and yet be a subhead.
    """
    lines = draft.lines
    if not draft.repeated or not lines:
        return draft
    hits = [not line.fixed and mark(line.key) in draft.repeated for line in lines]
    if sum(hits) > _COPY * len(lines):
        return draft
    own = [i for i, hit in enumerate(hits) if not hit]
    taken = {
        i: "repeated"
        for i, hit in enumerate(hits)
        if hit
        and (i < own[0] or i > own[-1] or len(lines[i].plain.split()) >= _WORDS_OF_A_SENTENCE)
    }
    return draft.without(taken)


def _counted(articles: Iterable[tuple[str, ...]]) -> set[str]:
    counts = Counter(chain.from_iterable(articles))
    return {one for one, count in counts.items() if count >= ARTICLES}


def _shared(own: tuple[str, ...], everywhere: set[str]) -> float:
    return len(everywhere.intersection(own)) / max(1, len(own))
