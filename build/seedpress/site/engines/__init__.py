"""The site engines: each renders `docs/` by `mkdocs.yml` into a folder and says what it disliked.

An engine is called with the settings, the folder to render into and whether Pagefind's index will
be made; if so it leaves the theme's own search out, whose index every page would load. An engine
that can render some pages alone, to the same bytes, has a row in `PARTS` too, and makes whole sites
in pieces: in several processes, or as it comes.
"""

from collections.abc import Callable
from pathlib import Path

from seedpress.settings import Settings
from seedpress.site.engines.mkdocs import load_mkdocs, render_with_mkdocs
from seedpress.site.engines.mkdocs_part import render_part_with_mkdocs
from seedpress.site.engines.rendered import Changed, Crew, Rendered, UnfitError
from seedpress.site.engines.zensical import render_with_zensical

__all__ = ["ENGINES", "LOADERS", "PARTS", "Changed", "Crew", "Rendered", "UnfitError"]

Engine = Callable[[Settings, Path, bool], Rendered]

ENGINES: dict[str, Engine] = {
    "mkdocs": render_with_mkdocs,
    "zensical": render_with_zensical,
}

PARTS: dict[str, Callable[[Settings, Path, Changed, Crew], Rendered]] = {
    "mkdocs": render_part_with_mkdocs,
}

# What loads the programs of an engine that has a row in `PARTS`.
LOADERS: dict[str, Callable[[Settings], None]] = {"mkdocs": load_mkdocs}
