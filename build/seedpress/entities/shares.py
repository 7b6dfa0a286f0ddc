"""What each article has of the names that many articles have, as an earlier join counted them.

Where an article goes, or comes to mean something else, its names are counted again: those that few
articles have by looking into these, all others by what is noted here.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Raw, Struct, msgpack

from seedpress.entities.looks import Said
from seedpress.entities.nodes import Node
from seedpress.entities.placed import Placed
from seedpress.model import EntityKind, Look
from seedpress.notes import Note

MANY = 8  # articles, from which on it is worth it


class _Share(Struct, array_like=True, gc=False):
    """Mentions of a name that look alike, as far as they are counted."""

    place: int  # of the article
    text: str
    kind: EntityKind
    times: int
    said: Said
    rule: str
    full: str
    alone: EntityKind | None


_NOTE = msgpack.Decoder(dict[str, Raw])
_SHARES = msgpack.Decoder(list[_Share])


class Shares:
    """What articles that are still there have of names, by key."""

    def __init__(self, note: Note | None = None, numbers: Sequence[int] = ()) -> None:
        """By a note, and the articles' `numbers` of today; -1 is that of those gone."""
        self._noted: Mapping[str, Raw] = _NOTE.decode(note) if note else {}
        self._numbers = numbers

    def of(self, name: str) -> list[tuple[int, Placed]] | None:
        """The mentions of a name with the number of their article; None where nobody knows."""
        noted = self._noted.get(name)
        if noted is None:
            return None
        every = ((self._numbers[each.place], each) for each in _SHARES.decode(noted))
        return [(number, _placed(name, each)) for number, each in every if number >= 0]


def _placed(name: str, share: _Share) -> Placed:
    numbers = (*range(share.times),)
    look = Look(share.text, share.kind, "", numbers, share.said, alone=share.alone)
    return Placed(look, name, share.rule, share.full)


def note(articles: Iterable[Sequence[Placed]], nodes: Mapping[str, Node]) -> bytes:
    """The note of what articles have of those nodes' names that many have."""
    found: dict[str, list[_Share]] = {
        name: [] for name, node in nodes.items() if len(node.articles) >= MANY
    }
    for place, article in enumerate(articles):
        for each in article:
            if each.key in found:
                found[each.key].append(_share(place, each))
    return msgpack.encode(found)


def _share(place: int, placed: Placed) -> _Share:
    look = placed.look
    told = look.text, look.kind, len(look.numbers), look.said
    return _Share(place, *told, placed.rule, placed.full, look.alone)
