"""Which articles tell nearly the same in the same words: one story in two papers, or saved twice.

Part of the join. Cost grows linearly with the corpus: only articles whose sketches agree somewhere
are compared, and of many that agree in one place each is compared with a few.
"""

import re
import struct
import zlib
from collections.abc import Mapping, Sequence

import numpy as np

from seedpress.model import Double

WORDS = 4  # in a shingle
ALIKE = 0.4  # share of all shingles that both have, from which two articles are doubles
SHORTEST = 40  # words; shorter articles have too few shingles to tell
_BANDS, _ROWS = 48, 2  # two articles 40 % alike agree in a band in 9,997 of 10,000 cases
_BINS = _BANDS * _ROWS
_SKETCH = struct.Struct(f"<{_BINS}I")
# Sketches guess how alike texts are to within 0.05 or so; only pairs that may be alike are read.
_MAY_BE_ALIKE = ALIKE - 0.15
_NEXT = 6  # articles of one band that each is compared with
_LONGEST = 20_000  # words looked at
# A Chinese or Japanese sign counts as a word: nothing stands between those.
_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u30ff\u3400-\u9fff]+")
_KEPT = 1_000_000  # shingles that are remembered while pairs are read, in some 70 MB
_ASIDE = 8192  # pairs of sketches that are compared at a time
_MASK = 0xFFFFFFFF
_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)


def near_duplicates(articles: Sequence[tuple[str, str, bytes]]) -> tuple[Double, ...]:
    """Pairs of articles that share much of their wording, the most alike first.

    `articles` are (id, text, sketch of the text). The score is the Jaccard index of their shingles
    (runs of words). Banding: Leskovec, Rajaraman & Ullman, "Mining of massive datasets", chapter 3.
    """
    texts = {identity: text for identity, text, _ in articles}
    sketches = sorted((identity, sketch) for identity, _, sketch in articles if sketch)
    pairs = [(sketches[a][0], sketches[b][0]) for a, b in _alike([one for _, one in sketches])]
    found: list[Double] = []
    known = _Shingled(texts)
    for first, second in pairs:
        one, other = known[first], known[second]
        score = len(one & other) / len(one | other)
        if score >= ALIKE:
            found.append(Double(first, second, round(score, 3)))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first, pair.second)))


class _Shingled(dict[str, frozenset[int]]):
    """The shingles of texts by their ids; those asked for first are forgotten when it grows."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts, self._size = texts, 0

    def __missing__(self, identity: str) -> frozenset[int]:
        found = _shingles(self._texts[identity])
        self._size += len(found)
        while self and self._size > _KEPT:
            self._size -= len(self.pop(next(iter(self))))
        self[identity] = found
        return found


def _alike(sketches: Sequence[bytes]) -> list[tuple[int, int]]:
    """Pairs of places of sketches that agree in a band and may be alike, in their order."""
    bins = np.frombuffer(b"".join(sketches), "<u4").reshape(-1, _BINS)
    found: set[tuple[int, int]] = set()
    for band in range(0, _BINS, _ROWS):  # one band at a time, for memory's sake
        row = np.ascontiguousarray(bins[:, band : band + _ROWS]).view(np.uint64).ravel()
        order = np.argsort(row, kind="stable")
        for step in range(1, _NEXT + 1):
            same = np.flatnonzero(row[order[:-step]] == row[order[step:]])
            for start in range(0, len(same), _ASIDE):
                ones = order[same[start : start + _ASIDE]]
                others = order[same[start : start + _ASIDE] + step]
                # Share of the bins in which both agree: a guess of their texts' Jaccard index.
                share = (bins[ones] == bins[others]).sum(axis=1) / _BINS
                able = share >= _MAY_BE_ALIKE
                found.update(zip(ones[able].tolist(), others[able].tolist(), strict=True))
    return sorted(found)


def _shingles(text: str) -> frozenset[int]:
    """Hashes of the runs of `WORDS` words; none of a short text."""
    return frozenset(_hashes(text).tolist())


def _hashes(text: str) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """The same in the order of the runs, each as often as it stands."""
    words = _WORD.findall(text.casefold())[:_LONGEST]
    if len(words) < SHORTEST:
        return np.zeros(0, np.uint64)
    told = {word: zlib.crc32(word.encode()) for word in words}
    hashes = np.fromiter(map(told.__getitem__, words), np.uint64, len(words))
    last = len(words) - WORDS + 1
    # What is more than 64 bits goes; it is above those that are kept.
    runs = np.zeros(last, np.uint64)
    for number, factor in enumerate(_FACTORS):
        runs += hashes[number : last + number] * np.uint64(factor)
    return runs >> np.uint64(7) & np.uint64(_MASK)


def sketch_of(text: str) -> bytes:
    """The least hash in each bin of the shingles of `text`; empty for a short text.

    Minhash by one permutation: Li, Owen & Zhang, "One permutation hashing" (NIPS 2012), its empty
    bins filled from their neighbours.
    """
    hashes = _hashes(text)
    if not len(hashes):
        return b""
    bins = np.full(_BINS, _MASK, np.uint64)  # none is as large: it was divided
    np.minimum.at(bins, hashes % np.uint64(_BINS), hashes // np.uint64(_BINS))
    last = next(one for one in bins.tolist() if one != _MASK)
    sketch: list[int] = []
    for least in reversed(bins.tolist()):
        last = last if least == _MASK else least
        sketch.append(last)
    return _SKETCH.pack(*sketch)
