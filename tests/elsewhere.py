"""Ways in which one machine, user or day differs from another, and a build in each of them."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import SEEDPRESS

# Python runs this before anything else.
BACKWARDS = """
import os

_scandir, _listdir = os.scandir, os.listdir


class Backwards:
    def __init__(self, entries):
        with entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.entries)

    def close(self):
        pass


os.scandir = lambda path=".": Backwards(_scandir(path))
os.listdir = lambda path=".": sorted(_listdir(path), reverse=True)
"""
BUSY = "from seedpress import workers; workers.WORTH_BYTES = 0; workers.BATCH_BYTES = 1\n"
NOBODY = 65534
MEMORY = Path("/dev/shm")  # noqa: S108 - a file system, no name in it is guessed


@dataclass(frozen=True)
class Elsewhere:
    """How to run a build in other circumstances."""

    environment: dict[str, str] = field(default_factory=dict)
    first: str = ""  # Python code that runs at the start
    umask: int = -1
    user: int | None = None
    arguments: tuple[str, ...] = ()
    disk: Path | None = None  # the folder to build in, on another disk
    wheel: bool = False  # of the package, in place of a checkout


CIRCUMSTANCES: dict[str, Elsewhere] = {
    "another folder": Elsewhere(),
    "another time zone": Elsewhere({"TZ": "XXX-13:45"}),
    "another order of hashes": Elsewhere({"PYTHONHASHSEED": "99"}),
    "another language": Elsewhere({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "no UTF-8": Elsewhere({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "another day": Elsewhere({"SOURCE_DATE_EPOCH": "86400"}),
    "folders listed backwards": Elsewhere(first=BACKWARDS),
    "two workers": Elsewhere(first=BUSY, arguments=("--jobs", "2")),
    "private files": Elsewhere(umask=0o077),
    "another user": Elsewhere({"HOME": "/nonexistent", "USER": "nobody"}, user=NOBODY),
    "a disk in memory": Elsewhere(disk=MEMORY),
    "a wheel": Elsewhere(wheel=True),
    "everything at once": Elsewhere(
        {
            "TZ": "XXX+11",
            "PYTHONHASHSEED": "7",
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "SOURCE_DATE_EPOCH": "4000000000",
        },
        first=BACKWARDS + BUSY,
        umask=0o027,
        arguments=("--jobs", "2"),
    ),
}


def build(root: Path, here: Elsewhere, path: Path, *arguments: str) -> str:
    """Run `seedpress build` in the project `root`; what it said.

    `path` is a folder that Python looks into for modules before all others.
    """
    if here.first:
        (path / "sitecustomize.py").write_text(here.first, "utf-8")
    done = subprocess.run(
        [SEEDPRESS, "build", *here.arguments, *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": _before(path), **here.environment},
        umask=here.umask,
        user=here.user,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def _before(path: Path) -> str:
    """Where Python looks for modules, `path` first."""
    return os.pathsep.join([str(path), *filter(None, [os.environ.get("PYTHONPATH")])])


def can_be(user: int) -> bool:
    """Whether programs can be run here as another user, and Python can be by them."""
    if os.name != "posix" or os.geteuid() != 0:
        return False
    try:
        command = [sys.executable, "-c", "import seedpress.pipeline"]
        return subprocess.run(command, user=user, cwd="/", check=False).returncode == 0
    except PermissionError:
        return False


def give(folder: Path, user: int) -> None:
    """Make a folder and all that is in it that user's own."""
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user, user)
