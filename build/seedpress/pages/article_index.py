"""The index of all articles, newest first, in parts."""

from collections.abc import Iterator, Sequence, Set
from functools import partial
from itertools import groupby

from seedpress import names
from seedpress.model import Entry, Page, Sheaf
from seedpress.pages.article import description
from seedpress.pages.changes import link_to
from seedpress.pages.keys import Keys
from seedpress.pages.markdown import link
from seedpress.pages.parts import pager, parts
from seedpress.pages.shelf import Shelf, entry_link, to
from seedpress.pages.template import front_matter

PATH = "articles/index.md"


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The index in parts of up to `pages.per_index` articles, by month."""
    runs = _runs(shelf)
    for number, run in enumerate(runs, 1):
        count = len(shelf.newest) if number == 1 else 0
        name = f"index of articles/{number}"
        key = keys.index((name, len(runs), count), run)
        yield Sheaf(name, key, partial(_part, shelf, run, number, len(runs), count))


def _part(shelf: Shelf, run: Sequence[Entry], number: int, of: int, count: int) -> Iterator[Page]:
    w = shelf.words
    path = names.part_path(PATH, number)
    title = w("all_articles")
    if number > 1:
        title += f" ({w('part', n=number, of=w.number(of))})"
    groups = [
        (anchor, month, [(entry_link(path, e), e, description(e)) for e in entries])
        for (anchor, month), entries in groupby(run, key=lambda e: (_anchor(e), _month(shelf, e)))
    ]
    text = shelf.fill(
        "article_index.md.j2",
        front_matter(title, "", ("navigation", "toc")),
        w=w,
        title=title,
        count=count,
        groups=groups,
        changes=link_to(shelf, path),
        health=link(w("health"), to(path, "health.md")),
        pager=pager(shelf, path, PATH, number, of),
    )
    yield Page(path, text)


def places(shelf: Shelf, of: Set[str]) -> dict[str, str]:
    """Where these articles stand in the index, by their ids: paths below docs/ with an anchor."""
    return {
        entry.id: f"{names.part_path(PATH, number)}#{_anchor(entry)}"
        for number, run in enumerate(_runs(shelf), 1)
        for entry in run
        if entry.id in of
    }


def _runs(shelf: Shelf) -> list[Sequence[Entry]]:
    return parts(shelf.newest, shelf.settings.pages.per_index, lambda entry: entry.id)


def _anchor(entry: Entry) -> str:
    """The anchor of the month, which the heading of each part has anew."""
    return f"m{(entry.article.fields.date or '')[:7]}"


def _month(shelf: Shelf, entry: Entry) -> str:
    date = entry.article.fields.date
    return shelf.words.when(date[:7]) if date else shelf.words("undated")
