"""The front page: what the corpus is, who is in it, and its latest articles."""

from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice

from seedpress.model import ENTITY_KINDS, Page
from seedpress.pages import changes
from seedpress.pages.article import description
from seedpress.pages.data import FEEDS
from seedpress.pages.head import head
from seedpress.pages.linked_data import of_home
from seedpress.pages.markdown import Markdown, join, link
from seedpress.pages.network import ON_HOME, strongest
from seedpress.pages.picture import picture
from seedpress.pages.shelf import Shelf, entity_link, entry_link, keyword_link, to
from seedpress.pages.template import front_matter
from seedpress.pages.timeline import chart

PATH = "index.md"
LATEST = 8
FOREMOST = 8  # of each kind
KEYWORDS = 24


def make(shelf: Shelf) -> Iterator[Page]:
    """The front page."""
    w, settings = shelf.words, shelf.settings
    listed = shelf.listed
    foremost = {
        kind: [*islice((e for e in listed if e.kind == kind), FOREMOST)] for kind in ENTITY_KINDS
    }
    shown = [entity for entities in foremost.values() for entity in entities]
    drawn = listed[:ON_HOME]
    front = front_matter(settings.name, settings.description, ("navigation", "toc"))
    yield Page(
        PATH,
        shelf.fill(
            "home.md.j2",
            join([front, _head(shelf)]),
            w=w,
            name=settings.name,
            description=settings.description,
            numbers=_numbers(shelf, len(listed)),
            span=_span(shelf),
            groups=[
                (w(f"kinds.{kind}"), [(entity_link(PATH, e), len(e.articles)) for e in entities])
                for kind, entities in foremost.items()
                if entities
            ],
            **_keywords(shelf),
            latest=[(entry_link(PATH, e), e, description(e)) for e in shelf.newest[:LATEST]],
            all_articles=_all(shelf, len(shelf.newest), LATEST, "articles", "articles"),
            changes=changes.link_to(shelf, PATH),
            all_entities=_all(shelf, len(listed), len(shown), "entities", "names"),
            picture=picture(shelf, PATH, drawn, strongest(shelf, drawn)),
            network=link(w("network_see"), to(PATH, "network.md")),
            chart=chart(shelf.axis, shelf.newest, w),
            timeline=link(w("timeline.see"), to(PATH, "timeline.md")),
        ),
    )


def _keywords(shelf: Shelf) -> dict[str, object]:
    """The keywords of most articles, and the way to all of them."""
    every = shelf.corpus.keywords
    ideas = [keyword for keyword in every if keyword.entity not in shelf.paged]
    most = nsmallest(KEYWORDS, ideas, key=lambda k: (-len(k.articles), k.slug))
    return {
        "keywords": [(keyword_link(shelf, PATH, k), len(k.articles)) for k in most],
        "all_keywords": _all(shelf, len(every), len(most), "keywords", "shared_keywords"),
    }


def _head(shelf: Shelf) -> Markdown:
    name, about = shelf.settings.name, shelf.settings.description
    feeds = [(name, feed) for feed in FEEDS]
    return head(shelf, PATH, "website", name, about, of_home(shelf), feeds=feeds)


def _numbers(shelf: Shelf, entities: int) -> list[tuple[str, Markdown]]:
    """The corpus in numbers: [(number, what is counted)]."""
    w = shelf.words
    corpus = shelf.corpus
    sources = {e.article.fields.source for e in corpus.entries} - {""}
    length = sum(entry.words for entry in corpus.entries)
    counted = [
        (len(corpus.entries), "articles_only", "articles/index.md"),
        (len(sources), "sources_only", ""),
        (length, "words_only", ""),
        (entities, "names_only", "entities/index.md"),
        (len(corpus.keywords), "keywords_only", "keywords/index.md"),
    ]
    return [
        (w.number(n), link(w(key, n=n), to(PATH, path)) if path else Markdown(w(key, n=n)))
        for n, key, path in counted
        if n
    ]


def _span(shelf: Shelf) -> str:
    """From the first to the last date of the corpus, in words; empty where nothing is dated."""
    dates = sorted(e.article.fields.date for e in shelf.corpus.entries if e.article.fields.date)
    if not dates:
        return ""
    first, last = shelf.words.date(dates[0]), shelf.words.date(dates[-1])
    return first if first == last else shelf.words("from_to", first=first, last=last)


def _all(shelf: Shelf, count: int, shown: int, folder: str, key: str) -> Markdown | None:
    """The link to the whole list, if the front page does not show it already."""
    if count <= shown:
        return None
    what = shelf.words(key, n=count)
    return link(shelf.words("see_all_of", what=what), to(PATH, f"{folder}/index.md"))
