"""Read `.html`: trafilatura finds the article in a page, without its comments."""

import logging
from collections.abc import Iterator

from seedpress.model import Fields, Problem, Seed
from seedpress.names import seed_name
from seedpress.readers.around import around
from seedpress.readers.decode import mend
from seedpress.readers.file import Source
from seedpress.readers.made import checked, digest, whole
from seedpress.settings import LimitSettings

# No clock: what a page says of itself does not depend on when it is read.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_END_OF_HEADER = "\n---\n"


def read_html(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The one seed of a web page."""
    data = whole(source, limits)
    if isinstance(data, Problem):
        yield data
        return
    for thing in article(source.path, data, digest(data)):
        yield checked(thing, limits) if isinstance(thing, Seed) else thing


def article(
    path: str, page: bytes, sha256: str, record: int | None = None, url: str = ""
) -> Iterator[Seed | Problem]:
    """The seed in a web page: its article as Markdown, its title, author, date and site name."""
    from trafilatura import extract_with_metadata  # a second to import, and most seeds are text

    # What it has to say is in the problem.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL + 1)
    name = seed_name(path, record)
    remedy = "save the article's text as .txt or .md instead"
    try:
        found = extract_with_metadata(
            page,
            url=url or None,
            include_comments=False,
            include_formatting=True,
            output_format="markdown",
            date_extraction_params=_DATES,
        )
    except OSError:
        raise
    except Exception as error:  # of a page that breaks the parser, one article is lost, and told
        yield Problem(name, f"is not readable as HTML: {type(error).__name__}: {error}", remedy)
        return
    if found is None or not found.text:
        yield Problem(name, "no article was found in this page", remedy)
        return
    text, repairs = mend(found.text.partition(_END_OF_HEADER)[2])
    yield Seed(
        path,
        sha256,
        text,
        "markdown",
        _fields(found, url),
        record=record,
        repairs=repairs,
        around=around(page, text, record),
    )


def _fields(found: object, url: str) -> Fields:
    def said(name: str) -> str:
        return " ".join(mend(str(getattr(found, name, None) or ""))[0].split())

    tags = [" ".join(mend(str(tag))[0].split()) for tag in getattr(found, "tags", None) or ()]
    return Fields(
        title=said("title"),
        byline=said("author").replace("; ", ", "),
        source=said("sitename"),
        date=said("date") or None,
        url=said("url") or url,
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
    )
