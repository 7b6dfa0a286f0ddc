"""Reads the small part of Markdown that our pages are written in, ten times faster than the engine.

Generated pages are raw HTML whose block tags carry `markdown`, Markdown links, and words in which
every active character is a character reference. For exactly that, `to_html` gives the bytes that
Python-Markdown gives with `md_in_html` and `toc`; about anything else it says that it does not
know. Tests compare the two on every page of the samples and on what hypothesis invents.

What Python-Markdown does to such a page, and so do we: an element holds either blocks, each on a
line of its own, or words, which stay as they are; attributes are sorted and get values; headings
get an id; links are resolved. Raw blocks at the top level stay as they are.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element

from markdown.extensions.toc import (  # type: ignore[import-untyped]
    nest_toc_tokens,
    slugify,
    strip_tags,
    unique,
)
from markdown.serializers import to_xhtml_string  # type: ignore[import-untyped]
from markdown.util import BLOCK_LEVEL_ELEMENTS  # type: ignore[import-untyped]

# As in `md_in_html`: blocks whose content is words, and those whose content is never Markdown.
_OF_WORDS = set("address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th".split())
_RAW = set("canvas math option pre script style textarea".split())
_BLOCKS = set(BLOCK_LEVEL_ELEMENTS) - {"script", "style", "textarea"}
_INLINE = (
    "a b bdi circle code em g i line path q rect small span strong svg text time title".split()
)

_ATTRIBUTES = r'(?:\x20[A-Za-z][\w:-]*(?:="[^"<>\[\]`\\\x00-\x1f]*+")?)*+'
_WORD = r"[^<>&\[\]*_`\\!\x00-\x1f]++|&\#[0-9]++;"
_INLINE_TAG = rf"</?(?:{'|'.join(_INLINE)}){_ATTRIBUTES}>"
_TARGET = r"[A-Za-z0-9_.~/#%:?=;,+@$!-]|&amp;"
_LINK = rf"\[((?:{_WORD}|{_INLINE_TAG})++)\]\(((?:{_TARGET})++)\)"
_TOKEN = re.compile(
    rf"(?P<words>(?:{_WORD}|{_INLINE_TAG}|{_LINK})++)"
    rf"|<(?P<tag>{'|'.join(sorted(_BLOCKS, reverse=True))})(?P<attributes>{_ATTRIBUTES})>"
    rf"|</(?P<end>{'|'.join(sorted(_BLOCKS, reverse=True))})>"
    r"|(?P<gap>\n+)"
)
_A_LINK = re.compile(_LINK)
_RAW_BLOCK = re.compile(
    rf"<div{_ATTRIBUTES}>(?:{_WORD}|{_INLINE_TAG}|</?p{_ATTRIBUTES}>)*+</div>(?=\n\n|\n?\Z)"
)
_ATTRIBUTE = re.compile(r' ([^\s="]+)(?:="([^"]*)")?')
_ID = re.compile(r'<[^<>]* id="([^"]*)"')
_HEADING = re.compile(r"h[1-6]")


class _UnknownError(Exception):
    """The page holds something that is read here in no way."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as the engine would have rendered it."""

    html: str
    anchors: frozenset[str]  # every id on the page
    headings: list[dict[str, Any]]  # nested, as the `toc` extension leaves them


@dataclass(slots=True)
class _Element:
    """An element that is still open."""

    tag: str
    state: str  # what its content is to Python-Markdown: `block`, `span` or `off`
    holds: str = ""  # what it holds so far: nothing, `blocks` or `words`
    clean: bool = True  # no character stands between its start and here, but for children


def to_html(text: str, resolve: Callable[[str], str | None]) -> Rendered | None:
    """The HTML of the Markdown `text`; None if it is more than what is known here.

    Args:
        text: a page without its front matter.
        resolve: gives a link's address on the page for its target; None if it cannot.
    """
    try:
        return _Reader(resolve).read(text)
    except _UnknownError:
        return None


