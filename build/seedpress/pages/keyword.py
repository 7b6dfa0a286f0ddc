"""One page for each shared keyword: articles with the sentence it stands in, and neighbours."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from seedpress import names
from seedpress.model import Entry, Page, SharedKeyword, Sheaf
from seedpress.pages.fields import search_fields
from seedpress.pages.head import head
from seedpress.pages.keys import Keys
from seedpress.pages.linked_data import of_keyword
from seedpress.pages.markdown import Markdown, escape, join, link
from seedpress.pages.parts import foremost, pager, parts
from seedpress.pages.sentences import around
from seedpress.pages.shelf import (
    Shelf,
    block_of,
    entity_link,
    entry_link,
    keyword_link,
    to,
)
from seedpress.pages.spellings import FINDABLE
from seedpress.pages.template import front_matter
from seedpress.pages.timeline import chart

NEIGHBOURS = 16  # related keywords, and names, on a keyword's page
VARIANTS, VARIANT_BYTES = 40, 4_000  # other forms of it told, or as many as take so much
# Told on the first part only: one more article changes them, and would change every part.
ONCE = ("chosen", "chart", "search", "variants", "neighbours", "named")
TOLD = ("chosen", "neighbours", "named")  # of that, what other articles and keywords have a say in
# Letters that are ASCII ones in another case, or are taken for them.
_LIKE_ASCII = "\u0130\u0131\u017f\u212a"
REACH = 160  # characters of the sentence on each side of the keyword, at most


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The pages of all shared keywords but names: those lead to their entities' pages."""
    yield from sheaves(shelf, keys, shelf.corpus.keywords)


def sheaves(shelf: Shelf, keys: Keys, keywords: Iterable[SharedKeyword]) -> Iterator[Sheaf]:
    """The pages of some of them."""
    for keyword in keywords:
        if keyword.entity not in shelf.paged:
            own = partial(_parts, shelf, keys, keyword)
            key = keys.keyword(keyword)
            yield Sheaf(_name(keyword), key, partial(_every, own), own, many=True)


def _name(keyword: SharedKeyword) -> str:
    return f"keywords/{keyword.slug}"


def _every(own: Callable[[], Iterator[Sheaf]]) -> Iterator[Page]:
    for part in own():
        yield from part.make()


def _parts(shelf: Shelf, keys: Keys, keyword: SharedKeyword) -> Iterator[Sheaf]:
    order = sorted(keyword.articles, key=shelf.place.__getitem__)
    entries = [shelf.entry[identity] for identity in order]
    runs = parts(entries, shelf.settings.pages.per_index, lambda entry: entry.id)
    once = _once(shelf, keyword, names.keyword_path(keyword.slug), entries)
    for number, run in enumerate(runs, 1):
        shown = once if number == 1 else dict.fromkeys(ONCE, "")
        told = _told(keyword, entries, once) if number == 1 else ()
        key = keys.part_of_keyword(keyword, run, number, len(runs), told)
        make = partial(_page, shelf, keyword, run, shown, len(entries), number, len(runs))
        yield Sheaf(f"{_name(keyword)}/{number}", key, make)


def _told(
    keyword: SharedKeyword, entries: Sequence[Entry], once: Mapping[str, object]
) -> tuple[object, ...]:
    """What the first part tells beside its articles, for its key."""
    return len(entries), keyword.variants, str(once["chart"]), repr([once[each] for each in TOLD])


def _page(
    shelf: Shelf,
    keyword: SharedKeyword,
    run: Sequence[Entry],
    shown: Mapping[str, object],
    count: int,
    number: int,
    of: int,
) -> Iterator[Page]:
    path = names.part_path(names.keyword_path(keyword.slug), number)
    yield Page(path, _part(shelf, keyword, path, run, shown, count, number, of))


