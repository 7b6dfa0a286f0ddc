"""Settings: what `extra: seedpress:` in `mkdocs.yml` may say, defaults beside their meaning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import yaml

from seedpress.errors import SettingsError

T = TypeVar("T")
# HTML elements that our pages do without and a publisher's own templates may want.
MEDIA = ("audio", "img", "picture", "source", "track", "video")
_ELEMENTS = tuple("button del dfn hgroup i ins kbd main mark meter s samp u var wbr".split())
# An origin, or the hash of a script, as a Content Security Policy names them.
_SOURCE = re.compile(
    r"https?://(\*\.)?[\w.-]+(:\d+)?|'sha(256|384|512)-[A-Za-z0-9+/]+=*'", re.ASCII
)


@dataclass(frozen=True, slots=True)
class KeywordSettings:
    """How keywords are found and how many are kept."""

    extractor: str = "editor"  # `editor` or `yake`
    engine: str = "yake"  # of the extractor `yake`; `yake-rust`, an extra, is faster
    count: int = 20  # kept for each article
    shown: int = 8  # of them, on the article's page
    min_articles: int = 2  # a keyword of fewer articles gets no page


@dataclass(frozen=True, slots=True)
class EntitySettings:
    """How names are recognised and which of them get a page."""

    recogniser: str = "builtin"  # or, with the extra seedpress[spacy], `spacy` or `hybrid`
    model: str = ""  # of spaCy; empty: the first that is installed
    min_articles: int = 2  # an entity of fewer articles gets no page


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What pages show."""

    per_index: int = 50  # entries on one page of an index
    related: int = 5  # related articles on an article's page
    context: int = 60  # characters on each side of a mention in a concordance
    feed_articles: int = 5  # an entity of fewer dated articles gets no feed of its own


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How the search index is made."""

    shard: int = 2000  # pages in one piece of it; of a larger site only changed pieces are made


@dataclass(frozen=True, slots=True)
class RecordFields:
    """What the records of `.jsonl` and `.csv` files call each field; empty: its usual names."""

    id: str = ""  # of the record, kept when records move
    text: str = ""  # the article as plain text,
    markdown: str = ""  # or as Markdown,
    html: str = ""  # or as a web page
    title: str = ""
    byline: str = ""
    source: str = ""
    dateline: str = ""
    date: str = ""
    url: str = ""
    language: str = ""
    tags: str = ""


@dataclass(frozen=True, slots=True)
class ReaderSettings:
    """How seeds are read."""

    fields: RecordFields = field(default_factory=RecordFields)


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """Bounds on the work that one seed may cause."""

    seed_bytes: int = 5_000_000  # a larger seed is reported and left out
    line_characters: int = 200_000  # a longer line is reported and left out with its seed
    archive_files: int = 100_000  # in a ZIP, pages in a WARC; an archive of more is left out
    archive_ratio: int = 200  # an archive may unpack to so many times its size; text does to 10
    seed_seconds: int = 60  # a seed that takes longer is reported and left out; 0: no limit
    seed_megabytes: int = 2000  # of memory for a seed (on Linux, in large corpora); 0: no limit


@dataclass(frozen=True, slots=True)
class PolicySettings:
    """What a browser may load into the finished pages: by default nothing from another host."""

    enabled: bool = True  # `false`: pages carry no Content Security Policy
    sources: tuple[str, ...] = ()  # other origins it allows, such as `https://stats.example.org`
    elements: tuple[str, ...] = ()  # more that generated pages may hold, for templates of your own

    def __post_init__(self) -> None:
        for element in self.elements:
            if element not in (*MEDIA, *_ELEMENTS):
                raise SettingsError(
                    f"extra.seedpress.policy.elements: found {element!r}, which generated pages "
                    f"never hold; allowed are {', '.join((*MEDIA, *_ELEMENTS))}"
                )
        for source in self.sources:
            if not _SOURCE.fullmatch(source):
                raise SettingsError(
                    f"extra.seedpress.policy.sources: found {source!r}, expected the scheme and "
                    "host that pages may load from, such as `https://stats.example.org`"
                )


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a build can be told; the folders and the name come from MkDocs' own keys."""

    root: Path = Path()  # the folder of mkdocs.yml
    seeds: str = "seeds"  # folder of the articles, below the root
    templates: str = ""  # folder of page templates that take the place of ours of the same name
    docs: str = "docs"  # `docs_dir`
    site: str = "site"  # `site_dir`
    name: str = "Corpus"  # `site_name`
    description: str = ""  # `site_description`
    site_url: str = ""  # `site_url`
    author: str = ""  # `site_author`: who made the corpus, for its citation
    language: str = "en"  # of the interface: theme.language
    directory_urls: bool = True  # `use_directory_urls`
    keywords: KeywordSettings = field(default_factory=KeywordSettings)
    entities: EntitySettings = field(default_factory=EntitySettings)
    pages: PageSettings = field(default_factory=PageSettings)
    search: SearchSettings = field(default_factory=SearchSettings)
    readers: ReaderSettings = field(default_factory=ReaderSettings)
    limits: LimitSettings = field(default_factory=LimitSettings)
    policy: PolicySettings = field(default_factory=PolicySettings)

    @property
    def seeds_folder(self) -> Path:
        """Where the seeds are."""
        return self.root / self.seeds

    @property
    def docs_folder(self) -> Path:
        """Where pages are written."""
        return self.root / self.docs

    @property
    def site_folder(self) -> Path:
        """Where the finished site stands."""
        return self.root / self.site

    @property
    def templates_folder(self) -> Path | None:
        """The publisher's own templates, if there are any."""
        return self.root / self.templates if self.templates else None

    @property
    def authority_file(self) -> Path:
        """The editor's word; need not exist."""
        return self.seeds_folder / "authority.yml"


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
_NOT_OURS = {*_FROM_MKDOCS, "root", "language"}


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml; tags that only MkDocs understands (`!ENV`, `!!python/name`) become null."""


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)


def load(config: Path, given: Mapping[str, Any] | None = None) -> Settings:
    """Read the settings from `config` (a mkdocs.yml), then apply those `given` on the command line.

    Raises:
        SettingsError: the file is missing or not YAML, or a setting is unknown or ill-typed.
    """
    try:
        raw = yaml.load(config.read_text("utf-8"), _Loader) or {}  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        raise SettingsError(
            f"{config}: no such file; run seedpress in the folder of a mkdocs.yml, "
            "or make a new project with `seedpress new FOLDER`"
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{config}: not readable as YAML: {_one_line(error)}") from None
    if not isinstance(raw, dict):
        raise SettingsError(f"{config}: found {type(raw).__name__}, expected settings `key: value`")
    extra = raw.get("extra") or {}
    ours = (extra.get("seedpress") if isinstance(extra, dict) else None) or {}
    where = f"{config}: extra.seedpress"
    settings = _merge(Settings(), ours, where, forbidden=_NOT_OURS)
    theirs = {ours: raw[key] for ours, key in _FROM_MKDOCS.items() if raw.get(key) is not None}
    settings = _merge(settings, theirs, str(config))
    theme = raw.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    settings = replace(settings, root=config.parent, language=str(language or "en"))
    return _merge(settings, given or {}, "command line")


def _merge(base: T, given: object, where: str, forbidden: set[str] | None = None) -> T:
    """`base` with the values of `given`; nested settings are merged key by key."""
    if not isinstance(given, Mapping):
        raise SettingsError(
            f"{where}: found {type(given).__name__}, expected settings `key: value`"
        )
    known = {f.name: f for f in fields(base) if f.name not in (forbidden or ())}  # type: ignore[arg-type]
    types = get_type_hints(type(base))
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
            _merge(current, value or {}, place) if nested else _checked(value, types[key], place)
        )
    return replace(base, **changes)  # type: ignore[type-var]


def _checked(value: object, wanted: Any, place: str) -> object:
    """`value` if it is of the `wanted` type; lists become tuples."""
    if get_origin(wanted) is tuple:
        inner = get_args(wanted)[0]
        if isinstance(value, list):
            return tuple(_checked(item, inner, place) for item in value)
    elif wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    elif isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)):
        if isinstance(value, int) and value < 0:
            raise SettingsError(f"{place}: found {value}, expected 0 or more")
        return value
    name = getattr(wanted, "__name__", str(wanted))
    raise SettingsError(f"{place}: found {value!r}, expected {name}")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
