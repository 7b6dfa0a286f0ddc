"""Long lists in parts: how they are cut, and the links from one part to the others."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from itertools import accumulate
from typing import TypeVar

from seedpress import names
from seedpress.pages.markdown import Markdown, escape, link
from seedpress.pages.shelf import Shelf, to

T = TypeVar("T")

AROUND = 2  # parts linked on each side of the present one


def parts(things: Sequence[T], size: int, key: Callable[[T], str]) -> list[Sequence[T]]:
    """`things` in runs of `size` at the most; one empty run for none, since the page exists.

    One more thing changes the run that it comes into and hardly another: where a run ends is said
    by the things around its end, not by how many stand before them. `key` tells them apart.
    """
    runs: list[Sequence[T]] = []
    start = 0
    size = max(size, 1)
    while len(things) - start > size:
        least, most = start + size - size // 2, start + size
        end = least + landmark([key(thing) for thing in things[least : most + 1]])
        runs.append(things[start:end])
        start = end
    return [*runs, things[start:]]


def landmark(keys: Sequence[str]) -> int:
    """The place of one of `keys`: mostly the same key, whatever others are among them."""
    marks = [blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest() for key in keys]
    return marks.index(min(marks))


def by_size(things: Sequence[T], size: Callable[[T], int], most: int) -> list[Sequence[T]]:
    """`things` in runs whose sizes add up to `most` at the most, or that hold one thing."""
    runs: list[list[T]] = [[]]
    full = 0
    for thing in things:
        own = size(thing)
        if runs[-1] and full + own > most:
            runs.append([])
            full = 0
        runs[-1].append(thing)
        full += own
    return list(runs)


def foremost(things: Sequence[T], size: Callable[[T], int], most: int, count: int) -> Sequence[T]:
    """The first `count` of `things`, or as many as stay within the size `most` together."""
    sizes = accumulate(size(thing) for thing in things[:count])
    return things[: sum(full <= most for full in sizes)]


def pager(shelf: Shelf, path: str, first: str, number: int, of: int) -> Markdown:
    """The links to the other parts of the list whose first page is `first`; empty for one part."""
    if of < 2:
        return Markdown("")
    w = shelf.words
    near = {1, of, *range(max(number - AROUND, 1), min(number + AROUND, of) + 1)}
    items: list[str] = []
    before = 0
    if number > 1:
        items.append(link(w("previous"), to(path, names.part_path(first, number - 1))))
    for part in sorted(near):
        if part > before + 1:
            items.append("…")
        shown = w.number(part)
        items.append(
            f'<span class="sp-here" aria-current="page">{escape(shown)}</span>'
            if part == number
            else link(shown, to(path, names.part_path(first, part)))
        )
        before = part
    if number < of:
        items.append(link(w("next"), to(path, names.part_path(first, number + 1))))
    listed = "\n".join(f"<li markdown>{item}</li>" for item in items)
    label = escape(w("pages"))
    opening = f'<nav class="sp-pager" aria-label="{label}" markdown>'
    return Markdown(f"{opening}\n<ul markdown>\n{listed}\n</ul>\n</nav>")
