"""Mentions with the names that they stand for: what the steps of `resolve` hand on."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from msgspec import Struct
from msgspec.structs import replace

from seedpress.entities.looks import part
from seedpress.entities.tokens import key
from seedpress.model import Look, Names


class Placed(Struct, frozen=True, gc=False):
    """Mentions of one article that look alike, the key of the name they stand for, and why so."""

    look: Look
    key: str
    rule: str
    full: str  # the name they stand for, as the article writes it

    def meaning(self, full: str, rule: str, name: str = "") -> "Placed":
        """The mentions as standing for `full`, by `rule`; `name` is its key, if it is known."""
        return Placed(self.look, name or key(full), rule, full)


class Deferred(Sequence[Placed]):
    """The mentions of an article of which nobody may ask: worked out when somebody does."""

    __slots__ = ("_made", "_make", "mark")

    def __init__(self, make: Callable[[], list[Placed]], mark: bytes = b"") -> None:
        """They are what `make` makes; a `mark` may tell them from others."""
        self._make, self.mark = make, mark
        self._made: list[Placed] | None = None

    def all(self) -> list[Placed]:
        """All of them, made once."""
        if self._made is None:
            self._made = self._make()
        return self._made

    @overload
    def __getitem__(self, place: int) -> Placed: ...

    @overload
    def __getitem__(self, place: slice) -> list[Placed]: ...

    def __getitem__(self, place: int | slice) -> Placed | list[Placed]:
        """One of them, or some."""
        return self.all()[place]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.all())

    def __iter__(self) -> Iterator[Placed]:
        """One after the other."""
        return iter(self.all())


class Ministry(Struct, frozen=True, gc=False, array_like=True):
    """Mentions of what may be a ministry, as an article has them."""

    place: int  # among the article's
    key: str
    full: str
    skipped: int  # characters of each mention that stand before it
    what: str  # what it is for, as in America; nothing if it is no ministry
    # Of each mention its number, whose the ministry is said to be, and the surname, as a key, of
    # who stands where one who speaks for it does.
    told: list[tuple[int, str, str]]


class Reported(Struct, frozen=True, gc=False, array_like=True):
    """What an article about a team sport tells of clubs, all names of places and clubs as keys."""

    clubs: list[tuple[str, str, str]]  # what one may be called for short, its key, its name
    own: list[str]  # clubs that it names
    listed: list[tuple[str, str]]  # towns in tables, with their names
    asked: list[str]  # what may be called for short by what it names


class Gist(Struct, frozen=True, gc=False, array_like=True):
    """What the steps that go over all articles ask of one, so that they need not look into each.

    It says nothing of the article's number, nor of other articles: so it can be noted.
    """

    like_states: bool  # whether anything in it is called as a state of America is
    ministries: list[Ministry]
    shorts: list[str]  # surnames that stand for persons without a title
    bare: list[str]  # parties and courts of which it does not say whose they are
    owned: list[str]  # parties that may say so behind
    bodies: list[tuple[int, str, str, str]]  # last mention, name; key without the country, country
    titled: list[str]  # surnames after titles, as keys
    # What follows is rows of `sums`: of places among the mentions, and of names' check sums.
    called: bytes  # persons in full: place, what they may be called for short, their names
    titles: list[tuple[int, list[str]]]  # places of such, and the titles before them
    tellers: bytes  # what its names have in common with their spellings elsewhere
    people: bytes  # who are surely named in full: place, key, given name, each surname
    borne: bytes  # names that may be persons': place, key, by what they may be called for short
    lone: bytes  # words that stand for no one else: place, key
    keys: bytes  # of all names that its mentions stand for, but for those that no other can have,
    # and the same in small letters
    alone: bytes  # and of those that may be a person's surname and stand for no one else
    acronyms: list[tuple[str, str]]  # (short, long) as it explains them
    sport: str  # the team sport that it reports,
    reported: Reported | None  # and what it tells of its clubs


def divided(
    placed: Sequence[Placed],
    meant: Callable[[Placed, int], Placed],
    names: Names,
    may_be: Callable[[Placed], bool] = lambda _: True,
) -> Sequence[Placed]:
    """The mentions, each with the meaning that it has by its number, those alike together.

    Those that `may_be` none of another meaning are not asked.
    """
    result = []
    late, changed = False, False
    for each in placed:
        ones = [meant(each, number) for number in each.look.numbers] if may_be(each) else ()
        if all(one is each for one in ones):  # as most are
            result.append(each)
            continue
        changed = True
        alike: dict[tuple[str, str, str, str], tuple[Placed, list[int]]] = {}
        for number, one in zip(each.look.numbers, ones, strict=True):
            what = one.key, one.rule, one.full, one.look.kind
            alike.setdefault(what, (one, []))[1].append(number)
        late = late or len(alike) > 1
        result += [replace(p, look=part(p.look, some, names)) for p, some in alike.values()]
    if not changed:
        return placed
    return sorted(result, key=lambda p: p.look.numbers[0]) if late else result
