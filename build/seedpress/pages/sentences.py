"""The sentence around a stretch of a paragraph, cut at words where it is long."""

import re

_END = re.compile(r"[.!?…][\"'”’»)]*\s+")
# A full stop after one of these, or after a single capital letter, does not end a sentence.
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Prof|No|vs|etc)|\b\w)$")


def around(text: str, start: int, end: int, reach: int) -> tuple[str, str, str]:
    """The sentence that holds `text[start:end]`: words before, the stretch, words after.

    At most `reach` characters on each side; where words are left out stands an ellipsis.
    """
    end = min(end, len(text))
    left, right = _left(text, start, reach), _right(text, end, reach)
    before, after = text[left:start], text[end:right].rstrip()
    if left and not _ends(text, left):
        before = f"…{before}"
    if right < len(text) and not _ends(text, right):
        after = f"{after}…"
    return before, text[start:end], after


def _left(text: str, start: int, reach: int) -> int:
    low = max(start - reach, 0)
    ends = [m.end() for m in _END.finditer(text, low, start) if _ends(text, m.end())]
    if ends or not low:
        return ends[-1] if ends else 0
    space = text.find(" ", low, start)
    return space + 1 if space >= 0 else low


def _right(text: str, end: int, reach: int) -> int:
    high = min(end + reach, len(text))
    for found in _END.finditer(text, end, high):
        if _ends(text, found.end()):
            return found.end()
    if high == len(text):
        return high
    space = text.rfind(" ", end, high)
    return space if space >= 0 else high


def _ends(text: str, at: int) -> bool:
    """Whether a sentence ends just before `at`."""
    before = text[max(at - 16, 0) : at].rstrip()
    words = before.rstrip("\"'”’»)")
    if not words or words[-1] not in ".!?…":
        return False
    return words[-1] != "." or not _SHORT.search(words[:-1])
