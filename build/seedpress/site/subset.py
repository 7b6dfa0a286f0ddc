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
from html import unescape
from typing import Any

from seedpress.site.grammar import (
    HEADING,
    ID,
    LINK,
    RAW_BLOCK,
    TOKEN,
    UnknownError,
    start_tag,
    state_of,
)
from seedpress.site.headings import number_headings


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
    except UnknownError:
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
                raw = RAW_BLOCK.match(text, at)
                if raw:
                    self._raw(raw[0])
                    at = raw.end()
                    continue
            token = TOKEN.match(text, at)
            if not token:
                raise UnknownError
            at = token.end()
            self._take(token)
        if self.open or not self.out:
            raise UnknownError
        headings = number_headings(self.out, self.headings, self.ids, self.anchors)
        return Rendered("".join(self.out).strip(), frozenset(self.anchors), headings)

    def _take(self, token: re.Match[str]) -> None:
        kind = token.lastgroup
        if kind == "leaf_words":
            self._leaf(token["leaf"], token["leaf_attributes"], token["leaf_words"])
        elif kind == "words":
            self._words(token[0])
        elif kind == "gap":
            self._gap()
        else:
            text = token[0]
            if kind == "end":
                self._end(token["end"])
            else:
                self._start(text.rstrip("\n"), token["tag"], token["attributes"])
            if text[-1] == "\n":
                self._gap()

    def _raw(self, text: str) -> None:
        if not self.fresh or " markdown" in text[: text.index(">")]:
            raise UnknownError
        self.out.append(f"{text}\n\n")
        self.anchors.update(map(unescape, ID.findall(text)))
        self.fresh = False

    def _leaf(self, tag: str, attributes: str, words: str) -> None:
        """An element of words on a line of its own: the four steps in one where that is safe."""
        here = self.open[-1] if self.open and self.fresh else None
        if not here or here.state == "span" or here.tag in ("p", "pre"):
            self._start(f"<{tag}{attributes}>", tag, attributes)
            self._words(words)
            self._end(tag)
            self._gap()
            return
        if not here.holds:
            here.holds = "blocks"
            self.out.append("\n")
        here.clean = False
        start = self._opening(tag, attributes)
        content = self._content(words, state_of(tag, attributes, here.state))
        self.out.append(f"{start}{content}</{tag}>\n")

    def _words(self, text: str) -> None:
        here = self._inmost()
        if here.holds == "blocks" or self.fresh:
            raise UnknownError
        self.out.append(self._content(text, here.state))
        here.holds = "words"
        here.clean = False

    def _content(self, text: str, state: str) -> str:
        """Words as they are in an element of that `state`, with their links resolved."""
        if state == "block":
            raise UnknownError
        if ' id="' in text:
            self.anchors.update(map(unescape, ID.findall(text)))
        if "[" not in text:
            return text
        if state == "off" or "<a" in text:
            raise UnknownError
        return LINK.sub(self._link, text)

    def _link(self, found: re.Match[str]) -> str:
        address = self.resolve(found[2])
        if address is None:
            raise UnknownError
        return f'<a href="{address}">{found[1]}</a>'

    def _gap(self) -> None:
        self.fresh = True
        if self.open:
            here = self.open[-1]
            if here.holds == "words":
                raise UnknownError
            here.clean = False

    def _start(self, text: str, tag: str, attributes: str) -> None:
        parent = self.open[-1] if self.open else None
        if parent and parent.holds == "words":
            self._literal(parent, text, tag, attributes)
            return
        if not (self.fresh or (parent and parent.clean)):
            raise UnknownError
        if parent:
            if parent.state == "span" or parent.tag in ("p", "pre"):
                raise UnknownError
            if not parent.holds:
                parent.holds = "blocks"
                self.out.append("\n")
        if tag == "hr":
            self._rule(parent, text, attributes)
        else:
            self._push(parent, tag, attributes)
        self.fresh = False

    def _push(self, parent: _Element | None, tag: str, attributes: str) -> None:
        state = state_of(tag, attributes, parent.state if parent else "")
        if not parent and state == "off":
            raise UnknownError
        self.open.append(_Element(tag, state))
        if HEADING.fullmatch(tag):
            if "data-toc-label" in attributes:
                raise UnknownError
            self.headings.append((len(self.out), tag, attributes))
        self.out.append(self._opening(tag, attributes))

    def _opening(self, tag: str, attributes: str) -> str:
        start, identity = start_tag(tag, attributes)
        if identity is not None:
            self.ids.add(identity)
            self.anchors.add(identity)
        return start

    def _literal(self, parent: _Element, text: str, tag: str, attributes: str) -> None:
        """A block's tag after words on one line, which Python-Markdown takes for words too."""
        if parent.state != "off" or " markdown" in attributes or tag in ("hr", *self._tags()):
            raise UnknownError
        self._words(text)

    def _rule(self, parent: _Element | None, text: str, attributes: str) -> None:
        if not (parent and parent.state == "block" and self.fresh) or " markdown" in attributes:
            raise UnknownError
        self.anchors.update(map(unescape, ID.findall(text)))
        self.out.append(f"{text}\n")
        parent.clean = False

    def _end(self, tag: str) -> None:
        here = self._inmost()
        if here.tag != tag:
            if here.holds != "words" or here.state != "off" or tag in self._tags():
                raise UnknownError
            self._words(f"</{tag}>")
            return
        if self.fresh and not here.holds and here.state != "block":
            raise UnknownError
        self.open.pop()
        self.fresh = False
        self.out.append(f"</{tag}>\n")

    def _inmost(self) -> _Element:
        if not self.open:
            raise UnknownError
        return self.open[-1]

    def _tags(self) -> list[str]:
        return [element.tag for element in self.open]
