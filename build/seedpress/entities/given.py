"""Given names that may be one person's, found without comparing each with each."""

from collections.abc import Iterator

from seedpress.entities.joins.sounds import skeleton
from seedpress.entities.lexicon import Lexicon
from seedpress.entities.people import initials, is_initials


class GivenNames:
    """Bearers by given name; `first` is the first of them who may be called so.

    Two names may be one person's where `people.same_given` says so, or they sound alike.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: list[str] = []
        self._places: dict[tuple[str, str], int] = {}  # by a mark: the first bearer who has it

    def first(self, given: str, bearer: str) -> str:
        """The first bearer who may be called `given`, or `bearer`, who is noted as such."""
        found = [self._places[mark] for mark in self._fitting(given) if mark in self._places]
        if found:
            return self._known[min(found)]
        for mark in _marks(given):
            self._places.setdefault(mark, len(self._known))
        self._known.append(bearer)
        return bearer

    def _fitting(self, given: str) -> Iterator[tuple[str, str]]:
        """The marks of names that may be the same person's as `given`."""
        name = given.rstrip(".")
        yield "whole", name
        yield "sound", skeleton(given)
        if len(name) == 1:
            yield "opening", name
            return
        yield "letter", name[:1]
        if "-" in name:
            yield "initials" if is_initials(name) else "letters", initials(name)
        for other in self._lexicon.nicknames.get(name, ()):
            yield "whole", other


def _marks(given: str) -> Iterator[tuple[str, str]]:
    name = given.rstrip(".")
    yield "whole", name
    yield "sound", skeleton(given)
    yield "opening", name[:1]
    if len(name) == 1:
        yield "letter", name
    if "-" in name:
        yield "initials", initials(name)
        if is_initials(name):
            yield "letters", initials(name)
