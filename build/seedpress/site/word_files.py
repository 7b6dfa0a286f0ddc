"""The words of a shard in files, as Pagefind parts and names them."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from seedpress.site.encoding import list_head
from seedpress.site.pagefind import Files
from seedpress.site.postings import Column

SHORT = 7  # letters of a file's name
_FULL = 20_000  # a file of words ends with the one that makes it so large


def in_files(
    words: Sequence[str], data: Sequence[bytes], weights: Column, language: str
) -> tuple[list[list[str]], Files] | None:
    """Words in files: first word, last word and name of each, and what they hold by path.

    None where two names are alike.

    Args:
        words: all, sorted.
        data: what a file says of each.
        weights: how much of a file each takes up.
        language: of the words.
    """
    parts = [*_parts(weights)]
    held = [b"".join((b"\x81", list_head(b - a), *data[a:b])) for a, b in parts]
    names = [f"{language}_{_name(each)}" for each in held]
    if len({*names}) < len(names):
        return None
    limits = ends([words[a:b] for a, b in parts])
    chunks = [[*upto, name] for upto, name in zip(limits, names, strict=True)]
    return chunks, {f"index/{n}.pf_index": each for n, each in zip(names, held, strict=True)}


def _parts(weights: Column) -> Iterator[tuple[int, int]]:
    """Where the words of each file begin and end."""
    reached = np.cumsum(weights)
    start = before = 0
    while start < len(weights):
        last = min(int(np.searchsorted(reached, before + _FULL)), len(weights) - 1)
        yield start, last + 1
        start, before = last + 1, int(reached[last])


def ends(parts: Sequence[Sequence[str]]) -> list[list[str]]:
    """The first and the last word of each file, as much of them as tells them from the next one's."""
    found = [[part[0], part[-1]] for part in parts]
    for one, other in pairwise(found):
        last, other[0] = _parted(one[1], other[0])
        one[1] = one[1] if last < one[0] else last
    return found


def _name(data: bytes) -> str:
    """What Pagefind calls a file: it writes each byte of a digest with no zero before it."""
    digest = hashlib.sha1(data, usedforsecurity=False).digest()
    return "".join(f"{byte:x}" for byte in digest)[:SHORT]


def _parted(one: str, other: str) -> tuple[str, str]:
    """As much of two words as tells them apart."""
    same = next((at for at, pair in enumerate(zip(one, other)) if pair[0] != pair[1]), None)
    upto = (min(len(one), len(other)) if same is None else same) + 1
    return one[:upto], other[:upto]
