"""What the theme repeats on every page and a reader needs once: scripts in a file, unused words."""

import json
import re
from functools import lru_cache
from typing import Any

from seedpress.site.finishing.context import Context
from seedpress.site.finishing.theme import BASE, COLOURS, FIRST, SCOPE

_TABBED = "__tabbed_"  # the ids of tabs inside a page's content
_CONFIG = re.compile(r'(<script id="?__config"? type="?application/json"?>)(.*?)(?=</script>)')
_GENERATOR = re.compile(r'<meta name="generator" content="[^"]*">\n?')
_OF_SEARCH = "search.result."  # words that only the theme's own search says


def share_scripts(html: str, context: Context) -> str:
    """Load the two first scripts from a file; leave out what looks for tabs where there are none.

    The file is read where the second stood: before anything is shown, and after what it looks for.
    The 404 page is met at any depth and keeps its own.
    """
    scripts = context.whole.theme_scripts
    if _TABBED in html and html.count(_TABBED) == 1:
        last = next((s for s in scripts if _TABBED in s and f"<script>{s}</script>" in html), None)
        html = html.replace(f"<script>{last}</script>\n", "", 1)
    if not context.whole.first_script or context.path == "404.html":
        return html
    way = context.root.rstrip("/")
    scope = next((s.replace(BASE, way) for s in scripts if s.startswith(SCOPE)), "")
    colours = next((s for s in scripts if s.startswith(COLOURS)), "")
    first, second = f"<script>{scope}</script>", f"<script>{colours}</script>"
    if not 0 < html.find(first) < html.find(second):
        return html
    file = f'<script src="{context.root}{FIRST}"></script>'
    return html.replace(f"{first}\n", "", 1).replace(second, file, 1)


def trim_words(html: str, context: Context) -> str:
    """Leave out the words of a search that is not there, and which programs made the page."""
    html = _GENERATOR.sub("", html, count=1)
    return _CONFIG.sub(_trimmed, html, count=1) if context.whole.search else html


def _trimmed(found: re.Match[str]) -> str:
    return found[1] + _of_config(found[2])


@lru_cache(maxsize=1000)
def _of_config(text: str) -> str:
    said: dict[str, Any] = json.loads(text)
    words = said.get("translations")
    if isinstance(words, dict):
        kept = {key: value for key, value in words.items() if not key.startswith(_OF_SEARCH)}
        said["translations"] = kept
    told = json.dumps(said, ensure_ascii=True, separators=(",", ":"))
    return told.replace("<", "\\u003c")
