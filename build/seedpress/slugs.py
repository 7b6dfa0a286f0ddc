"""The slugs of many texts at once, as `names.slug` makes them one by one: sooner."""

from collections.abc import Sequence
from string import ascii_lowercase, ascii_uppercase, digits

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
