"""Packed files are sound gzip without a day in it, and of one made again most is known."""

import gzip
import hashlib
import random
import shutil
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedpress.exports.packing import MEMBER, cut, pack, shape, unknown, unpacked


def lines(count: int = 12_000) -> list[bytes]:
    chance = random.Random(1)  # noqa: S311 - only for something to pack
    return [
        b"%d %s\n" % (n, chance.randbytes(chance.randrange(400)).hex().encode())
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("above", "packed"), [(0, False), (6, False), (7, False), (5, True), (1, True)]
)
def test_only_what_is_larger_than_the_limit_is_packed(above: int, packed: bool) -> None:
    made = shape([b"abc", b"def"], above)
    assert made.packed == packed
    assert (gzip.decompress(made.data) if packed else made.data) == b"abcdef"
    assert (made.size, made.content) == (6, hashlib.sha256(b"abcdef").hexdigest())


def test_nothing_is_never_packed() -> None:
    made = shape([], 1)
    assert (made.data, made.size, made.packed) == (b"", 0, False)


def test_every_reader_of_gzip_gets_the_whole_of_many_members(tmp_path: Path) -> None:
    whole = b"".join(lines())
    made = shape(lines(), 1)
    assert len(made.members) > 5
    assert sum(member.size for member in made.members) == len(made.data) < len(whole)
    file = tmp_path / "x.gz"
    file.write_bytes(made.data)
    with gzip.open(file) as opened:
        assert opened.read() == whole
    program = shutil.which("gzip")
    if program:
        assert subprocess.run([program, "-t", file], check=False).returncode == 0
        assert subprocess.check_output([program, "-dc", file]) == whole


def test_a_member_says_nothing_of_the_day_and_the_place() -> None:
    data = pack(b"words " * 99)
    assert data[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    assert int.from_bytes(data[-8:-4], "little") == zlib.crc32(b"words " * 99)


def test_a_member_that_is_not_sound_holds_nothing() -> None:
    data = pack(b"words " * 99)
    assert unpacked(data) == b"words " * 99
    assert unpacked(b"") is None
    assert unpacked(data[:-9]) is None
    assert unpacked(data[:20] + bytes([data[20] ^ 255]) + data[21:]) is None


def test_pieces_are_whole_chunks_of_about_the_wanted_size() -> None:
    pieces = list(cut(lines(40_000)))
    assert b"".join(pieces) == b"".join(lines(40_000))
    assert all(piece.endswith(b"\n") for piece in pieces)
    mean = sum(map(len, pieces)) / len(pieces)
    assert MEMBER / 2 < mean < MEMBER * 2


@pytest.mark.parametrize("change", ["added", "removed", "changed"])
def test_after_a_small_change_few_members_are_new(change: str) -> None:
    before = shape(lines(), 1)
    known = dict(zip((m.digest for m in before.members), members(before.data, before), strict=True))
    now = lines()
    now[6000:6001] = {"added": [b"new\n", now[6000]], "removed": [], "changed": [b"other\n"]}[
        change
    ]
    asked: list[bytes] = []

    def get(digest: bytes) -> bytes | None:
        if digest not in known:
            asked.append(digest)
        return known.get(digest)

    made = shape(now, 1, get)
    assert made == shape(now, 1, unknown)
    assert gzip.decompress(made.data) == b"".join(now)
    assert 0 < len(asked) <= 3


def members(data: bytes, made: object) -> Iterator[bytes]:
    for member in made.members:  # type: ignore[attr-defined]
        yield data[: member.size]
        data = data[member.size :]
