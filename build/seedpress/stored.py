"""Analyses as the cache gives them back: of one, what somebody asks for is decoded when he does.

A build in which little changed asks few articles for their words, and few for their names. Who
decodes here has to know that nothing is damaged, see `Cache.get_all`.
"""

from dataclasses import fields
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Raw, Struct, msgpack

from seedpress.analyse import Reading
from seedpress.model import Analysis, Article, Fields, Names, Problem, Removal, Seed, Suspect

AT_HAND = 1 << 10  # articles whose words are decoded


class _Packed(Struct, gc=False):
    seed: Seed
    article: Raw
    names: Raw
    packed: bytes = b""
    sketch: bytes = b""
    words: int = -1


class _PackedReading(Struct, gc=False):
    analyses: tuple[_Packed, ...]
    problems: tuple[Problem, ...] = ()
    whole: bool = True


class _Brief(Struct, gc=False):
    fields: Fields
    title_made: bool = False


class _Worded(Struct, gc=False):
    text: str


class _Cleaned(Struct, gc=False):
    removed: tuple[Removal, ...] = ()
    suspects: tuple[Suspect, ...] = ()


_READING = msgpack.Decoder(_PackedReading)
_BRIEF = msgpack.Decoder(_Brief)
_WORDED = msgpack.Decoder(_Worded)
_CLEANED = msgpack.Decoder(_Cleaned)
_ARTICLE = msgpack.Decoder(Article)
_NAMES = msgpack.Decoder(Names)


def reading(data: bytes) -> Reading:
    """What `Cache` holds of a reading."""
    found = _READING.decode(data)
    return Reading(tuple(map(_stored, found.analyses)), found.problems, found.whole)


class StoredArticle(Article):
    """An article of which the words stay packed; those of some articles are at hand.

    It is equal to the same article with everything unpacked.
    """

    __slots__ = ("_data",)

    def __init__(self, data: bytes) -> None:
        """Take it over as the cache has it."""
        brief, put = _BRIEF.decode(data), object.__setattr__
        put(self, "_data", data)
        put(self, "fields", brief.fields)
        put(self, "title_made", brief.title_made)

    def __getattr__(self, name: str) -> Any:
        """What is not there is packed."""
        if name.startswith("_"):
            raise AttributeError(name)
        if name == "text":
            return _text(self._data)
        if name in _Cleaned.__struct_fields__:
            return getattr(_cleaned(self._data), name)
        return getattr(self.whole(), name)

    def whole(self) -> Article:
        """The same, unpacked."""
        return _article(self._data)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StoredArticle):
            return self._data == other._data or self.whole() == other.whole()
        return self.whole() == other

    def __hash__(self) -> int:
        return hash(self.whole())

    def __reduce__(self) -> tuple[Any, ...]:
        return StoredArticle, (self._data,)


class Stored(Analysis):
    """An analysis of which names are decoded when they are asked for.

    It is equal to the same analysis with everything decoded.
    """

    @cached_property
    def names(self) -> Names:
        """All that recognition learned."""
        return _NAMES.decode(self.__dict__["_names"])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Analysis):
            return NotImplemented
        return all(getattr(self, each) == getattr(other, each) for each in _FIELDS)

    def __hash__(self) -> int:
        return hash((self.seed, self.packed))


_FIELDS = tuple(each.name for each in fields(Analysis))


def _stored(packed: _Packed) -> Stored:
    """One out of a larger piece of memory, to which nothing refers then."""
    found = Stored.__new__(Stored)
    found.__dict__.update(
        seed=packed.seed,
        article=StoredArticle(bytes(packed.article)),
        packed=packed.packed,
        sketch=packed.sketch,
        words=packed.words,
        _names=bytes(packed.names),
    )
    return found


@lru_cache(maxsize=AT_HAND)
def _text(data: bytes) -> str:
    return _WORDED.decode(data).text


@lru_cache(maxsize=AT_HAND)
def _cleaned(data: bytes) -> _Cleaned:
    return _CLEANED.decode(data)


@lru_cache(maxsize=AT_HAND)
def _article(data: bytes) -> Article:
    return _ARTICLE.decode(data)
