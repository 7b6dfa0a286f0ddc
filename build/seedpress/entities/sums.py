"""Names by check sums of eight bytes: what all articles say is compared without any text made."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

_SIZE = 8
_SUM = np.dtype(f"<u{_SIZE}")
Sums = NDArray[np.uint64]
Places = NDArray[np.int64]
Rows = tuple[Places, Sums]  # the article of each row, and the rows


def sum_of(name: str) -> int:
    """What tells the name from others."""
    data = name.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=_SIZE).digest(), "little")


def packed(rows: Iterable[Sequence[int]]) -> bytes:
    """Rows of one article: of sums, and of places in it."""
    return np.array([number for row in rows for number in row], _SUM).tobytes()


def unpacked(articles: Sequence[bytes], columns: int) -> Rows:
    """The rows of all articles, one article's behind the other's."""
    many = np.fromiter(map(len, articles), np.int64, len(articles)) // (_SIZE * columns)
    rows = np.frombuffer(b"".join(articles), _SUM).reshape(-1, columns)
    return np.repeat(np.arange(len(articles)), many), rows


def column(data: bytes) -> list[int]:
    """The sums of one article, in rows of one column."""
    found: list[int] = np.frombuffer(data, _SUM).tolist()
    return found


def among(column: Sums, wanted: Iterable[int]) -> Places:
    """The places of those of the column that are wanted."""
    return np.flatnonzero(np.isin(column, np.fromiter(wanted, _SUM)))


def holding(articles: Sequence[bytes], wanted: Iterable[int]) -> list[int]:
    """The numbers of the articles that have some of the `wanted` sums in rows of one column."""
    numbers, rows = unpacked(articles, 1)
    found: list[int] = np.unique(numbers[among(rows[:, 0], wanted)]).tolist()
    return found
