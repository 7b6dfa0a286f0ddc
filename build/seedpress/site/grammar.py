"""The Markdown that our pages are written in: its patterns, and what its tags mean."""

import re
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element

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
_LEAVES = sorted(_BLOCKS - {"hr", "h1", "h2", "h3", "h4", "h5", "h6"}, reverse=True)
TOKEN = re.compile(
    # A whole element on a line of its own: most of every page, so it is one token.
    rf"<(?P<leaf>{'|'.join(_LEAVES)})(?P<leaf_attributes>{_ATTRIBUTES})>"
    rf"(?P<leaf_words>(?:{_WORD}|{_INLINE_TAG}|{_LINK})++)</(?P=leaf)>\n"
    # A tag with the line ends behind it, which half of all tags have.
    rf"|</(?P<end>{'|'.join(sorted(_BLOCKS, reverse=True))})>\n*+"
    rf"|(?P<words>(?:{_WORD}|{_INLINE_TAG}|{_LINK})++)"
    rf"|<(?P<tag>{'|'.join(sorted(_BLOCKS, reverse=True))})(?P<attributes>{_ATTRIBUTES})>\n*+"
    r"|(?P<gap>\n+)"
)
LINK = re.compile(_LINK)
RAW_BLOCK = re.compile(
    rf"<div{_ATTRIBUTES}>(?:{_WORD}|{_INLINE_TAG}|</?p{_ATTRIBUTES}>)*+</div>(?=\n\n|\n?\Z)"
)
_ATTRIBUTE = re.compile(r' ([^\s="]+)(?:="([^"]*)")?')
ID = re.compile(r'<[^<>]* id="([^"]*)"')
HEADING = re.compile(r"h[1-6]")


class UnknownError(Exception):
    """The page holds something that is read here in no way."""


@lru_cache(maxsize=10_000)
def state_of(tag: str, attributes: str, parent: str) -> str:
    """What Python-Markdown takes an element's content for: `block`, `span` or `off`."""
    if parent == "off" or tag in _RAW or " markdown" not in attributes:
        return "off"
    asked = dict(_ATTRIBUTE.findall(attributes)).get("markdown", "0")
    if asked == "block" or (asked == "" and tag not in _OF_WORDS):
        return "block"
    if asked == "":
        return "span"
    raise UnknownError


@lru_cache(maxsize=10_000)
def start_tag(tag: str, attributes: str) -> tuple[str, str | None]:
    """An element's start as Python-Markdown writes it, and its id."""
    values = {
        found[1].lower(): found[1].lower() if found[2] is None else unescape(found[2])
        for found in _ATTRIBUTE.finditer(attributes)
    }
    values.pop("markdown", None)
    whole = to_xhtml_string(Element(tag, values))
    return whole.removesuffix(f"</{tag}>"), values.get("id")
