"""The words of a shard in files, as Pagefind parts and names them."""

import hashlib
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from seedpress.site.encoding import encoded, steps_upto
from seedpress.site.pagefind import Files

Word = list[Any]  # word, its pages, its spellings with accents: [spelling, pages] of each
SHORT = 7  # letters of a file's name
_FULL = 20_000  # a file of words ends with the one that makes it so large


def in_files(words: Sequence[Word], language: str, count: int) -> tuple[list[list[str]], Files] | None:
    """Words in files: first word, last word and name of each, and what they hold by path.

    None where two names are alike.
    """
    parts: list[list[Word]] = [[]]
    size = 0
    for word in words:
        if size >= _FULL:
            parts.append([])
            size = 0
        parts[-1].append(word)
        size += sum([len(page[1]) + len(page[2]) + 1 for page in word[1]])
    steps = steps_upto(count)
    data = [encoded(part, steps) for part in parts]
    names = [f"{language}_{_name(each)}" for each in data]
    if len({*names}) < len(names):
        return None
    chunks = [[*upto, name] for upto, name in zip(ends(parts), names, strict=True)]
    return chunks, {f"index/{n}.pf_index": each for n, each in zip(names, data, strict=True)}


def ends(parts: Sequence[Sequence[Word]]) -> list[list[str]]:
    """The first and the last word of each file, as much of them as tells them from the next one's."""
    found = [[part[0][0], part[-1][0]] for part in parts]
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
