"""Read `.txt` and `.md`: one file, one article."""

from collections.abc import Iterator

from seedpress.model import Problem, Seed
from seedpress.readers import front
from seedpress.readers.decode import NotTextError, decode
from seedpress.readers.file import Source
from seedpress.readers.made import Markup, checked, digest, whole
from seedpress.settings import LimitSettings


def read_text(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The one seed of a plain text file."""
    yield from _read(source, limits, "text")


def read_markdown(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The one seed of a Markdown file."""
    yield from _read(source, limits, "markdown")


def _read(source: Source, limits: LimitSettings, markup: Markup) -> Iterator[Seed | Problem]:
    data = whole(source, limits)
    if isinstance(data, Problem):
        yield data
        return
    try:
        text, repairs = decode(data)
    except NotTextError as error:
        yield Problem(source.path, str(error), "convert it to UTF-8 text, or remove it")
        return
    parts = front.split(text)
    for complaint in parts.complaints:
        yield Problem(source.path, complaint, "correct the lines between `---`", 1)
    seed = Seed(
        path=source.path,
        sha256=digest(data),
        text=parts.body,
        markup=markup,
        fields=parts.fields,
        first_line=parts.first_line,
        repairs=repairs,
    )
    yield checked(seed, limits)
