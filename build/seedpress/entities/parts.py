"""What names of several words say by themselves, worked out when their article is analysed.

The join needs it of every name of the corpus, nearly all of which one article alone has.
"""

from collections.abc import Iterable

from seedpress.entities import kinds, people, tokens
from seedpress.entities.kinds import looks_personal
from seedpress.entities.lexicon import lexicon
from seedpress.entities.people import person
from seedpress.entities.tokens import key
from seedpress.model import Form, Look, Names


def forms(looks: Iterable[Look]) -> tuple[Form, ...]:
    """The forms of the names of several words, as `Names` has them."""
    lists = lexicon()
    return tuple(
        Form(key(text), person(text, lists), looks_personal(text, "", lists))
        for text in _texts(looks)
    )


def remember(articles: Iterable[Names]) -> None:
    """Have at hand what the articles know of the forms of names."""
    known: dict[str, Form] = {}
    for names in articles:
        known.update(zip(_texts(names.looks), names.forms, strict=True))
    tokens.remember((text, form.key) for text, form in known.items())
    people.remember(((text, form.parts) for text, form in known.items()), lexicon())
    kinds.remember(((text, form.personal) for text, form in known.items()), lexicon())


def _texts(looks: Iterable[Look]) -> Iterable[str]:
    return dict.fromkeys([look.text for look in looks if " " in look.text or "-" in look.text])
