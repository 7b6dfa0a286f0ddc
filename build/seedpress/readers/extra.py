"""Formats that need a library which only some users want: `.docx`, `.pdf`, `.warc`."""

import io
import logging
import zipfile
from collections.abc import Iterator
from itertools import count
from typing import Any

from seedpress.model import Fields, Problem, Seed
from seedpress.readers.decode import mend
from seedpress.readers.file import Source
from seedpress.readers.html import article
from seedpress.readers.made import checked, digest, too_large, whole
from seedpress.readers.packed import DAMAGED, MAGIC, Unpacked
from seedpress.settings import LimitSettings

_PAGES = 3000  # of a PDF
_UNPACKED = 20  # a document may unpack to so many times the limit


def read_docx(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The text of a word processor's document, its headings and lists as Markdown."""
    try:
        import docx
        from docx.text.paragraph import Paragraph
    except ImportError:
        yield _missing(source.path, "python-docx", "docx")
        return
    data = whole(source, limits)
    if isinstance(data, Problem):
        yield data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(info.file_size for info in parts.infolist())
        if size > _UNPACKED * limits.seed_bytes:
            yield too_large(source.path, limits)
            return
        document = docx.Document(io.BytesIO(data))
        lines = [
            _paragraph(part.text, str(part.style.name if part.style else ""))
            if isinstance(part, Paragraph)
            else _table([[cell.text for cell in row.cells] for row in part.rows])
            for part in document.iter_inner_content()
        ]
        known = document.core_properties
        # The author there is whoever set up the computer.
        fields = Fields(title=known.title or "")
    except Exception as error:  # a broken document costs itself only, and is told
        yield _broken(source.path, "a .docx document", error)
        return
    text, repairs = mend("\n\n".join(line for line in lines if line))
    yield checked(
        Seed(source.path, digest(data), text, "markdown", fields, repairs=repairs), limits
    )


def _paragraph(text: str, style: str) -> str:
    text = " ".join(text.split())
    if style == "Title":
        return f"# {text}"
    if style.startswith("Heading ") and style[8:].isdigit():
        return f"{'#' * min(int(style[8:]) + 1, 6)} {text}"
    if style.startswith("List") and text:
        return f"- {text}"
    return text


def _table(rows: list[list[str]]) -> str:
    """The rows of a table as Markdown has them; the first is its head."""
    made = [f"| {' | '.join(' '.join(cell.split()) for cell in row)} |" for row in rows]
    return "\n".join([*made[:1], f"|{' --- |' * len(rows[0])}", *made[1:]]) if rows else ""


def read_pdf(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The text layer of a PDF; scanned pages have none."""
    try:
        import pypdf
    except ImportError:
        yield _missing(source.path, "pypdf", "pdf")
        return
    data = whole(source, limits)
    if isinstance(data, Problem):
        yield data
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it has to say is in the problem
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(pages) > _PAGES:
            yield Problem(source.path, f"has more than {_PAGES:,} pages", "split it")
            return
        raw = "\n\n".join(page.extract_text() for page in pages)
    except Exception as error:  # as above
        yield _broken(source.path, "a PDF", error)
        return
    text, repairs = mend(raw)
    if not any(ch.isalnum() for ch in text):
        yield Problem(source.path, "has no text layer", "run text recognition (OCR) over it first")
        return
    yield checked(Seed(source.path, digest(data), text, repairs=repairs), limits)


def read_warc(source: Source, limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The articles in the web pages of a crawl, compressed or not."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield _missing(source.path, "fastwarc", "warc")
        return
    with source.open() as handle:
        packed = handle.read(len(MAGIC)) == MAGIC
        handle.seek(0)
        crawl = Unpacked(handle, limits) if packed else handle
        records = ArchiveIterator(
            crawl,
            record_types=WarcRecordType.response,
            parse_http=True,
            stream_detect=False,  # it would unpack without a limit
        )
        yield from _crawled(source.path, records, limits)
        over = crawl.over(source.path) if isinstance(crawl, Unpacked) else None
        if over:
            yield over


def _crawled(path: str, records: Iterator[Any], limits: LimitSettings) -> Iterator[Seed | Problem]:
    """The articles of a crawl's records, one after the other."""
    for number in count(1):
        try:
            found = _response(records, limits)
        except (OSError, ValueError, *DAMAGED) as error:
            if getattr(error, "errno", None):
                raise  # of the disk, not of the file
            reason = f"is damaged: {error}; the records before that were read"
            yield Problem(path, reason, "make the crawl's file anew")
            return
        if found is None:
            return
        if number > limits.archive_files:
            told = f"holds more than limits.archive_files ({limits.archive_files:,}) pages"
            remedy = "split it, or raise the limit in mkdocs.yml"
            yield Problem(path, f"{told}; those before were read", remedy)
            return
        yield from _page(path, number, *found, limits)


def _response(records: Iterator[Any], limits: LimitSettings) -> tuple[bytes, str] | None:
    """The bytes and the address of the next record, empty if it is no web page; None at the end."""
    record = next(records, None)
    if record is None:
        return None
    is_page = "html" in (record.http_content_type or "")
    page: bytes = record.reader.read(limits.seed_bytes + 1) if is_page else b""
    return page, record.headers.get("WARC-Target-URI") or ""


def _page(
    path: str, number: int, page: bytes, url: str, limits: LimitSettings
) -> Iterator[Seed | Problem]:
    """The article in one record of a crawl, if that is a web page."""
    if len(page) > limits.seed_bytes:
        yield too_large(f"{path}#{number}", limits)
    elif page:
        for thing in article(path, page, digest(page), number, url):
            yield checked(thing, limits) if isinstance(thing, Seed) else thing


def _missing(path: str, library: str, extra: str) -> Problem:
    reason = f"reading it needs {library}, which is not installed"
    return Problem(path, reason, f"pip install 'seedpress[{extra}]'")


def _broken(path: str, what: str, error: Exception) -> Problem:
    reason = f"is not readable as {what}: {type(error).__name__}: {error}"[:300]
    return Problem(path, reason, "open and save it anew, or convert it to .txt")
