"""What a stage of the join worked out before, so that it need not work it out again.

Right by construction: a note is found by a digest of everything that it was worked out from, so
that one which is found says what working it out would say. A note that is found by its name alone
has to tell by itself what it was worked out from.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from zlib import crc32

Note = bytes | memoryview  # of bytes: a part of all that was recalled
_HEAP = 9  # binary digits of the number of analyses that are noted together, at most


class Notes:
    """The notes of one stage: those of the last build, and by and by those of this one.

    A note that is neither asked for nor put in a build is forgotten with it.
    """

    def __init__(
        self, origins: Sequence[str] = (), before: Mapping[bytes, Note] | None = None
    ) -> None:
        """Take over the notes from `before`.

        `origins` tell, for each analysis in its place, one from another: equal ones (and the
        program and its settings are the same), equal analyses. An empty one tells nothing.
        """
        self._origins = origins
        self._before: Mapping[bytes, Note] = before or {}
        self._now: dict[bytes, Note] = {}

    def origin(self, place: int) -> bytes:
        """What tells the analysis in this place from all others; empty: nothing is to be noted."""
        return (
            self._origins[place].encode("utf-8", "surrogatepass")
            if place < len(self._origins)
            else b""
        )

    def origins(self, number: int) -> list[bytes]:
        """The origins of so many analyses, in their places."""
        return [*map(self.origin, range(number))]

    def heaps(self, number: int) -> list[tuple[list[int], bool]]:
        """The places of so many analyses, some hundred together, and whether that may be noted.

        An analysis' companions are a matter of its origin, so that one more changes one heap.
        """
        shift = max(0, number.bit_length() - _HEAP)
        parts: dict[int, list[int]] = defaultdict(list)
        for place in range(number):
            origin = self.origin(place)
            parts[crc32(origin) % (1 << shift) if origin else -1].append(place)
        return [(places, heap >= 0) for heap, places in sorted(parts.items())]

    def get(self, key: bytes) -> Note | None:
        """The note under `key`, a `digest` of all that it was worked out from."""
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is not None:
                self._now[key] = found
        return found

    def last(self, key: bytes) -> Note | None:
        """The note that the last build left under `key`, which is not kept for being looked at."""
        return self._before.get(key)

    def put(self, key: bytes, value: Note) -> None:
        """Note `value` under `key`."""
        self._now[key] = value

    def put_each(self, notes: Mapping[bytes, Note]) -> None:
        """Note several."""
        self._now.update(notes)

    @property
    def now(self) -> dict[bytes, Note]:
        """All that the next build may use."""
        return self._now

    @property
    def changed(self) -> bool:
        """Whether that is not what the last build left."""
        return self._now != self._before


def digest(*parts: Note) -> bytes:
    """A short digest that no other parts have, nor the same ones parted elsewhere."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "little"))
        state.update(part)
    return state.digest()
