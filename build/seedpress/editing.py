"""Change the authority file as the editor asks, and say beforehand what that does."""

import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from seedpress import entities
from seedpress.atomic import put
from seedpress.entities.suggest import Effect, effects
from seedpress.entities.tokens import key
from seedpress.errors import AuthorityError
from seedpress.gather import Gathered
from seedpress.join import analyses_of
from seedpress.lock import EDITING, holding
from seedpress.model import Entity, Problem
from seedpress.order import Order
from seedpress.settings import Settings
from seedpress.unreadable import unreadable

Change = Callable[[str, tuple[Entity, ...]], str]


@dataclass(frozen=True, slots=True)
class Edited:
    """What a change of the authority file does."""

    before: str  # its text
    after: str
    effects: tuple[Effect, ...]
    known: frozenset[str]  # keys of all names and spellings before

    def names(self, name: str) -> bool:
        """Whether some article has the name, in any spelling."""
        return key(name) in self.known


def entities_of(settings: Settings, order: Order) -> tuple[tuple[Entity, ...], tuple[Problem, ...]]:
    """All entities, those of most articles first, and the problems of seeds that were left out."""
    gathered = analyses_of(settings, order)
    found = _resolved(gathered, settings, settings.authority_file)
    return tuple(sorted(found, key=lambda e: (-len(e.articles), e.id))), gathered.problems


def edit(settings: Settings, order: Order, change: Change, dry: bool = False) -> Edited:
    """Apply `change` to the authority file's text, unless `dry`; it is written in one step.

    Raises:
        AuthorityError: the change, or the file after it, is not one that can be followed; the
            file is left as it was. Or someone else wrote it meanwhile: it is as they left it.
        BusyError: another process is writing it.
    """
    with nullcontext() if dry else holding(settings.root / EDITING):
        return _edit(settings, order, change, dry)


def _edit(settings: Settings, order: Order, change: Change, dry: bool) -> Edited:
    file = settings.authority_file
    before = text_of(file)
    gathered = analyses_of(settings, order)
    old = _resolved(gathered, settings, file)
    after = change(before, old)
    with tempfile.TemporaryDirectory(prefix="seedpress-") as folder:
        trial = Path(folder) / file.name
        trial.write_text(after, "utf-8")
        new = _resolved(gathered, settings, trial)
    if not dry:
        if text_of(file) != before:
            raise AuthorityError(f"{file}: was changed meanwhile; nothing was written, try again")
        put(file, after.encode("utf-8"), sure=True)
    spelled = (text for e in old for text in (e.name, *(alias.text for alias in e.aliases)))
    return Edited(before, after, effects(old, new), frozenset(map(key, spelled)))


def text_of(file: Path) -> str:
    """What the authority file says, in its own words; nothing if there is none.

    Raises:
        AuthorityError: it is not UTF-8.
    """
    try:
        return file.read_text("utf-8") if file.exists() else ""
    except UnicodeDecodeError as error:
        raise AuthorityError(unreadable(file.name, error)) from None


def _resolved(gathered: Gathered, settings: Settings, authority: Path) -> tuple[Entity, ...]:
    word = entities.load_authority(authority)
    return entities.resolve(gathered.analyses, word, settings.entities).entities
