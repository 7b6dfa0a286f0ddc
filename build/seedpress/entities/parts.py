"""What names of several words say by themselves, worked out when their article is analysed.

The join needs it of every name of the corpus, nearly all of which one article alone has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from seedpress.entities import kinds, people, tokens
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import lexicon
from seedpress.entities.people import person
from seedpress.entities.tokens import key
from seedpress.model import Names


def with_parts(names: Names) -> Names:
    """The names with what is known of those of several words."""
    texts, lists = _several(look.text for look in names.looks), lexicon()
    return replace(
        names,
        keys=tuple(map(key, texts)),
        persons=tuple(person(text, lists) for text in texts),
        personal=tuple(looks_personal(text, "", lists) for text in texts),
    )


def remember(articles: Sequence[Names], texts: Sequence[Sequence[str]]) -> None:
    """Have at hand what the articles know of such names; `texts` are those of their looks."""
    keys, persons, personal = tokens.known(), people.known(lexicon()), kinds.known(lexicon())
    for names, own in zip(articles, texts, strict=True):
        several = _several(own)
        keys.update(zip(several, names.keys, strict=True))
        persons.update(zip(several, names.persons, strict=True))
        personal.update(zip(several, names.personal, strict=True))


def _several(texts: Iterable[str]) -> dict[str, None]:
    """Those of several words, each once."""
    return dict.fromkeys([text for text in texts if " " in text or "-" in text])
