"""What the join of the last build worked out, kept for the next one.

`.seedpress/join-*.msgpack` hold the notes of a stage each (`notes.py`); they may be deleted at any
time, and then all is worked out again.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from seedpress.atomic import put
from seedpress.notes import Note, Notes
from seedpress.reached import reached
from seedpress.settings import Settings

FOLDER = Path(".seedpress")
_SUM = hashlib.blake2b().digest_size


class _Kept(msgspec.Struct):
    made_by: str
    notes: Mapping[bytes, Note]


class _Recalled(msgspec.Struct):
    made_by: str  # digest of programs and settings
    notes: dict[bytes, memoryview]  # into what was read, of which no copy is made


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
        self._made: dict[str, str] = {}  # by stage

    def notes(self, stage: str) -> Notes:
        """The notes of one stage, a package of ours; its name becomes part of the file's."""
        if stage not in self._notes:
            made_by, kept = self._programs(stage), _recalled(self._root / _file(stage))
            before = kept.notes if kept and kept.made_by == made_by else None
            self._notes[stage] = Notes(self._origins, before)
        return self._notes[stage]

    def _programs(self, stage: str) -> str:
        """A digest of what made the analyses, and of the stage, of which they depend on a part."""
        if stage not in self._made:
            state = hashlib.blake2b(self._made_by.encode())
            for path, data in reached(f"seedpress.{stage}").items():
                state.update(f"\0{path}\0{len(data)}\0".encode() + data)
            self._made[stage] = state.hexdigest()
        return self._made[stage]

    def remember(self) -> None:
        """Keep what was asked for or put since the notes were recalled, and nothing else."""
        for stage, notes in self._notes.items():
            if notes.changed:
                kept = _Kept(self._programs(stage), notes.now)
                data = bytearray(_SUM)
                msgspec.msgpack.Encoder().encode_into(kept, data, _SUM)
                data[:_SUM] = hashlib.blake2b(memoryview(data)[_SUM:]).digest()
                file = self._root / _file(stage)
                file.unlink(missing_ok=True)  # to be read by `put` it is too large
                put(file, data)


def forget(settings: Settings) -> None:
    """Make the next build work everything out."""
    for file in (settings.root / FOLDER).glob(_file("*").name):
        file.unlink(missing_ok=True)


def _file(stage: str) -> Path:
    return FOLDER / f"join-{stage}.msgpack"


def _recalled(file: Path) -> _Recalled | None:
    """What `file` holds; None where it is not there, is damaged or was not written here."""
    try:
        found = file.read_bytes()
    except FileNotFoundError:
        return None
    data = memoryview(found)[_SUM:]
    if hashlib.blake2b(data).digest() != found[:_SUM]:
        return None
    try:
        return msgspec.msgpack.decode(data, type=_Recalled)
    except msgspec.DecodeError:
        return None
