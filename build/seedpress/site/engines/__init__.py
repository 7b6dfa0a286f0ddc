"""The site engines: each renders `docs/` by `mkdocs.yml` into a folder and says what it disliked.

An engine is called with the settings, the folder to render into and whether Pagefind's index will
be made; if so it leaves the theme's own search out, whose index every page would load.
"""

from collections.abc import Callable
from pathlib import Path

from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.engines.mkdocs import render_with_mkdocs
from seedpress.site.engines.zensical import render_with_zensical

Engine = Callable[[Settings, Path, bool], tuple[Problem, ...]]

ENGINES: dict[str, Engine] = {
    "mkdocs": render_with_mkdocs,
    "zensical": render_with_zensical,
}
