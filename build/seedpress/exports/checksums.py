"""`SHA256SUMS`: fingerprints of the data files, as `sha256sum -c` reads them."""

from collections.abc import Iterable

from seedpress.model import DataFile


def checksums(files: Iterable[DataFile]) -> bytes:
    """A line a file: its SHA-256, two spaces, its path."""
    return "".join(f"{file.sha256}  {file.path}\n" for file in files).encode("utf-8")
