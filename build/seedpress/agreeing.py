"""Has the articles agree on keywords in another process, while this one works out who is who.

That is a copy of this one, which sees the same articles. It begins by what each of them named in
the last join, which nearly all name again. Once it is told what the others name, it puts right what
that changes and finds what is related, and this process makes all else of names. What came of it is
small, and the notes on keywords it keeps itself. A second copy looks for what rules will look for
while they join names here, and keeps the notes on names. Where nothing is copied, or the articles
are few, all is done here; the same comes out.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from msgspec import msgpack

from seedpress import entities
from seedpress.agreed import Agreed, Task, agree_beside, agreed, packed, unpacked
from seedpress.beside import Beside, Running, beside, come_second
from seedpress.foreseen import Foreseen
from seedpress.undisturbed import undisturbed

WORTH = 2_000  # articles; fewer have agreed before a copy that sees them has come to do it

_NOTED = msgpack.Decoder(dict[bytes, bytes])


class _Copy:
    """A copy of this process at work, what it is told by, and what it is heard by."""

    def __init__(self, place: Beside, work: Callable[[Any], None], *given: object) -> None:
        waits, self.tell = Pipe(duplex=False)
        self.hears, says = Pipe(duplex=False)
        with waits, says:
            self.running: Running[None] = place.start(work, (*given, waits, says))

    def __enter__(self) -> "_Copy":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Wait for the notes that it keeps, unless nobody needs them any more."""
        try:
            if kind is None:
                with suppress(BrokenExecutor):  # then the next join works out more
                    self.running.result()
        finally:
            self.end()

    def end(self) -> None:
        """See to it that it is no more."""
        self.running.end()
        self.tell.close()
        self.hears.close()


class Agreement:
    """Articles agreeing: in copies of this process from when it begins, or here once it is asked.

    First it is to be told who is who.
    """

    def __init__(self, task: Task, place: Beside | None) -> None:
        """Begin in this `place`, if it is worth it."""
        self._task, self._place = task, place
        self._who: entities.Joined | None = None
        self._agreeing: _Copy | None = None
        self._foreseeing: _Copy | None = None
        self._foreseen: Foreseen | None = None
        self._is_told = False
        if place and place.copied and len(task.analyses) >= WORTH:
            self._agreeing = _Copy(place, agree_beside, task)

    def begin(self, met: entities.Met) -> Foreseen | None:
        """Have another look for what rules will look for; it may be asked what it found."""
        if not (self._place and self._agreeing):
            return None
        self._foreseen = foreseen = Foreseen(waits=any(self._task.named.each))
        self._foreseeing = _Copy(self._place, _foresee_beside, self._task, met, foreseen)
        return foreseen.listen()

    def tell(self, who: entities.Joined) -> None:
        """Go on, now that it is known who is who."""
        self._who = who
        if self._foreseen:
            self._foreseen.close()
        if self._agreeing and self._agreeing.hears.poll():
            self._go_on(self._agreeing)

    def result(self) -> Agreed:
        """What they agreed on."""
        if self._foreseeing:
            with suppress(BrokenPipeError):  # `keep` notices that it is no more
                self._foreseeing.tell.send_bytes(msgpack.encode(self._known().noted()))
        if self._agreeing:
            self._go_on(self._agreeing)
            try:
                return unpacked(self._agreeing.hears.recv_bytes())
            except EOFError:  # it raised something, or was ended from outside: so it goes here too
                self._agreeing.end()
                self._agreeing = None
        return agreed(self._task, self._known())

    def keep(self, later: ExitStack) -> None:
        """See to it that the notes of the join are kept, if they are to be; `later` waits for that.

        Copies do it while this process goes on.
        """
        last = self._task.last
        if not (last and self._task.keep):
            return
        copies = {"entities": self._foreseeing, "keywords": self._agreeing}
        for copy in filter(None, copies.values()):
            later.enter_context(copy)
        here = [stage for stage, copy in copies.items() if not copy]
        self._agreeing = self._foreseeing = None
        if "entities" in here:
            last.notes("entities").put_each(self._known().noted())
        if here:
            last.remember(*here)

    def end(self) -> None:
        """See to it that no other process is at work."""
        if self._foreseen:
            self._foreseen.close()
        for copy in filter(None, (self._agreeing, self._foreseeing)):
            copy.end()
        self._agreeing = self._foreseeing = None

    def _known(self) -> entities.Joined:
        if self._who is None:
            raise ValueError("nobody has told who is who")
        return self._who

    def _go_on(self, copy: _Copy) -> None:
        """Tell it who is who, once; of the articles those that do not name what they did."""
        if self._is_told:
            return
        self._is_told, who = True, self._known()
        with suppress(EOFError, BrokenPipeError):  # `result` notices that it is no more
            copy.hears.recv_bytes()  # so it listens
            copy.tell.send_bytes(packed(who))


@contextmanager
def agreeing(task: Task, jobs: int) -> Iterator[Agreement]:
    """The agreement on a task, for which no other process is at work any more when this is left."""
    agreement = Agreement(task, beside(jobs))
    try:
        yield agreement
    finally:
        agreement.end()


def _foresee_beside(
    given: tuple[Task, entities.Met, Foreseen, Connection, Connection],
) -> None:
    """What the second copy does."""
    task, met, foreseen, waits, says = given
    with undisturbed(), waits, says:
        foreseen.tell(met.graph, task.last.notes("foreseen") if task.last else None)
        come_second()  # until then rules wait for it
        if task.keep and task.last:
            task.last.notes("entities").put_each(_NOTED.decode(waits.recv_bytes()))
            task.last.remember("entities", "foreseen")
