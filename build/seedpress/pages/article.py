"""One page for each article."""

import re
from collections.abc import Iterator
from functools import partial

from seedpress import names
from seedpress.model import ENTITY_KINDS, Entity, Entry, Keyword, Page, Related, Removal, Sheaf
from seedpress.pages.body import body
from seedpress.pages.citation import citations
from seedpress.pages.dateline import dateline
from seedpress.pages.fields import search_fields
from seedpress.pages.head import head
from seedpress.pages.keys import Keys
from seedpress.pages.linked_data import of_article
from seedpress.pages.markdown import Markdown, clean, join, link, outside
from seedpress.pages.shelf import (
    Shelf,
    bearer,
    direction,
    entity_link,
    entry_link,
    has_page,
    title_of,
    to,
)
from seedpress.pages.spellings import elsewhere
from seedpress.pages.template import front_matter

WORDS_A_MINUTE = 230
DESCRIPTION = 160  # characters of the first paragraph in the page's description
MOST_ALIASES = 60  # other spellings that the search may find an article by
MOST_UNSHARED = 24  # names without a page that an article's page lists


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The pages of all articles."""
    for entry in shelf.corpus.entries:
        yield sheaf(shelf, keys, entry)


def sheaf(shelf: Shelf, keys: Keys, entry: Entry) -> Sheaf:
    """The page of one article."""
    return Sheaf(
        f"articles/{entry.id}", keys.article(entry), partial(_pages, shelf, entry), many=True
    )


def _pages(shelf: Shelf, entry: Entry) -> Iterator[Page]:
    path = names.article_path(entry.slug)
    yield Page(path, _page(shelf, entry, path))


def _shared(shelf: Shelf, entry: Entry) -> list[Entity]:
    """The entities with a page that the article names, in order of appearance."""
    return [shelf.paged[identity] for identity in shelf.named[entry.id] if identity in shelf.paged]


def _page(shelf: Shelf, entry: Entry, path: str) -> str:
    fields = entry.article.fields
    known = [shelf.entity[identity] for identity in shelf.named[entry.id]]
    shared = _shared(shelf, entry)
    targets = {e.id: f"../{names.entity_path(e.slug)}" for e in shared}
    title, about = title_of(entry), description(entry)
    linked = of_article(shelf, path, entry, shared)
    published = [("article:published_time", fields.date or "")]
    front = front_matter(title, about, ("navigation", "toc"))
    return shelf.fill(
        "article.md.j2",
        join([front, head(shelf, path, "article", title, about, linked, published)]),
        fields=fields,
        dateline=dateline(entry, path, shelf.places),
        w=shelf.words,
        title=title,
        language=language_tag(fields.language),
        direction=direction(entry),
        search=_search(shelf, entry, shared),
        minutes=max(1, round(entry.words / WORDS_A_MINUTE)),
        original=_original(shelf, fields.url),
        keywords=_keywords(shelf, entry, path),
        body=body(entry, targets),
        groups=_groups(shelf, entry, path, shared),
        unshared=[e.name for e in known if not has_page(e)][:MOST_UNSHARED],
        related=[
            (entry_link(path, shelf.entry[r.id]), shelf.entry[r.id], reasons(shelf, r))
            for r in entry.related
            if r.id in shelf.entry
        ],
        entry=entry,
        removed=[(r.line, r.text, _rule(shelf, r)) for r in entry.article.removed],
        citations=citations(shelf, entry, path),
    )


def description(entry: Entry) -> str:
    """The first words of the article, whole words only."""
    for block in entry.article.blocks:
        if block.kind == "paragraph":
            text = clean(block.text).strip()
            cut = text[: DESCRIPTION + 1].rpartition(" ")[0] or text[:DESCRIPTION]
            return text if len(text) <= DESCRIPTION else f"{cut}…"
    return ""


def language_tag(language: str) -> str:
    """The language for an HTML attribute; empty unless it looks like one."""
    return language if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", language) else ""


def reasons(shelf: Shelf, related: Related) -> Markdown:
    """What two articles share, names first, keywords in italics."""
    shared = [shelf.entity[e].name for e in related.entities[:3] if e in shelf.entity]
    seen = {name.casefold() for name in shared}
    ideas = [shelf.keyword[k].text for k in related.keywords if k in shelf.keyword]
    ideas = [idea for idea in ideas if idea.casefold() not in seen][:3]
    italics = [Markdown(f"<em>{join([idea])}</em>") for idea in ideas]
    names_shared = [Markdown(f"<bdi>{join([name])}</bdi>") for name in shared]
    return join([*names_shared, *italics], ", ")


def _keywords(shelf: Shelf, entry: Entry, path: str) -> list[tuple[Markdown, bool]]:
    """The best keywords, each once, and whether it is the author's own tag.

    A name leads to its entity, a shared keyword to its page.
    """
    shown: dict[Markdown, bool] = {}
    for keyword in entry.keywords:
        shown.setdefault(_keyword(shelf, keyword, path), keyword.author)
    return list(shown.items())[: shelf.settings.keywords.shown]


def _keyword(shelf: Shelf, keyword: Keyword, path: str) -> Markdown:
    entity = bearer(shelf, keyword)
    if entity:
        return entity_link(path, entity)
    if keyword.slug in shelf.keyword:
        return link(keyword.text, to(path, names.keyword_path(keyword.slug)))
    return join([keyword.text])


def _groups(
    shelf: Shelf, entry: Entry, path: str, shared: list[Entity]
) -> list[tuple[str, list[tuple[Markdown, int]]]]:
    """The entities with a page by kind: (kind's name, [(link, mentions here)])."""
    counts = shelf.named[entry.id]
    groups = []
    for kind in ENTITY_KINDS:
        ours = sorted((e for e in shared if e.kind == kind), key=lambda e: -counts[e.id])
        if ours:
            name = shelf.words(f"kinds.{kind}")
            groups.append((name, [(entity_link(path, e), counts[e.id]) for e in ours]))
    return groups


def _search(shelf: Shelf, entry: Entry, shared: list[Entity]) -> Markdown:
    fields = entry.article.fields
    text = f"{fields.title}\n{entry.article.text}".casefold()
    other = (a for e in shared for a in elsewhere(e) if a.casefold() not in text)
    shared_ideas = (shelf.keyword[k.slug] for k in entry.keywords if k.slug in shelf.keyword)
    # Names are found as such; the order means nothing here, and changes more often than the rest.
    keywords = sorted(k.text for k in shared_ideas if not bearer(shelf, k))
    year = (fields.date or "")[:4]
    kind = shelf.words("kind.article")
    return search_fields(
        [("kind", kind), ("source", fields.source), ("year", year)]
        + [("keyword", keyword) for keyword in keywords]
        + [("entity", e.name) for e in shared],
        [
            ("kind", kind),
            ("author", fields.byline),
            ("source", fields.source),
            ("date", shelf.words.date(fields.date)),
            ("also", ", ".join([*other][:MOST_ALIASES])),
        ],
        [("date", fields.date or "")],
    )


def _original(shelf: Shelf, url: str) -> Markdown | None:
    """A link to where the article was first published, if its address can be trusted."""
    address = outside(url) if url else None
    return link(shelf.words("original"), address) if address else None


def _rule(shelf: Shelf, removal: Removal) -> str:
    """The rule that took a line, or the field into which it moved."""
    field = removal.rule.removeprefix("field:")
    return removal.rule if field == removal.rule else shelf.words("moved", field=field)
