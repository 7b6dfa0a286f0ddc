"""The slugs of many texts at once, as `names.slug` makes them one by one: sooner."""

from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase, digits

from seedpress import names
from seedpress.names import slug

_LONGEST = 60  # characters that `slug` leaves whatever they are
_SHORT = 5  # and those of what may be a reserved name, at most
_KEPT = f"{ascii_lowercase}{digits}\n"
_TABLE: dict[int, str | int | None] = {code: "-" for code in range(128) if chr(code) not in _KEPT}
_TABLE |= str.maketrans(ascii_uppercase, ascii_lowercase, "'")


def slugs(texts: Sequence[str]) -> list[str]:
    """The slug of each text."""
    lines = "\n".join([text if text.isascii() else "" for text in texts]).translate(_TABLE)
    while "--" in lines:
        lines = lines.replace("--", "-")
    found = f"\n{lines}\n".replace("\n-", "\n").replace("-\n", "\n")[1:-1].split("\n")
    if len(found) != len(texts):  # one has several lines
        return [*map(slug, texts)]
    return [
        stem if _SHORT < len(stem) <= _LONGEST else slug(text)
        for stem, text in zip(found, texts, strict=True)
    ]


def distinct(ids: Sequence[str], wishes: Sequence[str]) -> list[str]:
    """The own slug of each id, in order of precedence, as `names.distinct` has it."""
    often = Counter(wishes)
    if len(often) == len(ids):
        return [*wishes]
    shared = [place for place, wish in enumerate(wishes) if often[wish] > 1]  # by few
    given = names.distinct(((ids[place], wishes[place]) for place in shared), str)
    new = {given[ids[place]] for place in shared} - {wishes[place] for place in shared}
    if not often.keys().isdisjoint(new):  # what one got in its stead is another's wish
        return [*names.distinct(zip(ids, wishes, strict=True), str).values()]
    found = [*wishes]
    for place in shared:
        found[place] = given[ids[place]]
    return found
