"""Where two entities meet: the sentences in which both stand, or else the articles."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from seedpress import names
from seedpress.model import Company, Entity, Entry, Mention, mentioned, mentions_of
from seedpress.pages.markdown import Markdown, escape, link
from seedpress.pages.sentences import around
from seedpress.pages.shelf import Shelf, block_of, entity_link, to

CLOSE = 6  # entities with whom EACH meetings are shown; with the others one
EACH = 2  # sentences, from different articles
NEAR = 160  # characters between the two names, at most
REACH = 80  # characters on each side of the two
LOOKED_AT = 300  # articles searched, at most

_place = attrgetter("start", "end")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where an entity meets another one."""

    other: Entity
    anchor: str  # of its place on the page
    link: Markdown  # to the other one
    count: int  # of the articles that name both
    sentences: Sequence[tuple[Markdown, Entry]]  # each as a link to its place; the article
    article: Entry | None  # the newest that names both, where no sentence does


def anchor(other: Entity) -> str:
    """The anchor of the meetings with `other` on an entity's page."""
    return f"with-{other.slug}"


def meetings(shelf: Shelf, entity: Entity, company: Sequence[Company], path: str) -> list[Meeting]:
    """Where it meets each of its `company`: with how many articles it shares with each."""
    others = [(shelf.paged[each.other], each.articles) for each in company]
    found = _sentences(shelf, entity, [other for other, _ in others], path)
    return [
        Meeting(
            other,
            anchor(other),
            entity_link(path, other),
            count,
            found[other.id],
            None if found[other.id] else _newest(shelf, entity, other),
        )
        for other, count in others
    ]


def _newest(shelf: Shelf, entity: Entity, other: Entity) -> Entry | None:
    """The newest article that names both."""
    where = shelf.where(entity)
    return next((entry for entry in where if other.id in mentioned(entry.mentions)), None)


def _sentences(
    shelf: Shelf, entity: Entity, others: Sequence[Entity], path: str
) -> defaultdict[str, list[tuple[Markdown, Entry]]]:
    """By the other's id: the sentences in which the two meet, each as a link to its place."""
    wanted = {e.id: EACH if number < CLOSE else 1 for number, e in enumerate(others)}
    found: defaultdict[str, list[tuple[Markdown, Entry]]] = defaultdict(list)
    seen: set[str] = set()
    for number, entry in enumerate(shelf.where(entity)):
        open_ones = {i for i, most in wanted.items() if len(found[i]) < most}
        if number >= LOOKED_AT or not open_ones:
            break
        here = open_ones.intersection(mentioned(entry.mentions))
        for other, pair in _pairs(entry, entity.id, here) if here else ():
            words = entry.article.text[pair[0].start : pair[1].end + REACH]
            if words not in seen:  # agency copy stands in many outlets
                seen.add(words)
                found[other].append((_sentence(entry, *pair, path), entry))
    return found


def _pairs(
    entry: Entry, entity: str, others: set[str]
) -> Iterator[tuple[str, tuple[Mention, Mention]]]:
    """The first place in the article where the entity stands near each of the others."""
    open_ones = set(others)
    last: dict[str, Mention] = {}
    wanted = {entity, *others}
    body = [m for m in mentions_of(entry.mentions, wanted) if not m.in_title]
    for mention in sorted(body, key=_place):
        near = [entity] if mention.entity in open_ones else sorted(open_ones & last.keys())
        if mention.entity == entity or mention.entity in open_ones:
            for other in near:
                before = last.get(other)
                if before and _together(entry, before, mention):
                    pair = mention.entity if mention.entity != entity else other
                    open_ones.discard(pair)
                    yield pair, (before, mention)
        last[mention.entity] = mention


def _together(entry: Entry, first: Mention, second: Mention) -> bool:
    if not 0 <= second.start - first.end <= NEAR:
        return False
    number = block_of(entry, first.start)
    block = entry.article.blocks[number]
    return block.kind != "code" and second.end <= block.start + len(block.text)


def _sentence(entry: Entry, first: Mention, second: Mention, path: str) -> Markdown:
    """The words around both names, which stand out, as a link to their paragraph."""
    number = block_of(entry, first.start)
    block = entry.article.blocks[number]
    text, start, end = block.text, first.start - block.start, second.end - block.start
    before, _, after = around(text, start, end, REACH)
    between = text[first.end - block.start : second.start - block.start]
    target = to(path, names.article_path(entry.slug)) + f"#{names.block_anchor(number)}"
    one, two = text[start : first.end - block.start], text[second.start - block.start : end]
    pieces = (
        f"{escape(before)}<b>{escape(one)}</b>{escape(between)}<b>{escape(two)}</b>{escape(after)}"
    )
    return link(Markdown(pieces), target)
