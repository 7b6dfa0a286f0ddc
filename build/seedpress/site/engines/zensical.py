"""Zensical, in a process of its own: a passing file inherits `mkdocs.yml` for it."""

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import yaml
from mkdocs.utils.yaml import yaml_load

from seedpress.errors import SiteError
from seedpress.model import Problem
from seedpress.settings import Settings
from seedpress.site.engines.rendered import Rendered

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WARNING = re.compile(r"Warning: (?P<what>.+)\n.*?\[ (?P<file>.+?):(?P<line>\d+):\d+ \]")
_COUNT = re.compile(r"^(\d+) issues? found", re.MULTILINE)


def render_with_zensical(settings: Settings, into: Path, search: bool) -> Rendered:
    """Render the site into `into`, without the theme's search if `search` says ours will come.

    Zensical takes folders only below the one of its configuration file, so the passing file stands
    beside `mkdocs.yml` for as long as the build lasts.

    Raises:
        SiteError: Zensical is not installed, or could not build.
    """
    if find_spec("zensical") is None:
        raise SiteError("zensical: not installed; run `pip install seedpress[zensical]`")
    passing = settings.root / ".seedpress-zensical.yml"
    cache = settings.root / ".cache"
    had_cache = cache.exists()
    passing.write_text(yaml.safe_dump(_inherited(settings, into, search)), "utf-8")
    try:
        said = _run(passing)
    finally:
        passing.unlink()
        if not had_cache:
            shutil.rmtree(cache, ignore_errors=True)
    return Rendered(_problems(settings, said))


def _problems(settings: Settings, said: str) -> tuple[Problem, ...]:
    """The warnings in the engine's output; one more for those that have another form."""
    problems = [
        Problem(
            f"{settings.docs}/{found['file']}", found["what"], "mend the page", int(found["line"])
        )
        for found in _WARNING.finditer(said)
    ]
    counted = _COUNT.search(said)
    others = int(counted[1]) - len(problems) if counted else 0
    if others > 0:
        told = "run `zensical build` to read them"
        problems.append(Problem("mkdocs.yml", f"{others} other warning(s) of zensical", told))
    return tuple(problems)


def _inherited(settings: Settings, into: Path, search: bool) -> dict[str, object]:
    config: dict[str, object] = {
        "INHERIT": "mkdocs.yml",
        "docs_dir": os.path.relpath(settings.docs_folder, settings.root),
        "site_dir": os.path.relpath(into, settings.root),
    }
    if search:
        # Lists are joined on inheritance, mappings merged; the last word on a plugin counts.
        off = {"search": {"enabled": False}}
        config["plugins"] = off if _maps_plugins(settings.root / "mkdocs.yml") else [off]
    return config


def _maps_plugins(file: Path) -> bool:
    with file.open("rb") as source:
        return isinstance(yaml_load(source).get("plugins"), dict)


def _run(config: Path) -> str:
    """Run the engine; its output without colours."""
    # -P: nothing in the corpus project may stand in for a module of the engine.
    command = [sys.executable, "-P", "-m", "zensical", "build", "--clean"]
    command += ["--config-file", str(config.absolute())]
    done = subprocess.run(
        command,
        cwd=config.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        close_fds=False,  # it holds the lock too: if we are killed, it still writes here
    )
    said = _COLOUR.sub("", done.stdout + done.stderr)
    if done.returncode:
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        raise SiteError(f"zensical: {lines[-1] if lines else f'ended with {done.returncode}'}")
    return said
