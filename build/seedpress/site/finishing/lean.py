"""What the theme writes for every site and ours need not carry: hidden lists, empty lines."""

import re
from functools import lru_cache

from seedpress.site.finishing.context import Context

# A page that hides its table of contents still holds it, and ours can have hundreds of headings.
_CONTENTS = re.compile(r'<div class="md-sidebar md-sidebar--secondary"[^>]*\shidden(?:="")?\s*>')
_AFTER = '<div class="md-content"'
# The theme's scripts stand at the end of a page; without `defer` its first lines wait for them.
_SCRIPT = re.compile(r'<script src="(?![a-z+.-]*:|//)[^"]*"(?=></script>)')
# Links of pictures: `pages` writes them so that no engine rewrites them, crawlers know `href` only.
_PICTURED = "<a xlink:href="
# Elements whose spaces count, comments and tags, which stay as they are; and runs of spaces.
_SPACES = re.compile(
    r"<(pre|script|style|textarea)\b.*?</\1\s*>|<!--.*?-->"
    r"""|<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|([ \t\r\n]{2,})""",
    re.DOTALL | re.IGNORECASE,
)
_CONTENT, _CONTENT_END = '<article class="md-content__inner', "</article>"
TOPIC = 'data-md-component="header-topic">', "</div>"  # what stands between is the page's
_KNOWN = ' xmlns="http://www.w3.org/2000/svg"'  # to every browser, of pictures inside HTML


def drop_contents(html: str, _context: Context) -> str:
    """Take out a table of contents that nobody will see."""
    return without_contents(html)


def without_contents(html: str) -> str:
    """The page without a table of contents that is hidden."""
    found = _CONTENTS.search(html)
    end = html.find(_AFTER, found.end()) if found else -1
    return html[: found.start()] + html[end:] if found and end >= 0 else html


def defer_scripts(html: str, _context: Context) -> str:
    """Let the page be shown before its scripts are there."""
    return _SCRIPT.sub(r"\g<0> defer", html)


def plain_links(html: str, _context: Context) -> str:
    """Links in pictures as HTML writes them."""
    return html.replace(_PICTURED, "<a href=")


def close_lines(html: str, context: Context) -> str:
    """Runs of spaces and empty lines around the content as one; inside it only at its ends."""
    start = html.find(_CONTENT)
    start = html.find(">", start) + 1 if start >= 0 else 0
    end = html.rfind(_CONTENT_END, start) if start else -1
    if end < 0:
        return html
    ours = context.source in context.whole.generated
    above = _above(html[:start]) if ours else _closed(html[:start])
    return f"{above}{html[start:end].strip()}\n{_known(html[end:])}"


def _above(html: str) -> str:
    """What stands above the content of a page of ours, of which head and title are its own."""
    head, mark, rest = html.partition("<body")
    above, topic, rest = f"{mark}{rest}".partition(TOPIC[0])
    title, below, rest = rest.partition(TOPIC[1])
    return f"{_closed(head)}{_known(above + topic)}{_closed(title)}{_known(below + rest)}"


@lru_cache(maxsize=1000)
def _known(html: str) -> str:
    """The part of the frame that is the same on many pages."""
    return _closed(html)


def _closed(html: str) -> str:
    return _SPACES.sub(_piece, html)


def _piece(found: re.Match[str]) -> str:
    run = found[2]
    if run:
        return "\n" if "\n" in run else " "
    return found[0] if found[1] else found[0].replace(_KNOWN, "")
