"""What names of several words say by themselves, worked out when their article is analysed.

The join needs it of every name of the corpus, nearly all of which one article alone has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from msgspec import msgpack

from seedpress.entities import kinds, people, tokens
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import lexicon
from seedpress.entities.people import person
from seedpress.entities.tokens import key
from seedpress.model import Names, Person
from seedpress.notes import Notes, digest

_MARK = digest(b"parts of names")
_PART = 64  # of names, one may be another before all are noted anew
_Told = tuple[str, Person | None, bool]  # the key, the parts, whether it looks like a person's
_NOTED = msgpack.Decoder(dict[str, _Told])
_KEY, _PERSON, _FORMED = itemgetter(0), itemgetter(1), itemgetter(2)


def with_parts(names: Names) -> Names:
    """The names with what is known of those of several words."""
    texts, lists = _several(look.text for look in names.looks), lexicon()
    return replace(
        names,
        keys=tuple(map(key, texts)),
        persons=tuple(person(text, lists) for text in texts),
        personal=tuple(looks_personal(text, "", lists) for text in texts),
    )


def remember(names: Names) -> None:
    """Have at hand what an article knows of such names."""
    several, (words, persons, personal) = _several(each.text for each in names.looks), _known()
    words.update(zip(several, names.keys, strict=True))
    persons.update(zip(several, names.persons, strict=True))
    personal.update(zip(several, names.personal, strict=True))


class Parts:
    """What is known of names that may be persons' in full, by what the last join noted."""

    def __init__(self, notes: Notes) -> None:
        """Have it at hand."""
        note = notes.get(_MARK)
        self._noted = _NOTED.decode(note) if note else {}
        own, (words, persons, personal) = self._noted, _known()
        words.update(zip(own, map(_KEY, own.values()), strict=True))
        persons.update(zip(own, map(_PERSON, own.values()), strict=True))
        personal.update(zip(own, map(_FORMED, own.values()), strict=True))

    def noted(self, names: Sequence[str]) -> dict[bytes, bytes]:
        """The note for the next join, which will ask for these `names`, by its mark.

        None where nearly all of them are noted.
        """
        new = sum(name not in self._noted for name in names)
        if _PART * (len(self._noted) + 2 * new - len(names)) <= len(self._noted):
            return {}
        lists = lexicon()
        told = {
            name: (key(name), person(name, lists), looks_personal(name, "", lists))
            for name in names
        }
        return {_MARK: msgpack.encode(told)}


def _known() -> tuple[dict[str, str], dict[str, Person | None], dict[str, bool]]:
    return tokens.known(), people.known(lexicon()), kinds.known(lexicon())


def _several(texts: Iterable[str]) -> dict[str, None]:
    """Those of several words, each once."""
    return dict.fromkeys([text for text in texts if " " in text or "-" in text])
