"""What the last build worked out of an entity's many articles: it need not look at most again.

Where the further parts of its concordance end, how often which outlet writes it how, and what the
articles of a part tell of it alone. Each of that is noted beside a digest of what all articles tell
that it was worked out from.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from zlib import crc32

import msgspec

from seedpress.model import Entry
from seedpress.notes import Note, digest
from seedpress.pages.cuts import Run
from seedpress.pages.keys import said
from seedpress.pages.shelf import Use

MANY = 40  # articles, from which on it is worth it
STRETCH = 32  # articles whose spellings are noted together, about

Counts = Mapping[str, Mapping[str, int]]  # by spelling: how often each outlet writes that


class _Note(msgspec.Struct, array_like=True):
    # By the id of a part's first article: articles on it, articles that say so, their digest.
    runs: dict[str, tuple[int, int, bytes]] = {}
    outlets: dict[bytes, dict[str, dict[str, int]]] = {}  # by digest of articles
    alone: dict[bytes, bytes] = {}  # digests of what they tell of the entity, by such


class Noted:
    """What is noted of one entity."""

    def __init__(
        self, entries: Sequence[Entry], told: Sequence[bytes], before: Note | None
    ) -> None:
        """Recall what was noted of its articles `before`; each has `told` something."""
        self._entries, self._told = entries, told
        self._before, self._now = _recalled(before), _Note()

    def run(self, place: int) -> Run | None:
        """The part that begins with the first line of the article in this place."""
        articles, seen, made_of = self._before.runs.get(self._entries[place].id, (0, 0, b""))
        last = place + seen == len(self._entries)
        if not seen or (articles == seen and not last) or self._digest(place, seen) != made_of:
            return None
        return Run((place, 0), (place + articles, 0), seen)

    def outlets(self, uses: Callable[[Entry], Iterable[Use]]) -> Counts:
        """How often each outlet writes the entity how."""
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        known, now = self._before.outlets, self._now.outlets
        for start, end in self._stretches():
            made_of = self._digest(start, end - start)
            found = known.get(made_of)
            now[made_of] = _written(self._entries[start:end], uses) if found is None else found
            for text, own in now[made_of].items():
                counts[text].update(own)
        return counts

    def alone(self, run: Run, uses: Callable[[Entry], Iterable[Use]]) -> bytes:
        """A digest of what the articles of a part tell of the entity, whatever else they name."""
        (first, _), (last, after) = run.start, run.end
        last += 1 if after else 0
        made_of = self._digest(first, last - first)
        found = self._before.alone.get(made_of)
        if found is None:
            found = digest(*[_of_one(entry, uses(entry)) for entry in self._entries[first:last]])
        self._now.alone[made_of] = found
        return found

    def note(self, runs: Sequence[Run]) -> bytes:
        """What the next build is to be told, with the parts; empty where it is not worth it."""
        if len(self._entries) < MANY:
            return b""
        for (place, line), (end, rest), seen in runs[1:]:
            if not line and not rest:
                made_of = self._digest(place, seen)
                self._now.runs[self._entries[place].id] = end - place, seen, made_of
        return msgspec.msgpack.encode(self._now)

    def _stretches(self) -> Iterable[tuple[int, int]]:
        """The articles in runs that one more article leaves as they are, but for its own."""
        start = 0
        for place, entry in enumerate(self._entries):
            if place > start and not crc32(entry.id.encode()) % STRETCH:
                yield start, place
                start = place
        yield start, len(self._entries)

    def _digest(self, place: int, count: int) -> bytes:
        return digest(b"".join(self._told[place : place + count]))  # all of one length


def _recalled(note: Note | None) -> _Note:
    try:
        return msgspec.msgpack.decode(note, type=_Note) if note else _Note()
    except msgspec.DecodeError:
        return _Note()


def _of_one(entry: Entry, uses: Iterable[Use]) -> bytes:
    stands = [(use.mention.start, use.mention.end, use.mention.in_title) for use in uses]
    return msgspec.msgpack.encode((said(entry), stands))


def _written(
    entries: Iterable[Entry], uses: Callable[[Entry], Iterable[Use]]
) -> dict[str, dict[str, int]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        source = entry.article.fields.source
        for use in uses(entry) if source else ():
            counts[use.mention.text][source] += 1
    return {text: {**own} for text, own in counts.items()}
