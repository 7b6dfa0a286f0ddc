"""What a site has besides its pages: our files are put in, and no trace of time is left."""

import gzip
import re
import shutil
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

from seedpress.settings import Settings
from seedpress.site.finishing import (
    JOINED,
    Context,
    Whole,
    frame_of,
    frame_script,
    frame_style,
    joined,
    whole_of,
)
from seedpress.site.finishing.search import STYLE
from seedpress.site.finishing.theme import FIRST, theme_file
from seedpress.site.swapping import discard

_CLOCK = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
_OWN = "404.html"  # the page that the theme makes of itself
# What only the theme's own search would read.
_THEIRS = ("search.json", "assets/javascripts/lunr")


def lay_ground(settings: Settings, staged: Path, search: bool) -> Whole:
    """Put in what pages need, once the engine's own files are there; what pages share."""
    _stop_clock(staged)
    if search:
        for name in _THEIRS:
            _remove(staged / name)
        _copy_assets(staged)
    whole = _with_frame(staged, whole_of(settings, search))
    _write_first_script(staged, whole)
    _draw_icons(staged, whole)
    return _join_styles(staged, whole)


def _with_frame(staged: Path, whole: Whole) -> Whole:
    """`whole` with the pieces of the theme's own page, which every build renders, in part or whole."""
    page = staged / _OWN
    if not whole.first_script or not page.exists():
        return whole
    return replace(whole, frame=frame_of(page.read_text("utf-8"), Context(whole, _OWN)))


def _copy_assets(staged: Path) -> None:
    """Our search's script and style: part of the site only where there is an index for them."""
    with as_file(files("seedpress") / "assets" / "search") as source:
        # Not `copytree`, which tells a full disk as a list of all files it would have copied.
        for file in sorted(path for path in source.rglob("*") if path.is_file()):
            target = staged / "assets" / "search" / file.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def _write_first_script(staged: Path, whole: Whole) -> None:
    if whole.first_script:
        file = staged / FIRST
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(frame_script(whole.frame) + whole.first_script, "utf-8", newline="")


def _draw_icons(staged: Path, whole: Whole) -> None:
    """The header's pictures are drawn by the search's style sheet, which every page loads."""
    style = frame_style(whole.frame)
    if style:
        file = staged / STYLE
        whole_style = f"{file.read_text('utf-8')}\n/* The header's pictures. */\n{style}"
        file.write_text(whole_style, "utf-8", newline="")


def _join_styles(staged: Path, whole: Whole) -> Whole:
    """One file of the search's style sheet and the theme's; `whole` without these, where they differ.

    The theme's are read where they come from: a build in part does not copy them.
    """
    config = whole.settings.root / "mkdocs.yml"
    found = [text for path in whole.frame.sheets if (text := theme_file(config, path)) is not None]
    text = ""
    if found and len(found) == len(whole.frame.sheets):
        text = joined((staged / STYLE).read_text("utf-8"), tuple(found))
    if not text:
        return replace(whole, frame=replace(whole.frame, sheets=()))
    (staged / JOINED).write_text(text, "utf-8", newline="")
    return whole


def _remove(path: Path) -> None:
    if path.is_dir():
        discard(path)
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
