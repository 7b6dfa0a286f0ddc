"""One page for each entity that is shared; a long concordance goes on over further parts."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter

from seedpress import names
from seedpress.model import Company, Entity, Entry, Page, Sheaf
from seedpress.pages.concordance import line
from seedpress.pages.cuts import BYTES, Lines, Run, runs_of
from seedpress.pages.fields import search_fields
from seedpress.pages.folded import folded, spelling_pages
from seedpress.pages.head import head
from seedpress.pages.keys import Keys
from seedpress.pages.linked_data import of_entity
from seedpress.pages.markdown import Markdown, join, link
from seedpress.pages.meetings import Meeting, meetings
from seedpress.pages.noted import Noted
from seedpress.pages.once import Once
from seedpress.pages.parts import pager
from seedpress.pages.shelf import Shelf, Use, direction, entity_link, entry_link, to
from seedpress.pages.spellings import FINDABLE, by_outlet
from seedpress.pages.template import front_matter
from seedpress.pages.timeline import chart

FIRST_BYTES = 74_000  # of the whole first part: its concordance has what the rest leaves,
LEAST_BYTES = 12_000  # but so much at least
COMPANY = 16  # names in "seen with"
_other = attrgetter("other")


def make(shelf: Shelf, keys: Keys) -> Iterator[Sheaf]:
    """The pages of all entities that have one."""
    for entity in shelf.corpus.entities:
        if entity.id in shelf.paged:
            yield sheaf(shelf, keys, entity)


def sheaf(shelf: Shelf, keys: Keys, entity: Entity) -> Sheaf:
    """The pages of one entity."""
    key = keys.entity(entity, _company(shelf, entity))
    parts = partial(_parts, shelf, keys, entity)
    return Sheaf(_name(entity), key, partial(_every, parts), parts, many=True)


def _name(entity: Entity) -> str:
    return f"entities/{entity.id}"


def _every(parts: Callable[[], Iterator[Sheaf]]) -> Iterator[Page]:
    for part in parts():
        yield from part.make()


def _parts(shelf: Shelf, keys: Keys, entity: Entity) -> Iterator[Sheaf]:
    first = names.entity_path(entity.slug)
    uses, entries = partial(shelf.uses, entity), shelf.where(entity)
    lines = Lines(entries, uses, shelf.settings.pages.context)
    name = _name(entity).encode()
    noted = Noted(entries, [*map(keys.told, entries)], keys.notes.last(name))
    outlets = by_outlet(shelf, noted.outlets(uses))
    once = Once(
        meetings(shelf, entity, _company(shelf, entity), first),
        folded(shelf, entity, outlets, first),
        chart(shelf.axis, entries, shelf.words),
    )
    runs = runs_of(lines, _room(shelf, entity, first, lines, once), noted.run)
    alone = [noted.alone(run, uses) for run in runs]
    keys.notes.put(name, noted.note(runs))
    for number, run in enumerate(runs, 1):
        of = len(runs)
        told = once.key(shelf, entity) if number == 1 else ()
        key = keys.part_of_entity(entity, alone[number - 1], run, number, of, told)
        make = partial(_one_page, shelf, entity, lines, run, number, of, once)
        yield Sheaf(f"{_name(entity)}/{number}", key, make)
    if once.told.all:
        pages = partial(spelling_pages, shelf, entity, outlets)
        yield Sheaf(f"{_name(entity)}/spellings", "", pages)


def _room(shelf: Shelf, entity: Entity, path: str, lines: Lines, once: Once) -> int:
    """How many bytes of the concordance the first part has room for."""
    if not lines.exceed(LEAST_BYTES):  # nor are they too many for one part
        return BYTES
    rest = len(_part(shelf, entity, path, (), 1, 2, once).encode())
    return max(min(FIRST_BYTES - rest, BYTES), LEAST_BYTES)


def _one_page(
    shelf: Shelf,
    entity: Entity,
    lines: Lines,
    run: Run,
    number: int,
    of: int,
    once: Once,
) -> Iterator[Page]:
    path = names.part_path(names.entity_path(entity.slug), number)
    yield Page(path, _part(shelf, entity, path, lines.on(run), number, of, once))


def _part(
    shelf: Shelf,
    entity: Entity,
    path: str,
    uses: Sequence[Use],
    number: int,
    of: int,
    once: Once,
) -> str:
    w = shelf.words
    groups = _by_article(shelf, path, uses)
    places = {other.id: place for place, (_, other, _) in enumerate(groups, 1)}
    title = (
        entity.name if number == 1 else f"{entity.name} ({w('part', n=number, of=w.number(of))})"
    )
    about = _description(shelf, entity) if number == 1 else _kind(shelf, entity)
    front = front_matter(title, about, ("navigation", "toc"))
    return shelf.fill(
        "entity.md.j2",
        join([front, _head(shelf, entity, path)]) if number == 1 else front,
        w=w,
        e=entity,
        title=title,
        number=number,
        kicker=entity_link(path, entity) if number > 1 else w(f"kind.{entity.kind}"),
        direction=direction,
        groups=groups,
        **(_shown_once(shelf, entity, path, once, places) if number == 1 else {"company": ()}),
        pager=pager(shelf, path, names.entity_path(entity.slug), number, of),
    )


def _shown_once(
    shelf: Shelf, entity: Entity, path: str, once: Once, places: Mapping[str, int]
) -> dict[str, object]:
    """What stands on the first part only: one more article changes it, but no other part."""
    return {
        "search": _search(shelf, entity),
        "company": [
            (entity_link(path, meeting.other), _meeting_link(shelf, path, meeting, places))
            for meeting in once.met
        ],
        "qid": _qid(shelf, entity),
        "feed": _feed(shelf, entity, path),
        "chart": once.chart,
        "meetings": [meeting for meeting in once.met if meeting.sentences],
        "told": once.told,
    }


def _meeting_link(shelf: Shelf, path: str, meeting: Meeting, places: Mapping[str, int]) -> Markdown:
    """The number of articles that the two share, as a link to where they meet.

    That is a sentence that names both, or else the newest article that does: its place among the
    `places` of articles on this page, or the article itself.
    """
    words = shelf.words("articles", n=meeting.count)
    if meeting.sentences or not meeting.article:
        return link(words, f"#{meeting.anchor}") if meeting.sentences else Markdown(words)
    if meeting.article.id in places:
        return link(words, f"#in-{places[meeting.article.id]}")
    return link(words, to(path, names.article_path(meeting.article.slug)))


def _head(shelf: Shelf, entity: Entity, path: str) -> Markdown:
    kind = "profile" if entity.kind == "person" else "website"
    about = _description(shelf, entity)
    feed = (f"{entity.name} – {shelf.settings.name}", names.feed_path(entity.slug))
    linked = of_entity(shelf, path, entity, wikidata(entity))
    return head(shelf, path, kind, entity.name, about, linked, feeds=[feed])


def _description(shelf: Shelf, entity: Entity) -> str:
    w = shelf.words
    facts = w("articles", n=len(entity.articles)), w("mentions", n=entity.mentions)
    return f"{_kind(shelf, entity)}, {', '.join(facts)}"


def _kind(shelf: Shelf, entity: Entity) -> str:
    return f"{entity.name}: {shelf.words(f'kind.{entity.kind}')}"


def _search(shelf: Shelf, entity: Entity) -> Markdown:
    kind = shelf.words(f"kind.{entity.kind}")
    other = ", ".join(a.text for a in entity.aliases[:FINDABLE] if a.text != entity.name)
    return search_fields(
        [("kind", kind), ("entity", entity.name)], [("kind", kind), ("also", other)]
    )


def _by_article(
    shelf: Shelf, path: str, uses: Sequence[Use]
) -> list[tuple[Markdown, Entry, list[Markdown]]]:
    """The concordance: [(link to the article, the article, its lines)]."""
    return [
        (
            entry_link(path, shelf.entry[identity]),
            shelf.entry[identity],
            [line(shelf, path, u) for u in run],
        )
        for identity, run in groupby(uses, key=lambda use: use.entry.id)
    ]


def _company(shelf: Shelf, entity: Entity) -> Sequence[Company]:
    """Those with a page that it is seen with most."""
    every = shelf.corpus.company.get(entity.id, ())
    most = every[:COMPANY]
    if all(map(shelf.paged.__contains__, map(_other, most))):  # as nearly always
        return most
    return [each for each in every if each.other in shelf.paged][:COMPANY]


def _feed(shelf: Shelf, entity: Entity, path: str) -> Markdown | None:
    """The link to the entity's feed, if it has one."""
    feed = names.feed_path(entity.slug)
    return (
        link(shelf.words("feed"), to(path, names.data_path(feed))) if feed in shelf.files else None
    )


def _qid(shelf: Shelf, entity: Entity) -> Markdown:
    """The link to the entity in Wikidata, where the editor gave its identifier."""
    address = wikidata(entity)
    return link(shelf.words("outside_id"), address) if address else Markdown("")


def wikidata(entity: Entity) -> str:
    """The entity's address in Wikidata; empty unless the editor gave a well-formed identifier."""
    known = re.fullmatch(r"Q[1-9][0-9]{0,11}", entity.qid)
    return f"https://www.wikidata.org/wiki/{entity.qid}" if known else ""
