"""A page whose words are not there yet: a template that is given one shows where they would stand.

What a template reads of it is taken down: words become slots, of which a template may do nothing
but write them out and ask for a few things; everything else is told as it is, and is the same on
every page that the result is for. Whatever else a template tries makes it unfit for that.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from posixpath import normpath
from typing import Any

from seedpress.site.engines.rendered import UnfitError

_OPEN, _CLOSE = "\x02slot ", "\x03"
_WORDS = {"content", "title", "canonical_url"}  # attributes of a page that differ from others'
_OF_META = {"title", "description"}
_MISSING = ...  # what no source says at its head
_TAKE_SLOTS = {"d", "default"}  # filters that hand on what they are given
_ADDRESSES = {"url", "script_tag"}  # those that ask where the page is

Way = tuple[str, ...]  # from a page to what is read


@dataclass(slots=True)
class Asked:
    """What a template read of a page, apart from slots that it wrote out."""

    words: set[Way] = field(default_factory=set)
    plain: dict[Way, object] = field(default_factory=dict)
    truth: dict[Way, bool] = field(default_factory=dict)
    holds: dict[tuple[Way, str], bool] = field(default_factory=dict)
    steps: set[str] = field(default_factory=set)  # of the addresses that it made relative
    stood: tuple[str | None, ...] = ()  # its place
    written: list[str] = field(default_factory=list)  # marks, each time one was written out

    def fits(self, page: Any) -> bool:
        """Whether it would read the same of `page`."""
        return (
            self.place(page) == self.stood
            and all(isinstance(read(page, way), str) for way in self.words)
            and all(_same(read(page, way), value) for way, value in self.plain.items())
            and all(bool(read(page, way)) == value for way, value in self.truth.items())
            and all(
                (part in str(read(page, way))) == value for (way, part), value in self.holds.items()
            )
        )

    def place(self, page: Any) -> tuple[str | None, ...]:
        """Where the page stands, as far as an address that is relative to it tells that."""
        return tuple(step if step in self.steps else None for step in page.url.split("/"))


def _same(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other


def read(page: Any, way: Way) -> object:
    """What stands on a page at the end of this way."""
    first, *rest = way
    if first == "meta":
        return page.meta.get(rest[0], _MISSING) if rest else bool(page.meta)
    if first == "toc":
        heading = next(iter(page.toc), None)
        return getattr(heading, rest[0], _MISSING) if rest else heading is not None
    return getattr(page, first)


def ways_in(html: str) -> tuple[list[str], list[Way]]:
    """The pieces of `html`, which a template made of an `EmptyPage`, and the slots between them."""
    first, *others = html.split(_OPEN)
    pieces, ways = [first], []
    for other in others:
        way, _, after = other.partition(_CLOSE)
        ways.append(tuple(way.split(" ")))
        pieces.append(after)
    return pieces, ways


class _Slot:
    """Words that are not there: what they are of another page, or of none."""

    def __init__(self, asked: Asked, page: Any, way: Way) -> None:
        self._asked, self._page, self.way = asked, page, way
        asked.words.add(way)

    def __str__(self) -> str:
        mark = f"{_OPEN}{' '.join(self.way)}{_CLOSE}"
        self._asked.written.append(mark)
        return mark

    def __bool__(self) -> bool:
        return self._asked.truth.setdefault(self.way, bool(read(self._page, self.way)))

    def __contains__(self, part: str) -> bool:
        found = part in str(read(self._page, self.way))
        return self._asked.holds.setdefault((self.way, part), found)

    def __getattr__(self, name: str) -> object:
        raise UnfitError(f"the theme asks for `{name}` of a page's words")

    __iter__ = __len__ = __getitem__ = __eq__ = __lt__ = __add__ = __radd__ = __mod__ = (
        lambda self, *_: self.__getattr__("a part")
    )
    __hash__ = None  # type: ignore[assignment]


class EmptyPage:
    """Stands for `page` in a template; `headed`: as if there were a heading below its first."""

    def __init__(self, page: Any, asked: Asked, headed: bool) -> None:
        self._page, self._asked, self._headed = page, asked, headed
        self._is_placed = False  # whether its address may be read

    def __getattr__(self, name: str) -> object:
        if name == "url" and self._is_placed:
            return self._page.url
        if name == "meta":
            return _Meta(self._page, self._asked)
        if name == "toc":
            return _Contents(self._page, self._asked, self._headed)
        value = getattr(self._page, name)
        if name in _WORDS and isinstance(value, str):
            return _Slot(self._asked, self._page, (name,))
        return _plain(self._asked, (name,), value)

    def placed(self, filtered: Callable[..., object], *given: Any, **named: Any) -> object:
        """What a filter gives that asks where the page is."""
        self._asked.steps.update(normpath(str(given[1])).split("/"))
        self._is_placed = True
        try:
            return filtered(*given, **named)
        finally:
            self._is_placed = False


class _Meta:
    """What stands at the head of a page's source."""

    def __init__(self, page: Any, asked: Asked) -> None:
        self._page, self._asked = page, asked

    def __bool__(self) -> bool:
        return bool(_plain(self._asked, ("meta",), bool(self._page.meta)))

    def __getitem__(self, name: str) -> object:
        way = ("meta", name)
        value = self._page.meta.get(name, _MISSING)
        if name in _OF_META and isinstance(value, str):
            return _Slot(self._asked, self._page, way)
        _plain(self._asked, way, value)
        if value is _MISSING:
            raise KeyError(name)
        return value


