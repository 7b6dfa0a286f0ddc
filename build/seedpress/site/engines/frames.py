"""What the theme writes around pages, rendered once for all pages that it looks the same around.

A template is rendered with a page whose words are slots (`slots.py`), and what stands between them
is kept. It is used for pages of which the template would have read the same, slots apart, and only
after it gave what the template itself gives for the first of them; all others take the long way.
A hidden table of contents, which finishing takes out of every page, is left empty here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from seedpress.site.engines.rendered import UnfitError
from seedpress.site.engines.slots import Asked, EmptyPage, Way, guarded, read, ways_in
from seedpress.site.finishing.lean import without_contents

MAIN = "main.html"
_MOST = 40  # frames, or attempts to make one
# What MkDocs hands to a template.
_GIVEN = {
    *("nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version"),
    *("build_date_utc", "config", "page"),
}
_ANCHOR = re.compile(r"#[\w.:-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the words of some pages."""

    asked: Asked  # what these pages have in common
    shared: tuple[str, ...]  # what else a template is given
    pieces: tuple[str, ...]
    slots: tuple[Way, ...]  # what stands between one piece and the next

    def fits(self, context: Mapping[str, Any]) -> bool:
        """Whether it is the frame of the page in `context`."""
        return self.shared == _shared(context) and self.asked.fits(context["page"])

    def around(self, page: Any) -> str:
        """The page with its words filled in."""
        whole = [self.pieces[0]]
        for way, piece in zip(self.slots, self.pieces[1:], strict=True):
            whole += (str(read(page, way)), piece)
        return "".join(whole)


class Frames:
    """Takes the place of a theme's templates: those of pages are rendered by frames."""

    def __init__(self, templates: Any) -> None:
        """Of `templates`, a Jinja environment."""
        self._templates = templates

    def get_template(self, name: str) -> Any:
        """The template of that name."""
        template = self._templates.get_template(name)
        return _Framed(self._templates, template) if name == MAIN else template


class _Framed:
    """The template of pages."""

    def __init__(self, templates: Any, template: Any) -> None:
        self._templates, self._template = templates, template

    def render(self, context: Mapping[str, Any]) -> str:
        """What the template makes of the page in `context`, by a frame if there is one."""
        frame = self._frame(context) if _is_plain(context) else None
        return frame.around(context["page"]) if frame else str(self._template.render(context))

    def _frame(self, context: Mapping[str, Any]) -> Frame | None:
        known = _known(self._template)
        for at, frame in enumerate(known):
            if frame and frame.fits(context):
                known.insert(0, known.pop(at))  # the next page is one like it
                return frame
        if len(known) < _MOST:
            known.append(self._made(context))
            return known[-1]
        return None

    def _made(self, context: Mapping[str, Any]) -> Frame | None:
        """The frame of a page; None where the template does more with words than write them."""
        page, asked = context["page"], Asked()
        try:
            html = self._rendered(context, asked, headed=False)
            again = self._rendered(context, Asked(), headed=True)
        except UnfitError:
            return None
        asked.stood = asked.place(page)
        pieces, ways = ways_in(html)
        frame = Frame(asked, _shared(context), tuple(pieces), tuple(ways))
        fit = (
            frame.fits(context)
            and len(asked.written) == len(ways)
            and without_contents(html) == without_contents(again)
        )
        whole = str(self._template.render(context))
        same = fit and without_contents(frame.around(page)) == without_contents(whole)
        return frame if same else None

    def _rendered(self, context: Mapping[str, Any], asked: Asked, headed: bool) -> str:
        """What the template makes of the page without its words."""
        page = EmptyPage(context["page"], asked, headed)
        tables = self._templates.filters, self._templates.tests
        before = [dict(table) for table in tables]
        for table in tables:
            table.update({name: guarded(name, table[name], page) for name in table})
        try:
            return str(self._template.render({**context, "page": page, "build_date_utc": _NoDay()}))
        finally:
            for table, own in zip(tables, before, strict=True):
                table.update(own)


class _NoDay:
    """The day of the build, which is nothing to put into a page."""

    def __getattr__(self, _name: str) -> object:
        raise UnfitError("the theme asks what day it is")

    def __str__(self) -> str:
        raise UnfitError("the theme asks what day it is")


def _known(template: Any) -> list[Frame | None]:
    """The frames of a template, which lives as long as the engine does."""
    if not hasattr(template, "seedpress_frames"):
        template.seedpress_frames = []
    return template.seedpress_frames  # type: ignore[no-any-return]


def _shared(context: Mapping[str, Any]) -> tuple[str, ...]:
    """What depends on a page's depth alone."""
    return tuple(str(context[name]) for name in ("base_url", "extra_css", "extra_javascript"))


def _is_plain(context: Mapping[str, Any]) -> bool:
    """Whether a page is one of many: it stands in no list, and its headings hold no tag."""
    page = context["page"]
    return context.keys() == _GIVEN and page.parent is None and all(map(_is_quiet, page.toc))


def _is_quiet(heading: Any) -> bool:
    return (
        "<" not in heading.title
        and _ANCHOR.fullmatch(heading.url) is not None
        and all(map(_is_quiet, heading.children))
    )
