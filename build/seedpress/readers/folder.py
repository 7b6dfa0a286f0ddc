"""Find the seed files in a folder without opening any."""

import os
import stat
from collections.abc import Container, Iterator
from pathlib import Path

from seedpress.model import Problem
from seedpress.readers.file import SeedFile, suffix
from seedpress.settings import LimitSettings

# The editor's own file beside the seeds; it is no seed.
AUTHORITY = "authority.yml"


def find_files(
    folder: Path, limits: LimitSettings, known: Container[str], streams: Container[str]
) -> tuple[tuple[SeedFile, ...], tuple[Problem, ...]]:
    """The seed files below `folder` whose suffix is `known`, and what was left out and why.

    Files of the suffixes in `streams` hold many articles and may be larger than one may be.
    """
    files: list[SeedFile] = []
    problems: list[Problem] = []
    for path, entry in _walk(folder, ""):
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            problems.append(Problem(path, "was removed while the build began", "build again"))
            continue
        found = _judge(path, status, limits, known, streams)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            files.append(SeedFile(path, Path(entry.path), status.st_size))
    files.sort(key=lambda file: file.path)
    problems.sort(key=lambda problem: problem.seed)
    return tuple(files), tuple(problems)


def _walk(folder: Path, above: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below `folder` with its relative path; links are named but not followed."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda e: e.name):
            # Names are bytes: what they say must not depend on the locale.
            path = above + os.fsencode(entry.name).decode("utf-8", "surrogateescape")
            if entry.name.startswith(".") or path == AUTHORITY:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(Path(entry.path), f"{path}/")
            else:
                yield path, entry


def _judge(
    path: str,
    status: os.stat_result,
    limits: LimitSettings,
    known: Container[str],
    streams: Container[str],
) -> Problem | None:
    ending = suffix(path.rpartition("/")[2])
    if not _writable_as_text(path):
        return Problem(
            path.encode("utf-8", "backslashreplace").decode("utf-8"),
            "its name is not valid UTF-8",
            "rename the file",
        )
    if stat.S_ISLNK(status.st_mode):
        return Problem(path, "is a symbolic link", "put the file itself into the seeds folder")
    if not stat.S_ISREG(status.st_mode):
        return Problem(path, "is not a regular file", "remove it from the seeds folder")
    if ending not in known:
        return Problem(
            path,
            f"nothing reads files that end in `{ending or path.rpartition('/')[2]}`",
            "convert it to .txt, .md or .html, or remove it from the seeds folder",
        )
    if status.st_size > limits.seed_bytes and ending not in streams:
        return Problem(
            path,
            f"has {status.st_size:,} bytes, more than limits.seed_bytes ({limits.seed_bytes:,})",
            "split it, or raise the limit in mkdocs.yml",
        )
    return None


def _writable_as_text(path: str) -> bool:
    """Whether `path` can be written in UTF-8: names are bytes, and some are not text."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
