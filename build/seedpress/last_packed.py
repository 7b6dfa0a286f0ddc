"""Which parts of packed data files were made before, so that only new ones are packed again.

`.seedpress/packed.msgpack` holds the state of every packed file, the digests of its members and, of
some, the keys of its lines; it may be deleted at any time. The members themselves are nowhere but
in the files.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from seedpress import names
from seedpress.exports.packing import MADE_BY, SUFFIX, Members
from seedpress.exports.standing import Stood
from seedpress.model import DataFile, Member
from seedpress.remembered import recalled, remember
from seedpress.settings import Settings
from seedpress.write import Written

MEMORY = Path(".seedpress") / "packed.msgpack"

State = tuple[int, int, int]  # bytes, when last written, when last touched, in nanoseconds


@dataclass(frozen=True, slots=True)
class _Kept:
    state: State
    members: tuple[Member, ...]
    keys: bytes  # of its lines, where they have some


@dataclass(frozen=True, slots=True)
class _Memory:
    made_by: str = ""
    lines_by: str = ""  # digest of the settings and programs that lines were made with
    files: dict[str, _Kept] = field(default_factory=dict)  # by path below `docs/`


class LastPacked:
    """The packed files of the last build."""

    def __init__(self, settings: Settings, lines_by: str = "") -> None:
        """Recall them; those that were touched since are none.

        Args:
            settings: of the project.
            lines_by: a digest of the settings and programs that lines of files are made with. An
                empty one says that it is not known: then nothing is said to stand of them.
        """
        self._settings, self._lines_by = settings, lines_by
        self._stood: dict[str, Stood] = {}  # by path below `docs/`
        self._members = Members()
        kept = recalled(settings.root / MEMORY, _Memory) or _Memory()
        for path, file in kept.files.items() if kept.made_by == MADE_BY else ():
            if _state(settings.docs_folder / path) == file.state:
                self._members.add(settings.docs_folder / path, file.members)
                if lines_by and kept.lines_by == lines_by:
                    self._stood[path] = Stood(file.members, file.keys)

    def get(self, digest: bytes) -> bytes | None:
        """The member that holds what has this digest, where there is one."""
        return self._members.get(digest)

    def standing(self, name: str) -> Stood | None:
        """What stands of the lines of a file, by its name before it is packed."""
        return self._stood.get(names.data_path(f"{name}{SUFFIX}"))

    def remember(self, files: Iterable[DataFile], written: Written) -> None:
        """Keep what of `files` has been written, not what the publisher's own stands for."""
        ours = {*written.new, *written.changed, *written.unchanged}
        kept = {}
        for file in files:
            path = names.data_path(file.path)
            state = _state(self._settings.docs_folder / path)
            if file.members and path in ours and state:
                kept[path] = _Kept(state, file.members, file.keys)
        remember(self._settings.root / MEMORY, _Memory(MADE_BY, self._lines_by, kept))


def forget(settings: Settings) -> None:
    """Make the next build pack everything."""
    (settings.root / MEMORY).unlink(missing_ok=True)


def _state(file: Path) -> State | None:
    try:
        found = os.lstat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns
