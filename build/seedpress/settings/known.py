"""What `extra: seedpress:` in `mkdocs.yml` may say, defaults beside their meaning."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, NamedTuple

from seedpress.errors import SettingsError

# HTML elements that our pages do without and a publisher's own templates may want.
MEDIA = ("audio", "img", "picture", "source", "track", "video")
_ELEMENTS = tuple("button del dfn hgroup i ins kbd main mark meter s samp u var wbr".split())
# An origin, or the hash of a script, as a Content Security Policy names them.
_SOURCE = re.compile(
    r"https?://(\*\.)?[\w.-]+(:\d+)?|'sha(256|384|512)-[A-Za-z0-9+/]+=*'", re.ASCII
)


class Range(NamedTuple):
    """Which whole numbers a setting may have; one that says nothing of it has this one."""

    least: int = 0
    most: int = 1_000_000_000_000


Positive = Annotated[int, Range(1)]
Patient = Annotated[int, Range(0, 1_000_000_000)]  # what the system's clocks and bounds can hold


@dataclass(frozen=True, slots=True)
class KeywordSettings:
    """How keywords are found and how many are kept."""

    extractor: str = "editor"  # `editor` or `yake`
    engine: str = "yake"  # of the extractor `yake`; `yake-rust`, an extra, is faster
    count: int = 20  # kept for each article
    shown: int = 8  # of them, on the article's page
    min_articles: Positive = 2  # a keyword of fewer articles gets no page


@dataclass(frozen=True, slots=True)
class EntitySettings:
    """How names are recognised and which of them get a page."""

    recogniser: str = "builtin"  # or, with the extra seedpress[spacy], `spacy` or `hybrid`
    model: str = ""  # of spaCy; empty: the first that is installed
    min_articles: Positive = 2  # an entity of fewer articles gets no page


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What pages show."""

    per_index: Positive = 50  # entries on one page of an index, at the most
    related: int = 5  # related articles on an article's page
    context: int = 60  # characters on each side of a mention in a concordance
    feed_articles: Positive = 5  # an entity of fewer dated articles gets no feed of its own


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How the search index is made."""

    shard: Positive = 2000  # pages in a piece of it; of a larger site only changed pieces are made


@dataclass(frozen=True, slots=True)
class DataSettings:
    """How data files are published; `seedpress export` writes them as they are."""

    packed_above: int = 4_000_000  # bytes; a larger one is packed (`.gz`); 0: none is


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

    seed_bytes: Positive = 5_000_000  # a larger seed is reported and left out
    line_characters: Positive = 200_000  # a longer line is reported and left out with its seed
    archive_files: Positive = 100_000  # in a ZIP, pages in a WARC; an archive of more is left out
    archive_ratio: Positive = 200  # an archive may unpack to so many times its size; text: 10
    seed_seconds: Patient = 60  # a seed that takes longer is reported and left out; 0: no limit
    seed_megabytes: Patient = 2000  # of memory for a seed (on Linux, in large corpora); 0: no limit


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
    data: DataSettings = field(default_factory=DataSettings)
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
        """Where the finished site stands: where a link leads, for what is beside that counts."""
        folder = self.root / self.site
        return folder.resolve() if folder.is_symlink() else folder

    @property
    def templates_folder(self) -> Path | None:
        """The publisher's own templates, if there are any."""
        return self.root / self.templates if self.templates else None

    @property
    def authority_file(self) -> Path:
        """The editor's word; need not exist."""
        return self.seeds_folder / "authority.yml"
