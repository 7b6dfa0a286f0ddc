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
        text = (docs / MANIFEST).read_text("utf-8", "replace")
    except FileNotFoundError:
        return set()
    lines = text.split("\n")
    if _are_plain(text, lines):
        return {*lines} - {""}
    return {str(PurePosixPath(line)) for line in text.splitlines() if _can_be_ours(line)}


def _are_plain(text: str, lines: list[str]) -> bool:
    """Whether all can be ours at a glance: there are tens of thousands, looked at often."""
    return (
        text.replace("\n", "").isprintable()
        and text[:1] not in ("/", ".")
        and not any(odd in text for odd in ("/.", "//", "/\n", "\n/", "\n."))
        and text[-1:] != "/"
        and max(map(len, lines)) <= (_LONGEST if text.isascii() else _LONGEST // _BYTES)
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
