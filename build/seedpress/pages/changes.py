"""What is new: this edition of the corpus against the one that was published before it.

The only page that depends on more than the corpus as it is now. Where there was no edition before,
it says so; where nothing changed since the last one, it goes on saying what was new in that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from seedpress.model import Became, Entity, Entry, Page, Tie
from seedpress.pages.article import description
from seedpress.pages.markdown import Markdown, escape, join, link
from seedpress.pages.shelf import Shelf, entity_link, entry_link, has_page, to
from seedpress.pages.template import front_matter

PATH = "changes.md"
SHOWN = 100  # lines under one heading
TIED = 12  # names told of one article


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is new."""

    what: Markdown  # a link, where there is something to lead to
    entry: Entry | None = None  # whose outlet and date are told
    about: object = ""


@dataclass(frozen=True, slots=True)
class News:
    """One heading of the page."""

    key: str  # of its words
    count: int
    lines: Sequence[Line]


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `changes.md`."""
    w = shelf.words
    changes = shelf.corpus.changes
    news = [] if changes.first else [n for n in (*_articles(shelf), *_names(shelf)) if n.count]
    yield Page(
        PATH,
        shelf.fill(
            "changes.md.j2",
            front_matter(w("changes.title"), w("changes.about"), ("navigation", "toc")),
            w=w,
            first=changes.first,
            size=w("articles", n=len(shelf.newest)),
            news=news,
            articles=link(w("all_articles"), to(PATH, "articles/index.md")),
        ),
    )


def link_to(shelf: Shelf, path: str) -> Markdown:
    """The link to this page."""
    return link(shelf.words("changes.title"), to(path, PATH))


def _articles(shelf: Shelf) -> Iterator[News]:
    changes = shelf.corpus.changes
    entries = {entry.seed: entry for entry in shelf.newest}  # newest first
    for key, seeds in (("new", changes.new), ("changed", changes.changed)):
        wanted = frozenset(seeds)
        found = [entry for seed, entry in entries.items() if seed in wanted]
        lines = [Line(entry_link(PATH, e), e, description(e)) for e in found[:SHOWN]]
        yield News(key, len(found), lines)
    moved = {each.now: each.before for each in changes.moved if each.now in entries}
    yield News(
        "moved",
        len(moved),
        [
            Line(entry_link(PATH, entries[now]), entries[now], f"{before} → {now}")
            for now, before in list(moved.items())[:SHOWN]
        ],
    )
    gone = [Line(escape(each.name or each.key)) for each in changes.removed]
    yield News("removed", len(gone), gone[:SHOWN])


def _names(shelf: Shelf) -> Iterator[News]:
    changes = shelf.corpus.changes
    come = [shelf.entity[i] for i in changes.appeared if _shown(shelf, i)]
    come.sort(key=lambda e: (-len(e.articles), e.name.casefold(), e.id))
    yield News("appeared", len(come), [_name(shelf, entity) for entity in come[:SHOWN]])
    for key, told in (
        ("renamed", changes.renamed),
        ("merged", changes.merged),
        ("split", changes.split),
    ):
        lines = [_became(shelf, key, each) for each in told if _shown(shelf, each.now)]
        yield News(key, len(lines), lines[:SHOWN])
    gone = [Line(escape(each.name)) for each in changes.vanished]
    yield News("vanished", len(gone), gone[:SHOWN])
    fresh = {*changes.new, *changes.changed}
    for key, ties in (("gained", changes.gained), ("lost", changes.lost)):
        lines = list(_tied(shelf, [tie for tie in ties if tie.seed not in fresh]))
        yield News(key, len(lines), lines[:SHOWN])


def _shown(shelf: Shelf, identity: str) -> bool:
    return identity in shelf.entity and has_page(shelf.entity[identity])


def _name(shelf: Shelf, entity: Entity) -> Line:
    w = shelf.words
    facts = f"{w(f'kind.{entity.kind}')} · {w('articles', n=len(entity.articles))}"
    return Line(entity_link(PATH, entity), about=facts)


def _became(shelf: Shelf, key: str, each: Became) -> Line:
    now = shelf.entity[each.now]
    about = shelf.words(f"changes.{key}.was", name=each.before.name)
    return Line(entity_link(PATH, now), about=about)


def _tied(shelf: Shelf, ties: Iterable[Tie]) -> Iterator[Line]:
    """Articles that were here already, each with the names whose links came or went."""
    told: dict[str, list[Tie]] = {}
    for tie in ties:
        told.setdefault(tie.seed, []).append(tie)
    for entry in shelf.newest:
        own = told.get(entry.seed)
        if own:
            about = join([_end(shelf, tie) for tie in own[:TIED]], ", ")
            yield Line(entry_link(PATH, entry), entry, about)


def _end(shelf: Shelf, tie: Tie) -> Markdown:
    """The other end of a link: the name, leading to its page where it has one."""
    if _shown(shelf, tie.entity):
        return entity_link(PATH, shelf.entity[tie.entity])
    return escape(tie.name)
