"""Turns a template and its values into a page's text: front matter first, every word escaped.

Templates are those of this package; a publisher's folder may hold others in place of single ones,
which can include the one they replace as `ours/<name>`.
"""

import re
import traceback
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import nh3
import yaml
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateSyntaxError,
    meta,
)

from seedpress.errors import SettingsError
from seedpress.pages.markdown import Markdown, escape, escape_html
from seedpress.settings import Settings

ENDING = ".md.j2"
# Words without a sign that means something to YAML, and words that do.
_PLAIN = re.compile(r"[^\W\d_]+(?: [\w .,;()–—’…-]*[\w.,;()…])?")
_MEANS = frozenset("y yes n no true false on off null".split())


class Templates:
    """The templates of one build: the publisher's own before ours."""

    def __init__(self, settings: Settings) -> None:
        """Make ready.

        Raises:
            SettingsError: the publisher's folder is missing, or holds a file that nothing uses.
        """
        self.folder = settings.templates_folder
        ours: BaseLoader = PackageLoader("seedpress.pages", "templates")
        own = [FileSystemLoader(self.folder)] if self.folder else []
        loader = ChoiceLoader([*own, ours, PrefixLoader({"ours": ours})])
        self.environment = _environment(loader)
        if self.folder:
            _check(self.environment, self.folder)

    def fill(self, name: str, front: Markdown, /, **values: Any) -> str:
        """The text of a page: the front matter, then the template `name` with its `values`.

        Raises:
            SettingsError: a template of the publisher's is broken; it says where.
        """
        try:
            return front + self.environment.get_template(name).render(values)
        except Exception as error:
            place = _place(self.folder, error)
            if not place:
                raise  # a fault of ours
            raise SettingsError(f"{place}: {type(error).__name__}: {error}") from error


@cache
def _wall() -> nh3.Cleaner:
    return nh3.Cleaner(tags=set(), attributes={})


def _wordy(text: str) -> str:
    """Escaped words; and were they not, the wall would leave no tag: they stand in every head."""
    words = _wall().clean(escape_html(text)).replace("&nbsp;", "\u00a0")
    return words.replace('"', "&quot;").replace("'", "&#39;").replace("{", "&#123;")


def front_matter(title: str, description: str = "", hide: tuple[str, ...] = ()) -> Markdown:
    """All the front matter that a page ever has; the theme prints title and description as HTML."""
    lines = [_said("title", _wordy(title))]
    if description:
        lines.append(_said("description", _wordy(description)))
    if hide:
        lines.append("".join(["hide:\n", *(f"- {part}\n" for part in hide)]))
    return Markdown(f"---\n{''.join(lines)}---\n")


def _said(key: str, words: str) -> str:
    """A key with its words as YAML, by hand where that is plain: a tenth of the time."""
    if words.isprintable():
        if _PLAIN.fullmatch(words) and words.lower() not in _MEANS:
            return f"{key}: {words}\n"
        if "'" not in words:
            return f"{key}: '{words}'\n"
    return yaml.safe_dump({key: words}, allow_unicode=True, width=1_000_000)


def _environment(loader: BaseLoader) -> Environment:
    """Where templates become text.

    Jinja's own autoescape knows HTML only, so it stays off: `finalize` sends every `{{ value }}`
    through our escape instead, unless the value is Markdown already. Macros return plain
    strings, which would be escaped a second time: use includes.
    """
    return Environment(  # noqa: S701 - `finalize` escapes, for Markdown and HTML alike
        loader=loader,
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,  # all of them: included ones are asked for hundreds of times a page
    )


@cache
def _ours() -> frozenset[str]:
    folder = files("seedpress.pages") / "templates"
    return frozenset(f.name for f in folder.iterdir() if f.name.endswith(ENDING))


def _check(environment: Environment, folder: Path) -> None:
    """Refuse what would be overlooked: a name that overrides nothing, a template that is broken."""
    if not folder.is_dir():
        raise SettingsError(
            f"mkdocs.yml: extra.seedpress.templates: {folder}: no such folder; "
            "make it, or name another"
        )
    found = {f.name: f for f in sorted(folder.iterdir()) if f.name.endswith(ENDING)}
    used: set[str | None] = set()
    for file in found.values():
        try:
            tree = environment.parse(file.read_text("utf-8"), file.name, str(file))
        except TemplateSyntaxError as error:
            raise SettingsError(f"{file}:{error.lineno}: {error.message}") from None
        except UnicodeDecodeError as error:
            raise SettingsError(f"{file}: not UTF-8 at byte {error.start}") from None
        used.update(meta.find_referenced_templates(tree))
    strange = [name for name in found if name not in _ours() and name not in used]
    if strange:
        known = ", ".join(sorted(_ours()))
        raise SettingsError(f"{folder / strange[0]}: overrides no template; there are {known}")


def _place(folder: Path | None, error: Exception) -> str:
    """File and line of the publisher's template in which the error arose; empty if in none."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{f.filename}:{f.lineno}" for f in frames if folder and _is_in(f.filename, folder)]
    return places[-1] if places else ""


def _is_in(file: str, folder: Path) -> bool:
    return file.endswith(ENDING) and Path(file).parent == folder