def _part(
    shelf: Shelf,
    keyword: SharedKeyword,
    path: str,
    run: Sequence[Entry],
    shown: Mapping[str, object],
    count: int,
    number: int,
    of: int,
) -> str:
    w = shelf.words
    title = (
        keyword.text if number == 1 else f"{keyword.text} ({w('part', n=number, of=w.number(of))})"
    )
    about = f"{keyword.text}: {w('kind.keyword')}"
    if number == 1:
        about += f", {w('articles', n=count)}"
    front = front_matter(title, about, ("navigation", "toc"))
    linked = of_keyword(shelf, path, keyword.text, (v.text for v in keyword.variants))
    block = head(shelf, path, "website", title, about, linked) if number == 1 else ""
    return shelf.fill(
        "keyword.md.j2",
        join([front, block]),
        w=w,
        title=title,
        number=number,
        kicker=keyword_link(shelf, path, keyword) if number > 1 else w("kind.keyword"),
        count=count,
        **shown,
        articles=[(entry_link(path, e), e, sentence(path, e, keyword)) for e in run],
        pager=pager(shelf, path, names.keyword_path(keyword.slug), number, of),
    )


def _once(
    shelf: Shelf, keyword: SharedKeyword, path: str, entries: Sequence[Entry]
) -> dict[str, object]:
    """What stands on the first part only."""
    variants = [v for v in keyword.variants if v.text != keyword.text]
    places = [shelf.place[entry.id] for entry in entries]
    return {
        "chosen": _chosen(shelf, keyword),
        "chart": chart(shelf.axis, entries, shelf.words),
        "search": _search(shelf, keyword),
        "variants": foremost(
            variants, lambda v: len(v.text.encode()) + 90, VARIANT_BYTES, VARIANTS
        ),
        "neighbours": _neighbours(shelf, keyword, path, places),
        "named": _named(shelf, path, places),
    }


def _chosen(shelf: Shelf, keyword: SharedKeyword) -> str:
    """One line on why this is a keyword."""
    if keyword.slug in shelf.counted.pinned:
        return shelf.words("chosen_editor")
    return shelf.words("chosen_author" if keyword.slug in shelf.counted.authors else "chosen_text")


def _search(shelf: Shelf, keyword: SharedKeyword) -> Markdown:
    kind = shelf.words("kind.keyword")
    other = ", ".join(v.text for v in keyword.variants[:FINDABLE] if v.text != keyword.text)
    return search_fields(
        [("kind", kind), ("keyword", keyword.text)], [("kind", kind), ("also", other)]
    )


def sentence(path: str, entry: Entry, keyword: SharedKeyword) -> Markdown | None:
    """The sentence in which the article has the keyword, as a link to its paragraph."""
    forms = [k.text for k in entry.keywords if k.slug == keyword.slug]
    every = [*forms, keyword.text, *(v.text for v in keyword.variants)]
    place = next(filter(None, (_place(form, entry.article.text) for form in every if form)), None)
    if not place:
        return None
    number = block_of(entry, place[0])
    block = entry.article.blocks[number]
    start, end = place[0] - block.start, place[1] - block.start
    before, words, after = around(block.text, start, end, REACH)
    target = to(path, names.article_path(entry.slug)) + f"#{names.block_anchor(number)}"
    text = f"{escape(before)}<b>{escape(words)}</b>{escape(after)}"
    return link(Markdown(text), target)


def _place(form: str, text: str) -> tuple[int, int] | None:
    """Where a text first has the form, in capitals or small letters; where that is from and to."""
    if form.isascii() and not any(letter in text for letter in _LIKE_ASCII):
        start = text.lower().find(form.lower())  # a tenth of the time
        return (start, start + len(form)) if start >= 0 else None
    found = re.search(re.escape(form), text, re.IGNORECASE)
    return found.span() if found else None


def _neighbours(
    shelf: Shelf, keyword: SharedKeyword, path: str, places: Sequence[int]
) -> list[tuple[Markdown, int]]:
    """Keywords of the same articles that are no names, most first: [(link, articles shared)]."""
    found = shelf.counted.ideas.foremost(places, NEIGHBOURS + 1)  # it is among them itself
    others = [(other, n) for other, n in found if other.slug != keyword.slug][:NEIGHBOURS]
    return [(keyword_link(shelf, path, other), n) for other, n in others]


def _named(shelf: Shelf, path: str, places: Sequence[int]) -> list[tuple[Markdown, int]]:
    """Entities that stand in the same articles, most first: [(link, articles)]."""
    found = shelf.counted.names.foremost(places, NEIGHBOURS)
    return [(entity_link(path, entity), n) for entity, n in found]
