"""Has the articles agree on keywords in another process, while this one works out who is who.

That is a copy of this one, which sees the same articles. While rules join names here, it looks for
what they will look for, and gets ready; once it is told whose names they are, it goes on with
keywords, and this process with all else that is made of names. What came of it is small, and the
notes of the join it keeps itself. Where nothing is copied, or the articles are few, all is done
here; the same comes out.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from msgspec import msgpack

from seedpress import entities, keywords, link
from seedpress.beside import Beside, Running, beside
from seedpress.foreseen import Foreseen
from seedpress.keywords import Prepared
from seedpress.last_join import LastJoin
from seedpress.model import Analysis, Authority, Double, Mention, Vocabulary
from seedpress.settings import Settings
from seedpress.undisturbed import undisturbed

WORTH = 2_000  # articles; fewer have agreed before a copy that sees them has come to do it

Mentions = Sequence[Sequence[Mention]]  # of each analysis


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be agreed on."""

    analyses: Sequence[Analysis]
    authority: Authority
    settings: Settings
    last: LastJoin | None
    keep: bool  # whether notes are to be kept for the next join


@dataclass(frozen=True, slots=True)
class Agreed:
    """What articles have in common, but for names."""

    vocabulary: Vocabulary
    doubles: tuple[Double, ...]


_AGREED = msgpack.Decoder(Agreed)
_WHO = msgpack.Decoder(tuple[dict[str, str], dict[str, str], tuple[bytes, bytes]])


class Agreement:
    """Articles agreeing: in a copy of this process from when it begins, or here once it is asked.

    First it is to be told who is who.
    """

    def __init__(self, task: Task, place: Beside | None) -> None:
        """Make ready to do it in this `place`."""
        self._task, self._place = task, place
        self._names: dict[str, str] = {}  # of entities, by id
        self._other: Running[None] | None = None

    def begin(self, met: entities.Met) -> Foreseen | None:
        """Begin before anybody knows who is who, where another can do so.

        Then that first looks for what rules will look for, and may be asked what it found.
        """
        if not (self._place and self._place.copied and len(self._task.analyses) >= WORTH):
            return None
        self._foreseen = Foreseen()
        waits, self._tell = Pipe(duplex=False)
        self._hears, says = Pipe(duplex=False)
        with waits, says:
            given = self._task, met, self._foreseen, waits, says
            self._other = self._place.start(_agree_beside, given)
        return self._foreseen.listen()

    def tell(self, who: entities.Joined) -> None:
        """Go on, now that it is known who is who."""
        self._names = who.names()
        if self._other:
            self._foreseen.close()
            with suppress(BrokenPipeError):  # `result` notices that it is no more
                self._tell.send_bytes(msgpack.encode((who.ids(), self._names, who.noted())))
        elif self._task.last:
            self._task.last.notes("entities").put(*who.noted())

    def result(self, mentions: Mentions) -> Agreed:
        """What they agreed on, by the `mentions` that follow from what was told."""
        if self._other:
            try:
                return _AGREED.decode(self._hears.recv_bytes())
            except EOFError:
                self.end()  # it raised something, or was ended from outside: so it goes here too
        found = link.doubles(self._task.analyses)
        named = map(keywords.named, mentions)
        return Agreed(_prepared(self._task).agreed(named, self._names), found)

    def keep(self) -> None:
        """See to it that the notes of the join are kept, if they are to be."""
        if self._other:
            with suppress(BrokenExecutor):  # then the next join works out more
                self._other.result()
        elif self._task.last and self._task.keep:
            self._task.last.remember()

    def end(self) -> None:
        """See to it that no other process is at work."""
        if self._other:
            self._other.end()
            self._foreseen.close()
            self._tell.close()
            self._hears.close()
            self._other = None


@contextmanager
def agreeing(task: Task, jobs: int) -> Iterator[Agreement]:
    """The agreement on a task, for which no other process is at work any more when this is left."""
    agreement = Agreement(task, beside(jobs))
    try:
        yield agreement
    finally:
        agreement.end()


def _prepared(task: Task) -> Prepared:
    notes = task.last.notes("keywords") if task.last else None
    return keywords.prepare(task.analyses, task.authority, task.settings.keywords, notes)


def _agree_beside(given: tuple[Task, entities.Met, Foreseen, Connection, Connection]) -> None:
    """What the copy does."""
    task, met, foreseen, waits, says = given
    with undisturbed(), waits, says:
        foreseen.tell(met.graph, task.last.notes("foreseen") if task.last else None)
        ready, doubles, standing = _prepared(task), link.doubles(task.analyses), met.standing()
        ids, names, noted = _WHO.decode(waits.recv_bytes())
        vocabulary = ready.agreed(entities.named(standing, ids), names)
        says.send_bytes(msgpack.encode(Agreed(vocabulary, doubles)))
        if task.keep and task.last:
            task.last.notes("entities").put(*noted)
            task.last.remember()
