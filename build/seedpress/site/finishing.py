"""The finishing pass over the rendered pages: marks for the indexer, our search, no clock's traces.

It is done on the HTML rather than in templates, so that it works for every engine whose theme has
Material's bones, and the publisher's own template overrides stay untouched. The search button is
written into the page here, not by a script, so that nothing moves when a page loads; without a
script it is a plain link to the search page.
"""

import gzip
import json
import re
import shutil
from dataclasses import dataclass
from html import escape
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import urlsplit

from seedpress.model import Problem
from seedpress.settings import Settings

_CONTENT = '<article class="md-content__inner md-typeset"'
_KIND = 'data-pagefind-filter="kind"'
# Pages that only list others would answer every query: here, none but a page with a kind counts.
_GENERATED = {"articles", "entities", "keywords", "stories", "data", "search"}
_NEVER = {"index.html", "404.html"}
_HEADER = re.compile(r'<header class="md-header.*?</header>', re.DOTALL)
_STYLES = re.compile(r'[ \t]*<link rel="stylesheet"')
_CLOCK = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
# What only the theme's own search would read.
_THEIRS = ("search.json", "assets/javascripts/lunr")
_HEAD = (
    '<link rel="stylesheet" href="{root}assets/search/search.css">'
    '<script type="module" src="{root}assets/search/search.js"></script>\n'
)
_BUTTON = (
    '<a class="sp-search-open" href="{root}{page}" aria-keyshortcuts="/ Control+K">'
    '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="10" cy="10" r="6"/>'
    '<path d="m14.5 14.5 6 6"/></svg><span>{label}</span><kbd aria-hidden="true">/</kbd></a>\n'
)


@dataclass(frozen=True, slots=True)
class Finished:
    """What the finishing pass saw."""

    pages: int
    problems: tuple[Problem, ...] = ()


def finish(settings: Settings, staged: Path, search: bool) -> Finished:
    """Finish every page below `staged`; `search` says that Pagefind's index comes next."""
    _stop_clock(staged)
    pages = sorted(staged.rglob("*.html"))
    if not search:
        return Finished(len(pages))
    for name in _THEIRS:
        _remove(staged / name)
    _copy_assets(staged)
    target = "search/" if (staged / "search/index.html").exists() else "search.html"
    button = _BUTTON.replace("{page}", target).replace("{label}", _label(staged))
    buttons = sum(_finish_page(page, staged, settings, button) for page in pages)
    return Finished(len(pages), () if buttons else (_NO_PLACE,))


_NO_PLACE = Problem(
    "mkdocs.yml",
    "the theme has no header that the search button fits into",
    "use the theme `material`, or link to the page `search/` yourself",
)


def _label(staged: Path) -> str:
    """What the button says, in the language that the pages were made in."""
    words = staged / "assets" / "search-words.json"
    text = json.loads(words.read_text("utf-8"))["search"] if words.exists() else "Search"
    return escape(str(text))


def _finish_page(file: Path, staged: Path, settings: Settings, button: str) -> bool:
    """Rewrite one page; whether the search button found its place."""
    html = file.read_text("utf-8")
    relative = file.relative_to(staged)
    root = _root(relative, settings)
    if _belongs_in_index(relative, html):
        html = html.replace(_CONTENT, f"{_CONTENT} data-pagefind-body", 1)
    header = _HEADER.search(html)
    if header:
        with_button = _with_button(header[0], button.replace("{root}", root))
        html = html[: header.start()] + with_button + html[header.end() :]
    styles = _STYLES.search(html)
    at = styles.start() if styles else html.find("</head>")
    if at >= 0:
        html = html[:at] + _HEAD.format(root=root) + html[at:]
    file.write_text(html, "utf-8", newline="")
    return header is not None


def _root(relative: Path, settings: Settings) -> str:
    """The way from a page to the site's root; the 404 page is met at any depth, so: absolute."""
    if relative.as_posix() == "404.html":
        return f"{urlsplit(settings.site_url).path.rstrip('/')}/"
    return "../" * (len(relative.parts) - 1) or "./"


def _belongs_in_index(relative: Path, html: str) -> bool:
    if relative.as_posix() in _NEVER:
        return False
    generated = relative.parts[0].removesuffix(".html") in _GENERATED
    return _KIND in html if generated else True


def _with_button(header: str, button: str) -> str:
    source = '<div class="md-header__source">'
    before, found, after = header.partition(source if source in header else "</nav>")
    return f"{before}{button}{found}{after}"


def _copy_assets(staged: Path) -> None:
    """Our search's script and style: part of the site only where there is an index for them."""
    with as_file(files("seedpress") / "assets" / "search") as source:
        shutil.copytree(source, staged / "assets" / "search", copy_function=shutil.copyfile)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _stop_clock(staged: Path) -> None:
    """Take the day of the build out of the sitemap: it says nothing about the pages."""
    sitemap = staged / "sitemap.xml"
    if not sitemap.exists():
        return
    text = _CLOCK.sub("", sitemap.read_text("utf-8"))
    sitemap.write_text(text, "utf-8", newline="")
    packed = staged / "sitemap.xml.gz"
    if packed.exists():
        packed.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
