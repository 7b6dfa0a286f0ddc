"""What a site depends on besides its pages: settings, theme, programs; and whether that is all.

Where a site may depend on more (plugins, hooks, extensions that read other files), this says so,
and every build is a whole one.
"""

import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from seedpress.settings import Settings
from seedpress.site.finishing import whole_of
from seedpress.site.states import UnclearError, states

_PROGRAMS = (
    "mkdocs",
    "mkdocs-material",
    "Markdown",
    "Jinja2",
    "deflate",
    "lxml",
    "nh3",
    "pagefind-bin",
    "zensical",
)
_OURS = ("site", "assets")  # folders of this package that the finished site depends on
_PLUGINS = {"search", "material/search"}
_EXTENSIONS = {"fenced_code", "md_in_html", "tables", "toc"}


def fingerprint(settings: Settings, engine: str, search: bool) -> str:
    """A digest of all that makes a site of its pages; empty where that cannot be told."""
    from mkdocs.utils.yaml import yaml_load

    with (settings.root / "mkdocs.yml").open("rb") as source:
        config = yaml_load(source)
    if not isinstance(config, dict) or not _is_plain(config):
        return ""
    custom = config["theme"].get("custom_dir")
    try:
        theme = states(settings.root / custom) if custom else {}
    except UnclearError:
        return ""
    # Every page is finished with these; whose page is whose is remembered page by page.
    whole = replace(whole_of(settings, search, frozenset()), settings=Settings())
    ours = replace(settings, root=Path())
    digest = hashlib.sha256()
    for part in (engine, search, config, theme, ours, whole, _programs()):
        digest.update(f"{part!r}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


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
