"""A page at each address that an earlier build gave and that has another one now.

An article's slug ends with a piece of its id, so its old address is known by that; an entity's old
address is the slug of a name that is one of its spellings now.
"""

import re
from collections.abc import Iterable, Iterator

from seedpress import names
from seedpress.model import Corpus, Page
from seedpress.pages.markdown import Markdown, link
from seedpress.pages.shelf import title_of, to
from seedpress.pages.template import Templates, front_matter
from seedpress.pages.words import words
from seedpress.settings import Settings

_PAGE = re.compile(r"(articles|entities)/([a-z0-9-]+)\.md")


def moved(gone: Iterable[str], corpus: Corpus, settings: Settings) -> Iterator[Page]:
    """A page that leads on for each path in `gone` whose article or entity is still there."""
    old = [found for path in sorted(gone) if (found := _PAGE.fullmatch(path))]
    if not old:  # as nearly always
        return
    w = words(settings.language)
    fill = Templates(settings).fill
    targets = _targets(corpus)
    for found in old:
        path, folder, stem = found[0], found[1], found[2]
        known = targets.get((folder, stem.rpartition("-")[2] if folder == "articles" else stem))
        if known is None:
            continue
        target, title = known
        yield Page(
            path,
            fill(
                "moved.md.j2",
                front_matter(w("page_moved"), "", ("navigation", "toc")),
                w=w,
                target=link(title, to(path, target)),
                address=Markdown(names.address(path, target, settings.directory_urls)),
            ),
        )


def _targets(corpus: Corpus) -> dict[tuple[str, str], tuple[str, str]]:
    """(folder, what tells the old address) to (path of the page now, its title)."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for entry in corpus.entries:
        key = ("articles", entry.slug.rpartition("-")[2])
        found[key] = (names.article_path(entry.slug), title_of(entry))
    shared = sorted((e for e in corpus.entities if e.slug), key=lambda e: (-len(e.articles), e.id))
    for entity in shared:
        for spelling in (entity.name, *(alias.text for alias in entity.aliases)):
            key = ("entities", names.slug(spelling))
            found.setdefault(key, (names.entity_path(entity.slug), entity.name))
    return found
