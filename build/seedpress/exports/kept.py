"""What is kept of the database for the next build: its file, and what its rows were made of.

Both stand in `.seedpress/` and may be deleted at any time; then, or where the file is not what was
written there, the next build makes all of it anew.
"""

import hashlib
import sqlite3
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np

from seedpress.exports.digests import SIZE, Digests
from seedpress.exports.rows import Numbering
from seedpress.exports.schema import page
from seedpress.model import Corpus
from seedpress.reached import reached
from seedpress.remembered import recalled, remember

NUMBER = 4  # bytes of a number
_FILE, _NOTE = "database.sqlite", "database.msgpack"


@dataclass(frozen=True, slots=True)
class Told:
    """Digests of what rows are made of, but for those that are always made."""

    numbers: Numbering
    articles: dict[str, bytes]  # of their own rows, by id
    joined: dict[str, bytes]  # of what the join says of them, by id
    entities: bytes  # of each a digest, and its number: one after the other

    def every_entity(self) -> set[bytes]:
        """What is told of each entity."""
        told, size = self.entities, SIZE + NUMBER
        return {told[place : place + size] for place in range(0, len(told), size)}


@dataclass(frozen=True, slots=True)
class _Note:
    made_by: str
    content: str  # SHA-256 of the file
    told: Told


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the database of a project is kept."""

    folder: Path

    @property
    def file(self) -> Path:
        """Its file, of which only `kept` says whether it is sound."""
        return self.folder / _FILE

    @property
    def holds(self) -> bool:
        """Whether something is there."""
        return self.file.exists() and (self.folder / _NOTE).exists()

    def kept(self, numbers: Numbering) -> Told | None:
        """What the rows in the file are of; None where those with other `numbers` can not stay."""
        note = recalled(self.folder / _NOTE, _Note) if self.holds else None
        if note is None or note.made_by != _made_by(numbers):
            return None
        with self.file.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        return note.told if found == note.content else None

    def keep(self, told: Told, content: str) -> None:
        """Note what the rows in the file are of, and what it holds."""
        remember(self.folder / _NOTE, _Note(_made_by(told.numbers), content, told))

    def forget(self) -> None:
        """Have the next build make all of it anew."""
        self.file.unlink(missing_ok=True)
        (self.folder / _NOTE).unlink(missing_ok=True)


def told_of(corpus: Corpus, numbers: Numbering, digests: Digests) -> Told:
    """Digests of what the rows of a corpus would be made of."""
    ids = [each.id for each in corpus.entries]
    number = map(numbers.entities.__getitem__, [each.id for each in corpus.entities])
    each = np.fromiter(number, f">u{NUMBER}", len(corpus.entities)).tobytes()
    parts = (each[place : place + NUMBER] for place in range(0, len(each), NUMBER))
    return Told(
        numbers,
        dict(zip(ids, digests.own, strict=True)),
        dict(zip(ids, digests.joined, strict=True)),
        b"".join(chain.from_iterable(zip(digests.entities, parts, strict=True))),
    )


def _made_by(numbers: Numbering) -> str:
    """What else rows and file depend on."""
    size = page(len(numbers.articles))
    return f"{_programs()} {sqlite3.sqlite_version} {numbers.directory_urls} {size}"


@cache
def _programs() -> str:
    """A digest of what makes the database."""
    state = hashlib.blake2b()
    for path, data in reached("seedpress.exports.database").items():
        state.update(f"\0{path}\0{len(data)}\0".encode() + data)
    return state.hexdigest()
