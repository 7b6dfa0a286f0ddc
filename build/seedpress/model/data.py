"""Data files for other programs, and what their columns mean."""

from dataclasses import dataclass

from msgspec import Struct

from seedpress.atomic import Laid


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, or one field of a record."""

    name: str
    type: str  # as Frictionless' Table Schema calls it: string, integer, number, date, array, …
    meaning: str  # in the site's language


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a data file."""

    name: str  # of the table in a database; empty where the file is one table
    columns: tuple[Column, ...]


class Member(Struct, frozen=True, gc=False, array_like=True):
    """One of the parts that a packed file is made of, which stand in it one after the other."""

    digest: bytes  # of what it holds
    size: int  # bytes of the file that it takes
    count: int = 0  # lines of a file whose lines have keys


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file with all that a reader should be told of it."""

    path: str  # relative to the folder of data, with forward slashes
    data: bytes  # empty where a file is only described, or `laid`
    size: int = 0  # of `data`, in bytes
    sha256: str = ""  # of `data`, hexadecimal
    mediatype: str = ""  # of what it holds
    about: str = ""  # what is in it, in the site's language; empty: not worth telling
    tables: tuple[Table, ...] = ()
    packed: bool = False  # it has to be unpacked first
    content: str = ""  # SHA-256 of what a packed file holds
    unpacked: int = 0  # bytes that a packed file holds
    members: tuple[Member, ...] = ()  # of a packed file, where they are worth remembering
    keys: bytes = b""  # of its lines, the same
    laid: Laid | None = None  # its data, where they lie in a file already

    @property
    def name(self) -> str:
        """Its path if it were not packed."""
        return self.path.removesuffix(".gz") if self.packed else self.path

    @property
    def identity(self) -> tuple[str, str]:
        """Its name and the SHA-256 of what it holds, packed or not."""
        return self.name, self.content or self.sha256
