"""What machines read in a page's head: written into the page, lifted out when that is finished.

A hidden block of JSON stands before everything else in the page's body. Every engine leaves it as
it is; `site/finishing/head.py` takes it out and writes Open Graph tags, feeds and JSON-LD from it.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from seedpress import names
from seedpress.model import Entity
from seedpress.pages.markdown import Markdown, clean, outside, within
from seedpress.pages.shelf import Shelf

# `site/finishing/head.py` looks for exactly this; no seed can write it, for `<` is escaped.
START = '<div hidden id="sp-facts" data-search-exclude data-pagefind-ignore="all">'
SCHEMA = "https://schema.org"
TYPES = {
    "person": "Person",
    "organisation": "Organization",
    "place": "Place",
    "event": "Event",
    "other": "Thing",
}


def head(
    shelf: Shelf,
    path: str,
    kind: str,
    title: str,
    description: str,
    linked: Mapping[str, Any],
    more: Sequence[tuple[str, str]] = (),
    feeds: Sequence[tuple[str, str]] = (),
) -> Markdown:
    """The block, with blank lines after it.

    Args:
        shelf: of the corpus.
        path: of the page.
        kind: Open Graph's type: `website`, `article` or `profile`.
        title: of the page.
        description: of the page; may be empty.
        linked: the JSON-LD.
        more: further properties of Open Graph, (name, value).
        feeds: (title, path in the folder of data); those that are not made are left out.
    """
    said = {
        "type": kind,
        "title": title,
        "description": description,
        "site": shelf.settings.name,
        "url": published(shelf, path),
        "more": [(name, value) for name, value in more if value],
        "feeds": [
            (shelf.files[feed].mediatype, name, names.data_path(feed))
            for name, feed in feeds
            if feed in shelf.files
        ],
        "linked": known({"@context": SCHEMA, **linked}),
    }
    text = json.dumps(_cleaned(known(said)), ensure_ascii=False, separators=(",", ":"))
    return Markdown(f"{START}{within(text)}</div>\n\n")


def known(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts that have a value."""
    return {name: value for name, value in facts.items() if value}


def published(shelf: Shelf, path: str) -> str:
    """The address of a page on the published site; empty if the settings do not say where it is."""
    site = outside(shelf.settings.site_url) or ""
    return f"{site.rstrip('/')}/{names.url(path, shelf.settings.directory_urls)}" if site else ""


def address(shelf: Shelf, path: str, target: str) -> str:
    """The address of the page `target`, or else its address seen from the page `path`."""
    return published(shelf, target) or names.address(path, target, shelf.settings.directory_urls)


def named(shelf: Shelf, path: str, entity: Entity) -> dict[str, Any]:
    """An entity as others refer to it."""
    target = names.entity_path(entity.slug)
    return {
        "@type": TYPES[entity.kind],
        "name": entity.name,
        "url": address(shelf, path, target),
    }


def _cleaned(value: Any) -> Any:
    """`value` with every text in it as pages show it."""
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, Mapping):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, Sequence):
        return [_cleaned(inner) for inner in value]
    return value
