"""The same page in fewer bytes: what HTML lets an author leave out is left out.

That is line ends beside what is no part of a line, end tags that the next tag tells anyway, and
quotes around words without a space. A browser makes the same tree of it. In the publisher's own
pages only what the theme wrote around them becomes shorter; scripts and `pre` stay as they are.
"""

import re

from seedpress.site.finishing.context import Context

_CONTENT, _END = '<article class="md-content__inner', "</article>"
_KEPT = re.compile(r"(<(?:script|style|pre|textarea)\b.*?</(?:script|style|pre|textarea)>)", re.DOTALL)
# Elements that are no part of a line of text; a line's end beside them shows nowhere.
_BLOCKS = (
    "article|aside|blockquote|body|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|"
    "h[1-6]|head|header|hr|html|li|link|main|meta|nav|ol|p|pre|script|section|summary|table|tbody|"
    "td|tfoot|th|thead|title|tr|ul"
)
_BEFORE = re.compile(rf"\n+(?=</?(?:{_BLOCKS})[\s>])")
_BEHIND = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?>)\n+")
# In the theme's frame, where links, labels and buttons stand in boxes of their own.
_BOXES = r"</?(?:label|svg|input|button)(?:\s[^<>]*)?>"
_BOX_BEFORE = re.compile(rf'\n+(?={_BOXES}|<a [^<>]*class="md-|</(?:a|span)>)')
_BOX_BEHIND = re.compile(rf'({_BOXES}|<(?:a|span) [^<>]*class="md-[^<>]*>)\n+')
_IMPLIED = ("</li>", "</td>", "</th>", "</tr>", "</tbody>", "</thead>", "</dt>", "</dd>")
# Before these the end of a paragraph goes without saying.
_PARAGRAPH = re.compile(
    "</p>(?=<(?:article|aside|blockquote|dd|details|div|dl|dt|figure|footer|form|h[1-6]|header|hr|"
    "li|main|nav|ol|p|pre|section|table|td|th|tr|ul|/(?:article|aside|blockquote|details|div|dl|"
    r"footer|header|main|nav|ol|section|table|ul))[\s>])"
)
_QUOTED = re.compile(r""" ([a-z:-]+)="([^\s"'=<>`]+)"(?=[^<>]*>)""")
_LIKE_IT = re.compile(r'>[^<]*="')  # text that could be taken for an attribute


def compact(html: str, context: Context) -> str:
    """The page with what a browser does not need left out."""
    start = html.find(_CONTENT)
    end = html.rfind(_END, start) if start >= 0 else -1
    if end < 0:
        return html
    start = html.find(">", start) + 1
    body = html[start:end]
    if context.source in context.whole.generated:
        pieces = _KEPT.split(body)
        pieces[::2] = map(_shorter, pieces[::2])
        body = "".join(pieces)
    return f"{_frame(html[:start])}{body}{_frame(html[end:])}"


def _shorter(html: str) -> str:
    """Without line ends, end tags and quotes; every `<` and `>` in it is a tag's."""
    html = _BEHIND.sub(r"\1", _BEFORE.sub("", html))
    for tag in _IMPLIED:
        html = html.replace(tag, "")
    return _QUOTED.sub(r" \1=\2", _PARAGRAPH.sub("", html))


def _frame(html: str) -> str:
    pieces = _KEPT.split(html)
    pieces[::2] = [_boxed(piece) for piece in pieces[::2]]
    return "".join(pieces)


def _boxed(html: str) -> str:
    html = _BOX_BEHIND.sub(r"\1", _BOX_BEFORE.sub("", html))
    html = _BEHIND.sub(r"\1", _BEFORE.sub("", html)).replace("</li>", "")
    return html if _LIKE_IT.search(html) else _QUOTED.sub(r" \1=\2", html)
