"""Builds a project a second time, from nothing and elsewhere, and compares the two to the byte.

What the second build is given: settings, seeds, templates and every page written by hand. What it
is not: anything that an earlier build made or remembered, but for the two things that pages depend
on: the edition published before (for "What is new") and the list of pages that there were (for
those that lead on). Process, folder, time zone, order of hashes and number of workers are others.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path

from seedpress.errors import SeedpressError
from seedpress.last_build import EDITION
from seedpress.lock import BUILDING, holding
from seedpress.manifest import known_pages
from seedpress.settings import Settings

_PROGRAMME = "from seedpress.cli import main; main()"
_ELSEWHERE = {"PYTHONHASHSEED": "4711", "TZ": "XXX-13"}
# What only builds leave in a project's folder.
_LEFT = {".seedpress", ".seedpress-zensical.yml", ".cache"}


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of comparing two builds."""

    files: int  # that are in either, below `docs/` and the site
    differing: tuple[str, ...]  # of them, seen from the project's folder, sorted


def verify(settings: Settings, config: Path, engine: str, jobs: int, pages_only: bool) -> Verified:
    """Build once more what stands in `settings.root`, compare, and leave nothing behind.

    Args:
        settings: of the project, which has just been built with the other arguments.
        config: its settings file.
        engine: the site engine.
        jobs: the number of workers; the second build has another one.
        pages_only: there is no site to compare.

    Raises:
        SeedpressError: `docs_dir` or `site_dir` is not below the project's folder, or the second
            build failed.
        BusyError: another process is building here.
        OSError: there is no room for it.
    """
    folders = [settings.docs] if pages_only else [settings.docs, settings.site]
    options = ["--engine", engine, "--jobs", "2" if jobs == 1 else "1"]
    options += ["--pages-only"] if pages_only else []
    for folder in (settings.docs, settings.site):
        if not _is_below(folder):
            raise SeedpressError(f"{folder}: only a folder below {config.parent} can be verified")
    with (
        holding(settings.root / BUILDING),
        tempfile.TemporaryDirectory(prefix="seedpress-verify-") as temporary,
    ):
        other = Path(temporary) / "corpus"
        _set_out(settings, other)
        _build(other / config.name, options)
        pairs = [(f, settings.root / f, other / f) for f in folders]
        found = {
            f"{folder}/{name}": _same(one / name, two / name)
            for folder, one, two in pairs
            for name in sorted({*_files(one), *_files(two)})
        }
    return Verified(len(found), tuple(name for name, same in found.items() if not same))


def _is_below(folder: str) -> bool:
    path = Path(os.path.normpath(folder))
    return not path.is_absolute() and path.parts[:1] not in ((), ("..",))


def _set_out(settings: Settings, other: Path) -> None:
    """Put into `other` what the project is made from."""
    root = settings.root.absolute()
    docs, site = root / settings.docs, root / settings.site
    beside = (site.with_name(f"{site.name}.{end}") for end in ("new", "old"))
    made = {site, *beside, *(root / name for name in _LEFT)}
    made |= {docs / path for path in known_pages(docs)}
    _mirror(root, other, docs, made)
    if (root / EDITION).exists():
        (other / EDITION).parent.mkdir()
        shutil.copyfile(root / EDITION, other / EDITION)


def _mirror(folder: Path, other: Path, docs: Path, made: set[Path]) -> None:
    """Make `other` like `folder` without what was `made`: links lead to all but `docs`."""
    split = {parent for path in (docs, *made) for parent in path.parents}
    other.mkdir()
    for path in sorted(folder.iterdir()):
        target = other / path.name
        if path in made:
            continue
        if path == docs:
            shutil.copytree(path, target, symlinks=True, ignore=_among(made))
        elif path in split:
            _mirror(path, target, docs, made)
        else:
            _link(path, target)


def _among(made: set[Path]) -> Callable[[str, list[str]], set[str]]:
    return lambda folder, names: {name for name in names if Path(folder, name) in made}


def _link(path: Path, target: Path) -> None:
    try:
        target.symlink_to(path, target_is_directory=path.is_dir())
    except OSError:  # Windows asks for a special right
        (shutil.copytree if path.is_dir() else shutil.copyfile)(path, target)


def _build(config: Path, options: list[str]) -> None:
    command = [sys.executable, "-P", "-c", _PROGRAMME, "build", "--config", str(config)]
    done = subprocess.run(
        [*command, *options],
        env={**os.environ, **_ELSEWHERE},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"ended with {done.returncode}"]
        raise SeedpressError(f"the second build, which was to verify the first, failed: {said[-1]}")


def _files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found}


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and cmp(one, other, shallow=False)
