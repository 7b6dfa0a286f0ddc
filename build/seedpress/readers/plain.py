"""Read `.txt` and `.md`: one file, one article."""

import hashlib
from collections.abc import Iterator
from typing import Literal

from seedpress.model import Problem, Seed
from seedpress.readers import front
from seedpress.readers.decode import NotTextError, decode
from seedpress.readers.file import SeedFile
from seedpress.readers.opened import whole
from seedpress.settings import LimitSettings


def read_text(file: SeedFile, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The one seed of a plain text file."""
    yield from seeds(file.path, whole(file, limits), limits, "text")


def read_markdown(file: SeedFile, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The one seed of a Markdown file."""
    yield from seeds(file.path, whole(file, limits), limits, "markdown")


def seeds(
    path: str, data: bytes, limits: LimitSettings, markup: Literal["text", "markdown"]
) -> Iterator[Seed | Problem]:
    """The seed that `data` is, and the problems of its front matter."""
    try:
        text, repairs = decode(data)
    except NotTextError as error:
        yield Problem(path, str(error), "convert it to UTF-8 text, or remove it")
        return
    parts = front.split(text)
    for complaint in parts.complaints:
        yield Problem(path, complaint, "correct the lines between `---`", 1)
    bad = unusable(parts.body, limits)
    if bad:
        yield Problem(path, *bad)
        return
    yield Seed(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        text=parts.body,
        markup=markup,
        fields=parts.fields,
        first_line=parts.first_line,
        own_id="",
        repairs=repairs,
    )


def unusable(text: str, limits: LimitSettings) -> tuple[str, str] | None:
    """Why `text` cannot be an article and what to do about it, or None where it can."""
    if not any(ch.isalnum() for ch in text):
        return "holds no words", "write the article's text into it, or remove it"
    longest = max(map(len, text.split("\n")))
    if longest > limits.line_characters:
        return (
            f"has a line of {longest:,} characters, more than limits.line_characters "
            f"({limits.line_characters:,})",
            "break the line into paragraphs, or raise the limit in mkdocs.yml",
        )
    return None
