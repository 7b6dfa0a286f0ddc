"""Has the articles agree on keywords in another process, while this one works out who is who.

That is a copy of this one, which sees the same articles. It begins by what each of them named in
the last join, which nearly all name again. Once it is told what the others name, it puts right what
that changes and finds what is related, and this process makes all else of names. What came of it is
small, and the notes on keywords it keeps itself. A second copy looks for what rules will look for
while they join names here, and keeps the notes on names. Where nothing is copied, or the articles
are few, all is done here; the same comes out.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from msgspec import Struct, msgpack

from seedpress import entities, keywords, link
from seedpress.beside import Beside, Running, beside, come_second
from seedpress.entities import LastNaming
from seedpress.foreseen import Foreseen
from seedpress.keywords import Prepared
from seedpress.keywords.likely import Likely
from seedpress.last_join import LastJoin
from seedpress.last_named import LastNamed
from seedpress.model import Analysis, Authority, Double, Mention, Vocabulary
from seedpress.related import Likeness
from seedpress.relating import Relating
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
    named: LastNamed  # what articles named last


@dataclass(frozen=True, slots=True)
class Agreed:
    """What articles have in common, but for names."""

    vocabulary: Vocabulary
    doubles: tuple[Double, ...]
    like: Likeness | None = None  # which are related, if that has been found already


class _Who(Struct, array_like=True):
    """Who is who, as far as keywords and what is related depend on it."""

    names: dict[str, str]  # of entities, by id
    with_page: list[str]
    others: dict[int, LastNaming]  # of articles that do not name what they named last, by place
    ids: dict[str, str | None]  # of names that are other entities' than last; of those gone, none


_AGREED = msgpack.Decoder(Agreed)
_NOTED = msgpack.Decoder(dict[bytes, bytes])
_WHO = msgpack.Decoder(_Who)


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
            self._agreeing = _Copy(place, _agree_beside, task)

    def begin(self, met: entities.Met) -> Foreseen | None:
        """Have another look for what rules will look for; it may be asked what it found."""
        if not (self._place and self._agreeing):
            return None
        self._foreseen = foreseen = Foreseen()
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
                return _AGREED.decode(self._agreeing.hears.recv_bytes())
            except EOFError:  # it raised something, or was ended from outside: so it goes here too
                self._agreeing.end()
                self._agreeing = None
        found = link.doubles(self._task.analyses)
        who = self._known()
        named = map(keywords.named, who.mentions)
        return Agreed(_prepared(self._task).agreed(named, who.names()), found)

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
        told = _Who(who.names(), who.with_page(), who.others(), who.changed())
        with suppress(EOFError, BrokenPipeError):  # `result` notices that it is no more
            copy.hears.recv_bytes()  # so it listens
            copy.tell.send_bytes(msgpack.encode(told))


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


def _agree_beside(given: tuple[Task, Connection, Connection]) -> None:
    """What the first copy does."""
    come_second()
    task, waits, says = given
    with undisturbed(), waits, says:
        last = task.named
        named = [told.naming() if told else None for told in last.each]
        likely, doubles = Likely(_prepared(task), named, last.names), link.doubles(task.analyses)
        ids = [told.entities() if told else [] for told in last.each]
        relating = Relating(task.analyses, task.settings, ids, likely.keywords)
        says.send_bytes(b"")
        who = _WHO.decode(waits.recv_bytes())
        others = {place: told.naming() for place, told in who.others.items()}
        vocabulary = likely.agreed(others, who.names)
        for place, told in who.others.items():
            ids[place] = told.entities()
        like = relating.likeness(ids, who.with_page, vocabulary)
        says.send_bytes(msgpack.encode(Agreed(vocabulary, doubles, like)))
        if task.keep and task.last:
            task.last.remember("keywords")
            owners = {keyword.entity for keyword in vocabulary.shared} - {""}
            last.remember(who.others, {each: who.names[each] for each in sorted(owners)}, who.ids)


def _foresee_beside(
    given: tuple[Task, entities.Met, Foreseen, Connection, Connection],
) -> None:
    """What the second copy does."""
    come_second()
    task, met, foreseen, waits, says = given
    with undisturbed(), waits, says:
        foreseen.tell(met.graph, task.last.notes("foreseen") if task.last else None)
        if task.keep and task.last:
            task.last.notes("entities").put_each(_NOTED.decode(waits.recv_bytes()))
            task.last.remember("entities", "foreseen")
