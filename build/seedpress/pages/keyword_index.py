"""The index of all keywords: the most used ones, and by letter once there are many."""

from collections.abc import Iterator

from seedpress import names
from seedpress.model import Page
from seedpress.pages.entity_index import heading
from seedpress.pages.letters import ONE_PAGE, Name, by_letter, lines, list_pages
from seedpress.pages.markdown import link
from seedpress.pages.shelf import Shelf, keyword_target, to
from seedpress.pages.template import front_matter

PATH = "keywords/index.md"
FOREMOST = 60  # keywords at the head of the index


def make(shelf: Shelf) -> Iterator[Page]:
    """The index, and a list for each letter if the keywords do not fit on it."""
    listed = [
        Name(k.text, keyword_target(shelf, k), len(k.articles)) for k in shelf.corpus.keywords
    ]
    listed.sort(key=lambda name: (-name.articles, name.text.casefold(), name.target))
    letters = by_letter(listed)
    large = len(listed) > ONE_PAGE
    if large:
        for letter, ours in letters.items():
            yield from list_pages(shelf, "keywords", letter, heading(shelf, letter), ours)
    w = shelf.words
    yield Page(
        PATH,
        shelf.fill(
            "keyword_index.md.j2",
            front_matter(w("all_keywords"), "", ("navigation", "toc")),
            w=w,
            count=len(listed),
            foremost=lines(PATH, listed[:FOREMOST]) if large else [],
            letters=[
                link(heading(shelf, x), to(PATH, names.sorted_path("keywords", x))) for x in letters
            ]
            if large
            else [],
            groups=[]
            if large
            else [(heading(shelf, x), lines(PATH, g)) for x, g in letters.items()],
            everywhere=shelf.corpus.everywhere,
        ),
    )
