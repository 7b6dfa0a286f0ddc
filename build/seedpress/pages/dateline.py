"""An article's dateline, with its towns leading to their pages: `GENEVA`, `KYIV/IZIUM, Ukraine`."""

import re
from collections.abc import Iterable, Iterator, Mapping

from seedpress import names
from seedpress.model import Entity, Entry
from seedpress.pages.markdown import Markdown, join, link

_BETWEEN = re.compile(r"\s*[/,]\s*")
Places = Mapping[str, Entity]  # by folded spelling


def places_by_name(entries: Iterable[Entry], entities: Iterable[Entity]) -> dict[str, Entity]:
    """The places among `entities` by their folded spellings, if any article has a dateline.

    Of several that are spelt alike it is the one in most articles.
    """
    found: dict[str, Entity] = {}
    if any(entry.article.fields.dateline for entry in entries):
        places = [entity for entity in entities if entity.kind == "place"]
        for place in sorted(places, key=lambda e: (-len(e.articles), e.id)):
            for text in (place.name, *(alias.text for alias in place.aliases)):
                found.setdefault(names.slug(text), place)
    return found


def places_in(entry: Entry, places: Places) -> list[Entity]:
    """The places in the article's dateline, in order."""
    parts = _parts(entry.article.fields.dateline, places) if places else ()
    return [place for _, place in parts if place]


def dateline(entry: Entry, path: str, places: Places) -> Markdown:
    """The dateline as the article has it, with its places linked, on the page at `path`."""
    up = "../" * path.count("/")
    return join(
        link(text, up + names.entity_path(place.slug)) if place else text
        for text, place in _parts(entry.article.fields.dateline, places)
    )


def _parts(said: str, places: Places) -> Iterator[tuple[str, Entity | None]]:
    """Towns and countries, each with its place if there is one, and the signs between them."""
    end = 0
    for sign in (*_BETWEEN.finditer(said), None):
        part = said[end : sign.start() if sign else len(said)]
        if part:
            yield part, places.get(names.slug(part))
        if sign:
            yield sign[0], None
            end = sign.end()
