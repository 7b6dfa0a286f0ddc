"""Make a corpus project: settings, two sample articles and an About page, ready to build."""

from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from seedpress.errors import SeedpressError

# Package tools leave out files that begin with a dot, so this one gets its dot here.
_RENAMED = {"gitignore": ".gitignore"}
_LAST = "mkdocs.yml"  # a folder that has it is a whole project


def new(folder: Path) -> tuple[Path, ...]:
    """Copy the project template into `folder` and return the files made, in order of path.

    Raises:
        SeedpressError: `folder` holds something already, is no folder, or cannot be written.
    """
    _refuse_occupied(folder)
    template = sorted(_walk(files("seedpress") / "project", Path()), key=lambda pair: pair[0])
    try:
        for path, data in sorted(template, key=lambda pair: pair[0].name == _LAST):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    except OSError as error:
        _undo(folder, [path for path, _ in template])
        raise SeedpressError(f"{folder}: cannot make a project here: {error.strerror}") from None
    except KeyboardInterrupt:
        _undo(folder, [path for path, _ in template])
        raise
    return tuple(folder / path for path, _ in template)


def _refuse_occupied(folder: Path) -> None:
    if folder.is_file():
        raise SeedpressError(f"{folder}: is a file; give the name of a new folder")
    try:
        found = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise SeedpressError(f"{folder}: cannot be read: {error.strerror}") from None
    if found:
        raise SeedpressError(
            f"{folder}: holds {found[0]!r} already; give the name of a new or empty folder"
        )


def _walk(source: Traversable, path: Path) -> list[tuple[Path, bytes]]:
    """Every file below `source`: its path in the project and its bytes."""
    found: list[tuple[Path, bytes]] = []
    for child in source.iterdir():
        target = path / _RENAMED.get(child.name, child.name)
        if child.is_dir():
            found += _walk(child, target)
        else:
            found.append((target, child.read_bytes()))
    return found


def _undo(folder: Path, paths: list[Path]) -> None:
    """Remove what a copy that did not end has left: the template's own paths, nothing else."""
    for path in paths:
        with suppress(OSError):  # never made; what cannot be removed is not worth a second error
            (folder / path).unlink()
    for path in sorted({path.parent for path in paths}, reverse=True):
        with suppress(OSError):
            (folder / path).rmdir()
