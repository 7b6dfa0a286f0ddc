"""What the policy stops in the publisher's own pages and in the theme, told in the report.

Generated pages hold nothing of the kind: the wall sees to that, and has a report of its own.
"""

import re
from collections.abc import Iterator

from seedpress.model import Problem
from seedpress.site.finishing.context import Context
from seedpress.site.finishing.policy import allows, is_copied

_INLINE = (
    ("an inline style", re.compile(r'<[a-zA-Z][^<>]*\sstyle="|<style[\s>]')),
    ("a script in an attribute", re.compile(r'<[a-zA-Z][^<>]*\son[a-z]+="')),
)
_SCRIPT = re.compile(r"<script(?: id=[^\s<>]+)?>(.*?)</script>", re.DOTALL)
_LOADED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed)\b[^<>]*?\ssrc=\"((?:https?:)?//[^\"/]+)"
    r"|<link\b[^<>]*?\srel=\"?(?:stylesheet|preload|icon)\b[^<>]*?\shref=\"((?:https?:)?//[^\"/]+)"
)
_REMEDY = (
    "put scripts and styles into files (extra_javascript, extra_css), or add what pages may load "
    "to extra.seedpress.policy.sources"
)


def blocked(_html: str, done: str, context: Context) -> Problem | None:
    """What of a page that is not ours will not run or load, once it is finished."""
    settings = context.settings
    if not settings.policy.enabled or context.source in context.whole.generated:
        return None
    if is_copied(context):
        return None
    found = ", ".join(dict.fromkeys(_found(done, context)))
    if not found:
        return None
    place = f"{settings.docs}/{context.source}" if context.source else "mkdocs.yml"
    return Problem(place, f"the pages' policy stops {found}", _REMEDY)


def _found(html: str, context: Context) -> Iterator[str]:
    for what, form in _INLINE:
        if form.search(html):
            yield what
    if not all(allows(html, script) for script in _SCRIPT.findall(html)):
        yield "an inline script"
    for found in _LOADED.finditer(html):
        origin = found[1] or found[2]
        if origin not in context.settings.policy.sources:
            yield f"what is loaded from {origin}"