class _Contents:
    """A table of contents, of which the first heading alone may be asked for."""

    def __init__(self, page: Any, asked: Asked, headed: bool) -> None:
        self._page, self._asked, self._headed = page, asked, headed

    def __iter__(self) -> Iterator[object]:
        first = next(iter(self._page.toc), None)
        _plain(self._asked, ("toc",), first is not None)
        if first is not None:
            yield _Heading(self._page, self._asked, self._headed)
            raise UnfitError("the theme asks for all headings of a page")


class _Heading:
    """The first heading of a page."""

    def __init__(self, page: Any, asked: Asked, headed: bool) -> None:
        self._page, self._asked, self._headed = page, asked, headed

    def __getattr__(self, name: str) -> object:
        if name == "children":
            return [_Below()] if self._headed else []
        way = ("toc", name)
        if name in ("title", "url"):
            return _Slot(self._asked, self._page, way)
        return _plain(self._asked, way, read(self._page, way))


class _Below:
    """Any heading below the first: it shows where a template would write it."""

    title = url = "any"
    level = 2
    children: tuple[object, ...] = ()


def _plain(asked: Asked, way: Way, value: object) -> object:
    """A value that is the same on all pages of a frame."""
    simple = value in (None, _MISSING) or isinstance(value, (bool, int, str))
    listed = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if not (simple or listed):
        raise UnfitError(f"the theme asks for `{'.'.join(way)}` of a page")
    asked.plain[way] = value
    return value


def guarded(name: str, filtered: Callable[..., object], page: EmptyPage) -> Callable[..., object]:
    """A template's filter or test that refuses words which are not there."""

    @wraps(filtered)
    def guard(*given: Any, **named: Any) -> object:
        every = (*given, *named.values())
        if name in _ADDRESSES and not any(map(_is_marked, every)):
            return page.placed(filtered, *given, **named)
        if name == "url" and _leads_to_heading(given[-1]):
            return given[-1]
        if name not in _TAKE_SLOTS and any(map(_is_marked, every)):
            raise UnfitError(f"the theme changes a page's words by `{name}`")
        return filtered(*given, **named)

    return guard


def _leads_to_heading(value: object) -> bool:
    """Whether it is an address on the page itself, which is the same wherever that is."""
    return isinstance(value, _Slot) and value.way == ("toc", "url")


def _is_marked(value: object) -> bool:
    return isinstance(value, _Slot) or (isinstance(value, str) and _OPEN in value)
