"""One seed the whole way, from bytes to the HTML that a reader gets; what must hold at the end.

Used by hypothesis in the tests and by atheris in `make fuzz`.
"""

import io
import re
import unicodedata
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import markdown

from seedpress import cleaning, names
from seedpress.model import Corpus, Entry, Problem, Seed
from seedpress.pages.article import make
from seedpress.pages.keys import Keys
from seedpress.pages.shelf import arrange
from seedpress.readers import READERS
from seedpress.readers.file import Source
from seedpress.settings import Settings
from seedpress.site.finishing import Context, Whole
from seedpress.site.finishing.wall import clean_body, stopped
from tests.hostile.test_markup import Marks
from tests.pages.rendering import read_html

SETTINGS = Settings()
SOURCE = "articles/x.md"
CONTEXT = Context(Whole(SETTINGS, generated=frozenset({SOURCE})), "articles/x/index.html", SOURCE)
NAMED = re.compile(r"[^\W_]+")
# No page shows them, by design: controls, marks that turn the direction, what is no character.
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me")


def html_of(data: bytes, suffix: str) -> tuple[str, Seed] | Problem:
    """The finished body of the page of a seed with these bytes, or why there is none."""
    source = Source(f"a{suffix}", lambda: io.BytesIO(data))
    things = list(READERS[suffix](source, SETTINGS.limits))
    seed = things[-1]
    if isinstance(seed, Problem):
        return seed
    article = cleaning.clean(seed, frozenset())
    identity = names.article_id(seed.path, None, "")
    slug = names.article_slug(article.fields.title, identity)
    entry = Entry(identity, slug, seed.path, seed.sha256, article, (), (), repairs=seed.repairs)
    shelf = arrange(Corpus((entry,), (), (), {}), SETTINGS, ())
    (sheaf,) = make(shelf, Keys(shelf))
    return rendered(next(str(page.data) for page in sheaf.make())), seed


def rendered(page: str) -> str:
    """A page's HTML by Python-Markdown, in the theme's body."""
    engine = _engine()
    engine.reset()
    body = engine.convert(page.removeprefix("---\n").split("\n---\n", 1)[1])
    return f'<head></head><article class="md-content__inner md-typeset">{body}</article>'


@cache
def _engine() -> Any:
    return markdown.Markdown(extensions=["md_in_html", "toc", "tables", "fenced_code"])


def check(data: bytes, suffix: str) -> None:
    """Assert that the seed's words are all on its page, and that nothing on it is more than words.

    Raises:
        AssertionError: it is not so.
    """
    made = html_of(data, suffix)
    if isinstance(made, Problem):
        assert made.reason
        assert made.remedy
        return
    html, seed = made
    marks = Marks()
    marks.feed(html)
    marks.close()
    for mark in marks.seen:
        assert mark[0] not in ("script", "img", "iframe", "style", "comment", "form"), mark
        assert not mark[-1].startswith("on"), mark
    schemes = {urlsplit(address).scheme for address in marks.addresses}
    assert schemes <= {"", "http", "https", "mailto"}
    assert stopped(html, "", CONTEXT) is None
    html.encode("utf-8")
    shown = plain(read_html(clean_body(html, CONTEXT)).words)
    if suffix == ".txt":
        for word in NAMED.findall(plain(seed.text)):
            assert word in shown, word


def plain(text: str) -> str:
    """Text without what pages leave out or write in another way."""
    spaced = re.sub(r"[\s\ufffd\ufdd0-\ufdef]", " ", unicodedata.normalize("NFKC", text))
    return "".join(
        " " if ord(ch) & 0xFFFE == 0xFFFE else ch
        for ch in spaced
        if ord(ch) & 0xFFFE == 0xFFFE or unicodedata.category(ch) not in UNSEEN
    )
