"""MkDocs, driven in this process: its own configuration, with another folder and fewer plugins."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from seedpress.errors import SiteError
from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.engines.mkdocs_known import get_ready
from seedpress.site.engines.rendered import Rendered, UnfitError

_SEARCH = {"search", "material/search"}
_FILE = re.compile(r"Doc file '([^']*)' (?:contains|has)")


class Ear(logging.Handler):
    """Keeps what MkDocs says at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember the message in one line."""
        self.heard.append((record.levelno, " ".join(record.getMessage().split())))

    def problems(self, settings: Settings) -> tuple[Problem, ...]:
        """What was heard, as problems of pages or of the configuration."""
        return tuple(_problem(settings, text) for _, text in self.heard)


def render_with_mkdocs(settings: Settings, into: Path, search: bool) -> Rendered:
    """Render the site into `into`, without the theme's search if `search` says ours will come.

    Raises:
        SiteError: MkDocs refused the configuration or could not build.
    """
    with listening() as ear:
        from mkdocs.commands.build import build

        with loaded(settings, into, search) as config:
            build(config)
            navigation = config.plugins["seedpress"].navigation
    return Rendered(ear.problems(settings), navigation)


def load_mkdocs(settings: Settings) -> None:
    """Load the programs that make some pages, and have them look at what stands: that takes a second.

    Raises:
        SiteError: MkDocs refused the configuration.
    """
    with listening():
        from mkdocs.commands import build as _build  # noqa: F401

        with loaded(settings, settings.site_folder, search=True) as config:
            get_ready(config)


@contextmanager
def listening() -> Iterator[Ear]:
    """Hear what MkDocs says while it works, in place of the terminal.

    Raises:
        SiteError: it could not go on.
        UnfitError: what is done meanwhile raised it.
    """
    # The theme prints an advertisement for its successor on import; a build is no place for it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    log, ear = logging.getLogger("mkdocs"), Ear()
    propagate, log.propagate = log.propagate, False
    log.addHandler(ear)
    try:
        yield ear
    except (SiteError, UnfitError):  # said already
        raise
    except (Exception, SystemExit) as error:  # engines fail in many ways, all of them the user's
        raise SiteError(_why(error, ear)) from error
    finally:
        log.removeHandler(ear)
        log.propagate = propagate


@contextmanager
def loaded(settings: Settings, into: Path, search: bool) -> Iterator[Any]:
    """MkDocs' configuration for a build into `into`, its plugins started."""
    from mkdocs.config import load_config

    from seedpress.site.shortcut import Shortcut

    file = settings.root / "mkdocs.yml"
    overrides: dict[str, Any] = {
        "docs_dir": str(settings.docs_folder.absolute()),
        "site_dir": str(into.absolute()),
        "strict": False,  # our caller decides what a warning costs
    }
    if search:
        overrides["plugins"] = _without_search(file)
    config = load_config(str(file), **overrides)
    config.plugins["seedpress"] = Shortcut()
    config.plugins.on_startup(command="build", dirty=False)
    try:
        yield config
    finally:
        config.plugins.on_shutdown()


def _without_search(file: Path) -> list[Any]:
    """The plugins of `mkdocs.yml` and of what it inherits, save the theme's search."""
    from mkdocs.utils.yaml import yaml_load

    with file.open("rb") as source:
        plugins = yaml_load(source).get("plugins") or []
    if isinstance(plugins, dict):
        plugins = [{name: options} for name, options in plugins.items()]
    return [each for each in plugins if _name(each) not in _SEARCH]


def _name(plugin: object) -> object:
    return next(iter(plugin), None) if isinstance(plugin, dict) else plugin


def _why(error: BaseException, ear: Ear) -> str:
    """What went wrong, in one line: MkDocs logs the cause, then raises something general."""
    causes = [text for level, text in ear.heard if level >= logging.ERROR]
    said = " ".join(str(error).split())
    return f"mkdocs: {causes[0] if causes else f'{type(error).__name__}: {said}'}"


def _problem(settings: Settings, text: str) -> Problem:
    found = _FILE.match(text)
    place = f"{settings.docs}/{found[1]}" if found else "mkdocs.yml"
    return Problem(place, text, "mend the page, or say in `validation:` that it may be")
