"""Lines that were kept although they may be the page's: for the editor to look at."""

from collections import Counter
from collections.abc import Sequence

from seedpress.cleaning.draft import is_prose, made
from seedpress.cleaning.learned.features import Features
from seedpress.cleaning.learned.trees import load
from seedpress.cleaning.residue import likely
from seedpress.model import Block, Suspect

_HEAD, _TAIL = 4, 8  # blocks at the ends that the model of lines is asked about
_DOUBTED = -2.0  # log-odds of being the article's, below which a line is told
_LONGEST = 200  # characters
# Families of which one line may stand between paragraphs.
_BETWEEN = frozenset(("teasers", "subscribe", "comments", "share", "adverts"))
_KINDS = frozenset(("heading", "paragraph"))


def suspects(blocks: Sequence[Block]) -> tuple[Suspect, ...]:
    """The short lines that a weak rule knows, or that the model takes for the page's."""
    lines = [made(block.line or 0, block.text, gap=True) for block in blocks]
    often = Counter(line.key for line in lines)
    found: list[Suspect] = []
    features: Features | None = None
    for i, (block, line) in enumerate(zip(blocks, lines, strict=True)):
        if block.kind not in _KINDS or len(line.plain) > _LONGEST or often[line.key] > 1:
            continue  # what comes again and again ("Price") has a place in the article
        edge = i < _HEAD or i >= len(lines) - _TAIL
        why = likely(line.key)
        if not edge and (block.kind == "heading" or why not in _BETWEEN):
            continue
        if not why and block.kind == "paragraph" and not is_prose(line):
            features = features or Features(lines)
            why = "unlike the article" if load("lines").odds(features.row(i)) < _DOUBTED else ""
        if why:
            found.append(Suspect(line.number, block.text, why))
    return tuple(found)
