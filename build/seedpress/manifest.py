"""The manifest `docs/.seedpress-pages`: which files a build wrote, so which are ours.

What it does not list is the publisher's and is never touched.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

MANIFEST = ".seedpress-pages"
_LONGEST = 255  # bytes of a path: no page of ours has nearly as many
_BYTES = 4  # of a character, at the most


def known_pages(docs: Path) -> set[str]:
    """Paths of the files in `docs` that an earlier build wrote; a damaged line is none of them."""
    try:
        lines = (docs / MANIFEST).read_text("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return set()
    return {
        line if _is_plain(line) else str(PurePosixPath(line))
        for line in lines
        if _is_plain(line) or _can_be_ours(line)
    }


def _is_plain(line: str) -> bool:
    """Whether it can be ours at a glance: there are tens of thousands, each looked at often."""
    return (
        line.isprintable()
        and line[:1] not in ("", "/", ".")
        and line[-1] != "/"
        and "/." not in line
        and "//" not in line
        and len(line) <= _LONGEST // _BYTES
    )


def _can_be_ours(line: str) -> bool:
    """Whether a page can have this path: a damaged line must not make us delete what is not."""
    path = PurePosixPath(line)
    return (
        line.isprintable()
        and bool(path.parts)
        and not path.is_absolute()
        and ".." not in path.parts
        and len(line.encode()) <= _LONGEST
    )


def add_to_manifest(docs: Path, paths: Iterable[str]) -> None:
    """Note files that are about to be written; the order comes with the whole manifest."""
    lines = "".join(f"{path}\n" for path in sorted(paths))
    if lines:
        with (docs / MANIFEST).open("ab") as file:
            file.write(f"\n{lines}".encode())  # the last line may be half written
