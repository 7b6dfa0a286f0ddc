"""The front matter of our pages, read without a YAML parser where it is plain: a tenth of the time.

`pages/template.py` writes it. Of anything else than what is known here nothing is said, so that the
engine reads it; what is said is what YAML says of it.
"""

import re
from typing import Any

_QUOTED = r"'(?P<{0}_quoted>[^'\n]*)'"
# Words without a sign that means something to YAML, and words that do.
_PLAIN = r"(?P<{0}_plain>[^\W\d_]+(?: [\w .,;()–—’…-]*[\w.,;()…])?)"
_MEANS = frozenset("y yes n no true false on off null".split())
_SAID = "{0}: (?:" + _QUOTED + "|" + _PLAIN + r")\n"
_FRONT = re.compile(
    rf"---\n{_SAID.format('title')}(?:{_SAID.format('description')})?"
    r"(?:hide:\n(?P<hide>(?:- [a-z]+\n)+))?---\n"
)


def split_front(source: str) -> tuple[str, dict[str, Any]] | None:
    """A page's Markdown and what its front matter says; None where YAML might say something else."""
    found = _FRONT.match(source)
    if not found:
        return None
    said: dict[str, Any] = {}
    for key in ("title", "description"):
        quoted, plain = found[f"{key}_quoted"], found[f"{key}_plain"]
        words = quoted if plain is None else plain
        if words is None:
            continue
        if not words.isprintable() or (plain and plain.lower() in _MEANS):
            return None
        said[key] = words
    if found["hide"]:
        said["hide"] = [line.removeprefix("- ") for line in found["hide"].splitlines()]
        if not _MEANS.isdisjoint(said["hide"]):
            return None
    return source[found.end() :].lstrip("\n"), said
