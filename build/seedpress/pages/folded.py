"""What an entity's page tells of its spellings, and further pages for all it has no room for.

Every list of the page is cut by number and by size, so that no corpus makes the page large; what
was cut stands on the further pages, with everything else, in parts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seedpress import names
from seedpress.model import Alias, Entity, Page
from seedpress.pages.fields import search_fields
from seedpress.pages.markdown import Markdown, link
from seedpress.pages.parts import by_size, foremost, pager
from seedpress.pages.shelf import Shelf, entity_link, to
from seedpress.pages.spellings import Miss, Outlets, Spelling, near_misses, reasons
from seedpress.pages.template import front_matter

# Of each list on the entity's own page: how many, and about how many bytes of HTML.
ALIASES, ALIAS_BYTES = 40, 4_000
REASONS, REASON_BYTES = 40, 10_000
MISSES, MISS_BYTES = 20, 5_000
OUTLETS, OUTLET_BYTES = 40, 6_000
PART_BYTES = 60_000  # of a further page


@dataclass(frozen=True, slots=True)
class Folded:
    """The lists of an entity's own page."""

    aliases: Sequence[Alias]
    outlets: Sequence[tuple[str, str]]
    reasons: Sequence[Spelling]
    near_misses: Sequence[Miss]
    more: Markdown | None  # how many spellings it does not tell,
    all: Markdown | None  # and what is on the further pages: links, where there are any


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the further pages: a spelling, or a name that is not one (`miss`)."""

    text: str
    count: int
    why: Sequence[tuple[str, str]]
    line: str
    outlets: str
    miss: bool = False


def folded(shelf: Shelf, entity: Entity, outlets: Sequence[Outlets], path: str) -> Folded:
    """What stands on the entity's own page, at `path`; `outlets` are those of its spellings."""
    written = [a for a in entity.aliases if a.text != entity.name]
    why, misses = reasons(entity), near_misses(entity)
    aliases = foremost(written, lambda a: _bytes(a.text) + 90, ALIAS_BYTES, ALIASES)
    some_outlets = foremost(outlets, lambda o: _bytes(*o) + 60, OUTLET_BYTES, OUTLETS)
    some_why = foremost(why, _reason_size, REASON_BYTES, REASONS)
    some_misses = foremost(misses, lambda m: _bytes(*m) + 90, MISS_BYTES, MISSES)
    shown = len(aliases), len(some_outlets), len(some_why), len(some_misses)
    whole = shown == (len(written), len(outlets), len(why), len(misses))
    target = to(path, _first(entity))
    every = None if whole else link(shelf.words("every_spelling"), target)
    left = len(written) - len(aliases)
    more = link(shelf.words("more", n=left), target) if left else None
    return Folded(aliases, some_outlets, some_why, some_misses, more, every)


def spelling_pages(shelf: Shelf, entity: Entity, outlets: Sequence[Outlets]) -> Iterator[Page]:
    """All spellings of the entity in parts."""
    runs = by_size(_rows(entity, outlets), _row_size, PART_BYTES)
    for number, run in enumerate(runs, 1):
        path = names.part_path(_first(entity), number)
        yield Page(path, _part(shelf, entity, path, run, number, len(runs)))


def _part(
    shelf: Shelf, entity: Entity, path: str, run: Sequence[_Row], number: int, of: int
) -> str:
    w = shelf.words
    title = w("spellings_of", name=entity.name)
    if number > 1:
        title = f"{title} ({w('part', n=number, of=w.number(of))})"
    kind = w(f"kind.{entity.kind}")
    own = ", ".join(row.text for row in run if not row.miss)
    return shelf.fill(
        "spellings.md.j2",
        front_matter(title, "", ("navigation", "toc")),
        w=w,
        title=title,
        kicker=entity_link(path, entity),
        search=search_fields([("kind", kind)], [("kind", kind), ("also", own)]),
        rows=[row for row in run if not row.miss],
        misses=[row for row in run if row.miss],
        pager=pager(shelf, path, _first(entity), number, of),
    )


def _first(entity: Entity) -> str:
    return names.spellings_path(entity.slug)


def _rows(entity: Entity, every: Sequence[Outlets]) -> list[_Row]:
    outlets = dict(every)
    told = [
        _Row(text, count, why, line, outlets.get(text, ""))
        for text, count, why, line in reasons(entity)
    ]
    missed = [_Row(n, 0, [(why, "")], line, "", miss=True) for n, why, line in near_misses(entity)]
    return [*told, *missed]


def _bytes(*texts: str) -> int:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def _reason_size(spelling: Spelling) -> int:
    text, _count, why, line = spelling
    return _bytes(text, line, *(part for each in why for part in each)) + 120


def _row_size(row: _Row) -> int:
    return _reason_size((row.text, row.count, list(row.why), row.line)) + _bytes(
        row.text, row.outlets
    )
