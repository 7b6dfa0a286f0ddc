"""What the search index reads of a page: the marked part of it, without what it is to ignore."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from lxml import html as parser  # type: ignore[import-untyped]
from lxml.etree import HTMLParser, XPath  # type: ignore[import-untyped]

from seedpress.site.facets import FACETS, Facets, digest_of

_BODY = "data-pagefind-body"
_IGNORE = "data-pagefind-ignore"
_FILTER, _SORT = "data-pagefind-filter", "data-pagefind-sort"
_FACETS = XPath(f"descendant::*/@{_FILTER}/..")  # found in half the time of `.//*[@...]`
# Links say nothing to the index; what a word leads to changes more often than the word.
_LINK = re.compile(r'<a href="[^"]*">(.*?)</a>', re.DOTALL)
# Places in a page that a result may lead to; of each the index keeps all words beside the page's own.
_PLACES = frozenset({"p", "li", "blockquote", "pre"})
_NAMED = XPath("descendant::*/@id/..")
_KEPT = XPath("descendant::*[@data-pagefind-filter or @data-pagefind-meta or @data-pagefind-sort]")
_BODIES = XPath(f"//*[@{_BODY}]")
_WHOLE = XPath("/html/body")
_IGNORED = XPath(f"descendant::*/@{_IGNORE}/..")
_DAYS = XPath(f'//*[@{_SORT}="date"]')
_TEXT = XPath("string()", smart_strings=False)
_PARSER = HTMLParser()  # the one of `lxml.html` asks Python what to make of each element
# What the theme and our finishing write around the part that is read.
_ARTICLE, _END = f'<article class="md-content__inner md-typeset" {_BODY}', "</article>"
_HEAD = re.compile(
    r"\s*<!doctype html>\s*(?P<html><html[^<>]*>)\s*<head>.*?(?P<title><title>[^<]*</title>)",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as the indexer sees it."""

    html: str  # without its facets
    day: str = ""  # by which it can be sorted, as an ISO date
    facets: Facets = ()

    @property
    def digest(self) -> str:
        """Tells it from any other: what the indexer reads, a point, and the facets."""
        words = sha256(self.html.encode("utf-8", "replace")).hexdigest()[:20]
        return f"{words}.{digest_of(self.facets)}"


def words_of(digest: str) -> str:
    """Of a reading's digest the part that is of what the indexer reads."""
    return digest.partition(".")[0]


def is_marked(page: str) -> bool:
    """Whether the index reads anything of the HTML `page`."""
    return _BODY in page


def read_all(site: Path, paths: Iterable[str]) -> dict[str, Reading]:
    """What is read of every page at `paths`, where none is marked."""
    return {path: read((site / path).read_text("utf-8")) for path in paths}


def digests(readings: Mapping[str, Reading]) -> dict[str, str]:
    """What tells each from any other, by path."""
    return {path: reading.digest for path, reading in readings.items()}


def read(page: str) -> Reading:
    """The part of the HTML `page` that the index is made from; all of it where none is marked.

    What is ignored is left out, so that a page in which only that has changed need not be indexed
    again; filters and metadata within it count all the same, as Pagefind says.
    """
    page = _needed(page) or "<p>"
    tree = parser.document_fromstring(page, _PARSER)
    lower = page.lower()
    bodies = _bodies(tree, lower)
    for body in bodies:
        # Looked for once, not in each that is ignored: there are dozens of these.
        holders = {above for kept in _KEPT(body) for above in kept.iterancestors()}
        for element in _IGNORED(body):
            if element.get(_IGNORE) == "all" or element not in holders:
                _remove(element)
        _empty_places(body)
    facets = tuple(_facets(bodies))
    days = [_TEXT(element) for element in (_DAYS(tree) if _SORT in lower else ())]
    parts = "".join(parser.tostring(body, encoding="unicode", with_tail=False) for body in bodies)
    parts = _LINK.sub(lambda link: link[1], parts)
    title = escape(tree.findtext(".//title") or "", quote=False)
    head = f'<html lang="{escape(tree.get("lang") or "")}"><head><title>{title}</title></head>'
    day = days[0].strip() if days else ""
    return Reading(f"<!doctype html>{head}{parts}</html>", day, facets)


def _bodies(tree: Any, page: str) -> list[Any]:
    """The parts that are read of a `page`, given in lower case; most have one, and that first."""
    first = tree.find("body/*") if page.count(_BODY) == 1 else None
    if first is not None and first.get(_BODY) is not None:
        return [first]
    found: list[Any] = _BODIES(tree) or _WHOLE(tree)
    return found


def _facets(bodies: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Take the facets out of the page: name and value of each."""
    for body in bodies:
        for element in _FACETS(body):
            name = element.get(_FILTER)
            if name not in FACETS:
                continue
            value = " ".join(_TEXT(element).split())
            if value:
                yield name, value
            _remove(element)


def _empty_places(body: Any) -> None:
    """Let an empty element at its beginning stand for each place: then the index has no words of it.

    These would be all words of the page a second time, and nobody reads them there.
    """
    for element in _NAMED(body):
        if element.tag not in _PLACES:
            continue
        place = _PARSER.makeelement("i", id=element.attrib.pop("id"))
        place.tail, element.text = element.text, None
        element.insert(0, place)


def _needed(page: str) -> str:
    """The page without the theme's frame, where the part that is read is the theme's `article`."""
    start, end = page.find(_ARTICLE), page.rfind(_END)
    head = _HEAD.match(page)
    if not head or not 0 <= start < end or page.count(_BODY) > 1:
        return page
    return f"{head['html']}<head>{head['title']}</head><body>{page[start : end + len(_END)]}"


def _remove(element: Any) -> None:
    """Take an element out, but not the words that follow it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
