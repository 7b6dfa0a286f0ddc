"""The Content Security Policy of a page, as its first word: what a browser may load and run here.

It is as strict as the theme allows: nothing from another host, scripts from the site's own files
and, by their hashes, those that the theme writes into every page. WebAssembly is for the search.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from html import escape

from seedpress.settings import PolicySettings
from seedpress.site.finishing.context import Context
from seedpress.site.finishing.theme import BASE

_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_END = re.compile("</script>")
_REFERRER = '<meta name="referrer" content="no-referrer">'
# What Python-Markdown writes into the cells of a table; a style would be stopped.
_ALIGNED = re.compile(r'(<t[hd])\x20style="text-align: (left|right|center);"')


def add_policy(html: str, context: Context) -> str:
    """Put the policy before everything in the page that it may concern.

    HTML files that the publisher wrote and the engine only copied stay as they are.
    """
    settings = context.settings
    charset = _CHARSET.search(html, 0, 2_000)
    if not settings.policy.enabled or not charset or is_copied(context):
        return html
    scripts = context.whole.theme_scripts
    hashes = tuple(_hash(script) for script in _used(scripts, context.root, html))
    meta = _META.format(escape(policy(settings.policy, hashes), quote=False))
    at = charset.end()
    return f"{html[:at]}{meta}{_REFERRER}{_ALIGNED.sub(_aligned, html[at:])}"


@lru_cache(maxsize=100)
def policy(given: PolicySettings, hashes: tuple[str, ...]) -> str:
    """The policy in one line, with what the publisher's settings add.

    What has no rule of its own follows the first: files of the site and nothing else.
    """
    more = given.sources
    wider = ("style-src", "font-src", "media-src", "connect-src") if more else ()
    rules = {
        "default-src": ("'self'",),
        "script-src": ("'self'", *hashes, "'wasm-unsafe-eval'", *more),
        "worker-src": ("'self'",),
        "img-src": ("'self'", "data:", *more),
        **dict.fromkeys(wider, ("'self'", *more)),
        "frame-src": more or ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
        "object-src": ("'none'",),
    }
    return "; ".join(f"{rule} {' '.join(sources)}" for rule, sources in rules.items())


def allows(html: str, script: str) -> bool:
    """Whether the policy in a finished page lets this inline script run."""
    return _hash(script) in html[: html.find(">", html.find("script-src"))]


def is_copied(context: Context) -> bool:
    """Whether the page is an HTML file of the publisher's rather than made from Markdown."""
    return not context.source and (context.settings.docs_folder / context.path).is_file()


def _used(scripts: tuple[str, ...], root: str, html: str) -> Iterator[str]:
    """Those of the theme's scripts that the page holds, word for word, at its place in the site."""
    ways = (root, root.rstrip("/") or ".", ".")
    ends = [found.start() for found in _END.finditer(html)]
    for script in scripts:
        for known in dict.fromkeys(script.replace(BASE, way) for way in ways):
            whole = f">{known}"
            if any(html.startswith(whole, end - len(whole)) for end in ends if end >= len(whole)):
                yield known


@lru_cache(maxsize=1_000)
def _hash(script: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _aligned(found: re.Match[str]) -> str:
    return f'{found[1]} align="{found[2]}"'
