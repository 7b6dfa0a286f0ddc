"""One article's bytes, text or record to a seed, or to the problem why it cannot be one."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from seedpress.model import Fields, Problem, Seed
from seedpress.names import seed_name
from seedpress.readers import front
from seedpress.readers.decode import mend
from seedpress.readers.file import Source
from seedpress.settings import LimitSettings, RecordFields

Markup = Literal["text", "markdown"]
# What a record may call its text, and in which markup it then is.
TEXTS: tuple[tuple[str, Markup | Literal["html"]], ...] = (
    ("text", "text"),
    ("markdown", "markdown"),
    ("html", "html"),
    ("body", "text"),
    ("content", "text"),
    ("maintext", "text"),
    ("article", "text"),
)


def whole(source: Source, limits: LimitSettings) -> bytes | Problem:
    """All bytes of `source`, or a problem where they are more than a seed may have.

    Raises:
        OSError: it cannot be read now.
    """
    with source.open() as handle:
        data = handle.read(limits.seed_bytes + 1)
    return too_large(source.path, limits) if len(data) > limits.seed_bytes else data


def too_large(name: str, limits: LimitSettings, line: int | None = None) -> Problem:
    """The problem of a seed with more bytes than allowed."""
    reason = f"has more bytes than limits.seed_bytes ({limits.seed_bytes:,})"
    return Problem(name, reason, "split it, or raise the limit in mkdocs.yml", line)


def digest(data: bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


def checked(seed: Seed, limits: LimitSettings) -> Seed | Problem:
    """`seed`, or why it cannot be an article."""
    name = seed_name(seed.path, seed.record)
    if not any(ch.isalnum() for ch in seed.text):
        return Problem(name, "holds no words", "write the article's text into it, or remove it")
    longest = max(map(len, seed.text.split("\n")))
    if longest > limits.line_characters:
        return Problem(
            name,
            f"has a line of {longest:,} characters, more than limits.line_characters "
            f"({limits.line_characters:,})",
            "break the line into paragraphs, or raise the limit in mkdocs.yml",
        )
    return seed


def from_record(
    source: Source, number: int, values: Mapping[str, Any], sha256: str, limits: LimitSettings
) -> Iterator[Seed | Problem]:
    """The seed of a record whose keys are front matter's names and one of `TEXTS`.

    The settings may give other names, which come before those.
    """
    path = source.path
    name = seed_name(path, number)
    folded = _renamed(values, source.fields)
    fields, complaints = front.from_mapping(folded)
    for complaint in complaints:
        yield Problem(name, complaint, "correct the record", number)
    found = next(
        (
            (kind, folded[key])
            for key, kind in TEXTS
            if isinstance(folded.get(key), str) and folded[key]
        ),
        None,
    )
    if found is None:
        wanted = ", ".join(f"`{key}`" for key, _ in TEXTS)
        yield Problem(name, f"has no text; looked for {wanted}", "add one of them", number)
        return
    kind, raw = found
    own_id = front.one_line(folded.get("id"))
    if kind == "html":
        from seedpress.readers.html import article

        yield from (
            checked(_own(thing, number, own_id, fields), limits)
            if isinstance(thing, Seed)
            else thing
            for thing in article(path, raw.encode("utf-8", "replace"), sha256, number)
        )
        return
    text, repairs = mend(raw)
    yield checked(Seed(path, sha256, text, kind, fields, number, number, own_id, repairs), limits)


def _renamed(values: Mapping[str, Any], fields: RecordFields) -> dict[str, Any]:
    """A record with its keys in lower case, those that the settings name under their usual name."""
    folded = {str(key).strip().lower(): value for key, value in values.items()}
    told = {name: getattr(fields, name).strip().lower() for name in RecordFields.__slots__}
    found = {
        front.NAMES.get(name, (name,))[0]: folded[key]
        for name, key in told.items()
        if key in folded
    }
    if found.keys() & dict(TEXTS).keys():  # its text is the one that was named
        folded = {key: value for key, value in folded.items() if key not in dict(TEXTS)}
    return {**folded, **found}


def _own(seed: Seed, number: int, own_id: str, fields: Fields) -> Seed:
    """`seed` with what its record says of it before what its page says."""
    given = {name: value for name in Fields.__slots__ if (value := getattr(fields, name))}
    return replace(seed, own_id=own_id, first_line=number, fields=replace(seed.fields, **given))
