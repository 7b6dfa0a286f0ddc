"""Lines that stand in the published file, and are not made again.

Each has a key, a digest of all that it is made of; a file's keys are remembered. Where all lines of
a member are as they were, it is taken as it is; out of others those are, in a fraction of the time
that it takes to make them. So what a line tells has to be in its key.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from seedpress.exports.digests import SIZE, apart
from seedpress.exports.packing import MEMBER, Known, Packed, Shaped, Shaping, ends, unpacked
from seedpress.model import Member

_OPEN = 4  # members whose lines are at hand


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a file, each of which ends with its last byte."""

    keys: Sequence[bytes]  # no two the same
    line: Callable[[int], bytes]  # makes one, by its number


@dataclass(frozen=True, slots=True)
class Stood:
    """What was published of a file's lines."""

    members: tuple[Member, ...]
    keys: bytes  # one after the other


NOTHING = Stood((), b"")


def nothing_stands(_name: str) -> None:
    """Nothing is known of a file."""


# Gives what the last build left of a file, by its name, if that was made with the same settings
# and programs.
Standing = Callable[[str], Stood | None]


def shape_lines(
    lines: Lines, above: int, known: Known, stood: Stood | None, member: int = MEMBER
) -> Shaped:
    """The file of these lines, as `packing.shape` gives it of them all, and their keys."""
    keys, end = b"".join(lines.keys), len(lines.keys)
    last = _Last(stood or NOTHING, known)
    shaping = Shaping(above, last.known, keys)
    piece: list[bytes] = []
    place = 0
    while place < end:
        whole = None if piece else last.whole(keys, place)
        if whole:
            shaping.add(*whole)
            place += whole[1][0].count
            continue
        line = last.line(lines.keys[place]) or lines.line(place)
        piece.append(line)
        place += 1
        if place == end or ends(line, member):
            shaping.add(b"".join(piece), len(piece))
            piece = []
    return shaping.shaped()


class _Last:
    """What was published, looked up by keys."""

    def __init__(self, stood: Stood, known: Known) -> None:
        self._stood, self._known = stood, known
        self._firsts = [0, *accumulate([member.count for member in stood.members])]
        self._starting = {first: number for number, first in enumerate(self._firsts[:-1])}
        self._numbers = {key: number for number, key in enumerate(apart(stood.keys))}
        self._unsound: set[bytes] = set()  # digests of members
        self._lines = lru_cache(_OPEN)(self._opened)

    def known(self, digest: bytes) -> bytes | None:
        """The member with this digest, if it is known, and sound as far as is known."""
        return None if digest in self._unsound else self._known(digest)

    def whole(self, keys: bytes, place: int) -> tuple[bytearray, Packed] | None:
        """The member that holds just the lines which come in this place; unpacked, and as it is.

        Members end by what stands in them, but for the last: that ends where all ends.
        """
        key = keys[place * SIZE : place * SIZE + SIZE]
        number = self._starting.get(self._numbers.get(key, -1))
        if number is None:
            return None
        first, behind = (line * SIZE for line in self._firsts[number : number + 2])
        now = keys[place * SIZE : place * SIZE + behind - first]
        is_last = place * SIZE + len(now) == len(keys)
        if now != self._stood.keys[first:behind] or (
            number + 1 == len(self._stood.members) and not is_last
        ):
            return None
        member = self._stood.members[number]
        piece, data = self._unpacked(member)
        return (piece, (member, data)) if piece else None

    def line(self, key: bytes) -> bytes | None:
        """The line that has this key, if it was published."""
        number = self._numbers.get(key)
        if number is None:
            return None
        member = bisect_right(self._firsts, number) - 1
        found = self._lines(member)
        return found[number - self._firsts[member]] if found else None

    def _opened(self, number: int) -> list[bytes]:
        """The lines of one member; none where it can not be told which is which."""
        member = self._stood.members[number]
        found = bytes(self._unpacked(member)[0]).split(b"\n")
        if found.pop() or len(found) != member.count:
            return []  # what it holds is not sound, or there are lines of several lines
        return [line + b"\n" for line in found]

    def _unpacked(self, member: Member) -> tuple[bytearray, bytes]:
        """What a member holds, and itself; nothing where it is not sound."""
        data = self.known(member.digest) or b""
        piece = unpacked(data)
        if piece is None:
            self._unsound.add(member.digest)
        return piece or bytearray(), data
