"""Data files for other programs, and what their columns mean."""

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file with all that a reader should be told of it."""

    path: str  # relative to the folder of data, with forward slashes
    data: bytes  # empty where a file is only described
    size: int = 0  # of `data`, in bytes
    sha256: str = ""  # of `data`, hexadecimal
    mediatype: str = ""
    about: str = ""  # what is in it, in the site's language; empty: not worth telling
    tables: tuple[Table, ...] = ()
