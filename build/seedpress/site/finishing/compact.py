"""The same page in fewer bytes: what HTML lets an author leave out is left out.

That is line ends beside what is no part of a line, end tags that the next tag tells anyway, and
quotes around words without a space. A browser makes the same tree of it. In the publisher's own
pages only what the theme wrote around them becomes shorter; scripts and `pre` stay as they are.
"""

import re
from functools import lru_cache

from seedpress.site.finishing.context import Context
from seedpress.site.finishing.lean import TOPIC

_CONTENT, _END = '<article class="md-content__inner', "</article>"
_KEPT = re.compile(
    r"(<(?:script|style)\b[^<>]*>(?!</).*?</(?:script|style)>|<(?:pre|textarea)\b.*?</(?:pre|textarea)>)",
    re.DOTALL,
)
# Elements that are no part of a line of text, frequent ones first; a line's end beside them shows
# nowhere.
_BLOCKS = (
    "li|p|ul|h[1-6]|section|t[dhr]|details|summary|article|header|footer|div|tbody|thead|table|"
    "figure|figcaption|nav|aside|ol|d[ltd]|blockquote|hr|pre|main|form|caption|meta|link|title|"
    "script|head|body|html"
)
_BEFORE = re.compile(rf"\n(?=</?(?:{_BLOCKS})[\s>])")
_BEHIND = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?>)\n+")
# In the theme's frame, where links, labels and buttons stand in boxes of their own.
_BOXES = r"</?(?:label|svg|input|button)(?:\s[^<>]*)?>"
_BOX_BEFORE = re.compile(rf'\n+(?={_BOXES}|<a [^<>]*class="md-|</(?:a|span)>)')
_BOX_BEHIND = re.compile(rf'({_BOXES}|<(?:a|span) [^<>]*class="md-[^<>]*>)\n+')
_IMPLIED = re.compile(r"</(?:li|t[dhr]|tbody|thead|d[dt])>")
# Before these the end of a paragraph goes without saying.
_PARAGRAPH = re.compile(
    "</p>(?=<(?:p|ul|li|h[1-6]|div|section|article|aside|blockquote|details|d[ltd]|figure|footer|"
    "form|header|hr|main|nav|ol|pre|table|t[dhr]|/(?:ul|section|div|article|aside|blockquote|"
    r"details|dl|footer|header|main|nav|ol|table))[\s>])"
)
_QUOTED = re.compile(r"""="([^\s"'=<>`]+)"(?=>| [^<>]*>)""")
_LIKE_IT = re.compile(r'>[^<]*="')  # text that could be taken for an attribute


def compact(html: str, context: Context) -> str:
    """The page with what a browser does not need left out."""
    start = html.find(_CONTENT)
    end = html.rfind(_END, start) if start >= 0 else -1
    if end < 0:
        return html
    start = html.find(">", start) + 1
    before, body, after = html[:start], html[start:end], html[end:]
    if context.source in context.whole.generated:
        body = "".join(_body(piece) for piece in _apart(body))
    head, mark, rest = before.partition("<body")
    above, topic, rest = f"{mark}{rest}".partition(TOPIC[0])
    title, below, rest = rest.partition(TOPIC[1])
    frame = f"{_known(above + topic)}{_frame(title)}{_known(below + rest)}"
    return f"{_frame(head)}{frame}{body}{_known(after)}"


def _apart(html: str) -> list[tuple[str, bool]]:
    """The HTML in pieces, and which of them may be shortened."""
    return [(piece, number % 2 == 0) for number, piece in enumerate(_KEPT.split(html))]


def _body(piece: tuple[str, bool]) -> str:
    """What we generated and the wall wrote: every `<` and `>` is a tag's."""
    html, free = piece
    if not free:
        return html
    html = _IMPLIED.sub("", _BEFORE.sub("", html))
    return _QUOTED.sub(_bare, _PARAGRAPH.sub("", html))


@lru_cache(maxsize=1000)
def _known(html: str) -> str:
    """The part of the frame that is the same on many pages."""
    return _frame(html)


def _frame(html: str) -> str:
    return "".join(_boxed(piece) if free else piece for piece, free in _apart(html))


def _boxed(html: str) -> str:
    html = _BOX_BEHIND.sub(_first, _BOX_BEFORE.sub("", html))
    html = _BEHIND.sub(_first, _BEFORE.sub("", html)).replace("</li>", "")
    return html if _LIKE_IT.search(html) else _QUOTED.sub(_bare, html)


def _first(found: re.Match[str]) -> str:
    """The first group; a template such as `\\1` takes four times as long, of dozens on each page."""
    return found[1]


def _bare(found: re.Match[str]) -> str:
    return f"={found[1]}"
