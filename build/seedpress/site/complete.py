"""From what the engine rendered to a whole site: pages finished, our files in, no trace of time."""

import gzip
import re
import shutil
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.finishing import (
    MARK,
    Whole,
    context_of,
    finish_page,
    judge_page,
    whole_of,
)
from seedpress.site.finishing.theme import FIRST

_CLOCK = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
# What only the theme's own search would read.
_THEIRS = ("search.json", "assets/javascripts/lunr")


@dataclass(frozen=True, slots=True)
class Finished:
    """What finishing saw."""

    pages: tuple[str, ...]  # their paths, sorted
    problems: tuple[Problem, ...] = ()


_NO_PLACE = Problem(
    "mkdocs.yml",
    "the theme has no header that the search button fits into",
    "use the theme `material`, or link to the page `search/` yourself",
)


def complete(settings: Settings, staged: Path, search: bool) -> Finished:
    """Finish every page below `staged`; `search` says that Pagefind's index comes next."""
    _stop_clock(staged)
    if search:
        for name in _THEIRS:
            _remove(staged / name)
        _copy_assets(staged)
    whole = whole_of(settings, search)
    _write_first_script(staged, whole)
    pages = sorted(staged.rglob("*.html"))
    found = [_complete_page(page, staged, whole) for page in pages]
    problems = dict.fromkeys(problem for _, told in found for problem in told)
    no_place = search and not any(button for button, _ in found)
    names = tuple(page.relative_to(staged).as_posix() for page in pages)
    return Finished(names, (*problems, *((_NO_PLACE,) if no_place else ())))


def _complete_page(file: Path, staged: Path, whole: Whole) -> tuple[bool, tuple[Problem, ...]]:
    """Finish one file; whether the search button found its place, and what is wrong."""
    html = file.read_text("utf-8")
    context = context_of(whole, file.relative_to(staged).as_posix())
    done = finish_page(html, context)
    if done != html:
        file.write_text(done, "utf-8", newline="")
    return MARK in done, judge_page(html, done, context)


def _copy_assets(staged: Path) -> None:
    """Our search's script and style: part of the site only where there is an index for them."""
    with as_file(files("seedpress") / "assets" / "search") as source:
        shutil.copytree(source, staged / "assets" / "search", copy_function=shutil.copyfile)


def _write_first_script(staged: Path, whole: Whole) -> None:
    if whole.first_script:
        file = staged / FIRST
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(whole.first_script, "utf-8", newline="")


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
