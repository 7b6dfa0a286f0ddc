"""What the theme writes for every site and ours need not carry: hidden lists, waiting scripts."""

import re

from seedpress.site.finishing.context import Context

# A page that hides its table of contents still holds it, and ours can have hundreds of headings.
_CONTENTS = re.compile(r'<div class="md-sidebar md-sidebar--secondary"[^>]*\shidden(?:="")?\s*>')
_AFTER = '<div class="md-content"'
# The theme's scripts stand at the end of a page; without `defer` its first lines wait for them.
_SCRIPT = re.compile(r'<script src="(?![a-z+.-]*:|//)[^"]*"(?=></script>)')
# Links of pictures: `pages` writes them so that no engine rewrites them, crawlers know `href` only.
_PICTURED = "<a xlink:href="


def drop_contents(html: str, _context: Context) -> str:
    """Take out a table of contents that nobody will see."""
    found = _CONTENTS.search(html)
    end = html.find(_AFTER, found.end()) if found else -1
    return html[: found.start()] + html[end:] if found and end >= 0 else html


def defer_scripts(html: str, _context: Context) -> str:
    """Let the page be shown before its scripts are there."""
    return _SCRIPT.sub(r"\g<0> defer", html)


def plain_links(html: str, _context: Context) -> str:
    """Links in pictures as HTML writes them."""
    return html.replace(_PICTURED, "<a href=")
