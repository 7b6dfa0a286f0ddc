"""What the join of the last build worked out, kept for the next one.

`.seedpress/join-*.msgpack` hold the notes of a stage each (`notes.py`); they may be deleted at any
time, and then all is worked out again. Where few are new, they are put into a file beside that of
the stage, which is left as it is with what nobody asked for any more.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from seedpress.atomic import put
from seedpress.notes import Note, Notes
from seedpress.reached import reached
from seedpress.remembered import opened, seal_of, sealed_packed
from seedpress.settings import Settings

FOLDER = Path(".seedpress")
_PART = 8  # of a stage's notes one may be new or of no use before all are written down anew
_Some = dict[bytes, memoryview]  # into what was read, of which no copy is made


class _Kept(msgspec.Struct):
    made_by: str  # digest of programs and settings; of notes beside others the sum of those
    notes: Mapping[bytes, Note]


class _Recalled(msgspec.Struct):
    made_by: str
    notes: _Some
    sum: str = ""  # of the whole file


@dataclass(frozen=True, slots=True)
class _Before:
    """What is written down of a stage: most of it, and what came later."""

    most: _Recalled
    later: _Some

    def notes(self) -> _Some:
        return self.most.notes | self.later

    def new(self, now: Mapping[bytes, Note]) -> dict[bytes, Note] | None:
        """The notes that are to be put beside most; None where these had better be made anew."""
        most = self.most.notes
        new = {key: note for key, note in now.items() if most.get(key) != note}
        lost = len(most) - (len(now) - len(new))
        return new if _PART * (len(new) + lost) <= len(most) else None


class LastJoin:
    """The notes of all stages, from the files of a project and back."""

    def __init__(self, settings: Settings, made_by: str, origins: tuple[str, ...]) -> None:
        """Recall the notes that were `made_by` the same programs under the same settings.

        `origins` are those of all analyses, see `Notes`.
        """
        self._root = settings.root
        self._made_by = made_by
        self._origins = origins
        self._notes: dict[str, Notes] = {}
        self._before: dict[str, _Before | None] = {}
        self._made: dict[str, str] = {}  # by stage

    @property
    def folder(self) -> Path:
        """Where notes are kept."""
        return self._root / FOLDER

    def notes(self, stage: str) -> Notes:
        """The notes of one stage, a package of ours; its name becomes part of the file's."""
        if stage not in self._notes:
            before = self._before[stage] = self._recall(stage)
            self._notes[stage] = Notes(self._origins, before.notes() if before else None)
        return self._notes[stage]

    def _recall(self, stage: str) -> _Before | None:
        most = _recalled(self._root / _file(stage))
        if not most or most.made_by != self.programs(stage):
            return None
        later = _recalled(self._root / _beside(stage))
        return _Before(most, later.notes if later and later.made_by == most.sum else {})

    def programs(self, stage: str) -> str:
        """A digest of what made the analyses, and of the stage, of which they depend on a part."""
        if stage not in self._made:
            state = hashlib.blake2b(self._made_by.encode())
            for path, data in reached(f"seedpress.{stage}").items():
                state.update(f"\0{path}\0{len(data)}\0".encode() + data)
            self._made[stage] = state.hexdigest()
        return self._made[stage]

    def remember(self, *stages: str) -> None:
        """Keep what was asked for or put since the notes were recalled, and little else.

        Those of these stages, or of all that somebody had notes of here.
        """
        for stage in stages or [*self._notes]:
            notes = self.notes(stage)
            if not notes.changed:
                continue
            before = self._before[stage]
            new = before.new(notes.now) if before else None
            if before is None or new is None:
                _write(self._root / _file(stage), _Kept(self.programs(stage), notes.now))
                (self._root / _beside(stage)).unlink(missing_ok=True)
            elif new != before.later:
                _write(self._root / _beside(stage), _Kept(before.most.sum, new))


def forget(settings: Settings) -> None:
    """Make the next build work everything out."""
    for file in (settings.root / FOLDER).glob(_file("*").name):
        file.unlink(missing_ok=True)


def _file(stage: str) -> Path:
    return FOLDER / f"join-{stage}.msgpack"


def _beside(stage: str) -> Path:
    """What came after most of its notes had been written down."""
    return FOLDER / f"join-{stage}-later.msgpack"


def _write(file: Path, kept: _Kept) -> None:
    data = sealed_packed(kept)
    file.unlink(missing_ok=True)  # to be read by `put` it is too large
    put(file, data)


def _recalled(file: Path) -> _Recalled | None:
    """What `file` holds; None where it is not there, is damaged or was not written here."""
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        return None
    data = opened(found)
    if data is None:
        return None
    try:
        recalled = msgspec.msgpack.decode(data, type=_Recalled)
    except msgspec.DecodeError:
        return None
    recalled.sum = seal_of(found).hex()
    return recalled
