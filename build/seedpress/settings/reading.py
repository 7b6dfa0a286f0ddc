"""Reads mkdocs.yml, and refuses what is unknown or of the wrong type."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import yaml

from seedpress.errors import SettingsError
from seedpress.settings.known import Range, Settings
from seedpress.unreadable import unreadable

T = TypeVar("T")

# Settings that mkdocs.yml has under names of its own: ours never stand under `extra: seedpress:`.
_FROM_MKDOCS = {
    "docs": "docs_dir",
    "site": "site_dir",
    "name": "site_name",
    "description": "site_description",
    "site_url": "site_url",
    "author": "site_author",
    "directory_urls": "use_directory_urls",
}
_KEY = "seedpress"  # below `extra:`
_SLIPS = 2  # letters by which a name may differ from that and be taken for it
_NOT_OURS = {*_FROM_MKDOCS, "root", "language"}


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; tags that only MkDocs understands (`!ENV`, `!!python/name`) become null."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def load(config: Path, given: Mapping[str, Any] | None = None) -> Settings:
    """Read the settings from `config` (a mkdocs.yml), then apply those `given` on the command line.

    Raises:
        SettingsError: the file is missing or not YAML, or a setting is unknown or ill-typed.
    """
    text = ""
    try:
        text = config.read_text("utf-8")
        raw = yaml.load(text, _Loader) or {}  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise SettingsError(
            f"{config}: no such file; run seedpress in the folder of a mkdocs.yml, "
            "or make a new project with `seedpress new FOLDER`"
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(unreadable(config, error, text)) from None
    if not isinstance(raw, dict):
        raise SettingsError(f"{config}: found {type(raw).__name__}, expected settings `key: value`")
    ours = _ours(raw, str(config))
    settings = _merge(Settings(), ours, f"{config}: extra.{_KEY}", forbidden=_NOT_OURS)
    theirs = {ours: raw[key] for ours, key in _FROM_MKDOCS.items() if raw.get(key) is not None}
    settings = _merge(settings, theirs, str(config))
    theme = raw.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    settings = replace(settings, root=config.parent, language=str(language or "en"))
    return _merge(settings, given or {}, "command line")


def _ours(raw: Mapping[object, object], where: str) -> object:
    """What is said to seedpress; what nobody would read is a slip: in the wrong place, misspelt."""
    if _KEY in raw:
        raise SettingsError(f"{where}: found `{_KEY}` at the top, expected it below `extra:`")
    extra = raw.get("extra")
    if not isinstance(extra, Mapping):
        return {}
    if _KEY not in extra:
        from rapidfuzz.distance import OSA  # imported late: nearly all have our name as it is

        for name in map(str, extra):
            word = re.sub(r"[\W_]", "", name.lower())
            if OSA.distance(word, _KEY, score_cutoff=_SLIPS) <= _SLIPS:
                raise SettingsError(f"{where}: extra: found `{name}`, expected `{_KEY}`")
    return _said(extra.get(_KEY))


def _said(value: object) -> object:
    """What stands under a key; nothing (`keywords:`) is no settings, `false` is no such thing."""
    return {} if value is None else value


def _merge(base: T, given: object, where: str, forbidden: set[str] | None = None) -> T:
    """`base` with the values of `given`; nested settings are merged key by key."""
    if not isinstance(given, Mapping):
        raise SettingsError(
            f"{where}: found {type(given).__name__}, expected settings `key: value`"
        )
    known = {f.name: f for f in fields(base) if f.name not in (forbidden or ())}  # type: ignore[arg-type]
    types = get_type_hints(type(base), include_extras=True)
    changes: dict[str, Any] = {}
    for key, value in given.items():
        if key not in known:
            raise SettingsError(
                f"{where}: unknown setting `{key}`; known are {', '.join(sorted(known))}"
            )
        current = getattr(base, key)
        place = f"{where}.{key}"
        nested = is_dataclass(current)
        changes[key] = (
            _merge(current, _said(value), place) if nested else _checked(value, types[key], place)
        )
    return replace(base, **changes)  # type: ignore[type-var]


def _checked(value: object, wanted: Any, place: str) -> object:
    """`value` if it is of the `wanted` type; lists become tuples."""
    wanted, bounds = get_args(wanted) if get_origin(wanted) is Annotated else (wanted, Range())
    if get_origin(wanted) is tuple:
        inner = get_args(wanted)[0]
        if isinstance(value, list):
            return tuple(_checked(item, inner, place) for item in value)
    elif wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    elif isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)):
        if isinstance(value, int) and not bounds.least <= value <= bounds.most:
            low = value < bounds.least
            allowed = f"{bounds.least} or more" if low else f"{bounds.most} or less"
            raise SettingsError(f"{place}: found {value}, expected {allowed}")
        return value
    name = getattr(wanted, "__name__", str(wanted))
    raise SettingsError(f"{place}: found {value!r}, expected {name}")
