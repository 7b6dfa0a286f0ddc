"""What lines and rows are made of, in few bytes: told once for all files that hold them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec

from seedpress.exports.related import related_told
from seedpress.model import Corpus, Entry, mark_of, mentioned

SIZE = 16  # bytes of a digest
_encode = msgspec.msgpack.Encoder().encode


class Digests:
    """Of a corpus, in the order in which its articles and entities come; made when asked for."""

    def __init__(self, corpus: Corpus) -> None:
        """Make none yet."""
        self._corpus = corpus

    @cached_property
    def own(self) -> list[bytes]:
        """Of what is told of each article before the corpus is joined."""
        return [digest(own_of(each)) for each in self._corpus.entries]

    @cached_property
    def joined(self) -> list[bytes]:
        """Of what is told of each by the join, its words aside."""
        told = (
            (e.identity, mark_of(e.mentions), e.keywords, related_told(e.related))
            for e in self._entries
        )
        return [*map(digest, told)]

    @cached_property
    def articles(self) -> list[bytes]:
        """Of all that is told of each."""
        return [*map(digest, zip(self.own, self.joined, strict=True))]

    @cached_property
    def entities(self) -> list[bytes]:
        """Of all that is told of each entity."""
        return [*map(digest, self._corpus.entities)]

    def naming(self, called: Mapping[str, str]) -> list[bytes]:
        """Of all that is told of each article, and how what it mentions is `called`."""
        named = ([*map(called.get, mentioned(each.mentions))] for each in self._entries)
        return [*map(digest, zip(self.articles, named, strict=True))]

    @property
    def _entries(self) -> Sequence[Entry]:
        return self._corpus.entries


def own_of(each: Entry) -> tuple[Any, ...]:
    """What the row of an article is made of."""
    return each.id, each.slug, each.seed, each.sha256, each.words, each.identity


def digest(thing: Any) -> bytes:
    """What no other thing has."""
    return hashlib.blake2b(_encode(thing), digest_size=SIZE).digest()


def apart(digests: bytes) -> Iterable[bytes]:
    """Digests that stand one after the other."""
    return (digests[place : place + SIZE] for place in range(0, len(digests), SIZE))
