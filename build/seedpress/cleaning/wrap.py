"""Hard-wrapped text back to paragraphs: telegraph and mail lines of some 70 characters."""

import re
from collections.abc import Sequence
from itertools import pairwise

from seedpress.cleaning.draft import Line, made

WIDEST = 100  # a longer line was not wrapped by a typewriter's rule
_END = re.compile(r"[.!?:;…]['\")\]”’»]*$")
_ITEM = re.compile(r"\s*(?:[-*+•‣●▪◦>#|]\s|\d{1,3}[.)]\s|\*\*|//)")
# Where a line end was lost, the next paragraph's indent is all that is left of it.
_LOST = re.compile(r"(?<=[.!?\"'”]) {3,5}(?=[\"'“`A-Z])")


def rejoined(raw: Sequence[tuple[int, str]]) -> list[Line]:
    """The lines of `raw` (number, text), with those of each wrapped paragraph joined to one."""
    if not _is_wrapped([text for _, text in raw]):
        return _as_they_are(raw)
    lines: list[Line] = []
    held: list[str] = []
    first, gap, indent = 0, True, _usual_indent(raw)

    def flush() -> None:
        if held:
            lines.extend(made(first, part.strip(), gap) for part in _LOST.split(" ".join(held)))
            held.clear()

    for number, text in raw:
        stripped = text.strip()
        new = not held or len(text) - len(text.lstrip()) > indent or _ITEM.match(text)
        if not stripped:
            flush()
            gap = True
            continue
        if new or _ends_paragraph(held):
            after_text = bool(held)
            flush()
            first, gap = number, gap and not after_text
        held.append(stripped)
    flush()
    return lines


def _as_they_are(raw: Sequence[tuple[int, str]]) -> list[Line]:
    lines: list[Line] = []
    gap = True
    for number, text in raw:
        if text.strip():
            lines.append(made(number, text.strip(), gap))
            gap = False
        else:
            gap = True
    return lines


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Whether most full lines break within a sentence at about one width."""
    full = [t for t in texts if t.strip()]
    if len(full) < 4:
        return False
    pairs = [(a, b) for a, b in pairwise(texts) if a.strip() and b.strip()]
    broken = sum(
        45 <= len(a) <= WIDEST
        and not _END.search(a.rstrip())
        and not _ITEM.match(b)
        and len(b.split()) > 1
        for a, b in pairs
    )
    long = sum(len(t) > WIDEST + 20 for t in full)
    lower = sum(b.lstrip()[:1].islower() and len(a) >= 45 for a, b in pairs)
    return (
        broken >= max(3, 0.45 * len(pairs))
        and lower >= 0.25 * len(pairs)
        and long <= 0.1 * len(full)
    )


def _usual_indent(raw: Sequence[tuple[int, str]]) -> int:
    """The left margin of most lines."""
    margins = sorted(len(t) - len(t.lstrip()) for _, t in raw if t.strip())
    return margins[len(margins) // 2]


def _ends_paragraph(held: Sequence[str]) -> bool:
    """A line much shorter than the others that ends a sentence ends its paragraph too."""
    return bool(held) and len(held[-1]) < 45 and bool(_END.search(held[-1]))
