"""Keep comments of the authority file above the key that they speak of.

What is added to the end of a list is written after the comments that follow the list, and with its
last line these go; they stand above the next key, and are put there again.
"""

import re

_KEY = re.compile(r"([a-z_]+):")
Block = tuple[str, ...]  # lines, with their ends


def put_back(before: str, after: str) -> str:
    """The text `after` a change with the comments above each key as they stood `before` it."""
    lines = after.splitlines(keepends=True)
    for key, block in _above_keys(before.splitlines(keepends=True)):
        place = next((i for i, line in enumerate(lines) if line.startswith(f"{key}:")), -1)
        size = len(block)
        starts = (i for i in range(max(0, place - size + 1)) if tuple(lines[i : i + size]) == block)
        start = max(starts, default=-1)
        between = lines[start + size : place]
        if start >= 0 and not any(map(_KEY.match, between)):
            lines[start:place] = [*between, *block]
        elif place > 0:
            while place and not lines[place - 1].strip():
                place -= 1
                del lines[place]
            lines[place:place] = block
    return "".join(lines)


def _above_keys(lines: list[str]) -> list[tuple[str, Block]]:
    """Each key that has comments above it, and these, with the empty lines around them."""
    found = []
    for number, line in enumerate(lines):
        key = _KEY.match(line)
        start = number
        while start and (lines[start - 1].startswith("#") or not lines[start - 1].strip()):
            start -= 1
        if key and start < number:
            found.append((key[1], tuple(lines[start:number])))
    return found
