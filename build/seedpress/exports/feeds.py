"""`feed.atom` and `feed.json`: the latest articles, for feed readers (RFC 4287, JSON Feed 1.1)."""

import re
from urllib.parse import urljoin
from xml.etree import ElementTree

import msgspec

from seedpress import names
from seedpress.model import Corpus, Entry
from seedpress.settings import Settings

LATEST = 50
SUMMARY = 300
_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
# Atom demands a date; where no article has one this says so plainly.
_NO_DATE = "1970-01-01"


def feed_atom(corpus: Corpus, settings: Settings) -> bytes:
    """An Atom feed of the latest dated articles; addresses are relative without a `site_url`."""
    ElementTree.register_namespace("", _ATOM)
    latest = _latest(corpus)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    _add(root, "id", f"urn:seedpress:{names.digest(settings.site_url or settings.name)[:32]}")
    _add(root, "title", settings.name)
    if settings.description:
        _add(root, "subtitle", settings.description)
    _add(root, "updated", _stamp(latest[0].article.fields.date if latest else None))
    ElementTree.SubElement(root, f"{{{_ATOM}}}link", href=_address("", settings))
    for entry in latest:
        _entry(root, entry, settings)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def feed_json(corpus: Corpus, settings: Settings) -> bytes:
    """The same articles as a JSON Feed."""
    items = [
        {
            "id": entry.id,
            "url": _address(names.url(names.article_path(entry.slug)), settings),
            "title": entry.article.fields.title,
            "summary": _summary(entry),
            "content_text": entry.article.text,
            "date_published": _stamp(entry.article.fields.date),
            "language": entry.article.fields.language,
            "authors": [{"name": entry.article.fields.byline}]
            if entry.article.fields.byline
            else [],
        }
        for entry in _latest(corpus)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.name,
        "description": settings.description,
        "home_page_url": _address("", settings),
        "items": items,
    }
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _latest(corpus: Corpus) -> list[Entry]:
    dated = [entry for entry in corpus.entries if entry.article.fields.date]
    return sorted(dated, key=lambda e: (e.article.fields.date or "", e.id), reverse=True)[:LATEST]


def _entry(root: ElementTree.Element, entry: Entry, settings: Settings) -> None:
    fields = entry.article.fields
    node = ElementTree.SubElement(root, f"{{{_ATOM}}}entry")
    _add(node, "id", f"urn:seedpress:{entry.id}")
    _add(node, "title", fields.title)
    _add(node, "updated", _stamp(fields.date))
    address = _address(names.url(names.article_path(entry.slug)), settings)
    ElementTree.SubElement(node, f"{{{_ATOM}}}link", href=address)
    author = ElementTree.SubElement(node, f"{{{_ATOM}}}author")
    _add(author, "name", fields.byline or fields.source or settings.name)
    _add(node, "summary", _summary(entry))


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}").text = _NOT_XML.sub("", text)


def _summary(entry: Entry) -> str:
    text = " ".join(entry.article.text[: 2 * SUMMARY].split())
    return text if len(text) <= SUMMARY else f"{text[:SUMMARY].rpartition(' ')[0]}…"


def _stamp(date: str | None) -> str:
    return f"{date or _NO_DATE}T00:00:00Z"


def _address(path: str, settings: Settings) -> str:
    """`path` on the published site; a feed lies in `data/`, one folder below its root."""
    if settings.site_url:
        return urljoin(settings.site_url.rstrip("/") + "/", path)
    return f"../{path}"
