"""The index of all keywords: the most used ones, and by letter once there are many."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from seedpress import names
from seedpress.model import Page, Sheaf
from seedpress.pages.entity_index import heading
from seedpress.pages.keys import Keys
from seedpress.pages.letters import ONE_PAGE, Name, by_letter, lines, lists
from seedpress.pages.markdown import link
from seedpress.pages.shelf import Shelf, keyword_target, to
from seedpress.pages.template import front_matter

PATH = "keywords/index.md"
FOREMOST = 60  # keywords at the head of the index


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The index, and a list for each letter if the keywords do not fit on it."""
    listed = [
        Name(k.text, keyword_target(shelf, k), len(k.articles)) for k in shelf.corpus.keywords
    ]
    listed.sort(key=lambda name: (-name.articles, name.text.casefold(), name.target))
    letters = by_letter(listed)
    if len(listed) > ONE_PAGE:
        for letter, ours in letters.items():
            yield from lists(shelf, keys, "keywords", letter, heading(shelf, letter), ours)
    yield Sheaf("index of keywords", "", partial(_index, shelf, listed, letters))


def _index(
    shelf: Shelf, listed: Sequence[Name], letters: Mapping[str, Sequence[Name]]
) -> Iterator[Page]:
    w = shelf.words
    large = len(listed) > ONE_PAGE
    text = shelf.fill(
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
        groups=[] if large else [(heading(shelf, x), lines(PATH, g)) for x, g in letters.items()],
        everywhere=shelf.corpus.everywhere,
    )
    yield Page(PATH, text)
