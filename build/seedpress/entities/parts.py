"""What names of several words say by themselves, worked out when their article is analysed.

The join needs it of every name of the corpus, nearly all of which one article alone has.
"""

from collections.abc import Iterable
from dataclasses import replace

from seedpress.entities import kinds, people, tokens
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import lexicon
from seedpress.entities.people import person
from seedpress.entities.tokens import key
from seedpress.model import Look, Names, Person


def with_parts(names: Names) -> Names:
    """The names with what is known of those of several words."""
    texts, lists = _texts(names.looks), lexicon()
    return replace(
        names,
        keys=tuple(map(key, texts)),
        persons=tuple(person(text, lists) for text in texts),
        personal=tuple(looks_personal(text, "", lists) for text in texts),
    )


def remember(articles: Iterable[Names]) -> None:
    """Have at hand what the articles know of such names."""
    keys: dict[str, str] = {}
    persons: dict[str, Person | None] = {}
    personal: dict[str, bool] = {}
    for names in articles:
        texts = _texts(names.looks)
        keys.update(zip(texts, names.keys, strict=True))
        persons.update(zip(texts, names.persons, strict=True))
        personal.update(zip(texts, names.personal, strict=True))
    tokens.remember(keys)
    people.remember(persons, lexicon())
    kinds.remember(personal, lexicon())


def _texts(looks: Iterable[Look]) -> dict[str, None]:
    return dict.fromkeys([look.text for look in looks if " " in look.text or "-" in look.text])
