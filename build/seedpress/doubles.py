"""Which articles tell nearly the same in the same words: one story in two papers, or saved twice.

Part of the join. Cost grows linearly with the corpus: only articles whose sketches agree somewhere
are compared, and of many that agree in one place each is compared with a few.
"""

import re
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import eq

from seedpress.model import Double

WORDS = 4  # in a shingle
ALIKE = 0.4  # share of all shingles that both have, from which two articles are doubles
SHORTEST = 40  # words; shorter articles have too few shingles to tell
_BANDS, _ROWS = 48, 2  # two articles 40 % alike agree in a band in 9,997 of 10,000 cases
_BINS = _BANDS * _ROWS
_SKETCH = struct.Struct(f"<{_BINS}I")
_WIDTH = _SKETCH.size // _BINS  # bytes of a bin
# Sketches guess how alike texts are to within 0.05 or so; only pairs that may be alike are read.
_MAY_BE_ALIKE = ALIKE - 0.15
_NEXT = 6  # articles of one band that each is compared with
_LONGEST = 20_000  # words looked at
# A Chinese or Japanese sign counts as a word: nothing stands between those.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+")
_MASK = 0xFFFFFFFF
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)


def near_duplicates(articles: Sequence[tuple[str, str, bytes]]) -> tuple[Double, ...]:
    """Pairs of articles that share much of their wording, the most alike first.

    `articles` are (id, text, sketch of the text). The score is the Jaccard index of their shingles
    (runs of words). Banding: Leskovec, Rajaraman & Ullman, "Mining of massive datasets", chapter 3.
    """
    texts = {identity: text for identity, text, _ in articles}
    sketches = sorted((identity, sketch) for identity, _, sketch in articles if sketch)
    pairs: set[tuple[str, str]] = set()
    for start in range(0, _BINS * _WIDTH, _ROWS * _WIDTH):  # one band at a time, for memory's sake
        agreeing: dict[bytes, list[str]] = defaultdict(list)
        for identity, sketch in sketches:
            agreeing[sketch[start : start + _ROWS * _WIDTH]].append(identity)
        for members in agreeing.values():
            if len(members) > 1:
                pairs.update(_pairs(members))
    by_id = dict(sketches)
    pairs = {(a, b) for a, b in pairs if _agreement(by_id[a], by_id[b]) >= _MAY_BE_ALIKE}
    found: list[Double] = []
    known: dict[str, frozenset[int]] = {}
    for first, second in sorted(pairs):
        if first not in known:
            known = {first: _shingles(texts[first])}  # pairs of one article stand together
        one, other = known[first], _shingles(texts[second])
        score = len(one & other) / len(one | other)
        if score >= ALIKE:
            found.append(Double(first, second, round(score, 3)))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first, pair.second)))


def _agreement(one: bytes, other: bytes) -> float:
    """Share of the bins in which two sketches agree: a guess of their texts' Jaccard index."""
    agreeing: int = sum(map(eq, _SKETCH.unpack(one), _SKETCH.unpack(other)))
    return agreeing / _BINS


def _shingles(text: str) -> frozenset[int]:
    """Hashes of the runs of `WORDS` words; none of a short text."""
    words = _WORD.findall(text.casefold())[:_LONGEST]
    if len(words) < SHORTEST:
        return frozenset()
    told = {word: zlib.crc32(word.encode()) for word in words}
    hashes = [told[word] for word in words]
    a, b, c, d = _FACTORS
    runs = zip(hashes, hashes[1:], hashes[2:], hashes[3:], strict=False)
    return frozenset((p * a + q * b + r * c + s * d) >> 7 & _MASK for p, q, r, s in runs)


def sketch_of(text: str) -> bytes:
    """The least hash in each bin of the shingles of `text`; empty for a short text.

    Minhash by one permutation: Li, Owen & Zhang, "One permutation hashing" (NIPS 2012), its empty
    bins filled from their neighbours.
    """
    shingles = _shingles(text)
    if not shingles:
        return b""
    bins: list[int | None] = [None] * _BINS
    for one in shingles:
        place, rest = one % _BINS, one // _BINS
        least = bins[place]
        if least is None or rest < least:
            bins[place] = rest
    last = next(one for one in bins if one is not None)
    sketch: list[int] = []
    for least in reversed(bins):
        last = last if least is None else least
        sketch.append(last)
    return _SKETCH.pack(*sketch)


def _pairs(members: list[str]) -> Iterator[tuple[str, str]]:
    """Each of `members` with the few that follow it."""
    for step in range(1, _NEXT + 1):
        yield from zip(members, members[step:], strict=False)
