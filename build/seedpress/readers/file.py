"""A seed file: what is known of it before it is opened."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A regular file in the seeds folder that some reader reads."""

    path: str  # relative to the seeds folder, with forward slashes
    location: Path  # where it is
    size: int  # bytes


def suffix(name: str) -> str:
    """The ending that chooses the reader: `.txt`, and `.jsonl.gz` for a compressed one."""
    plain = name.lower()
    tail = ""
    if plain.endswith(".gz"):
        plain, tail = plain[:-3], ".gz"
    _, dot, end = plain.rpartition(".")
    return f".{end}{tail}" if dot else tail
