"""Two folders change places: the finished site goes in, the old one goes away.

`site.new` is where the next site is made. Where the system can exchange two folders in one step
(Linux), a reader never meets a missing site; elsewhere there is an instant between two renames, in
which the old site waits as `site.old` for the next run to put it back.

Nothing is forced to the disk: after a power cut the site may have to be built again, from pages
that are still there. Waiting for the disk made a build of 3 s last 25 s on a busy machine.
"""

import ctypes
import errno
import os
import shutil
from pathlib import Path

from seedpress.errors import SiteError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Errors that mean "this system or file system cannot exchange", not "this exchange failed".
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM}


def repair(site: Path) -> None:
    """Put right what a crash left: a whole site stands, and nothing beside it."""
    staged, old = _beside(site)
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (staged, old):
        discard(folder)


def prepare(site: Path) -> Path:
    """An empty folder beside `site` to make the next one in, after repairing what a crash left.

    Raises:
        SiteError: from there nothing could be put in.
        OSError: it cannot be made, or `site` cannot be written.
    """
    repair(site)
    staged = staged_beside(site)
    staged.mkdir(parents=True)
    _check_way(staged, site)
    return staged


def _check_way(staged: Path, site: Path) -> None:
    """Tell before all the work that its result could not be put in."""
    if not site.exists():
        return
    try:
        os.rename(staged / "nothing", site / "nothing")
    except OSError as error:  # that there is nothing to move comes after whether it could be
        if error.errno == errno.EXDEV:
            staged.rmdir()
            raise SiteError(
                f"{site}: is a mount or a disk of its own, so a site that is made beside it cannot "
                f"be put in in one step; let `site_dir` in mkdocs.yml be a folder in it, such as "
                f"`{site.name}/public`"
            ) from error
    if not os.access(site, os.W_OK):
        staged.rmdir()
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(site))


def swap_in(staged: Path, site: Path) -> None:
    """Put `staged` in the place of `site` and remove what stood there."""
    if not site.exists():
        staged.rename(site)
    elif _exchange(staged, site):
        discard(staged)
    else:
        old = _beside(site)[1]
        site.rename(old)
        staged.rename(site)
        discard(old)


def staged_beside(site: Path) -> Path:
    """The folder in which the next site, or what has changed of it, is made."""
    return _beside(site)[0]


def discard(folder: Path) -> None:
    """Remove a folder with all that is in it, if it is there.

    Raises:
        OSError: it cannot be; names the folder, where the system names some file in it.
    """
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(folder)) from error


def _beside(site: Path) -> tuple[Path, Path]:
    return site.with_name(f"{site.name}.new"), site.with_name(f"{site.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step (renameat2 of Linux); False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    done = renameat2(
        _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)
    )
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
