"""The inline scripts of the installed theme, from its templates: known whatever stands in a page.

A policy that took a script's hash from the page itself would allow whatever got into the page.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

_SCRIPT = re.compile(r"<script(?: id=\"?[\w-]+\"?)?>(.*?)</script>", re.DOTALL)
_BASE = re.compile(r"\{\{[^{}]*\bbase_url\b[^{}]*\}\}")
BASE = "{{base}}"  # stands in a script for the way to the site's root
# How the theme's two first scripts begin: where the site is, and the colours chosen for it.
SCOPE = f'__md_scope=new URL("{BASE}",location)'
COLOURS = 'var palette=__md_get("__palette")'
_FROM_FILE = '__md_scope=new URL("..",document.currentScript.src)'
FIRST = "assets/first.js"  # the file that both are in, seen from the site's root


def inline_scripts(config: Path) -> tuple[str, ...]:
    """Every inline script of the theme that `config`, a mkdocs.yml, names and of its overrides.

    Scripts that a template fills with anything but the way to the site's root are left out: what
    they say is not known before a page is made. The templates are those of either engine; which
    of their scripts a page uses, the page says.
    """
    read = _read(config)
    theme = read.get("theme") or "mkdocs"
    named = theme if isinstance(theme, dict) else {"name": theme}
    scripts = {*_of_theme(named.get("name")), *_of_zensical()}
    if named.get("custom_dir"):
        scripts.update(_scripts_below(config.parent / str(named["custom_dir"])))
    scope = (read.get("extra") or {}).get("scope")  # of what the theme stores, in the way's place
    also = (script.replace(BASE, str(scope)) for script in scripts if scope)
    return tuple(sorted({*scripts, *also}))


def first_script(scripts: tuple[str, ...]) -> str:
    """The theme's two first scripts as the text of the file `FIRST`; empty for other themes."""
    scope = next((script for script in scripts if script.startswith(SCOPE)), "")
    colours = next((script for script in scripts if script.startswith(COLOURS)), "")
    return f"{scope.replace(SCOPE, _FROM_FILE, 1)};{colours}\n" if scope and colours else ""


def theme_file(config: Path, path: str) -> str | None:
    """The text of the theme's file `path`, seen from the site's root; None where it has none.

    The theme is the one that `config`, a mkdocs.yml, names, with its overrides, or Zensical's.
    """
    read = _read(config)
    theme = read.get("theme") or "mkdocs"
    named = theme if isinstance(theme, dict) else {"name": theme}
    own = [config.parent / str(named["custom_dir"])] if named.get("custom_dir") else []
    places = (*own, *_folders(named.get("name")), *_folders_of_zensical())
    found = next((place / path for place in places if (place / path).is_file()), None)
    return found.read_text("utf-8") if found else None


@cache
def _of_theme(name: str | None) -> tuple[str, ...]:
    return tuple(script for folder in _folders(name) for script in _scripts_below(folder))


@cache
def _of_zensical() -> tuple[str, ...]:
    return tuple(script for folder in _folders_of_zensical() for script in _scripts_below(folder))


def _folders(name: str | None) -> tuple[Path, ...]:
    return tuple(map(Path, Theme(name=name).dirs)) if name else ()


def _folders_of_zensical() -> tuple[Path, ...]:
    found = find_spec("zensical")
    places = (found.submodule_search_locations if found else None) or ()
    return tuple(Path(place) / "templates" for place in places)


def _scripts_below(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.html"):
        for script in _SCRIPT.findall(file.read_text("utf-8", "replace")):
            known = _BASE.sub(BASE, script)
            if "{%" not in known and "{{" not in known.replace(BASE, ""):
                yield known


def _read(config: Path) -> dict[str, Any]:
    """What `mkdocs.yml` and all that it inherits say; of a page without a project, the default."""
    try:
        with config.open("rb") as source:
            read = yaml_load(source)
    except (OSError, yaml.YAMLError):
        read = None
    return read if isinstance(read, dict) else {"theme": "material"}
