"""Files are put in place in one step: who reads one sees all of the old or all of the new."""

import errno
import os
import threading
from dataclasses import dataclass
from filecmp import cmp
from pathlib import Path
from typing import BinaryIO

TEMPORARY = ".seedpress-new-"
# Why a folder stays: it holds something, is a link, or was gone before.
_KEPT = frozenset({errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR, errno.ENOENT})
_MODE = 0o644  # of every file: for its owner to write, for all to read


@dataclass(frozen=True, slots=True)
class Laid:
    """Data that lie in a file already, which becomes the one that is to hold them."""

    file: Path
    size: int  # in bytes
    sha256: str  # hexadecimal

    def __len__(self) -> int:
        return self.size


def put(target: Path, data: bytes | bytearray | Laid, sure: bool = False) -> str:
    """Make `target` hold `data`; says whether it was `new`, `changed` or `unchanged`.

    To be `sure` that a power cut leaves the old or the new one costs a wait for the disk: what can
    be made again is not worth it.
    """
    try:
        same = _is_laid(target, data) if isinstance(data, Laid) else target.read_bytes() == data
        state = "unchanged" if same else "changed"
    except FileNotFoundError:
        state = "new"
    try:
        if isinstance(data, Laid):
            _take_over(data.file, target, state)
        elif state != "unchanged":
            _replace(target, data, sure)
    except OSError as error:  # which names a file that no reader knows, or none at all
        raise OSError(error.errno, error.strerror, str(target)) from error
    return state


def _replace(target: Path, data: bytes | bytearray, sure: bool) -> None:
    # One name again and again takes a file system half the time of many; this thread alone has it.
    temporary = target.parent / f"{TEMPORARY}{os.getpid()}-{threading.get_ident()}"
    try:
        with _opened(temporary) as file:
            file.write(data)
            if sure:
                file.flush()
                os.fsync(file.fileno())
            mode = os.fstat(file.fileno()).st_mode
        if mode & 0o777 != _MODE:
            temporary.chmod(_MODE)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _is_laid(target: Path, data: Laid) -> bool:
    return target.stat().st_size == data.size and cmp(target, data.file, shallow=False)


def _take_over(file: Path, target: Path, state: str) -> None:
    """Put a file in the place of another, unless that holds the same."""
    if state != "unchanged":
        target.parent.mkdir(parents=True, exist_ok=True)
        file.chmod(_MODE)
        try:
            file.replace(target)
            return
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
        _replace(target, file.read_bytes(), False)  # it lies on another disk
    file.unlink()


def _opened(new: Path) -> BinaryIO:
    """A new file, in a folder that may have to be made."""
    try:
        return new.open("xb")
    except FileNotFoundError:
        new.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # of a process of the same number, which was killed
        new.unlink()
    return new.open("xb")


def sweep(folder: Path) -> None:
    """Remove what writers that were killed left in a folder; nobody may be writing there."""
    if folder.is_dir():
        with os.scandir(folder) as entries:  # there may be ten thousand
            left = [entry.path for entry in entries if entry.name.startswith(TEMPORARY)]
        for path in left:
            Path(path).unlink()


def remove(below: Path, path: str) -> None:
    """Delete the file `path` below a folder, and the folders in it that this leaves empty."""
    file = below / path
    if file.is_file() or file.is_symlink():
        file.unlink()
    folder = file.parent
    try:
        while folder != below:
            folder.rmdir()
            folder = folder.parent
    except OSError as error:
        # To look into each folder first would take as long as it is large.
        if error.errno not in _KEPT and not any(folder.iterdir()):
            raise
