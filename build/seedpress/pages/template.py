"""Turns a template and its values into a page's text: front matter first, every word escaped."""

from functools import cache
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from seedpress.pages.markdown import Markdown, escape, escape_html


@cache
def environment() -> Environment:
    """The templates of this package.

    Jinja's own autoescape knows HTML only, so it stays off: `finalize` sends every `{{ value }}`
    through our escape instead, unless the value is Markdown already. Macros return plain
    strings, which would be escaped a second time: use includes.
    """
    return Environment(  # noqa: S701 - `finalize` escapes, for Markdown and HTML alike
        loader=PackageLoader("seedpress.pages", "templates"),
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def front_matter(title: str, description: str = "", hide: tuple[str, ...] = ()) -> Markdown:
    """All the front matter that a page ever has; the theme prints title and description as HTML."""
    keys: dict[str, Any] = {"title": escape_html(title)}
    if description:
        keys["description"] = escape_html(description)
    if hide:
        keys["hide"] = list(hide)
    block = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, width=1_000_000)
    return Markdown(f"---\n{block}---\n")


def fill(name: str, front: Markdown, /, **values: Any) -> str:
    """The text of a page: the front matter, then the template `name` with its `values`."""
    return front + environment().get_template(name).render(values)
