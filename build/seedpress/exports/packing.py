"""Large data files as gzip: in members, so that after a small change few have to be made again.

Members one after the other are a sound gzip file, which every program unpacks to the whole. Where
they are cut depends on what stands there and on nothing before it, so one more record moves no cut
but those beside it. No time and no name is in them: the same records make the same bytes wherever
libdeflate is the same, which takes half of zlib's time for as few bytes.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import deflate

from seedpress.atomic import Laid
from seedpress.model import Member

SUFFIX = ".gz"
# Bytes of a member before it is packed, on average: of as many again a fiftieth less, but more that
# has to be packed again.
MEMBER = 131_072
LEVEL = 5  # 6 takes a quarter more time for a hundredth less
# What the bytes of a member depend on beside what it holds.
MADE_BY = f"deflate {deflate.__version__}, level {LEVEL}"
_MOST = 1032  # bytes that deflate can say in one

Known = Callable[
    [bytes], bytes | None
]  # what gives the member with a digest, if it was made before


Data = bytes | bytearray
Packed = tuple[Member, bytes]


def unknown(_digest: bytes) -> None:
    """Nothing was made before."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """The bytes of a file as they are to be published, and what they were made from."""

    parts: tuple[bytes | bytearray, ...]  # none where they are `laid`
    content: str  # SHA-256 of what the file holds, unpacked
    size: int  # of that, in bytes
    members: tuple[Member, ...] = ()  # none where it is not packed
    keys: bytes = b""  # of its lines, one after the other, where they have some
    laid: Laid | None = None

    @property
    def data(self) -> bytes:
        """All parts."""
        return b"".join(self.parts)

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


def lay(shaped: Shaped, file: Path) -> Shaped:
    """The same with all parts in a `file`: to hand on tens of megabytes takes time as often."""
    state = hashlib.sha256()
    with file.open("wb") as opened:
        for part in shaped.parts:
            state.update(part)
            opened.write(part)
    size = sum(map(len, shaped.parts))
    return replace(shaped, parts=(), laid=Laid(file, size, state.hexdigest()))


def shape(
    chunks: Iterable[bytes],
    above: int,
    known: Known = unknown,
    member: int = MEMBER,
) -> Shaped:
    """The file that holds `chunks`: packed if it is larger than `above` bytes, unless that is 0."""
    shaping = Shaping(above, known)
    for piece in cut(chunks, member):
        shaping.add(piece)
    return shaping.shaped()


class Shaping:
    """A file in the making, which pieces are added to."""

    def __init__(self, above: int, known: Known = unknown, keys: bytes = b"") -> None:
        """Begin with an empty file whose lines are to have `keys`; else as with `shape`."""
        self._above, self._known, self._keys = above, known, keys
        self._content, self._size = hashlib.sha256(), 0
        self._plain: list[tuple[Data, Packed | int]] = []  # as long as that may be what is wanted
        self._made: list[Packed] = []

    def add(self, piece: Data, how: Packed | int = 0) -> None:
        """Add a piece, which may be packed already; or it may be told how many lines it holds."""
        self._content.update(piece)
        self._size += len(piece)
        self._plain.append((piece, how))
        if self._above and self._size > self._above:
            self._made += [self._packed(each, how) for each, how in self._plain]
            self._plain.clear()

    def shaped(self) -> Shaped:
        """The file, once all is added."""
        parts: list[Data] = [data for _, data in self._made]
        parts = parts or [piece for piece, _ in self._plain]
        members = tuple(member for member, _ in self._made)
        return Shaped(tuple(parts), self._content.hexdigest(), self._size, members, self._keys)

    def _packed(self, piece: Data, how: Packed | int) -> Packed:
        if not isinstance(how, int):
            return how
        digest = hashlib.blake2b(piece, digest_size=20).digest()
        data = self._known(digest)
        if data is None:
            data = pack(piece)
        return Member(digest, len(data), how), data


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
        if ends(chunk, member):
            yield b"".join(piece)
            piece = []
    if piece:
        yield b"".join(piece)


def ends(chunk: bytes, member: int = MEMBER) -> bool:
    """Whether a piece ends with this chunk."""
    return zlib.crc32(chunk) % member < len(chunk)


def pack(data: Data) -> bytes:
    """One member of gzip: by RFC 1952, with no flags, no time, no word of the system it is of."""
    return bytes(deflate.gzip_compress(data, LEVEL))


def unpacked(member: bytes) -> bytearray | None:
    """What one member holds, if it is sound."""
    if int.from_bytes(member[-4:], "little") > len(member) * _MOST:
        return None  # as large as it says it cannot be, and memory would be asked for
    try:
        return deflate.gzip_decompress(member)
    except (ValueError, deflate.DeflateError):
        return None
