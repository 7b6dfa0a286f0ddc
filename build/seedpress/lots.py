"""Pieces of work that several processes share: each draws the next as soon as it is free."""

import os
from collections.abc import Iterator

MOST = 1000  # numbers that fit into the smallest of pipes
_BYTES = 4  # of a number in the pipe


class Lots:
    """The numbers of pieces of work, in a pipe: each is for the process that reads it.

    To be made before this process is copied. No lock is needed, which a process that is ended might
    hold.
    """

    def __init__(self, count: int) -> None:
        """Lay out so many numbers, from 0, at most `MOST`."""
        self._out, into = os.pipe()
        os.write(into, b"".join(number.to_bytes(_BYTES, "big") for number in range(count)))
        os.close(into)

    def __iter__(self) -> Iterator[int]:
        """Draw what is left, one at a time."""
        while number := os.read(self._out, _BYTES):
            yield int.from_bytes(number, "big")

    def close(self) -> None:
        """Nobody draws any more."""
        os.close(self._out)
