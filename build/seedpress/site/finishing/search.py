"""Our search in a page: what the indexer is to read, the button that opens it, script and style.

The button is written into the page here, not by a script, so that nothing moves when a page loads;
without a script it is a plain link to the search page.
"""

import re

from seedpress.site.finishing.context import Context

_CONTENT = '<article class="md-content__inner md-typeset"'
_MARKS = "data-pagefind-"
_FIELDS = re.compile(
    r'<div hidden="" data-pagefind-ignore="" data-search-exclude="">'
    r"(?:<span data-pagefind-[^<>]*>[^<]*</span>)*</div>\s*"
)
_MARKED = re.compile(rf"(<[a-z][a-z0-9]*)(\s[^<>]*{_MARKS}[^<>]*>)")
_ATTRIBUTE = re.compile(r'\s+([^\s=<>"]+)(?:="[^"]*")?')
KIND = 'data-pagefind-filter="kind"'
# Pages that only list others would answer every query: here, none but a page with a kind counts.
_GENERATED = set(
    "articles data entities health keywords matrix network search stories timeline".split()
)
_NEVER = {"index.html", "404.html"}
_HEADER = re.compile(r'<header class="md-header.*?</header>', re.DOTALL)
_STYLES = re.compile(r'[ \t]*<link rel="stylesheet"')
STYLE = "assets/search/search.css"  # seen from the site's root
_HEAD = (
    f'<link rel="stylesheet" href="{{root}}{STYLE}">'
    '<script type="module" src="{root}assets/search/search.js"></script>\n'
)
MARK = 'class="sp-search-open"'  # a page with it has the button
_BUTTON = (
    f'<a {MARK} href="{{root}}{{page}}"><span>{{label}}</span></a>\n'
)


def mark_for_index(html: str, context: Context) -> str:
    """Tell the indexer what to read, where the page is one that a search should find."""
    if not context.whole.search or not _belongs_in_index(context.path, html):
        return html
    return html.replace(_CONTENT, f"{_CONTENT} data-pagefind-body", 1)


def add_button(html: str, context: Context) -> str:
    """Put the search button into the header, if the theme has one."""
    header = _HEADER.search(html) if context.whole.search else None
    if not header:
        return html
    whole = context.whole
    button = _BUTTON.format(root=context.root, page=whole.search_page, label=whole.label)
    source = '<div class="md-header__source">'
    before, found, after = header[0].partition(source if source in header[0] else "</nav>")
    return f"{html[: header.start()]}{before}{button}{found}{after}{html[header.end() :]}"


def add_assets(html: str, context: Context) -> str:
    """Load the search's script and style, before the page's own styles."""
    if not context.whole.search:
        return html
    styles = _STYLES.search(html)
    at = styles.start() if styles else html.find("</head>")
    return html[:at] + loaded(context) + html[at:] if at >= 0 else html


def loaded(context: Context) -> str:
    """What loads script and style into a page's head."""
    return _HEAD.format(root=context.root)


def unmarked(html: str, context: Context) -> str:
    """A page of ours without what only the indexer reads, once that has been read."""
    if not context.whole.search or context.source not in context.whole.generated:
        return html
    return _without_marks(_FIELDS.sub("", html))


def _without_marks(html: str) -> str:
    """The page with nothing of the indexer's in its tags: only those that have some are read."""
    pieces: list[str] = []
    done, at = 0, html.find(_MARKS)
    while at >= 0:
        start = html.rfind("<", done, at)
        tag = _MARKED.match(html, start) if start >= 0 else None
        if tag:
            pieces += (html[done : tag.start()], _plain(tag))
            done = tag.end()
        at = html.find(_MARKS, max(done, at + 1))
    return "".join((*pieces, html[done:]))


def _plain(tag: re.Match[str]) -> str:
    return tag[1] + _ATTRIBUTE.sub(lambda a: "" if a[1].startswith(_MARKS) else a[0], tag[2])


def _belongs_in_index(path: str, html: str) -> bool:
    if path in _NEVER:
        return False
    generated = path.partition("/")[0].removesuffix(".html") in _GENERATED
    return KIND in html if generated else True
