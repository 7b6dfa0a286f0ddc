"""What a step of finishing may know of the page that it changes, besides its HTML."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from seedpress.settings import Settings
from seedpress.site.finishing.theme import first_script, inline_scripts
from seedpress.manifest import known_pages


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme writes into every page for its scripts alone, as pages hold it."""

    config: str = ""  # the theme's settings as JSON; empty: all of this stays in pages
    search: str = ""  # a file that they name, seen from the site's root
    colours: str = ""  # the switch
    toggle: str = ""  # what the theme's own search would open
    top: str = ""  # the button to the top
    dialog: str = ""  # where messages appear
    footer: str = ""  # if nothing stands in it
    site: str = ""  # the site's name, with which the titles of pages end
    logo: str = ""  # pictures in the header, which a style sheet can draw as well
    menu: str = ""
    sheets: tuple[str, ...] = ()  # style sheets of the theme that stand in one file with ours


@dataclass(frozen=True, slots=True)
class Whole:
    """What is the same for every page of one site."""

    settings: Settings
    search: bool = False  # our search is part of the site
    search_page: str = ""  # where its page is, seen from the site's root
    label: str = ""  # of the search button, in the pages' language, as HTML
    theme_scripts: tuple[str, ...] = ()  # inline ones that the theme may write into a page
    first_script: str = ""  # two of them as the text of one file; empty: they stay in pages
    generated: frozenset[str] = frozenset()  # sources that we wrote, not the publisher
    frame: Frame = Frame()  # as the engine rendered it: the same for equal settings and theme


@dataclass(frozen=True, slots=True)
class Context:
    """One page, by itself: what it becomes depends on this, its HTML and its source alone."""

    whole: Whole
    path: str  # of the HTML file, seen from the site's root: `articles/x/index.html`
    source: str = ""  # of the Markdown file, seen from `docs/`: `articles/x.md`; empty: none

    @property
    def settings(self) -> Settings:
        """The settings of the corpus."""
        return self.whole.settings

    @property
    def root(self) -> str:
        """The way to the site's root; the 404 page is met at any depth, so there: absolute."""
        if self.path == "404.html":
            return f"{urlsplit(self.settings.site_url).path.rstrip('/')}/"
        return "../" * self.path.count("/") or "./"


def whole_of(settings: Settings, search: bool, generated: frozenset[str] | None = None) -> Whole:
    """What all pages of the site share; read from the pages' sources, so the same in any build.

    Which of them are `generated` is read too, unless that is known.
    """
    page = "search/" if settings.directory_urls else "search.html"
    docs = settings.docs_folder
    scripts = inline_scripts(settings.root / "mkdocs.yml")
    first = first_script(scripts)
    known = frozenset(known_pages(docs)) if generated is None else generated
    return Whole(settings, search, page, _label(docs), scripts, first, known)


def context_of(whole: Whole, path: str) -> Context:
    """The context of the page at `path`, with its source if it has one."""
    docs = whole.settings.docs_folder
    found = (source for source in _sources(path) if (docs / source).is_file())
    return Context(whole, path, next(found, ""))


def _sources(path: str) -> tuple[str, ...]:
    """The Markdown files that may have become the page at `path`, the engine's choice first."""
    stem = path.removesuffix(".html")
    folder = stem.removesuffix("index").rstrip("/")
    readme = (f"{folder}/README.md" if folder else "README.md",) if stem.endswith("index") else ()
    own = (f"{folder}.md",) if folder and readme else ()
    return (f"{stem}.md", *readme, *own)


def _label(docs: Path) -> str:
    words = docs / "assets" / "search-words.json"
    text = json.loads(words.read_text("utf-8"))["search"] if words.exists() else "Search"
    return escape(str(text))
