"""What MkDocs makes of files before it reads them, made before it is known which have changed.

To MkDocs a file of `docs/` is its path until it is read, and so is its page, unless the navigation
lists it. Of a large site that takes a second. Templates depend on the theme alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from seedpress.site.engines.mkdocs_files import found, renew
from seedpress.undisturbed import undisturbed

_NOT_FOUND = "404.html"  # a page of the theme's own, for which it reads most of its templates
# Others of Material's, which pages alone use.
_OF_PAGES = ("content", "tags", "actions", "source-file", "feedback", "comments", "toc-item")
_OURS = {"seedpress"}  # plugins
# Settings that MkDocs asks for before it reads pages.
_ASKED = (
    *("docs_dir", "use_directory_urls", "exclude_docs", "draft_docs", "not_in_nav", "nav"),
    *("site_url", "repo_url", "edit_uri", "edit_uri_template"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """What was made for one configuration."""

    asked: object  # what of it matters
    files: Any  # those that MkDocs found; None: it chose between some
    templates: Any  # the theme's


_ready: list[Known] = []  # what this process has for its next build


def get_ready(config: Any) -> None:
    """Make what the next build of the same configuration can do with; others make all anew."""
    from mkdocs.commands.build import get_context
    from mkdocs.structure.nav import get_navigation

    templates = config.theme.get_env()
    templates.get_template("main.html")
    _ready.clear()
    if {*config.plugins} != _OURS or config.hooks or config.theme.custom_dir:
        return  # others may have a say in it
    made: list[Any] = []
    with undisturbed():
        files = found(config, made)
        with one_day():
            nav = get_navigation(files, config)
    if _NOT_FOUND in config.theme.static_templates:
        templates.get_template(_NOT_FOUND).render(get_context(nav, files, config))
    _read(templates)
    known = _unlisted(files, nav, config) if len(files) == len(made) else None
    _ready.append(Known(_asked(config), known, templates))


def _read(templates: Any) -> None:
    """Have the theme read templates that only pages use: they would wait for it, in each process."""
    from jinja2 import TemplateNotFound

    for name in _OF_PAGES:
        with suppress(TemplateNotFound):
            templates.get_template(f"partials/{name}.html")


def _unlisted(files: Any, nav: Any, config: Any) -> Any:
    """The files, of which those that the navigation lists are made anew: it may give them other titles."""
    from mkdocs.structure.files import File, set_exclusions

    again = [
        File(p.file.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls)
        for p in nav.pages
    ]
    set_exclusions(again, config)
    new = {file.src_uri: file for file in again}
    files.__init__([new.get(file.src_uri, file) for file in files])
    return files


def files_and_templates(config: Any) -> tuple[Any, Any]:
    """The files below `docs/` and the theme's templates: what is ready of them, once, and else new."""
    ready = _ready.pop() if _ready else None
    if not ready or ready.asked != _asked(config):
        return found(config), config.theme.get_env()
    files = ready.files
    return files if files and renew(config, files) else found(config), ready.templates


@contextmanager
def one_day() -> Iterator[None]:
    """Have MkDocs look at the clock once, not for each page; the site does not tell the day."""
    from mkdocs.structure import pages

    theirs: Any = pages
    look = theirs.get_build_date
    day = look()
    theirs.get_build_date = lambda: day
    try:
        yield
    finally:
        theirs.get_build_date = look


def _asked(config: Any) -> object:
    """What of the configuration files, unread pages and templates depend on."""
    theme = config.theme
    return [config[name] for name in _ASKED], theme.name, theme.dirs, str(theme.locale)
