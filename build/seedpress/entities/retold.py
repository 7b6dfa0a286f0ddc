"""The kinds of names as the last join told them: told anew is only what is new, or has changed.

Most names of a corpus stay what they are from one build to the next, and so does what they are of.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import msgpack

from seedpress.entities.lexicon import Lexicon
from seedpress.entities.looks import Said
from seedpress.entities.tell import Known, KnownScores, Named, tell
from seedpress.entities.typer import Scores
from seedpress.model import Analysis, EntityKind
from seedpress.notes import Notes, digest

_MARK = digest(b"kinds by what they are told from")
_NOTED = msgpack.Decoder(dict[bytes, EntityKind])
_FEW = 8  # articles for each name of which the typer is asked before all say what they know
_encode = msgpack.Encoder().encode


class Counted(Named, Protocol):
    """What is told from its counts."""

    only: str
    spellings: dict[str, int]
    said: Said

    @property
    def votes(self) -> Mapping[str, int]:
        """How often it was recognised as what."""


class Kinds:
    """What names are of, by all that it is told from."""

    def __init__(self, analyses: Sequence[Analysis] = (), notes: Notes | None = None) -> None:
        """By what the last join noted, if it did."""
        noted = notes.get(_MARK) if notes else None
        self._before = _NOTED.decode(noted) if noted else {}
        self._now: dict[bytes, EntityKind] = {}
        self._scores: Known = _Scores(analyses)

    def of(self, named: Named, lexicon: Lexicon) -> EntityKind:
        """The kind of `named`, as `tell` has it."""
        mark = _encode((named.name, named.mentions, named.votes, named.scores))
        kind = self._now.get(mark) or self._before.get(mark)
        self._now[mark] = kind = kind or tell(named, lexicon, self._scores)
        return kind

    def of_each(self, many: Sequence[Counted], lexicon: Lexicon) -> list[EntityKind]:
        """The kind of each: of many names sooner than one by one, by marks of another form."""
        marks = [
            _encode((n.only or n.name, sum(n.spellings.values()), n.votes, n.said)) for n in many
        ]
        before = self._before.get
        found = [
            before(mark) or tell(named, lexicon, self._scores)
            for mark, named in zip(marks, many, strict=True)
        ]
        self._now.update(zip(marks, found, strict=True))
        return found

    def noted(self) -> tuple[bytes, bytes]:
        """The note for the next join, and under what it is to be put."""
        return _MARK, _encode(self._now)


class _Scores:
    """The typer's scores of names by themselves; gathered from all articles once many are asked."""

    def __init__(self, analyses: Sequence[Analysis]) -> None:
        self._analyses = analyses
        self._asked = 0
        self._known: KnownScores | None = None

    def get(self, name: str, /) -> Scores | tuple[()] | None:
        """The scores of `name`, if it is known by now that an article has it."""
        self._asked += 1
        if self._known is None and self._asked * _FEW > len(self._analyses):
            self._known = KnownScores(self._analyses)
        return self._known.get(name) if self._known else None
