"""Articles' records that stand in the published file, and are not made again.

A member of that is unpacked in a tenth of the time that its records take, and what these are made
of is looked at without most of an article: by where its words came from (`Entry.identity`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from seedpress.exports.packing import MEMBER, Known, Shaped, Shaping, cut, unpacked
from seedpress.model import Entry, Member, mark_of

Line = Callable[[Entry], bytes]
_encode = msgspec.msgpack.Encoder().encode


def nothing_stands(_first: str) -> None:
    """No member is known."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the last build left of records."""

    # Digest of the settings and programs that members are made with; empty where it is not known:
    # then nothing is said to stand.
    made_by: str = ""
    # Gives the member that begins with an article's record.
    beginning: Callable[[str], Member | None] = nothing_stands


NOTHING_STANDS = Standing()


def shape_records(
    entries: Sequence[Entry],
    line: Line,
    above: int,
    known: Known,
    standing: Standing,
    member: int = MEMBER,
) -> Shaped:
    """The file of these articles' lines, as `packing.shape` gives it."""
    unsound: set[bytes] = set()  # digests of members
    shaping, place = Shaping(above, lambda d: None if d in unsound else known(d)), 0
    while place < len(entries):
        stood = standing.beginning(entries[place].id) if standing.made_by else None
        if stood and stood.made_of == _made_of(entries, place, stood.count, standing):
            data = known(stood.digest) or b""
            piece = unpacked(data)
            if piece:
                shaping.add(piece, (stood, data))
                place += stood.count
                continue
            unsound.add(stood.digest)
        left = (line(entries[number]) for number in range(place, len(entries)))
        piece = next(cut(left, member))
        count = piece.count(b"\n")
        shaping.add(piece, (_made_of(entries, place, count, standing), entries[place].id, count))
        place += count
    return shaping.shaped()


def _made_of(entries: Sequence[Entry], place: int, count: int, standing: Standing) -> bytes:
    """A digest of all that is told of some articles; empty where nothing says where they end.

    Pieces end by what stands in them, but for the last one.
    """
    if not standing.made_by or place + count >= len(entries):
        return b""
    told = [
        (
            e.id,
            e.slug,
            e.seed,
            e.sha256,
            e.words,
            e.identity,
            e.keywords,
            mark_of(e.mentions),
            e.related,
        )
        for e in entries[place : place + count]
    ]
    return blake2b(_encode((standing.made_by, told)), digest_size=20).digest()