class _Reader:
    def __init__(self, resolve: Callable[[str], str | None]) -> None:
        self.resolve = resolve
        self.out: list[str] = []
        self.open: list[_Element] = []
        self.fresh = True  # at the start of a line
        self.ids: set[str] = set()  # of blocks, which a heading's must differ from
        self.anchors: set[str] = set()  # of all elements
        self.headings: list[tuple[int, str, str]] = []  # place in `out`, tag, attributes

    def read(self, text: str) -> Rendered:
        at = 0
        text = text.rstrip("\n") + "\n"
        while at < len(text):
            if not self.open:
                raw = _RAW_BLOCK.match(text, at)
                if raw:
                    self._raw(raw[0])
                    at = raw.end()
                    continue
            token = _TOKEN.match(text, at)
            if not token:
                raise _UnknownError
            at = token.end()
            self._take(token)
        if self.open or not self.out:
            raise _UnknownError
        headings = self._number_headings()
        return Rendered("".join(self.out).strip(), frozenset(self.anchors), headings)

    def _take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "words":
            self._words(token[0])
        elif kind == "attributes":
            self._start(token[0], token["tag"], token["attributes"])
        elif kind == "end":
            self._end(token["end"])
        else:
            self._gap()

    def _raw(self, text: str) -> None:
        if not self.fresh or " markdown" in text[: text.index(">")]:
            raise _UnknownError
        self.out.append(f"{text}\n\n")
        self.anchors.update(map(unescape, _ID.findall(text)))
        self.fresh = False

    def _words(self, text: str) -> None:
        here = self._inmost()
        if here.state == "block" or here.holds == "blocks" or self.fresh:
            raise _UnknownError
        if "<" in text and ' id="' in text:
            self.anchors.update(map(unescape, _ID.findall(text)))
        if "[" in text:
            if here.state == "off" or "<a" in text:
                raise _UnknownError
            text = _A_LINK.sub(self._link, text)
        self.out.append(text)
        here.holds = "words"
        here.clean = False

    def _link(self, found: re.Match[str]) -> str:
        address = self.resolve(found[2])
        if address is None:
            raise _UnknownError
        return f'<a href="{address}">{found[1]}</a>'

    def _gap(self) -> None:
        self.fresh = True
        if self.open:
            here = self.open[-1]
            if here.holds == "words":
                raise _UnknownError
            here.clean = False

    def _start(self, text: str, tag: str, attributes: str) -> None:
        parent = self.open[-1] if self.open else None
        if parent and parent.holds == "words":
            self._literal(parent, text, tag, attributes)
            return
        if not (self.fresh or (parent and parent.clean)) or "data-toc-label" in attributes:
            raise _UnknownError
        if parent:
            if parent.state == "span" or parent.tag in ("p", "pre"):
                raise _UnknownError
            if not parent.holds:
                parent.holds = "blocks"
                self.out.append("\n")
        if tag == "hr":
            self._rule(parent, text, attributes)
        else:
            self._push(parent, tag, attributes)
        self.fresh = False

    def _push(self, parent: _Element | None, tag: str, attributes: str) -> None:
        state = _state(tag, attributes, parent.state if parent else "")
        if not parent and state == "off":
            raise _UnknownError
        self.open.append(_Element(tag, state))
        start, identity = _start_tag(tag, attributes)
        if identity is not None:
            self.ids.add(identity)
            self.anchors.add(identity)
        if _HEADING.fullmatch(tag):
            self.headings.append((len(self.out), tag, attributes))
        self.out.append(start)

    def _literal(self, parent: _Element, text: str, tag: str, attributes: str) -> None:
        """A block's tag after words on one line, which Python-Markdown takes for words too."""
        if parent.state != "off" or " markdown" in attributes or tag == "hr" or self._is_open(tag):
            raise _UnknownError
        self._words(text)

    def _rule(self, parent: _Element | None, text: str, attributes: str) -> None:
        if not (parent and parent.state == "block" and self.fresh) or " markdown" in attributes:
            raise _UnknownError
        self.anchors.update(map(unescape, _ID.findall(text)))
        self.out.append(f"{text}\n")
        parent.clean = False

    def _end(self, tag: str) -> None:
        here = self._inmost()
        if here.tag != tag:
            if here.holds != "words" or here.state != "off" or self._is_open(tag):
                raise _UnknownError
            self._words(f"</{tag}>")
            return
        if self.fresh and not here.holds and here.state != "block":
            raise _UnknownError
        self.open.pop()
        self.fresh = False
        self.out.append(f"</{tag}>\n")

    def _inmost(self) -> _Element:
        if not self.open:
            raise _UnknownError
        return self.open[-1]

    def _is_open(self, tag: str) -> bool:
        return any(element.tag == tag for element in self.open)

    def _number_headings(self) -> list[dict[str, Any]]:
        """Give each heading without an id one made of its words; the tree of all of them."""
        found: list[dict[str, Any]] = []
        for place, tag, attributes in self.headings:
            end = self.out.index(f"</{tag}>\n", place)
            words = strip_tags("".join(self.out[place + 1 : end]).strip())
            identity = _start_tag(tag, attributes)[1]
            if identity is None:
                identity = unique(slugify(unescape(words), "-"), self.ids)
                self.anchors.add(identity)
                self.out[place] = _start_tag(tag, f'{attributes} id="{identity}"')[0]
            found.append({"level": int(tag[1]), "id": identity, "name": words})
        return list(nest_toc_tokens(found))


def _state(tag: str, attributes: str, parent: str) -> str:
    """What Python-Markdown takes an element's content for: `block`, `span` or `off`."""
    if parent == "off" or tag in _RAW or " markdown" not in attributes:
        return "off"
    asked = dict(_ATTRIBUTE.findall(attributes)).get("markdown", "0")
    if asked == "block" or (asked == "" and tag not in _OF_WORDS):
        return "block"
    if asked == "":
        return "span"
    raise _UnknownError


@lru_cache(maxsize=10_000)
def _start_tag(tag: str, attributes: str) -> tuple[str, str | None]:
    """An element's start as Python-Markdown writes it, and its id."""
    values = {
        found[1].lower(): found[1].lower() if found[2] is None else unescape(found[2])
        for found in _ATTRIBUTE.finditer(attributes)
    }
    values.pop("markdown", None)
    whole = to_xhtml_string(Element(tag, values))
    return whole.removesuffix(f"</{tag}>"), values.get("id")
