"""A concordance over several pages: where it is cut."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from seedpress.model import Entry
from seedpress.pages.parts import landmark
from seedpress.pages.shelf import Use

LINES = 200  # of a concordance on one part, with a heading for each article counted as one
BYTES = 56_000  # of a concordance on one part, about

# The place of an article, and that of a line among its lines.
Position = tuple[int, int]


class Run(NamedTuple):
    """What stands on one part."""

    start: Position
    end: Position  # where the next one begins
    seen: int  # articles, from its first one, that say where it ends


class Lines:
    """The lines of a concordance; they are made of those articles that somebody asks for."""

    def __init__(
        self, entries: Sequence[Entry], uses: Callable[[Entry], Sequence[Use]], reach: int
    ) -> None:
        """Those of the `uses` of each of these articles, with so many characters on each side."""
        self.entries, self.uses, self._reach = entries, uses, reach
        self.end: Position = len(entries), 0
        self._sizes: dict[int, list[int]] = {}

    def sizes(self, place: int) -> list[int]:
        """About how many bytes each line of an article takes."""
        if place not in self._sizes:
            uses = self.uses(self.entries[place])
            text = self.entries[place].article.text if uses else ""
            self._sizes[place] = [_line_size(use, text, self._reach) for use in uses]
        return self._sizes[place]

    def exceed(self, most: int) -> bool:
        """Whether they take more bytes, if each line had a heading of its own: rather too many."""
        sizes = (
            self.head(place) + size
            for place in range(len(self.entries))
            for size in self.sizes(place)
        )
        return any(full > most for full in accumulate(sizes))

    def head(self, place: int) -> int:
        """About how many bytes an article's heading takes."""
        entry = self.entries[place]
        fields = entry.article.fields
        return len(f"{fields.title}{fields.source}{entry.slug}".encode()) + 220

    def on(self, run: Run) -> list[Use]:
        """The mentions on one part."""
        (first, before), (last, after) = run.start, run.end
        found = [use for entry in self.entries[first:last] for use in self.uses(entry)]
        rest = self.uses(self.entries[last])[:after] if after else ()
        return [*found, *rest][before:]


def runs_of(
    lines: Lines, first: int, known: Callable[[int], Run | None] = lambda _place: None
) -> list[Run]:
    """The lines in runs of LINES and BYTES at the most, in the first of `first` bytes.

    One empty run for none. A later one that begins with an article's first line may be `known`.
    """
    runs = [_run(lines, (0, 0), first)]
    while (start := runs[-1].end) != lines.end:
        noted = None if start[1] else known(start[0])
        runs.append(noted or _run(lines, start, BYTES))
    return runs


def _run(lines: Lines, start: Position, most: int) -> Run:
    after = _fitting(lines, start, most)
    if after == lines.end:
        return Run(start, after, after[0] - start[0])
    return Run(start, _cut(lines, start, after), after[0] - start[0] + 1)


def _fitting(lines: Lines, start: Position, most: int) -> Position:
    """Where the lines from `start` on no longer fit on one part."""
    count = size = 0
    first, offset = start
    for place in range(first, len(lines.entries)):
        sizes = lines.sizes(place)
        for number in range(offset, len(sizes)):
            opens = number == offset
            begins = not count
            count += 2 if opens else 1
            size += sizes[number] + (lines.head(place) if opens else 0)
            if not begins and (count > LINES or size > most):
                return place, number
        offset = 0
    return lines.end


def _cut(lines: Lines, start: Position, after: Position) -> Position:
    """Where the part that begins at `start` ends, `after` at the latest.

    Between two articles, and between the same two wherever it began: one more article changes the
    part that it comes into and hardly another.
    """
    begins = []  # how many lines stand before an article, and its place
    before = len(lines.sizes(start[0])) - start[1]
    for place in range(start[0] + 1, after[0] + 1):
        own = len(lines.sizes(place))
        if before and own:
            begins.append((before, place))
        before += own if place < after[0] else after[1]
    late = [place for number, place in begins if 2 * number >= before]
    return (late[landmark([lines.entries[place].id for place in late])], 0) if late else after


def _line_size(use: Use, text: str, reach: int) -> int:
    """About how many bytes the line takes: its words, its address, its tags."""
    start, end = use.mention.start - reach, use.mention.end + reach
    return len(text[max(start, 0) : end].encode()) + len(use.entry.slug) + 100
