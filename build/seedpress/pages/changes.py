"""What is new: this edition of the corpus against the one that was published before it.

The only page that depends on more than the corpus as it is now. Where there was no edition before,
it says so; where nothing changed since the last one, it goes on saying what was new in that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from seedpress import names
from seedpress.model import Became, Entity, Entry, Page, Tie
from seedpress.pages.article import description
from seedpress.pages.markdown import Markdown, escape, join, link
from seedpress.pages.parts import by_size, pager
from seedpress.pages.shelf import Shelf, entity_link, entry_link, to
from seedpress.pages.template import front_matter

PATH = "changes.md"
BYTES = 60_000  # of the lines on one part, about
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
    lines: Sequence[Line]  # all of them, or those on one part
    count: int  # of all


def make(shelf: Shelf) -> Iterator[Page]:
    """The page `changes.md`, and further parts where very much is new."""
    near = _parts(shelf, PATH)
    far = _parts(shelf, names.part_path(PATH, 2)) if len(near) > 1 else []
    for number, news in enumerate([near[0], *far[1:]], 1):
        path = names.part_path(PATH, number)
        yield Page(path, _page(shelf, path, news, number, len(near)))


def _page(shelf: Shelf, path: str, news: Sequence[News], number: int, of: int) -> str:
    w = shelf.words
    title = w("changes.title")
    if number > 1:
        title = f"{title} ({w('part', n=number, of=w.number(of))})"
    return shelf.fill(
        "changes.md.j2",
        front_matter(title, w("changes.about"), ("navigation", "toc")),
        w=w,
        title=title,
        first=shelf.corpus.changes.first,
        size=w("articles", n=len(shelf.newest)),
        news=news,
        articles=link(w("all_articles"), to(path, "articles/index.md")),
        pager=pager(shelf, path, PATH, number, of),
    )


def _parts(shelf: Shelf, path: str) -> list[list[News]]:
    """What stands on each part, seen from `path`; one empty part where nothing is new."""
    if shelf.corpus.changes.first:
        return [[]]
    news = (n for n in (*_articles(shelf, path), *_names(shelf, path)) if n.lines)
    lines = [(each, line) for each in news for line in each.lines]
    return [
        [
            replace(each, lines=[line for _, line in pairs])
            for each, pairs in groupby(run, key=lambda pair: pair[0])
        ]
        for run in by_size(lines, lambda pair: _size(pair[1]), BYTES)
    ]


def _size(line: Line) -> int:
    fields = line.entry.article.fields if line.entry else None
    outlet = f"{fields.source}{fields.date}" if fields else ""
    return len(f"{line.what}{line.about}{outlet}".encode("utf-8", "surrogatepass")) + 180


def link_to(shelf: Shelf, path: str) -> Markdown:
    """The link to this page."""
    return link(shelf.words("changes.title"), to(path, PATH))


def _articles(shelf: Shelf, path: str) -> Iterator[News]:
    changes = shelf.corpus.changes
    entries = {entry.seed: entry for entry in shelf.newest}  # newest first
    for key, seeds in (("new", changes.new), ("changed", changes.changed)):
        wanted = frozenset(seeds)
        found = [entry for seed, entry in entries.items() if seed in wanted]
        lines = [Line(entry_link(path, e), e, description(e)) for e in found]
        yield _told(key, lines)
    moved = {each.now: each.before for each in changes.moved if each.now in entries}
    yield _told(
        "moved",
        [
            Line(entry_link(path, entries[now]), entries[now], f"{before} → {now}")
            for now, before in moved.items()
        ],
    )
    gone = [Line(escape(each.name or each.key)) for each in changes.removed]
    yield _told("removed", gone)


def _names(shelf: Shelf, path: str) -> Iterator[News]:
    changes = shelf.corpus.changes
    come = [shelf.entity[i] for i in changes.appeared if _shown(shelf, i)]
    come.sort(key=lambda e: (-len(e.articles), e.name.casefold(), e.id))
    yield _told("appeared", [_name(shelf, path, entity) for entity in come])
    for key, told in (
        ("renamed", changes.renamed),
        ("merged", changes.merged),
        ("split", changes.split),
    ):
        lines = [_became(shelf, path, key, each) for each in told if _shown(shelf, each.now)]
        yield _told(key, lines)
    gone = [Line(escape(each.name)) for each in changes.vanished]
    yield _told("vanished", gone)
    fresh = {*changes.new, *changes.changed}
    for key, ties in (("gained", changes.gained), ("lost", changes.lost)):
        lines = list(_tied(shelf, path, [tie for tie in ties if tie.seed not in fresh]))
        yield _told(key, lines)


def _shown(shelf: Shelf, identity: str) -> bool:
    return identity in shelf.paged


def _name(shelf: Shelf, path: str, entity: Entity) -> Line:
    w = shelf.words
    facts = f"{w(f'kind.{entity.kind}')} · {w('articles', n=len(entity.articles))}"
    return Line(entity_link(path, entity), about=facts)


def _became(shelf: Shelf, path: str, key: str, each: Became) -> Line:
    now = shelf.entity[each.now]
    about = shelf.words(f"changes.{key}.was", name=each.before.name)
    return Line(entity_link(path, now), about=about)


def _tied(shelf: Shelf, path: str, ties: Iterable[Tie]) -> Iterator[Line]:
    """Articles that were here already, each with the names whose links came or went."""
    told: dict[str, list[Tie]] = {}
    for tie in ties:
        told.setdefault(tie.seed, []).append(tie)
    for entry in shelf.newest:
        own = told.get(entry.seed)
        if own:
            about = join([_end(shelf, path, tie) for tie in own[:TIED]], ", ")
            yield Line(entry_link(path, entry), entry, about)


def _end(shelf: Shelf, path: str, tie: Tie) -> Markdown:
    """The other end of a link: the name, leading to its page where it has one."""
    if _shown(shelf, tie.entity):
        return entity_link(path, shelf.entity[tie.entity])
    return escape(tie.name)


def _told(key: str, lines: Sequence[Line]) -> News:
    return News(key, lines, len(lines))
