"""Large data files as gzip: in members, so that after a small change few have to be made again.

Members one after the other are a sound gzip file, which every program unpacks to the whole. Where
they are cut depends on what stands there and on nothing before it, so one more record moves no cut
but those beside it. No time and no name is in them: the same records make the same bytes wherever
zlib is the same.
"""

import hashlib
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from seedpress.model import Member

SUFFIX = ".gz"
MEMBER = 262_144  # bytes of a member before it is packed, on average; of 65,536: a twelfth more
LEVEL = 5  # 6 takes nearly twice the time for a fiftieth less
# Of the database, of which most is packed with every build: 5 takes half as long again for a
# thirtieth less.
OF_DATABASE = 4
PAGES = 524_288  # bytes of a member of that; of half as many: a hundredth more
# What the bytes of a member depend on beside what it holds.
MADE_BY = f"zlib {zlib.ZLIB_RUNTIME_VERSION}, levels {LEVEL} and {OF_DATABASE}"
# Of RFC 1952: deflate, no flags, no time, no hint at speed, no word of the system it was made on.
_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"

Known = Callable[
    [bytes], bytes | None
]  # what gives the member with a digest, if it was made before


def unknown(_digest: bytes) -> None:
    """Nothing was made before."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """The bytes of a file as they are to be published, and what they were made from."""

    data: bytes
    content: str  # SHA-256 of what the file holds, unpacked
    size: int  # of that, in bytes
    members: tuple[Member, ...] = ()  # none where it is not packed

    @property
    def packed(self) -> bool:
        """Whether the file is larger than it was to be, and so packed."""
        return bool(self.members)


@dataclass(frozen=True, slots=True)
class Members:
    """Members that stand in files, by the digests of what they hold."""

    _places: dict[bytes, tuple[Path, int, int]] = field(default_factory=dict)  # file, first, bytes

    def add(self, file: Path, members: Iterable[Member]) -> None:
        """Take over those of which a file is made."""
        start = 0
        for member in members:
            self._places[member.digest] = file, start, member.size
            start += member.size

    def get(self, digest: bytes) -> bytes | None:
        """The member that holds what has this digest, where there is one."""
        place = self._places.get(digest)
        if place is None:
            return None
        file, start, size = place
        try:
            with file.open("rb") as opened:
                opened.seek(start)
                data = opened.read(size)
        except FileNotFoundError:  # since a moment ago
            return None
        return data if len(data) == size else None


def shape(
    chunks: Iterable[bytes],
    above: int,
    known: Known = unknown,
    level: int = LEVEL,
    member: int = MEMBER,
) -> Shaped:
    """The file that holds `chunks`: packed if it is larger than `above` bytes, unless that is 0."""
    content, size = hashlib.sha256(), 0
    plain: list[bytes] = []  # as long as that may be what is wanted
    made: list[tuple[Member, bytes]] = []
    for piece in cut(chunks, member):
        content.update(piece)
        size += len(piece)
        plain.append(piece)
        if above and size > above:
            made += [_member(each, known, level) for each in plain]
            plain.clear()
    data = b"".join([packed for _, packed in made] if made else plain)
    return Shaped(data, content.hexdigest(), size, tuple(member for member, _ in made))


def lines(data: bytes) -> list[bytes]:
    """The chunks of a file of which most lines stay as they are."""
    return data.splitlines(keepends=True)


def cut(chunks: Iterable[bytes], member: int = MEMBER) -> Iterator[bytes]:
    """The same bytes in pieces, each of whole chunks: what is packed by itself.

    A chunk ends a piece or does not by its own bytes, the more likely the longer it is.
    """
    piece: list[bytes] = []
    for chunk in chunks:
        piece.append(chunk)
        if zlib.crc32(chunk) % member < len(chunk):
            yield b"".join(piece)
            piece = []
    if piece:
        yield b"".join(piece)


def _member(piece: bytes, known: Known, level: int) -> tuple[Member, bytes]:
    digest = hashlib.blake2b(piece, digest_size=20).digest()
    data = known(digest)
    if data is None:
        data = pack(piece, level)
    return Member(digest, len(data)), data


def pack(data: bytes, level: int = LEVEL) -> bytes:
    """One member of gzip."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    end = struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFF_FFFF)
    return b"".join((_HEAD, deflate.compress(data), deflate.flush(), end))
