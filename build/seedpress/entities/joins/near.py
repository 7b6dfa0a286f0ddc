"""Which of some words are few letters apart: the library compares one with all that follow it."""

from collections.abc import Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

LARGEST_BLOCK = 60  # names compared with each other; a larger block says too little


def near(words: Sequence[str], most: int) -> Iterator[tuple[int, int, int]]:
    """The places of each two words, in order, that differ in `most` letters, and in how many."""
    if len(words) == 2:  # as most are
        far = OSA.distance(*words, score_cutoff=most)
        if far <= most:
            yield 0, 1, far
        return
    for here, word in enumerate(words[:-1], 1):
        found = process.extract(
            word, words[here:], scorer=OSA.distance, score_cutoff=most, limit=None
        )
        if found:
            yield from sorted((here - 1, here + there, far) for _, far, there in found)
