"""What of all articles has to be decided, and which of them nothing has changed for.

Nearly all articles are as they were in the last join, and nearly all that they leave in doubt is
decided as it was then. What such an article names is known without a look into it.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Self

import numpy as np
import numpy.typing as npt
from msgspec import Struct, msgpack

from seedpress.entities.looks import NOTHING
from seedpress.entities.sorts import Sort, number_of
from seedpress.model import Doubt, EntityKind, Look, Names
from seedpress.notes import Note

PART = 64  # of articles, one may be another before all is noted anew
_Numbers = npt.NDArray[np.int32]
_Form = tuple[EntityKind, str, Doubt]  # a look without its text and its mentions


class Noted(Struct, array_like=True, gc=False):
    """What the articles of a join left in doubt, and what became of it."""

    origins: list[bytes] = []  # of the articles
    marks: list[bytes] = []  # that tell what their mentions stand for
    many: bytes = b""  # how many doubtful looks each has
    sorts: bytes = b""  # and of what sort each of these is
    texts: list[str] = []  # of the sorts
    forms: list[_Form] = []
    form: bytes = b""  # of the sorts, places among these
    decided: list[bytes] = []  # what became of each sort; nothing where nobody had to decide
    kept: list[str] = []  # keys of names that stood for themselves wherever they were


_NOTED = msgpack.Decoder(Noted)


def noted(note: Note | None) -> Noted:
    """What the last join noted, if it did."""
    return _NOTED.decode(note) if note else Noted()


class _Fresh:
    """The doubtful looks of articles of which nothing is noted."""

    def __init__(self, forms: Sequence[_Form]) -> None:
        self.texts: list[str] = []
        self.form: list[int] = []
        self.sorts: list[int] = []
        self.forms = {form: place for place, form in enumerate(forms)}
        self._known: dict[tuple[str, int], int] = {}

    def add(self, names: Names, all_of_it: bool) -> int:
        """Add one article; how many it has."""
        before = len(self.sorts)
        for look in names.looks:
            if all_of_it or look.doubt != "none":
                what = look.kind, look.rule, "any" if all_of_it else look.doubt
                form = self.forms.setdefault(what, len(self.forms))
                sort = self._known.setdefault((look.text, form), len(self.texts))
                if sort == len(self.texts):
                    self.texts.append(look.text)
                    self.form.append(form)
                self.sorts.append(sort)
        return len(self.sorts) - before


@dataclass(slots=True)
class Doubts:
    """The doubtful looks of all articles, by what they may be decided by."""

    texts: list[str]  # of the sorts
    forms: list[_Form]
    form: list[int]  # of the sorts, places among these
    many: _Numbers  # how many such looks each article has
    sorts: _Numbers  # of one article's looks after the other's
    places: list[int]  # of the articles in the last join; -1 where that did not know them
    before: Noted

    @classmethod
    def of(
        cls, articles: Sequence[Names], origins: Sequence[bytes], banned: Set[int], before: Noted
    ) -> Self:
        """Those of the articles; of `banned` ones every look has to be decided.

        Of an article that was there `before`, by its origin, nothing is looked at.
        """
        known = {origin: place for place, origin in enumerate(before.origins)}
        places = [known.get(origin, -1) for origin in origins] if known else [-1] * len(articles)
        fresh = _Fresh(before.forms)
        new = [number for number, place in enumerate(places) if place < 0]
        own = [fresh.add(articles[number], number in banned) for number in new]
        old = np.frombuffer(before.many, np.int32)
        each = np.concatenate((old, np.array(own, np.int32)))
        rows = np.array(places, np.int64)
        rows[new] = np.arange(len(old), len(each))
        sorts = np.frombuffer(before.sorts, np.int32), np.array(fresh.sorts, np.int32)
        many = each[rows]
        first = (np.cumsum(each) - each)[rows] - (np.cumsum(many) - many)
        spots = np.repeat(first, many) + np.arange(many.sum())
        return cls(
            before.texts + fresh.texts,
            [*fresh.forms],
            np.frombuffer(before.form, np.int32).tolist() + fresh.form,
            many,
            np.concatenate((sorts[0], sorts[1] + np.int32(len(before.texts))))[spots],
            places,
            before,
        )

    def looks(self, is_doubtful: Callable[[str, str, Doubt], bool]) -> "Distinct":
        """One look of each sort that is doubtful by its text, rule and doubt, as they stand."""
        each = zip(self.texts, map(self.forms.__getitem__, self.form), strict=True)
        asked = np.array([is_doubtful(text, rule, doubt) for text, (_, rule, doubt) in each], bool)
        standing = self.sorts[asked[self.sorts]] if len(asked) else self.sorts
        found, first = np.unique(standing, return_index=True)
        distinct = Distinct()
        for sort in found[np.argsort(first)].tolist():
            kind, rule, doubt = self.forms[self.form[sort]]
            look = Look(self.texts[sort], kind, rule, (), NOTHING, doubt)
            distinct.numbers[sort] = number_of(look, distinct.sorts, distinct.looks)
        return distinct

    def marks(self, decided: Sequence[bytes]) -> list[bytes]:
        """The marks of articles of which all is `decided` as it was; of others, none."""
        before = self.before
        other = [now != then for now, then in zip(decided, before.decided, strict=False)]
        other += [True] * (len(decided) - len(other))
        touched = np.array(other, bool)[self.sorts] if other else self.sorts.astype(bool)
        changed = {*np.repeat(np.arange(len(self.many)), self.many)[touched].tolist()}
        return [
            before.marks[place] if place >= 0 and number not in changed else b""
            for number, place in enumerate(self.places)
        ]

    def is_other(self) -> bool:
        """Whether so many articles came or went that all had better be noted anew."""
        gone = len(self.before.origins) - len(self.places) + self.places.count(-1)
        return PART * (gone + self.places.count(-1)) > len(self.places)

    def note(
        self,
        origins: Sequence[bytes],
        marks: Sequence[bytes],
        decided: Sequence[bytes],
        kept: Set[str],
    ) -> bytes:
        """The note for the next join."""
        used, sorts = np.unique(self.sorts, return_inverse=True)
        own = used.tolist()
        return msgpack.encode(
            Noted(
                [*origins],
                [*marks],
                self.many.astype(np.int32).tobytes(),
                sorts.astype(np.int32).tobytes(),
                [self.texts[sort] for sort in own],
                self.forms,
                np.array([self.form[sort] for sort in own], np.int32).tobytes(),
                [decided[sort] for sort in own],
                sorted(kept),
            )
        )


class Distinct:
    """Looks that are to be decided: equal ones once."""

    def __init__(self) -> None:
        """Begin with none."""
        self.looks: list[Look] = []
        self.sorts: dict[Sort, int] = {}
        self.numbers: dict[int, int] = {}  # of the looks, by the sorts of `Doubts`
