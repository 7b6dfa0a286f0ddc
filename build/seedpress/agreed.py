"""What articles have in common but for names, and how a copy of the process comes to it.

The copy begins by what articles named last, and is told who is who when that is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection

from msgspec import Struct, msgpack

from seedpress import entities, keywords, link
from seedpress.beside import come_second
from seedpress.entities import LastNaming
from seedpress.keywords import Prepared
from seedpress.keywords.likely import Likely
from seedpress.last_join import LastJoin
from seedpress.last_named import LastNamed
from seedpress.model import Analysis, Authority, Double, Vocabulary
from seedpress.related import Likeness
from seedpress.relating import Relating
from seedpress.settings import Settings
from seedpress.undisturbed import undisturbed


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be agreed on."""

    analyses: Sequence[Analysis]
    authority: Authority
    settings: Settings
    last: LastJoin | None
    keep: bool  # whether notes are to be kept for the next join
    named: LastNamed  # what articles named last

    def prepared(self) -> Prepared:
        """All that is known before it is known who is who."""
        notes = self.last.notes("keywords") if self.last else None
        return keywords.prepare(self.analyses, self.authority, self.settings.keywords, notes)


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
_WHO = msgpack.Decoder(_Who)


def agreed(task: Task, who: entities.Joined) -> Agreed:
    """What comes of a task, of which all is done here."""
    found = link.doubles(task.analyses)
    named = map(keywords.named, who.mentions)
    return Agreed(task.prepared().agreed(named, who.names()), found)


def packed(who: entities.Joined) -> bytes:
    """Who is who, for the copy."""
    return msgpack.encode(_Who(who.names(), who.with_page(), who.others(), who.changed()))


def unpacked(answer: bytes) -> Agreed:
    """What the copy agreed on."""
    return _AGREED.decode(answer)


def agree_beside(given: tuple[Task, Connection, Connection]) -> None:
    """What the copy does: once it listens it says so, and at last what it agreed on."""
    come_second()
    task, waits, says = given
    with undisturbed(), waits, says:
        who, owners = _agreed_beside(task, waits, says)
        if task.keep and task.last:
            task.last.remember("keywords")
            task.named.remember(who.others, {each: who.names[each] for each in owners}, who.ids)


def _agreed_beside(task: Task, waits: Connection, says: Connection) -> tuple[_Who, list[str]]:
    """Agree, and say on what; who is who, and which of the names are shared keywords."""
    last = task.named
    named = [told.naming() if told else None for told in last.each]
    likely, doubles = Likely(task.prepared(), named, last.names), link.doubles(task.analyses)
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
    return who, sorted({keyword.entity for keyword in vocabulary.shared} - {""})
