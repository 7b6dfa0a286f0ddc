"""Whether the site that stands is still the one that would be built: then nothing need be done.

After a build without problems a fingerprint is kept of all that the site was made from and of the
site itself: the settings, the programs, and for every file its size and the time of its last
change, as Git does. Where a site may depend on more than that (plugins, hooks, extensions that read
other files), nothing is kept and every build is a whole one.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from seedpress.settings import Settings

MEMORY = Path(".seedpress") / "site.json"
COUNTS = ("pages", "indexed")  # what a report says of a site
_PROGRAMS = (
    "mkdocs",
    "mkdocs-material",
    "Markdown",
    "Jinja2",
    "pagefind",
    "pagefind-bin",
    "zensical",
)
_OURS = ("site", "assets")  # folders of this package that the finished site depends on
_PLUGINS = {"search", "material/search"}
_EXTENSIONS = {"fenced_code", "md_in_html", "tables", "toc"}


class _UnclearError(Exception):
    """What the site depends on cannot be told."""


def sources(settings: Settings, engine: str, search: bool) -> str:
    """A digest of all that the site is made from; empty where that cannot be told.

    It must be taken before the engine reads: what changes meanwhile is for the next build.
    """
    from mkdocs.utils.yaml import yaml_load

    with (settings.root / "mkdocs.yml").open("rb") as source:
        config = yaml_load(source)
    if not isinstance(config, dict) or not _is_plain(config):
        return ""
    digest = hashlib.sha256()
    ours = (settings.language, settings.site_url)
    for part in (engine, search, config, ours, _programs()):
        digest.update(f"{part!r}\n".encode("utf-8", "surrogatepass"))
    custom = config["theme"].get("custom_dir")
    folders = [settings.docs_folder, *([settings.root / custom] if custom else [])]
    try:
        trees = [_tree(folder) for folder in folders]
    except _UnclearError:
        return ""
    digest.update("".join(trees).encode())
    return digest.hexdigest()


def recall(settings: Settings, made_from: str) -> dict[str, int] | None:
    """The counts of the build that made the standing site; None if another would come out now."""
    try:
        kept = json.loads((settings.root / MEMORY).read_text("utf-8"))
        fits = made_from and kept["sources"] == made_from
        if fits and kept["site"] == _tree(settings.site_folder):
            return {name: int(kept["counts"][name]) for name in COUNTS}
    except (OSError, ValueError, TypeError, KeyError, _UnclearError):
        return None  # nothing kept, or something that was not written here
    return None


def remember(settings: Settings, made_from: str, counts: dict[str, int]) -> None:
    """Keep what the site that now stands was made from; `counts` are given back by `recall`."""
    if made_from:
        file = settings.root / MEMORY
        file.parent.mkdir(exist_ok=True)
        kept = {"sources": made_from, "site": _tree(settings.site_folder), "counts": counts}
        file.write_text(json.dumps(kept), "utf-8")


def forget(settings: Settings) -> None:
    """Make the next build a whole one."""
    (settings.root / MEMORY).unlink(missing_ok=True)


def _is_plain(config: dict[str, Any]) -> bool:
    """Whether the engine reads nothing but `mkdocs.yml`, the pages and the theme."""
    theme = config.get("theme")
    return (
        isinstance(theme, dict)
        and theme.get("name") == "material"
        and "hooks" not in config
        and _names(config.get("plugins")) <= _PLUGINS
        and _names(config.get("markdown_extensions")) <= _EXTENSIONS
    )


def _names(listed: object) -> set[object]:
    """The names in a list of plugins or extensions, which may have options."""
    if isinstance(listed, dict):
        return set(listed)
    entries = listed if isinstance(listed, list) else []
    return {next(iter(each), None) if isinstance(each, dict) else each for each in entries}


@cache
def _programs() -> tuple[object, ...]:
    """The versions of the programs that make a site, and our own part of it to the byte."""
    package = Path(__file__).parents[1]
    ours = (p for name in _OURS for p in sorted((package / name).rglob("*")) if p.suffix != ".pyc")
    data = b"".join(path.read_bytes() for path in ours if path.is_file())
    return (*map(_version, _PROGRAMS), hashlib.sha256(data).hexdigest())


def _version(program: str) -> str:
    try:
        return version(program)
    except PackageNotFoundError:
        return ""


def _tree(folder: Path) -> str:
    """A digest of every file's path below `folder`, its size and when it last changed."""
    digest = hashlib.sha256()
    for path, state in _files(str(folder), ""):
        line = f"{path}\0{state.st_size}\0{state.st_mtime_ns}\0{state.st_ctime_ns}\n"
        digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _files(folder: str, below: str) -> Iterator[tuple[str, os.stat_result]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_symlink():
            raise _UnclearError
        if entry.is_dir():
            yield from _files(entry.path, f"{below}{entry.name}/")
        else:
            yield f"{below}{entry.name}", entry.stat()
