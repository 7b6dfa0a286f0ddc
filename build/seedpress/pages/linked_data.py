"""What pages tell machines in the words of schema.org: nothing that the corpus does not know."""

from collections.abc import Iterable, Sequence
from typing import Any

from seedpress import names
from seedpress.model import Entity, Entry
from seedpress.pages.head import TYPES, address, known, named, published
from seedpress.pages.markdown import outside
from seedpress.pages.shelf import Shelf, title_of

MENTIONED = 12  # entities that an article's page names to machines, most mentioned first
SPELLINGS = 10  # other names of an entity
INDEX = "index.md"
PACKED = "application/gzip"
DATA = names.data_path("index.md")


def of_article(shelf: Shelf, path: str, entry: Entry, shared: Sequence[Entity]) -> dict[str, Any]:
    """An article; what its title names is what it is about."""
    fields = entry.article.fields
    counts = shelf.named[entry.id]
    titled = {m.entity for m in entry.mentions if m.in_title}
    foremost = sorted(shared, key=lambda e: -counts[e.id])[:MENTIONED]
    return known(
        {
            "@type": "NewsArticle",
            "headline": title_of(entry),
            "url": published(shelf, path),
            "author": _author(fields.byline, fields.source),
            "publisher": _outlet(fields.source),
            "datePublished": fields.date,
            "dateline": fields.dateline,
            "inLanguage": fields.language,
            "wordCount": len(entry.article.text.split()),
            "isBasedOn": _web(fields.url),
            "keywords": [k.text for k in entry.keywords[: shelf.settings.keywords.shown]],
            "about": [named(shelf, path, e) for e in foremost if e.id in titled],
            "mentions": [named(shelf, path, e) for e in foremost if e.id not in titled],
            "isPartOf": _site(shelf, path),
        }
    )


def of_entity(shelf: Shelf, path: str, entity: Entity, wikidata: str) -> dict[str, Any]:
    """The page of an entity, and the entity."""
    other = [a.text for a in entity.aliases if a.text != entity.name]
    return known(
        {
            "@type": "ProfilePage" if entity.kind == "person" else "WebPage",
            "name": entity.name,
            "url": published(shelf, path),
            "inLanguage": shelf.words.language,
            "mainEntity": known(
                {
                    "@type": TYPES[entity.kind],
                    "name": entity.name,
                    "alternateName": other[:SPELLINGS],
                    "description": entity.note,
                    "sameAs": wikidata,
                }
            ),
            "isPartOf": _site(shelf, path),
        }
    )


def of_keyword(shelf: Shelf, path: str, text: str, variants: Iterable[str]) -> dict[str, Any]:
    """The page of a keyword."""
    return known(
        {
            "@type": "DefinedTerm",
            "name": text,
            "alternateName": [v for v in variants if v != text][:SPELLINGS],
            "url": published(shelf, path),
        }
    )


def of_home(shelf: Shelf) -> dict[str, Any]:
    """The site, and the data set that it is."""
    site = {
        "@type": "WebSite",
        "name": shelf.settings.name,
        "description": shelf.settings.description,
        "url": published(shelf, INDEX),
        "inLanguage": shelf.words.language,
    }
    return {"@graph": [known(site), of_data(shelf, INDEX)] if shelf.files else [known(site)]}


def of_data(shelf: Shelf, path: str) -> dict[str, Any]:
    """The corpus as a data set; with its files on the Data page."""
    settings = shelf.settings
    dates = sorted(e.article.fields.date for e in shelf.corpus.entries if e.article.fields.date)
    files = [
        {
            "@type": "DataDownload",
            "name": file.path,
            "description": file.about,
            "encodingFormat": PACKED if file.packed else file.mediatype,
            "contentUrl": published(shelf, DATA).removesuffix("index.html") + file.path,
            "contentSize": f"{file.size} B",
            "sha256": file.sha256,
        }
        for file in shelf.files.values()
        if file.about and path == DATA
    ]
    return known(
        {
            "@type": "Dataset",
            "name": settings.name,
            "description": settings.description,
            "url": address(shelf, path, DATA),
            "version": names.corpus_version(file.identity for file in shelf.files.values()),
            "creator": {"name": settings.author} if settings.author else None,
            "temporalCoverage": f"{dates[0]}/{dates[-1]}" if dates else "",
            "inLanguage": sorted({e.article.fields.language for e in shelf.corpus.entries} - {""}),
            "distribution": files,
        }
    )


def _author(byline: str, source: str) -> dict[str, str] | None:
    """Who is named as the author; whether that is a person or a desk is not known."""
    return _outlet(source) if byline == source else {"name": byline} if byline else None


def _outlet(source: str) -> dict[str, str] | None:
    return {"@type": "Organization", "name": source} if source else None


def _site(shelf: Shelf, path: str) -> dict[str, str]:
    return {
        "@type": "WebSite",
        "name": shelf.settings.name,
        "url": address(shelf, path, INDEX),
    }


def _web(url: str) -> str:
    """An article's first address, if it is one on the web."""
    found = outside(url) if url else None
    return found if found and found.startswith("http") else ""
