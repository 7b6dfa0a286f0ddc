"""What an entity is called: the one of its spellings that its page has as its name."""

import re
from collections.abc import Mapping, Sequence

from seedpress.entities.gazetteer import places
from seedpress.entities.kinds import LEGAL, PRIVATE
from seedpress.entities.people import plain
from seedpress.entities.tokens import is_odd, key, visible
from seedpress.entities.usual_names import usual_names

_NO_WORDS = LEGAL | PRIVATE
_STYLE = re.compile(r"(?:State|Republic|Kingdom|Commonwealth|Province) of ")


def preferred(keys: Sequence[str], fulls: Mapping[str, int]) -> str:
    """Today's usual form by the table, else the fullest name that is common."""
    for name in keys:
        usual = usual_names().get(name)
        if usual and key(usual.name) in keys:
            return usual.name
    if len(fulls) == 1:
        return quiet(next(iter(fulls)))
    top = max(fulls.values())
    common = [text for text, count in fulls.items() if count * 5 >= top]
    name = min(
        common,
        key=lambda text: (
            not text.isascii() and is_odd(text),
            plain(text) != text and plain(text) in fulls,
            '"' in text or _is_loud(text),
            -_words(text),
            -fulls[text],
            text.count(".") + bool(" of " in text and _STYLE.match(text)),
            -len(text),
            text,
        ),
    )
    return quiet(name)


def quiet(name: str) -> str:
    """The name as it looks, and in usual letters if the corpus has it in capitals only."""
    if not name.isascii():
        name = visible(name)
    if not name.isupper() or len(name) <= 3:
        return name
    known = name.title() in places() or (" " in name and len(name) > 8)
    return name.title() if known else name


def _is_loud(text: str) -> bool:
    """Whether some word of more than three letters is in capitals."""
    return any(w.isupper() and len(w) > 3 for w in text.split())


def _words(name: str) -> int:
    """How many words tell who it is: no initials, legal form or style (`State of`)."""
    words = (_STYLE.sub("", name) if " of " in name else name).split()
    return len([word for word in words if word[-1] != "." and key(word) not in _NO_WORDS])
