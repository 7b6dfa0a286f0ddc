"""Lines that stand are those that would be made: whatever is changed, the same file comes out."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from seedpress.exports import EXPORTS
from seedpress.exports.articles import line_of
from seedpress.exports.digests import Digests
from seedpress.exports.keyed import KEYED
from seedpress.exports.packing import Members, Shaped, shape, unknown
from seedpress.exports.standing import Lines, Stood, shape_lines
from seedpress.model import (
    Alias,
    Article,
    Block,
    Corpus,
    Entity,
    Entry,
    Fields,
    Keyword,
    Mention,
    Reason,
    Related,
    Removal,
)
from seedpress.settings import Settings
from tests.records import replace

SITE = Settings()
COUNT, MEMBER = 60, 1000


def entry(number: int, words: str = "") -> Entry:
    """An article that is like no other."""
    text = f"{words}The quay of town {number} was closed."
    fields = Fields(f"Title {number}", "Ann", "Paper", "Kyiv", "2025-03-14", "", "en")
    blocks = (Block("paragraph", text), Block("quote", "It was.", start=len(text) + 2))
    removed = (Removal(number, "Share", "share"),)
    article = Article(fields, blocks, f"{text}\n\nIt was.", removed)
    return Entry(
        id=f"a{number:03}",
        slug=f"title-{number}",
        seed=f"{number}.txt",
        sha256=f"{number:064}",
        article=article,
        keywords=(Keyword("quay", 0.5, slug="quay"), Keyword("Kyiv", 0.25, entity="place:kyiv")),
        mentions=(
            Mention(4, 8, "quay", "place", entity="place:quay"),
            Mention(0, 5, "Title", "other", in_title=True, entity="other:title"),
        ),
        related=(Related("a001", 0.5, ("place:kyiv",), ("quay",)),),
        origin=(article, f"{number} {words}"),
    )


def others(one: Entry) -> Iterator[Entry]:
    """The same article with each thing changed that its record tells."""
    number = int(one.id[1:])
    for name, value in (("slug", "moved"), ("seed", "moved.txt"), ("sha256", "f" * 64)):
        yield replace(one, **{name: value})
    yield replace(one, words=77)
    yield entry(number, "New words. ")
    article = replace(one.article, title_made=True)
    yield replace(one, article=article)  # its origin is that of another article now
    yield replace(one, article=article, origin=(article, "title made"))
    for keyword in (
        replace(one.keywords[0], text="quays"),
        replace(one.keywords[0], score=0.75),
        replace(one.keywords[0], slug="pier"),
        replace(one.keywords[0], entity="place:quay"),
        replace(one.keywords[0], author=True),
        replace(one.keywords[0], pinned=True),
    ):
        yield replace(one, keywords=(keyword, one.keywords[1]))
    yield replace(one, keywords=one.keywords[::-1])
    for mention in (
        replace(one.mentions[0], start=3),
        replace(one.mentions[0], end=9),
        replace(one.mentions[0], text="Quay"),
        replace(one.mentions[0], in_title=True),
        replace(one.mentions[0], entity="place:pier"),
    ):
        yield replace(one, mentions=(mention, one.mentions[1]))
    yield replace(one, mentions=one.mentions[1:])
    for related in (
        replace(one.related[0], id="a002"),
        replace(one.related[0], score=0.25),
        replace(one.related[0], entities=()),
        replace(one.related[0], keywords=()),
    ):
        yield replace(one, related=(related,))


def other_entities(one: Entity) -> Iterator[Entity]:
    """The same entity with each thing changed that its lines tell."""
    for name, value in (
        ("name", "Lviv"),
        ("kind", "organisation"),
        ("aliases", (Alias("Kyiv", 4),)),
        ("aliases", (Alias("Kiev", 3),)),
        ("articles", ("a002",)),
        ("mentions", 8),
        ("reasons", (Reason("same-name", "Kiev"),)),
        ("slug", "lviv"),
        ("slug", ""),
        ("qid", "Q1"),
        ("note", "Looked at."),
    ):
        yield replace(one, **{name: value})


def entity(number: int, page: bool = True) -> Entity:
    return Entity(
        f"place:{number:03}",
        f"Town {number}",
        "place",
        (Alias(f"Town {number}", 3),),
        ("a001",),
        7,
        (Reason("same-name", f"Town {number}\nof many"),),
        page=page,
        slug=f"town-{number}" if page else "",
    )


class Edition:
    """A file of lines, as one build leaves it to the next."""

    def __init__(self, folder: Path, name: str = "articles.jsonl") -> None:
        self.name, self.file, self.members = name, folder / "lines.gz", Members()
        self.stood: Stood | None = None
        self.made = 0  # lines

    def publish(self, made: Corpus, settings: Settings = SITE) -> Shaped:
        """Make the file of what stands, and the same from nothing."""
        self.made = 0
        whole = KEYED[self.name](made, settings, Digests(made))

        def counted(number: int) -> bytes:
            self.made += 1
            return whole.line(number)

        lines = Lines(whole.keys, counted)
        found = shape_lines(lines, 1, self.members.get, self.stood, MEMBER)
        assert found == shape_lines(whole, 1, unknown, None, MEMBER)
        anew = shape(EXPORTS[self.name][1](made, settings), 1, member=MEMBER)
        assert (found.data, found.content, found.size) == (anew.data, anew.content, anew.size)
        self.file.write_bytes(found.data)
        self.members, self.stood = Members(), Stood(found.members, found.keys)
        self.members.add(self.file, found.members)
        return found


def of(entries: Sequence[Entry], entities: Sequence[Entity] = ()) -> Corpus:
    """The corpus of these."""
    return Corpus(tuple(entries), tuple(entities), ())


def whole(name: str, edition: Edition) -> tuple[Corpus, int]:
    """A corpus that was published, and how many lines that took."""
    made = of([*map(entry, range(COUNT))], [*map(entity, range(COUNT))])
    edition.publish(made)
    return made, COUNT + name.endswith(".csv")


NAMES = pytest.mark.parametrize("name", KEYED)


@NAMES
def test_what_is_as_it_was_is_not_made_again(tmp_path: Path, name: str) -> None:
    edition = Edition(tmp_path, name)
    made, lines = whole(name, edition)
    assert edition.made == lines
    members = edition.stood.members if edition.stood else ()
    assert len(members) > 1
    assert sum(member.count for member in members) == lines
    for _ in range(2):
        assert edition.publish(made).members == members
        assert edition.made == 0


@NAMES
@pytest.mark.parametrize("place", [0, 30, COUNT - 1])
def test_whatever_of_an_article_is_changed_is_made_again(
    tmp_path: Path, place: int, name: str
) -> None:
    edition = Edition(tmp_path, name)
    made, _ = whole(name, edition)
    told = {"articles": 1, "entities": 0}[name.split(".")[0]]
    for other in others(made.entries[place]):
        changed = (*made.entries[:place], other, *made.entries[place + 1 :])
        edition.publish(replace(made, entries=changed))
        assert edition.made == told
        edition.publish(made)


@pytest.mark.parametrize("name", ["entities.jsonl", "entities.csv"])
@pytest.mark.parametrize("place", [0, 30, COUNT - 1])
def test_whatever_of_an_entity_is_changed_is_made_again(
    tmp_path: Path, place: int, name: str
) -> None:
    edition = Edition(tmp_path, name)
    made, _ = whole(name, edition)
    for other in other_entities(made.entities[place]):
        changed = (*made.entities[:place], other, *made.entities[place + 1 :])
        edition.publish(replace(made, entities=changed))
        assert edition.made == 1
        edition.publish(made)


@pytest.mark.parametrize("other", [{"name": "Pier"}, {"page": False}])
def test_a_row_names_entities_as_they_are_called_now(tmp_path: Path, other: dict[str, Any]) -> None:
    edition = Edition(tmp_path, "articles.csv")
    quay = replace(entity(1), id="place:quay", name="Quay")
    entries = [*map(entry, range(COUNT))]
    entries[7] = replace(entries[7], mentions=())
    edition.publish(of(entries, [quay]))
    edition.publish(of(entries, [replace(quay, **other)]))
    assert edition.made == COUNT - 1
    edition.publish(of(entries, [quay, entity(2)]))
    assert edition.made == COUNT - 1
    edition.publish(of(entries, [quay]))
    assert edition.made == 0


@NAMES
def test_after_any_changes_it_is_the_file_made_from_nothing(tmp_path: Path, name: str) -> None:
    chance = random.Random(7)  # noqa: S311 - only for something to change
    left, edition, least = [*map(entry, range(COUNT))], Edition(tmp_path, name), COUNT
    entries = chance.sample(left, 40)
    entities = [*map(entity, range(40))]
    for _ in range(60):
        kept = [one for one in entries if chance.random() > 0.03]
        new = chance.sample(left, 2)
        changed = chance.choice([*others(left[int(chance.choice(kept).id[1:])])])
        known = {one.id: one for one in (*new, *kept)} | {changed.id: changed}
        entries = [known[identity] for identity in sorted(known)]
        named = {one.id: one for one in entities if chance.random() > 0.03}
        other = chance.choice([*other_entities(entity(chance.randrange(COUNT)))])
        named[other.id] = other
        entities = [named[identity] for identity in sorted(named)]
        edition.publish(of(entries, entities))
        least = min(least, edition.made)
    assert 0 < least < COUNT / 8


def test_cells_of_several_lines_do_no_harm(tmp_path: Path) -> None:
    edition = Edition(tmp_path, "entities.csv")
    entities = [*map(entity, range(COUNT))]
    entities[20] = replace(entities[20], name="Town\nof\r\nmany")
    edition.publish(of([], entities))
    for place in (19, 20, 21, 40):
        entities[place] = replace(entities[place], mentions=9)
        edition.publish(of([], entities))


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b\x08 and no more"])
@pytest.mark.parametrize("changed", [False, True])
def test_what_cannot_be_unpacked_is_made_again(
    tmp_path: Path, damage: bytes, changed: bool
) -> None:
    entries, edition = [*map(entry, range(COUNT))], Edition(tmp_path)
    first = edition.publish(of(entries)).members[0]
    if changed:
        entries[0] = replace(entries[0], slug="moved")

    def known(digest: bytes) -> bytes | None:
        found = edition.members.get(digest)
        return damage.ljust(first.size) if digest == first.digest else found

    made = of(entries)
    lines = KEYED["articles.jsonl"](made, SITE, Digests(made))
    assert shape_lines(lines, 1, known, edition.stood, MEMBER) == shape_lines(
        lines, 1, unknown, None, MEMBER
    )


def test_scores_that_differ_by_little_are_told_alike() -> None:
    """One more article changes each of them by little, and would have a fifth of all lines made."""
    one, other, least = (
        replace(entry(0), related=(replace(entry(0).related[0], score=score),))
        for score in (0.1449, 0.1352, 0.0001)
    )
    assert Digests(of([one])).articles == Digests(of([other])).articles
    line = line_of(SITE)
    assert line(one) == line(other)
    assert b'"score":0.14' in line(one)
    assert b'"score":0.01' in line(least)  # none would say that they share nothing


def test_a_file_that_is_not_packed_is_made_whole(tmp_path: Path) -> None:
    made, edition = of([*map(entry, range(COUNT))]), Edition(tmp_path)
    edition.publish(made)
    lines = KEYED["articles.jsonl"](made, SITE, Digests(made))
    found = shape_lines(lines, 0, edition.members.get, edition.stood, MEMBER)
    assert (found.packed, found.data) == (False, b"".join(map(line_of(SITE), made.entries)))
