"""The index of all articles, newest first, in parts."""

from collections.abc import Iterator
from itertools import groupby

from seedpress import names
from seedpress.model import Entry, Page
from seedpress.pages.article import description
from seedpress.pages.markdown import link
from seedpress.pages.parts import pager, parts
from seedpress.pages.shelf import Shelf, entry_link, to
from seedpress.pages.template import front_matter

PATH = "articles/index.md"


def make(shelf: Shelf) -> Iterator[Page]:
    """The index in parts of `pages.per_index` articles, by month."""
    w = shelf.words
    runs = parts(shelf.newest, shelf.settings.pages.per_index)
    for number, run in enumerate(runs, 1):
        path = names.part_path(PATH, number)
        title = w("all_articles")
        if number > 1:
            title += f" ({w('part', n=number, of=w.number(len(runs)))})"
        groups = [
            (month, [(entry_link(path, e), e, description(e)) for e in entries])
            for month, entries in groupby(run, key=lambda e: _month(shelf, e))
        ]
        text = shelf.fill(
            "article_index.md.j2",
            front_matter(title, "", ("navigation", "toc")),
            w=w,
            title=title,
            count=len(shelf.newest),
            groups=groups,
            health=link(w("health"), to(path, "health.md")),
            pager=pager(shelf, path, PATH, number, len(runs)),
        )
        yield Page(path, text)


def _month(shelf: Shelf, entry: Entry) -> str:
    date = entry.article.fields.date
    return shelf.words.when(date[:7]) if date else shelf.words("undated")
