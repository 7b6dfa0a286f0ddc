"""The second wall: the body of a page that we generated is what nh3 makes of it, and nothing else.

nh3 (Ammonia) parses the HTML as a browser does, keeps the elements and attributes that our
templates write, and serialises those alone. Its output always takes the body's place, also where
nothing was wrong: a comparison that decided would be one more thing that a seed could deceive.
Whether something vanished is then only a question for the report.

The publisher's own pages are not touched: what they say is the publisher's to say.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from html import unescape
from html.parser import HTMLParser

import nh3

from seedpress.model import Problem
from seedpress.settings import MEDIA
from seedpress.site.finishing.context import Context
from seedpress.site.finishing.head import without_facts

_START = '<article class="md-content__inner md-typeset"'
_END = "</article>"
_TAGS = set(
    "a abbr article aside b bdi blockquote br caption cite code dd details div dl dt em figcaption "
    "figure footer h1 h2 h3 h4 h5 h6 header hr li nav ol p pre q section small span strong sub "
    "summary sup table tbody td tfoot th thead time tr ul "
    "svg g line path rect circle polyline text tspan title".split()
)
# They hold words, numbers and marks of ours; none of them names an address or runs.
_PLAIN = set(
    "class id hidden dir lang title role tabindex scope colspan rowspan align datetime start value "
    "viewBox preserveAspectRatio x y x1 x2 y1 y2 cx cy r rx ry dx dy d points width height "
    "transform stroke-width font-size text-anchor".split()
)
_PREFIXES = {"aria-", "data-"}
_LOADED = set("src srcset sizes alt loading controls poster type media".split())
_ADDRESSES = {
    "a": {"href", "xlink:href", "rel", "hreflang", "download"},
    **dict.fromkeys(MEDIA, _LOADED),
}
# The theme's script loads another for such a class, takes orders from these attributes, and reads
# its settings from an element that it knows by its id.
_ACTED_ON = re.compile(r"(?:^|\s)mermaid(?:\s|$)")
_ORDERS = "data-md-"
_IDS = "__"
# Of each of these, what the HTML that the wall writes has somewhere if it has any.
_SIGNS = ("mermaid", _ORDERS, f'id="{_IDS}')
# Without a word of any seed, but with a `noscript`, which no wall can read as every browser does.
_WORDLESS = {"search.md"}
_REMEDY = (
    "if a template of yours wrote it, allow it in extra.seedpress.policy.elements; "
    "if not, please report it as a bug of seedpress"
)
# As `unescape` finds them.
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
_SKIP = "__skip"  # where Zensical lets a reader skip to
# nh3 would stop it; its form alone shows that it leads to another page of ours.
_REFRESH = re.compile(
    r'\s*(?:<p>)?(<meta http-equiv="refresh" content="0; '
    r'url=(?:\.\./)*[a-z0-9-]+[a-z0-9/-]*(?:\.html)?" ?/?>)(?:</p>)?'
)


def clean_body(html: str, context: Context) -> str:
    """Send the body of a generated page through the wall."""
    parts = _parts(html, context)
    if not parts:
        return html
    before, body, after = parts
    lifted, body = _lifted(body)
    if lifted:
        before = before.replace("</head>", f"{lifted}</head>", 1)
    return f"{before}{_cleaned(body, context.settings.policy.elements)}{after}"


def stopped(html: str, _done: str, context: Context) -> Problem | None:
    """What the wall keeps out of a page, whose `html` is as the engine rendered it."""
    if not _must_pass(context):
        return None
    parts = _parts(without_facts(html), context)  # as the step found it, whose work is remembered
    if not parts:
        reason = f"the theme writes no `{_START}…>`, so that pages are not cleaned a second time"
        return Problem("mkdocs.yml", reason, "use the theme `material`")
    body = _lifted(parts[1])[1]
    clean = _cleaned(body, context.settings.policy.elements)
    if _plain(body) == _plain(clean):
        return None
    gone = ", ".join(sorted(marks_of(body) - marks_of(clean))[:5])
    if not gone:
        return None  # a parser closes what was left open; nothing of it is missing
    page = f"{context.settings.docs}/{context.source}"
    reason = f"the page held what no page of ours holds, and was published without it: {gone}"
    return Problem(page, reason, _REMEDY)


def _must_pass(context: Context) -> bool:
    return context.source in context.whole.generated and context.source not in _WORDLESS


def _parts(html: str, context: Context) -> tuple[str, str, str] | None:
    """What stands before, in and after the body of a page that must pass the wall."""
    if not _must_pass(context):
        return None
    start, end = html.find(_START), html.rfind(_END)
    start = html.find(">", start) + 1 if start >= 0 else 0
    return (html[:start], html[start:end], html[end:]) if 0 < start <= end else None


def _lifted(body: str) -> tuple[str, str]:
    """What belongs into the head, and the body without it."""
    refresh = _REFRESH.match(body)
    return (refresh[1], body[refresh.end() :]) if refresh else ("", body)


@lru_cache(maxsize=1)  # the step and the check ask for the same page
def _cleaned(body: str, elements: tuple[str, ...]) -> str:
    clean = _wall(elements, None).clean(body)
    # To be asked for each attribute takes a third of the time, and hardly a page has such ones.
    signs = any(sign in clean for sign in _SIGNS)
    return _wall(elements, _kept).clean(body) if signs else clean


@cache
def _wall(elements: tuple[str, ...], kept: Callable[[str, str, str], str | None] | None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags={*_TAGS, *elements},
        attributes={"*": _PLAIN, **_ADDRESSES},
        generic_attribute_prefixes=_PREFIXES,
        attribute_filter=kept,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,  # every page says `no-referrer`, and no link opens another window
    )


def _kept(_tag: str, name: str, value: str) -> str | None:
    """The attribute's value, or None where only a stranger would write it."""
    if name == "class":
        return None if _ACTED_ON.search(value) else value
    if name == "id":
        return None if value.startswith(_IDS) and value != _SKIP else value
    return None if name.startswith(_ORDERS) else value


def _plain(body: str) -> str:
    """The body but for the differences between one way of writing the same HTML and another."""
    return _REFERENCE.sub(_meant, body).replace('=""', "").replace(" />", ">")


@lru_cache(maxsize=10_000)
def _unescaped(reference: str) -> str:
    return unescape(reference)


def _meant(reference: re.Match[str]) -> str:
    """What a reference means, of which there are many and few that differ."""
    return _unescaped(reference[0])


def marks_of(body: str) -> Counter[str]:
    """Every tag and attribute of some HTML, counted."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    return reader.marks


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.marks: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.marks[f"<{tag}>"] += 1
        self.marks.update(f"{name}={value or ''!r}"[:60] for name, value in attrs)
