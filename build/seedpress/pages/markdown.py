"""The one way in which words reach a page: everything passes `escape`, or it is `Markdown` already.

What `escape` returns means the same as Markdown text, as text inside raw HTML and as the value of a
quoted attribute, because every active character becomes a numeric character reference. The token
level of Python-Markdown decides what is active; characters that only wake up with extensions which
a publisher might add (maths, emoji, snippets, bare links, attribute lists) are escaped as well.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, urlsplit

# Characters that no page shows: controls, byte order marks, and what turns the reading direction.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
# Lone surrogates and noncharacters have no place in UTF-8 text or in YAML.
_INVALID = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_RUN = re.compile("( {2,})")
_SPACE = re.compile("[\t-\r\x1c-\x20\x85\u2028\u2029]+")
# More marks on one letter than any script needs only smear over the lines around.
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARKS = re.compile(f"({_MARK}{{8}}){_MARK}+")
_ACTIVE = re.compile(r"[&<>*_`\[\]\\{}|#~^$=+!]|:(?=//|[\w+-]+:)")
_BACKTICKS = re.compile("`([^`]+)`")
_LINE_START = re.compile(r" ?(?:[-:;/?%@.,…]|\d+[.)])")


class Markdown(str):
    """Text that is Markdown already and must not be escaped again."""

    __slots__ = ()


def clean(text: str) -> str:
    """`text` on one line, without characters that must not be in a page; words stay as they are."""
    if not text.isprintable() or "  " in text:
        text = _SPACE.sub(" ", _INVALID.sub("\ufffd", _UNSEEN.sub("", text)))
    return text if text.isascii() else _MARKS.sub(r"\1", text)


def escape(text: object) -> Markdown:
    """Turn any value's words into Markdown that renders as exactly these words, on one line.

    `Markdown` passes unchanged, so that it is safe to escape whatever comes.
    """
    if isinstance(text, Markdown):
        return text
    words = text if type(text) is str else str(text)
    return _remembered(words) if len(words) < SHORT else _escaped(words)


def within(text: str) -> Markdown:
    """Like `escape`, for words that never start a line and never stand in an attribute."""
    return Markdown(_ACTIVE.sub(_reference, clean(text)))


def _escaped(text: str) -> Markdown:
    words = within(text).replace('"', "&#34;").replace("'", "&#39;")
    start = _LINE_START.match(words)
    if start:
        mark = start.end() - 1
        words = f"{words[:mark]}&#{ord(words[mark])};{words[mark + 1 :]}"
    return Markdown(words)


SHORT = 120  # names, titles and the interface's words come again and again
_remembered = lru_cache(maxsize=20_000)(_escaped)


def escape_lines(text: str) -> Markdown:
    """Like `escape` for the inside of a raw `<pre>`: line ends and runs of spaces are kept."""
    lines = (_RUN.split(line.expandtabs(4)) for line in text.split("\n"))
    return Markdown("&#10;".join("".join(map(_piece, pieces)) for pieces in lines))


def escape_told(text: str) -> Markdown:
    """Like `escape` for what we tell in raw HTML: words between two backticks are code."""
    pieces = _BACKTICKS.split(text)  # every second stood between backticks
    return Markdown(
        "".join(f"<code>{escape(p)}</code>" if n % 2 else escape(p) for n, p in enumerate(pieces))
    )


def _piece(text: str) -> str:
    return text if not text.strip(" ") else escape(text)


def escape_html(text: str) -> str:
    """Escape for front matter values, which the theme prints as HTML, also in attributes."""
    text = clean(text).strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#39;").replace("{", "&#123;")


def join(parts: Iterable[object], between: object = "") -> Markdown:
    """All `parts`, each escaped unless it is Markdown, with `between` in between."""
    return Markdown(escape(between).join(escape(part) for part in parts))


def link(text: object, target: str) -> Markdown:
    """A link in Markdown: site engines resolve and check only those, each in its own way.

    `target` is a path below docs/ made by `names`, or has passed `outside`.
    """
    # A bare `&` would be taken for the start of a reference even where no `;` follows: `&copy=`.
    return Markdown(f"[{escape(text)}]({target.replace('&', '&amp;')})")


def outside(address: str) -> str | None:
    """`address` in a form that is safe as a link's target, or None where it must stay text.

    Only http, https and mailto pass, after the whole address has been taken apart: one that cannot
    be (`http://[`) would stop the site engine. Addresses with a user name in them are refused, for
    they are made to look like another host.
    """
    address = clean(address).strip()
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except (ValueError, UnicodeError):
        return None
    path = quote(parts.path, safe="/%:@&+,-.~=!$")
    query = quote(parts.query, safe="/%:@&+,-.~=!$?")
    tail = f"?{query}" if query else ""
    if parts.scheme == "mailto" and re.fullmatch(
        r"[\w.+-]+@[\w-]+(\.[\w-]+)+", parts.path, re.ASCII
    ):
        return f"mailto:{path}"
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[a-z0-9.-]+", host):
        return None
    if "@" in parts.netloc:
        return None
    fragment = quote(parts.fragment, safe="/%:@&+,-.~=!$?")
    return f"{parts.scheme}://{host}{port}{path}{tail}" + (f"#{fragment}" if fragment else "")


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
