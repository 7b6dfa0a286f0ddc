"""What machines read in a page's head: Open Graph tags, feeds and JSON-LD, from the page's block.

`pages/head.py` writes the block as JSON into the body, where every engine leaves it in peace.
JSON-LD is data: a browser runs nothing of it, and what could end its element is written as escapes.
"""

import json
import re
from html import escape, unescape
from typing import Any

from seedpress.site.finishing.context import Context

START = '<div hidden id="sp-facts" data-search-exclude data-pagefind-ignore="all">'
_END = "</div>"
# What ends a script element or a line of a script; as `\u003c` it means the same to JSON.
_ACTIVE = re.compile("[<>&\u2028\u2029]")


def lift_head(html: str, context: Context) -> str:
    """Move the facts of the block, if the page has one, into its head."""
    before, told, rest = _apart(html)
    close = before.find("</head>")
    if not told or close < 0:
        return html
    facts = json.loads(unescape(told))
    head = _shared(before[:close], facts)
    return f"{head}{_tags(facts, context)}{before[close:]}{rest}"


def without_facts(html: str) -> str:
    """The page without its block."""
    before, told, rest = _apart(html)
    return f"{before}{rest}" if told else html


def _apart(html: str) -> tuple[str, str, str]:
    """What stands before the block, in it and after it."""
    before, start, rest = html.partition(START)
    told, _, rest = rest.partition(_END) if start else ("", "", "")
    return before, told, rest.lstrip("\n")


def _shared(head: str, facts: dict[str, Any]) -> str:
    """The head with its description told to both who ask for it; then it need not stand twice."""
    plain = f'<meta name="description" content="{escape(facts.get("description", ""))}">'
    if plain in head:
        facts["description"] = ""
    return head.replace(plain, plain.replace("<meta ", '<meta property="og:description" ', 1), 1)


def _tags(facts: dict[str, Any], context: Context) -> str:
    """The elements for the head, one a line."""
    properties = [
        ("og:type", facts["type"]),
        ("og:site_name", facts.get("site", "")),
        ("og:title", facts["title"]),
        ("og:description", facts.get("description", "")),
        ("og:url", facts.get("url", "")),
        *facts.get("more", ()),
    ]
    lines = [
        f'<meta property="{escape(name)}" content="{escape(value)}">'
        for name, value in properties
        if value
    ]
    # The theme takes a mere `alternate` for the site in another language, and asks for its pages.
    lines += [
        f'<link rel="alternate feed" type="{escape(kind)}" title="{escape(title)}" '
        f'href="{escape(context.root + path)}">'
        for kind, title, path in facts.get("feeds", ())
    ]
    linked = json.dumps(facts["linked"], ensure_ascii=False, separators=(",", ":"))
    safe = _ACTIVE.sub(lambda found: f"\\u{ord(found[0]):04x}", linked)
    lines.append(f'<script type="application/ld+json">{safe}</script>')
    return "".join(f"{line}\n" for line in lines)
